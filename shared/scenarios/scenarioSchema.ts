import { z } from "zod";
import { ACT_KINDS } from "../model/acts.ts";
import { LEVELS, MODULES } from "../model/scenario.ts";
import { TREATY_KINDS } from "../model/treaty.ts";

/** The shape of scenario.json. Strict: an unknown key is an error that names it. References are checked in `checkScenario`. */
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40);
const name = z.string().trim().min(1).max(60);
const sentence = z.string().trim().min(10).max(600);
const percent = z.number().min(0).max(100);
const unit = z.number().min(0).max(1);
const place = z.tuple([z.number(), z.number()]);
/** Present-day shape: ISO numeric code, or its name where it has none. */
const shapeKey = z.string().regex(/^(\d{3}|[A-Z][A-Za-z. -]+)$/);
const mapName = z.strictObject({ name, at: place });

const aimBase = { id, text: sentence };
const aim = z.discriminatedUnion("kind", [
  z.strictObject({ ...aimBase, kind: z.literal("hold"), province: id }),
  z.strictObject({ ...aimBase, kind: z.literal("freed"), province: id }),
  z.strictObject({ ...aimBase, kind: z.literal("pactWith"), country: id }),
  z.strictObject({ ...aimBase, kind: z.literal("keepApart"), a: id, b: id }),
  z.strictObject({ ...aimBase, kind: z.literal("outrank"), country: id }),
  z.strictObject({ ...aimBase, kind: z.literal("outrankBy"), provinces: z.int().min(1) }),
  z.strictObject({ ...aimBase, kind: z.literal("fearedByNone"), below: percent }),
  z.strictObject({ ...aimBase, kind: z.literal("fullSovereignty") }),
  z.strictObject({ ...aimBase, kind: z.literal("intact") }),
]);

const country = z.strictObject({
  id,
  name,
  definite: z.literal(true).optional(),
  short: name,
  offence: z.number().min(0),
  defence: z.number().min(0),
  mobility: z.literal([0, 1, 2]),
  ideology: id,
  openSociety: z.boolean(),
  revisionism: z.number().min(-1).max(1).optional(),
  handicap: z.number().min(-20).max(20).optional(),
  aims: z.array(aim).min(2),
  brief: sentence,
});

const province = z.strictObject({
  id,
  name,
  home: id,
  holder: id.optional(),
  population: percent,
  industry: percent,
  terrain: z.enum(["open", "mountain", "strait"]),
  coastal: z.boolean(),
  neighbours: z.array(id),
  city: place,
});

const treaty = z.strictObject({
  kind: z.enum(TREATY_KINDS),
  parties: z.array(id).min(2).max(16),
  against: id.optional(),
  turns: z.int().min(1).optional(),
  secret: z.literal(true).optional(),
  source: sentence,
});

const act = z.strictObject({ act: z.enum(ACT_KINDS), by: id, target: id, turnsAgo: z.int().min(0), note: sentence });

const effect = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.enum(["stability", "treasury", "offence", "defence", "industry"]),
    country: id,
    change: z.number().min(-100).max(100),
  }),
  z.strictObject({ kind: z.literal("act"), act: z.enum(ACT_KINDS), by: id, target: id }),
  z.strictObject({ kind: z.literal("congress") }),
]);

/** An event of the time, as scenario files have it. */
export const crisisSchema = z.strictObject({
  id,
  turn: z.int().min(1).optional(),
  date: name,
  title: name,
  text: sentence,
  effects: z.array(effect).min(1).max(8),
  source: sentence,
});

const inset = z.strictObject({
  shapes: z.array(shapeKey).min(1),
  frame: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  at: place,
  width: z.number().min(0.05).max(0.5),
});

const map = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("world"),
    centre: place,
    frame: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    composition: z.record(shapeKey, z.array(id).min(1)),
    sites: z.record(id, z.array(z.tuple([name, z.number(), z.number()])).min(1)).optional(),
    outside: z.record(shapeKey, z.array(z.tuple([name, z.number(), z.number()])).min(1)).optional(),
    seas: z.array(mapName),
    bystanders: z.array(mapName),
    insets: z.array(inset).optional(),
  }),
  z.strictObject({
    kind: z.literal("drawn"),
    seed: z.int(),
    size: place,
    seas: z.array(mapName),
  }),
]);

/** Parts of `Parameters`: which keys exist is the rules' to know, so only their leaves are checked here. */
type Leaf = number | null | readonly number[] | { readonly [key: string]: Leaf };
const leaf: z.ZodType<Leaf> = z.lazy(() =>
  z.union([z.number(), z.null(), z.array(z.number()), z.record(z.string(), leaf)]),
);

export const scenarioSchema = z.strictObject({
  id,
  version: z.int().min(1),
  title: name,
  era: name,
  summary: sentence,
  turns: z.int().min(3).max(12),
  recommended: z.strictObject({
    level: z.enum(LEVELS),
    minutes: z.int().min(1),
    people: name,
    modules: z.array(z.enum(MODULES)).optional(),
  }),
  family: name.optional(),
  variantOf: id.optional(),
  countries: z.array(country).min(4).max(16),
  provinces: z.array(province).min(4),
  proximity: z.array(z.tuple([id, id, unit])),
  ideologies: z.array(z.strictObject({ id, name, centralising: z.boolean() })).min(1),
  ideologyDistances: z.array(z.strictObject({ a: id, b: id, distance: unit })),
  rivalries: z.array(z.tuple([id, id])),
  treaties: z.array(treaty),
  history: z.array(act),
  crises: z.array(crisisSchema).optional(),
  parameters: z.record(z.string(), leaf),
  map,
  sources: z.array(sentence).min(1),
  judged: z.array(sentence).min(1),
});
export type ScenarioFile = z.infer<typeof scenarioSchema>;
