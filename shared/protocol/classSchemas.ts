import { z } from "zod";
import { NAMINGS, POLL_QUESTIONS, SEATINGS } from "../model/classroom.ts";
import { DIFFICULTIES, INTENTION_MODES, MESSAGE_MODES } from "../model/match.ts";
import { LEVELS, MODULES } from "../model/scenario.ts";
import { scenarioIdSchema } from "./schemas.ts";

/** Number of a table. */
export const table = z.int().min(1).max(100);
export const line = z.string().max(200);
const messageMode = z.enum(MESSAGE_MODES);
const seconds = z.int().min(5).max(3600);

const treatmentSchema = z.strictObject({
  name: z.string().min(1).max(60),
  board: z.enum(["full", "power"]),
  strongest: z.enum(["reassuring", "blustering"]).nullable(),
  kappa: z.number().min(0.5).max(2).nullable(),
  delta: z.number().min(0).max(1).nullable(),
  messages: messageMode.nullable(),
});

export const lessonPlanSchema = z.strictObject({
  scenario: scenarioIdSchema,
  level: z.enum(LEVELS),
  modules: z.array(z.enum(MODULES)).max(MODULES.length),
  students: z.int().min(1).max(400),
  minutes: z.int().min(10).max(600),
  endsAt: z.int().min(0).max(8.64e15).exactOptional(),
  tables: z.int().min(1).max(60),
  seats: z.int().min(1).max(16),
  teamSize: z.int().min(1).max(8),
  turns: z.int().min(1).max(12),
  seconds: z.strictObject({ dispatches: seconds, diplomacy: seconds, orders: seconds, reveal: seconds }),
  briefMinutes: z.int().min(0).max(120),
  debriefMinutes: z.int().min(0).max(300),
  protectDebrief: z.boolean(),
  clock: z.enum(["together", "apart"]),
  seating: z.enum(SEATINGS),
  submitter: z.enum(["any", "first"]),
  messages: z.strictObject({
    lobby: messageMode,
    dispatches: messageMode,
    diplomacy: messageMode,
    orders: messageMode,
    reveal: messageMode,
    ended: messageMode,
  }),
  intentions: z.enum(INTENTION_MODES),
  difficulty: z.enum(DIFFICULTIES),
  treatments: z.array(treatmentSchema).max(6),
  dealt: z.array(z.int().min(0).max(5)).max(60),
  conceptCheck: z.boolean(),
});

export const classSettingsSchema = z
  .strictObject({
    naming: z.enum(NAMINGS),
    roster: z.array(line).max(400),
    locked: z.boolean(),
    approve: z.boolean(),
    pin: z
      .string()
      .regex(/^\d{4}$/)
      .nullable(),
    filter: z.boolean(),
    hostReads: z.boolean(),
    hostSeesOrders: z.boolean(),
    retentionDays: z.int().min(1).max(400),
  })
  .partial();

export const questionSchema = z.strictObject({
  text: z.string().min(1).max(400),
  options: z.array(z.string().min(1).max(200)).min(2).max(6),
  right: z.int().min(0).max(5),
  about: z.enum(["balancing", "bandwagoning", "sources", "dilemma", "other"]),
});

export const pollSchema = z.strictObject({
  question: z.enum(POLL_QUESTIONS),
  text: z.string().max(300),
  /** Own words only for `own`; else made by the server. */
  options: z.array(z.string().min(1).max(80)).max(8),
  /** The table whose countries are asked about, for `fear`. */
  table: table.optional(),
  tallyShown: z.boolean(),
});
