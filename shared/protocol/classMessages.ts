import { z } from "zod";
import type { HostView, ScreenView, StudentView, TableDetail } from "../model/classView.ts";
import type { Patch } from "../lib/diff.ts";
import type { ClassId, CountryId, MatchId } from "../model/ids.ts";
import { personId } from "../model/ids.ts";
import type { Naming } from "../model/classroom.ts";
import type { Refusal } from "../model/refusal.ts";
import { PHASES } from "../model/match.ts";
import { classSettingsSchema, lessonPlanSchema, line, pollSchema, questionSchema, table } from "./classSchemas.ts";
import { countryIdSchema } from "./schemas.ts";
import type { ServerMessages } from "./messages.ts";

/** Who is connected to a class: an instructor (the owner of the key, or one invited), a student, a projector. */
export type ClassRole = "owner" | "cohost" | "student" | "screen";

const member = z
  .string()
  .regex(/^p[0-9a-f]{8,40}$/)
  .transform(personId);
/** Numbers of tables, or all of the session. */
const tables = z.union([z.literal("all"), z.array(table).min(1).max(100)]);
const text = z.string().max(500);

/** Everything that may be asked of a class by someone connected to it, by request and reply. */
export const CLASS_MESSAGES = {
  // The class.
  rename: z.strictObject({ name: line }),
  settings: z.strictObject({ settings: classSettingsSchema }),
  admit: z.strictObject({ members: z.array(member).min(1).max(400) }),
  remove: z.strictObject({ member, reason: line }),
  nameMember: z.strictObject({ member, name: line }),
  muteMember: z.strictObject({ member, minutes: z.int().min(1).max(600).nullable() }),
  handled: z.strictObject({ report: z.int() }),
  tell: z.strictObject({ to: member.nullable(), text }),
  concepts: z.strictObject({ questions: z.array(questionSchema).max(12) }),
  invite: z.strictObject({ role: z.enum(["cohost", "screen"]), label: line }),
  uninvite: z.strictObject({ label: line }),
  // The session.
  openSession: z.strictObject({ plan: lessonPlanSchema, rehearsal: z.boolean() }),
  replan: z.strictObject({ plan: lessonPlanSchema }),
  /** Deals all places anew by the plan's seating. */
  deal: z.strictObject({}),
  place: z.strictObject({
    member,
    place: z.strictObject({ table, country: countryIdSchema.nullable() }).nullable(),
  }),
  begin: z.strictObject({}),
  finish: z.strictObject({}),
  // Tables.
  pause: z.strictObject({ tables }),
  resume: z.strictObject({ tables }),
  freeze: z.strictObject({ tables, text }),
  extend: z.strictObject({ tables, seconds: z.int().min(5).max(1800) }),
  /** `seen`: what each table was at when the button was pressed. One that has moved on since by itself stays where it is. */
  advance: z.strictObject({
    tables,
    seen: z
      .array(z.strictObject({ table, turn: z.int(), phase: z.enum(PHASES) }))
      .max(100)
      .optional(),
  }),
  stepBack: z.strictObject({ tables }),
  /** A crisis of the scenario by its id, or one's own words, without effects. */
  inject: z.strictObject({
    tables,
    crisis: z.union([
      z.strictObject({ id: z.string().max(60) }),
      z.strictObject({ title: z.string().min(1).max(80), text }),
    ]),
  }),
  news: z.strictObject({ tables, text, country: countryIdSchema.optional() }),
  handSeat: z.strictObject({ table, country: countryIdSchema, kept: z.boolean() }),
  lastTurn: z.strictObject({ tables }),
  end: z.strictObject({ tables }),
  nudge: z.strictObject({ tables }),
  /** What an instructor wants to see in full; null = no table. */
  watch: z.strictObject({ table: table.nullable() }),
  // Leading.
  spotlight: z.strictObject({
    table,
    country: countryIdSchema,
    observer: countryIdSchema.optional(),
  }),
  poll: pollSchema,
  closePoll: z.strictObject({ tallyShown: z.boolean() }),
  release: z.strictObject({}),
  show: z.strictObject({ table: table.nullable(), sound: z.boolean() }),
  // Students.
  temperament: z.strictObject({ answers: z.array(z.int().min(0).max(4)).length(5) }),
  choose: z.strictObject({ country: countryIdSchema }),
  help: z.strictObject({ text: line.nullable() }),
  report: z.strictObject({ message: z.int(), why: line }),
  vote: z.strictObject({ poll: z.string().max(20), option: z.int().min(0).max(15) }),
  answerConcepts: z.strictObject({
    stage: z.enum(["before", "after"]),
    pair: z.string().regex(/^[a-z0-9]{8,32}$/),
    answers: z.array(z.int().min(0).max(5).nullable()).max(12),
  }),
  // Anyone.
  classResync: z.strictObject({}),
  classPing: z.strictObject({}),
} as const;
export type ClassMessageName = keyof typeof CLASS_MESSAGES;
export type ClassMessage<N extends ClassMessageName> = z.infer<(typeof CLASS_MESSAGES)[N]>;

