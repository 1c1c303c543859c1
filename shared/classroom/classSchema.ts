import { z } from "zod";
import { POLL_QUESTIONS } from "../model/classroom.ts";
import { CLASS_MESSAGES } from "../protocol/classMessages.ts";
import { classSettingsSchema, lessonPlanSchema } from "../protocol/classSchemas.ts";
import { countryIdSchema } from "../protocol/schemas.ts";

/** Bounds of what a class record may hold: far above a term's lessons, far below what would hurt a reader. */
const MOST_COMMANDS = 200_000;
const MOST_MEMBERS = 2000;
/** Longer than any text may be: how long is for `checkClassCommand` to say, in a sentence. */
const text = z.string().max(5000);

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const instant = z.int().min(0).max(8.64e15);
const seq = z.int().min(1);
const table = z.int().min(1).max(100);
const option = z.int().min(0).max(20);

const seat = z.strictObject({ table, country: countryIdSchema.nullable() });
const placeSchema = seat.extend({ member: id });
const tableSchema = z.strictObject({
  number: table,
  match: id,
  seed: z.number(),
  treatment: z.int().min(0).max(5).nullable(),
});

const pollSchema = z.strictObject({
  id,
  question: z.enum(POLL_QUESTIONS),
  text,
  options: z.array(text).max(20),
  open: z.boolean(),
  tallyShown: z.boolean(),
});
const leadSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("country"), table, country: countryIdSchema }),
  z.strictObject({ kind: z.literal("dyad"), table, observer: countryIdSchema, country: countryIdSchema }),
  z.strictObject({ kind: z.literal("poll"), poll: pollSchema }),
]);

const body = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...shape });

/** The shape of every `ClassCommandBody`. */
const BODIES = [
  body("rename", { name: text }),
  body("settings", { settings: classSettingsSchema }),
  body("join", { member: id, name: text, waiting: z.boolean(), simulated: z.literal(true).exactOptional() }),
  body("admit", { member: id }),
  body("remove", { member: id, reason: text }),
  body("nameMember", { member: id, name: text }),
  body("temperament", { member: id, answers: z.array(z.int().min(0).max(4)).length(5) }),
  body("presence", { member: id, present: z.boolean() }),
  body("openSession", { plan: lessonPlanSchema, rehearsal: z.boolean() }),
  body("replan", { plan: lessonPlanSchema }),
  body("deal", { places: z.array(placeSchema).max(MOST_MEMBERS) }),
  body("place", { member: id, place: seat.nullable() }),
  body("begin", { tables: z.array(tableSchema).max(100) }),
  body("finish", {}),
  body("keep", { table, country: countryIdSchema, kept: z.boolean() }),
  body("help", { member: id, text: text.nullable() }),
  body("mute", { member: id, until: instant.nullable() }),
  body("report", { member: id, table, message: seq, why: text }),
  body("handled", { report: z.int() }),
  body("tell", { to: id.nullable(), text }),
  body("lead", { lead: leadSchema.nullable() }),
  body("vote", { member: id, poll: id, option }),
  body("concepts", { questions: CLASS_MESSAGES.concepts.shape.questions }),
  body("conceptAnswers", {
    answers: CLASS_MESSAGES.answerConcepts,
    treatment: z.int().min(0).max(5).nullable().exactOptional(),
  }),
  body("tableAct", { tables: z.array(table).max(100), act: text }),
] as const;
export const classBodySchema = z.discriminatedUnion("kind", BODIES);

const bySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("host"), label: text }),
  z.strictObject({ kind: z.literal("member"), member: id }),
  z.strictObject({ kind: z.literal("server") }),
]);
const stamped = z.looseObject({ seq, at: instant, by: bySchema });

/** One stamped command: its stamp, and its body by the schema of its kind. */
const commandSchema = stamped.transform(({ seq, at, by, ...rest }, context) => {
  const parsed = classBodySchema.safeParse(rest);
  if (parsed.success) return { seq, at, by, ...parsed.data };
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: "custom", path, message });
  return z.NEVER;
});

/** The shape of a `ClassRecord` of the present version. */
export const classRecordSchema = z.strictObject({
  version: z.int(),
  class: id,
  code: id,
  createdAt: instant,
  name: text,
  commands: z.array(commandSchema).max(MOST_COMMANDS),
});
