import { z } from "zod";
import { INTENTION_MODES, MESSAGE_MODES, PACES, PHASES } from "../model/match.ts";
import { LEVELS, MODULES } from "../model/scenario.ts";
import { DECLINE_REASONS } from "../model/treaty.ts";
import {
  channelSchema,
  characterSchema,
  countryIdSchema,
  forecastSchema,
  orderSheetSchema,
  ratingsSchema,
  scenarioIdSchema,
  termsSchema,
  treatyIdSchema,
} from "../protocol/schemas.ts";
import { scenarioSchema } from "../scenarios/scenarioSchema.ts";

/** Bounds of what a record may hold: far above any match, far below what would hurt a reader. */
const MOST_COMMANDS = 50_000;
const MOST_TEXT = 20_000;

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const turn = z.int().min(0).max(99);
const instant = z.int().min(0).max(8.64e15);

const occupantSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("empty") }),
  z.strictObject({ kind: z.literal("person"), person: id, name: z.string().min(1).max(200) }),
  characterSchema.extend({ kind: z.literal("computer"), keeps: id.optional() }),
]);

/** A sheet as a record keeps it: the length of its note is for `checkCommand` to say, in a sentence. */
const sheetSchema = orderSheetSchema.extend({ note: z.string().max(MOST_TEXT) });

const seat = z.strictObject({ kind: z.literal("seat"), country: countryIdSchema, occupant: occupantSchema });
const phase = z.strictObject({
  kind: z.literal("phase"),
  phase: z.enum(PHASES).exclude(["lobby"]),
  turn,
  deadline: instant.nullable(),
  cause: z.enum(["start", "ready", "deadline"]),
});
const forecast = z.strictObject({ kind: z.literal("forecast"), by: countryIdSchema, forecast: forecastSchema });
const message = z.strictObject({
  kind: z.literal("message"),
  by: countryIdSchema,
  to: channelSchema,
  text: z.string().max(MOST_TEXT),
});
const propose = z.strictObject({
  kind: z.literal("propose"),
  by: countryIdSchema,
  terms: termsSchema,
  id: treatyIdSchema.optional(),
});
const rate = z.strictObject({ kind: z.literal("rate"), by: countryIdSchema, ratings: ratingsSchema });
const answer = z.strictObject({
  kind: z.enum(["sign", "retract"]),
  by: countryIdSchema,
  proposal: treatyIdSchema,
});
const decline = answer.extend({ kind: z.literal("decline"), reason: z.enum(DECLINE_REASONS).optional() });
const submit = z.strictObject({
  kind: z.literal("submit"),
  by: countryIdSchema,
  sheet: sheetSchema,
  source: z.enum(["person", "computer", "default"]),
  why: z.string().max(MOST_TEXT).optional(),
});
const withdraw = z.strictObject({ kind: z.literal("withdraw"), by: countryIdSchema });
const hash = z.strictObject({ kind: z.literal("hash"), turn, hash: z.string().regex(/^[0-9a-f]{16}$/) });

/** The shape of `CommandBody`. */
export const commandBodySchema = z.discriminatedUnion("kind", [
  seat,
  phase,
  forecast,
  message,
  propose,
  answer,
  decline,
  rate,
  submit,
  withdraw,
  hash,
]);

const stamp = { seq: z.int().min(1), at: instant };
const commandSchema = z.discriminatedUnion("kind", [
  seat.extend(stamp),
  phase.extend(stamp),
  forecast.extend(stamp),
  message.extend(stamp),
  propose.extend({ ...stamp, id: treatyIdSchema }),
  answer.extend(stamp),
  decline.extend(stamp),
  rate.extend(stamp),
  submit.extend(stamp),
  withdraw.extend(stamp),
  hash.extend(stamp),
]);

const seconds = z.int().min(0).max(1_000_000);
const settingsSchema = z.strictObject({
  scenario: scenarioIdSchema,
  level: z.enum(LEVELS),
  modules: z.array(z.enum(MODULES)).max(MODULES.length),
  pace: z.enum(PACES),
  seconds: z.strictObject({ dispatches: seconds, diplomacy: seconds, orders: seconds, reveal: seconds }),
  parameters: scenarioSchema.shape.parameters,
  intentions: z.enum(INTENTION_MODES),
  messages: z.record(z.enum(PHASES), z.enum(MESSAGE_MODES)),
  seed: z.number(),
});

/** The shape of a `MatchRecord` of the present version. Its scenario is read by `parseScenario`, which says more. */
export const recordSchema = z.strictObject({
  version: z.int(),
  match: id,
  createdAt: instant,
  scenario: z.unknown(),
  settings: settingsSchema,
  parameters: scenarioSchema.shape.parameters,
  commands: z.array(commandSchema).max(MOST_COMMANDS),
});