const HOSTS = ["owner", "cohost"] as const;
const STUDENTS = ["student"] as const;
const ANYONE = ["owner", "cohost", "student", "screen"] as const;

/** Every message × every role; tested as it stands here. */
export const CLASS_ROLES = {
  rename: HOSTS,
  settings: HOSTS,
  admit: HOSTS,
  remove: HOSTS,
  nameMember: HOSTS,
  muteMember: HOSTS,
  handled: HOSTS,
  tell: HOSTS,
  concepts: HOSTS,
  invite: ["owner"],
  uninvite: ["owner"],
  openSession: HOSTS,
  replan: HOSTS,
  deal: HOSTS,
  place: HOSTS,
  begin: HOSTS,
  finish: HOSTS,
  pause: HOSTS,
  resume: HOSTS,
  freeze: HOSTS,
  extend: HOSTS,
  advance: HOSTS,
  stepBack: HOSTS,
  inject: HOSTS,
  news: HOSTS,
  handSeat: HOSTS,
  lastTurn: HOSTS,
  end: HOSTS,
  nudge: HOSTS,
  watch: HOSTS,
  spotlight: HOSTS,
  poll: HOSTS,
  closePoll: HOSTS,
  release: HOSTS,
  show: HOSTS,
  temperament: STUDENTS,
  choose: STUDENTS,
  help: STUDENTS,
  report: STUDENTS,
  vote: STUDENTS,
  answerConcepts: STUDENTS,
  classResync: ANYONE,
  classPing: ANYONE,
} as const satisfies Record<ClassMessageName, readonly ClassRole[]>;

/** A positive reply; `invite` also tells the new key, once. */
export type ClassReply =
  | { readonly ok: true; readonly key?: string }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * What the server sends over a class's line, beside a student's own match messages (`ServerMessages`, as at any table:
 * a student's line carries both; when they are moved, `view` of the new match follows).
 */
export interface ClassServerMessages {
  /** All of one's view of the class: on entering and on resync. Which kind follows from the role. */
  readonly class: {
    readonly rev: number;
    readonly now: number;
    readonly role: ClassRole;
    readonly view: HostView | StudentView | ScreenView;
  };
  /** What changed since `rev − 1`. */
  readonly classPatch: readonly [rev: number, patch: Patch];
  /** To instructors and projectors: an observer's line to a table (`view`, `whole`, `p` as at any table). */
  readonly table: {
    readonly match: MatchId;
    readonly name: "view" | "whole" | "p";
    readonly body: ServerMessages["view"] | ServerMessages["whole"] | ServerMessages["p"];
  };
  /** To an instructor who watches a table: the whole detail, each time it changes. */
  readonly detail: TableDetail;
  /** A student: this seat's match is no more theirs (moved, removed, session over). */
  readonly away: Record<string, never>;
}

// HTTP, under /api. Secrets go in bodies, never in addresses.
const secret = z.string().min(10).max(100);
/** `POST /api/classes` */
export const openClassSchema = z.strictObject({ name: line, password: z.string().max(200).optional() });
/** `POST /api/classes/recover`: a new owner key for the recovery code; older owner keys end. */
export const recoverClassSchema = z.strictObject({ recovery: z.string().max(60) });
/** `POST /api/host/enter`: a reservation for an instructor's or projector's line. */
export const hostEnterSchema = z.strictObject({ key: secret, version: z.int() });
/** `POST /api/host/export` (owner, cohost): a zip of everything · `POST /api/host/delete` (owner): purges the class. */
export const hostKeySchema = z.strictObject({ key: secret });
export const deleteClassSchema = z.strictObject({ key: secret, name: line });
/** `POST /api/join` with a class's code. */
export const joinClassSchema = z.strictObject({
  code: z.string().max(40),
  name: z.string().max(200),
  pin: z.string().max(10).optional(),
});

/** Told once. The key goes into the address after `#`, which no browser sends. */
export interface OpenedClass {
  readonly class: ClassId;
  readonly code: string;
  readonly name: string;
  readonly key: string;
  readonly recovery: string;
}

/** `GET /api/matches/:code` answers this for a class's code. */
export interface ClassSummary {
  readonly kind: "class";
  readonly code: string;
  readonly name: string;
  readonly naming: Naming;
  /** Names still to be had, when there is a roster. */
  readonly roster: readonly string[];
  readonly needsPin: boolean;
  readonly locked: boolean;
  readonly session: { readonly title: string; readonly state: "gathering" | "playing" | "over" } | null;
}

/** `POST /api/join` answers this for a class. The token opens the class's line through `/api/enter`. */
export interface ClassEntry {
  readonly kind: "class";
  readonly class: ClassId;
  readonly code: string;
  readonly token: string;
  readonly rejoin: string;
  readonly name: string;
  readonly country: CountryId | null;
}
