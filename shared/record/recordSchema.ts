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
import { crisisSchema, scenarioSchema } from "../scenarios/scenarioSchema.ts";

/** Bounds of what a record may hold: far above any match, far below what would hurt a reader. */
const MOST_COMMANDS = 50_000;
const MOST_TEXT = 20_000;
const MOST_CREW = 15;

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const turn = z.int().min(0).max(99);
const instant = z.int().min(0).max(8.64e15);

const member = z.strictObject({ person: id, name: z.string().min(1).max(200) });
const crew = z.array(member).min(1).max(MOST_CREW).exactOptional();
const occupantSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("empty") }),
  member.extend({ kind: z.literal("person"), crew }),
  characterSchema.extend({ kind: z.literal("computer"), keeps: id.optional(), crew }),
]);

/** A sheet as a record keeps it: the length of its note is for `checkCommand` to say, in a sentence. */
const sheetSchema = orderSheetSchema.extend({ note: z.string().max(MOST_TEXT) });

const seat = z.strictObject({ kind: z.literal("seat"), country: countryIdSchema, occupant: occupantSchema });
const phase = z.strictObject({
  kind: z.literal("phase"),
  phase: z.enum(PHASES).exclude(["lobby"]),
  turn,
  deadline: instant.nullable(),
  cause: z.enum(["start", "ready", "deadline", "host"]),
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
const words = z.string().max(MOST_TEXT);
const actSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("pause"), frozen: z.boolean(), text: words, left: instant.nullable() }),
  z.strictObject({ kind: z.literal("resume"), deadline: instant.nullable() }),
  z.strictObject({ kind: z.literal("extend"), deadline: instant }),
  z.strictObject({ kind: z.literal("stepBack"), turn, deadline: instant.nullable() }),
  z.strictObject({
    kind: z.literal("inject"),
    // An instructor's own words change nothing.
    crisis: crisisSchema.extend({
      date: words,
      title: words,
      text: words,
      effects: z.array(crisisSchema.shape.effects.element).max(8),
      source: words,
    }),
  }),
  z.strictObject({ kind: z.literal("news"), text: words, to: z.array(countryIdSchema).min(1).max(16).nullable() }),
  z.strictObject({ kind: z.literal("mute"), country: countryIdSchema, until: instant.nullable() }),
  z.strictObject({ kind: z.enum(["lastTurn", "end"]) }),
]);
const host = z.strictObject({ kind: z.literal("host"), host: z.string().min(1).max(200), act: actSchema });
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
  host,
  hash,
]);

const stamp = { seq: z.int().min(1), at: instant, person: id.optional() };
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
  host.extend(stamp),
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
  turns: z.int().min(1).max(99).optional(),
  classroom: z
    .strictObject({
      board: z.enum(["full", "power"]),
      submitter: z.enum(["any", "first"]),
      hostReads: z.boolean(),
      hostSeesOrders: z.boolean(),
    })
    .optional(),
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
