import { z } from "zod";
import type { CountryId, ProvinceId, ScenarioId, TreatyId } from "../model/ids.ts";
import { LEVELS, MODULES } from "../model/scenario.ts";
import {
  CONDUCTS,
  DIFFICULTIES,
  INTENTION_MODES,
  MESSAGE_MODES,
  PACES,
  PERSONALITIES,
  TEMPERS,
} from "../model/match.ts";
import { REASONS } from "../model/order.ts";
import { TREATY_KINDS } from "../model/treaty.ts";
import { NOTE_LENGTH } from "./limits.ts";

export { MESSAGE_LENGTH, NAME_LENGTH, NOTE_LENGTH } from "./limits.ts";

/** Ids as they come over the wire. The brand asserts shape only; that they refer to something is for the rules to say. */
const idText = z.string().regex(/^[a-z0-9-]{1,40}$/);
export const countryIdSchema = idText.transform((text) => text as CountryId);
export const provinceIdSchema = idText.transform((text) => text as ProvinceId);
export const scenarioIdSchema = idText.transform((text) => text as ScenarioId);
export const treatyIdSchema = z
  .string()
  .regex(/^t[0-9]{1,5}$/)
  .transform((text) => text as TreatyId);

const points = z.int().min(0).max(1000);

const BALANCE = z.strictObject({ kind: z.literal("balance"), against: countryIdSchema });
const BANDWAGON = z.strictObject({ kind: z.literal("bandwagon"), with: countryIdSchema });
export const alignmentSchema = z.discriminatedUnion("kind", [
  BALANCE,
  BANDWAGON,
  z.strictObject({ kind: z.literal("hide") }),
]);

export const demandSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("cede"), province: provinceIdSchema }),
  z.strictObject({ kind: z.literal("leaveTreaty"), treaty: treatyIdSchema }),
  z.strictObject({ kind: z.literal("align"), alignment: z.discriminatedUnion("kind", [BALANCE, BANDWAGON]) }),
]);

export const moveSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("attack"), province: provinceIdSchema, liberate: z.boolean() }),
  z.strictObject({ kind: z.literal("mobilise") }),
  z.strictObject({ kind: z.literal("threaten"), target: countryIdSchema }),
  z.strictObject({ kind: z.literal("reassure"), target: countryIdSchema }),
  z.strictObject({ kind: z.literal("demobilise") }),
  z.strictObject({ kind: z.literal("cutOffence"), points }),
  z.strictObject({ kind: z.literal("withdraw"), province: provinceIdSchema }),
  z.strictObject({ kind: z.literal("ultimatum"), target: countryIdSchema, demand: demandSchema }),
  z.strictObject({ kind: z.literal("concede"), to: countryIdSchema, province: provinceIdSchema }),
  z.strictObject({ kind: z.literal("propaganda"), target: countryIdSchema }),
  z.strictObject({ kind: z.literal("appeal"), to: countryIdSchema, against: countryIdSchema }),
  z.strictObject({ kind: z.enum(["influence", "subvert", "investigate"]), target: countryIdSchema }),
]);

const focusSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("attack") }),
  z.strictObject({ kind: z.literal("help"), country: countryIdSchema }),
]);

export const orderSheetSchema = z.strictObject({
  alignment: alignmentSchema,
  reason: z.enum(REASONS).nullable(),
  note: z.string().max(NOTE_LENGTH),
  spending: z.strictObject({
    offence: points,
    defence: points,
    industry: points,
    aid: z.array(z.strictObject({ to: countryIdSchema, points: z.int().min(1).max(1000) })).max(16),
  }),
  moves: z.array(moveSchema).max(4),
  refuse: z.array(treatyIdSchema).max(32),
  answers: z
    .array(z.strictObject({ to: countryIdSchema, accept: z.boolean() }))
    .max(16)
    .exactOptional(),
  focus: focusSchema.exactOptional(),
});

const code = z.int().min(0).max(9_999_999);
/** A sheet as it travels (`WireSheet`): its outer shape. What it says is read by `decodeSheet`, and bounded by `orderSheetSchema`. */
export const wireSheetSchema = z.array(z.union([code, z.string().max(NOTE_LENGTH), z.array(code).max(32)])).max(11);

export const forecastSchema = z.strictObject({
  fears: countryIdSchema.nullable(),
  balancers: z.array(countryIdSchema).max(16),
});

export const channelSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("all") }),
  z.strictObject({ kind: z.literal("some"), countries: z.array(countryIdSchema).min(1).max(16) }),
]);

export const termsSchema = z.strictObject({
  kind: z.enum(TREATY_KINDS),
  parties: z.array(countryIdSchema).min(2).max(16),
  against: countryIdSchema.optional(),
  secret: z.literal(true).optional(),
});

/** How hostile each of the others seems, 0–4. */
export const ratingsSchema = z
  .array(z.strictObject({ country: countryIdSchema, level: z.int().min(0).max(4) }))
  .max(16);

/** Who a computer player is. */
const character = {
  personality: z.enum([...PERSONALITIES, ...CONDUCTS]),
  temper: z.enum(TEMPERS).optional(),
  difficulty: z.enum(DIFFICULTIES).optional(),
};
export const characterSchema = z.strictObject(character);

const name = z.string().max(200);
const typedCode = z.string().max(40);

export const createMatchSchema = z.strictObject({
  scenario: scenarioIdSchema,
  level: z.enum(LEVELS),
  modules: z.array(z.enum(MODULES)).max(MODULES.length).optional(),
  pace: z.enum(PACES),
  /** The creator's country; absent = any. */
  country: countryIdSchema.optional(),
  name,
  /** The computer players, in the order in which empty seats are filled; repeated as needed. */
  computers: z
    .array(z.union([z.enum(PERSONALITIES), characterSchema]))
    .max(16)
    .optional(),
  /** How well computer players play that are not named above. */
  difficulty: z.enum(DIFFICULTIES).optional(),
  intentions: z.enum(INTENTION_MODES).optional(),
  /** What may be said in each phase; absent = anything. */
  messages: z
    .strictObject({
      dispatches: z.enum(MESSAGE_MODES),
      diplomacy: z.enum(MESSAGE_MODES),
      orders: z.enum(MESSAGE_MODES),
      reveal: z.enum(MESSAGE_MODES),
    })
    .optional(),
  /** Start at once, with computer players in every other seat. */
  solo: z.boolean(),
  /** Fixes chance, for tests and for playing the same match again; otherwise drawn by the server. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 31)
    .optional(),
});
export type CreateMatch = z.infer<typeof createMatchSchema>;

export const joinSchema = z.strictObject({ code: typedCode, name, country: countryIdSchema.optional() });
export const rejoinSchema = z.strictObject({ code: typedCode });
export const enterSchema = z.strictObject({ token: z.string().min(20).max(100), version: z.int() });
