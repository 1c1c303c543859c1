import type { ClassId, CountryId, MatchId, PersonId, ScenarioId } from "./ids.ts";
import type { Difficulty, IntentionMode, MessageMode, MessageRules, PlayPhase } from "./match.ts";
import type { Level, Module } from "./scenario.ts";

/** How students appear to each other: by a name they type (or pick from the roster), by one given to them, or by their country alone. */
export const NAMINGS = ["real", "anonymous", "role"] as const;
export type Naming = (typeof NAMINGS)[number];

export const SEATINGS = ["random", "chosen", "survey", "byHost"] as const;
/** Who sits where: dealt, chosen by each, by five questions on temperament, or by the instructor alone. */
export type Seating = (typeof SEATINGS)[number];

/** Rules of a class that last all term; changed at any time. */
export interface ClassSettings {
  readonly naming: Naming;
  /** Nicknames to choose from; empty = any name. Never more than a nickname is asked for. */
  readonly roster: readonly string[];
  /** Nobody new comes in. Who is in can always come back. */
  readonly locked: boolean;
  /** Newcomers wait until an instructor lets them in. */
  readonly approve: boolean;
  /** Four digits shown on the projector and asked for after the code; null = none. */
  readonly pin: string | null;
  /** Messages with refused words are not sent. Names are always filtered. */
  readonly filter: boolean;
  /** Instructors may read all messages. Told to students. */
  readonly hostReads: boolean;
  /** Instructors may see orders before the reveal. Told to students. */
  readonly hostSeesOrders: boolean;
  /** Days after the last session until everything is deleted. */
  readonly retentionDays: number;
}

/** What tables of one class may differ in. Students are not told until the debrief. */
export interface Treatment {
  readonly name: string;
  /** The whole threat board, or power alone. */
  readonly board: "full" | "power";
  /** The strongest country is played by a computer that reassures, or blusters; null = as any other. */
  readonly strongest: "reassuring" | "blustering" | null;
  /** Jervis's offence–defence balance κ and distinguishability δ; null = the scenario's. */
  readonly kappa: number | null;
  readonly delta: number | null;
  /** What may be said, in every phase; null = the plan's own rules. */
  readonly messages: MessageMode | null;
}

/** A lesson as it is meant to go. Made by `planLesson` from a few answers, and open to change. */
export interface LessonPlan {
  readonly scenario: ScenarioId;
  readonly level: Level;
  readonly modules: readonly Module[];
  /** Students expected. */
  readonly students: number;
  /** Of the whole lesson. */
  readonly minutes: number;
  /** When the lesson must end, epoch milliseconds; absent = `minutes` after the brief began. May still change during play. */
  readonly endsAt?: number;
  readonly tables: number;
  /** Countries played by people at each table; the rest go to computer players. */
  readonly seats: number;
  /** People who share one country at most. */
  readonly teamSize: number;
  readonly turns: number;
  readonly seconds: Readonly<Record<PlayPhase, number>>;
  readonly briefMinutes: number;
  readonly debriefMinutes: number;
  /** Play is stopped in time for the debrief. */
  readonly protectDebrief: boolean;
  /** All tables change phase together, or each when it is ready. */
  readonly clock: "together" | "apart";
  readonly seating: Seating;
  /** Who of a team may hand in its orders: anyone, or whoever sits first. */
  readonly submitter: "any" | "first";
  readonly messages: MessageRules;
  readonly intentions: IntentionMode;
  readonly difficulty: Difficulty;
  /** Empty = all tables alike. */
  readonly treatments: readonly Treatment[];
  /** Treatment of each table, as an index into `treatments`; dealt at random when the session opens, then changed by hand. */
  readonly dealt: readonly number[];
  /** Concept check before and after play. */
  readonly conceptCheck: boolean;
}

/** Of five questions, each answered 0–4: −2 satisfied with the world as it is … 2 bent on changing it. */
export interface Temperament {
  readonly answers: readonly number[];
  readonly revisionism: number;
}

export interface Member {
  readonly id: PersonId;
  /** As typed, picked or given: seen by instructors; by students unless names are roles. */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly joinedAt: number;
  readonly state: "waiting" | "in" | "removed";
  /** Why removed. Told to them. */
  readonly reason: string;
  readonly temperament: Temperament | null;
  /** A computer student of a rehearsal. */
  readonly simulated: boolean;
  /** What they asked the instructor for help with; null = nothing. */
  readonly help: string | null;
  /** Epoch milliseconds until which they may not speak; null = may. */
  readonly mutedUntil: number | null;
  readonly present: boolean;
}

/** Where a member is in a session. Several on one country are a team: in order, the first first. */
export interface Place {
  readonly member: PersonId;
  /** Number of the table, from 1. */
  readonly table: number;
  /** Null = watches. */
  readonly country: CountryId | null;
}

export interface ClassTable {
  readonly number: number;
  readonly match: MatchId;
  readonly seed: number;
  /** Index into the plan's treatments; null = none. */
  readonly treatment: number | null;
}

export interface Session {
  /** From 1. */
  readonly number: number;
  readonly plan: LessonPlan;
  readonly rehearsal: boolean;
  readonly state: "gathering" | "playing" | "over";
  readonly openedAt: number;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly places: readonly Place[];
  /** Empty while gathering: matches are made when play begins. */
  readonly tables: readonly ClassTable[];
  /** Countries (table, country) whose people were all away and which a computer player keeps for them. */
  readonly kept: readonly { readonly table: number; readonly country: CountryId }[];
}

/** What the instructor shows on every phone and on the projector. */
export type Lead =
  | { readonly kind: "country"; readonly table: number; readonly country: CountryId }
  | { readonly kind: "dyad"; readonly table: number; readonly observer: CountryId; readonly country: CountryId }
  | { readonly kind: "poll"; readonly poll: Poll };

export const POLL_QUESTIONS = ["fear", "balance", "yesNo", "own"] as const;
export interface Poll {
  readonly id: string;
  /** "Whom do you fear most?" (options: countries) · "Would you balance, bandwagon or hide?" · yes or no · her own options. */
  readonly question: (typeof POLL_QUESTIONS)[number];
  readonly text: string;
  readonly options: readonly string[];
  readonly open: boolean;
  /** Live, or once it is closed. */
  readonly tallyShown: boolean;
}

export interface Vote {
  readonly poll: string;
  readonly member: PersonId;
  readonly option: number;
}

export interface ConceptQuestion {
  readonly text: string;
  readonly options: readonly string[];
  /** Index of the right one: never sent to students before both checks are over. */
  readonly right: number;
  readonly about: "balancing" | "bandwagoning" | "sources" | "dilemma" | "other";
}

/** Anonymous: `pair` is drawn by the browser and joins before and after; no member is named. */
export interface ConceptAnswers {
  readonly session: number;
  readonly stage: "before" | "after";
  readonly pair: string;
  readonly answers: readonly (number | null)[];
  readonly treatment: number | null;
}

export interface Report {
  /** Number of its command. */
  readonly seq: number;
  readonly at: number;
  readonly by: PersonId;
  readonly table: number;
  /** The message reported. */
  readonly message: number;
  readonly why: string;
  readonly handled: boolean;
}

/** What an instructor says to the whole class or to one person, outside any match. */
export interface Notice {
  readonly seq: number;
  readonly at: number;
  readonly to: PersonId | null;
  readonly text: string;
}

/** An accepted act in the life of a class. The class record is the list of these; everything else is a fold of it. */
export type ClassCommand = {
  readonly seq: number;
  /** Epoch milliseconds on the server. */ readonly at: number;
  /** Who did it: a member, an instructor by the label of their key, or the server itself. */
  readonly by:
    | { readonly kind: "host"; readonly label: string }
    | { readonly kind: "member"; readonly member: PersonId }
    | { readonly kind: "server" };
} & ClassCommandBody;
export type ClassCommandBody =
  | { readonly kind: "rename"; readonly name: string }
  | { readonly kind: "settings"; readonly settings: Partial<ClassSettings> }
  | {
      readonly kind: "join";
      readonly member: PersonId;
      readonly name: string;
      readonly waiting: boolean;
      readonly simulated?: true;
    }
  | { readonly kind: "admit"; readonly member: PersonId }
  | { readonly kind: "remove"; readonly member: PersonId; readonly reason: string }
  | { readonly kind: "nameMember"; readonly member: PersonId; readonly name: string }
  | { readonly kind: "temperament"; readonly member: PersonId; readonly answers: readonly number[] }
  /** Came, or went for good (the grace has passed). */
  | { readonly kind: "presence"; readonly member: PersonId; readonly present: boolean }
  | { readonly kind: "openSession"; readonly plan: LessonPlan; readonly rehearsal: boolean }
  /** While gathering, whole; once playing, only what can still change (`debriefMinutes`, `protectDebrief`, `clock`, `endsAt`). */
  | { readonly kind: "replan"; readonly plan: LessonPlan }
  /** All places anew (dealing), while gathering. */
  | { readonly kind: "deal"; readonly places: readonly Place[] }
  /** One member's place; null = none. */
  | { readonly kind: "place"; readonly member: PersonId; readonly place: Omit<Place, "member"> | null }
  | { readonly kind: "begin"; readonly tables: readonly ClassTable[] }
  | { readonly kind: "finish" }
  /** A country of absent people is kept by a computer player, or theirs again. */
  | { readonly kind: "keep"; readonly table: number; readonly country: CountryId; readonly kept: boolean }
  | { readonly kind: "help"; readonly member: PersonId; readonly text: string | null }
  | { readonly kind: "mute"; readonly member: PersonId; readonly until: number | null }
  | {
      readonly kind: "report";
      readonly member: PersonId;
      readonly table: number;
      readonly message: number;
      readonly why: string;
    }
  | { readonly kind: "handled"; readonly report: number }
  | { readonly kind: "tell"; readonly to: PersonId | null; readonly text: string }
  | { readonly kind: "lead"; readonly lead: Lead | null }
  | { readonly kind: "vote"; readonly member: PersonId; readonly poll: string; readonly option: number }
  | { readonly kind: "concepts"; readonly questions: readonly ConceptQuestion[] }
  /** By the server, which names nobody; it knows the treatment of the table (after play; absent before). */
  | {
      readonly kind: "conceptAnswers";
      readonly answers: Omit<ConceptAnswers, "session" | "treatment">;
      readonly treatment?: number | null;
    }
  /** An act at tables, for the class's own log; the match's record holds it too. */
  | { readonly kind: "tableAct"; readonly tables: readonly number[]; readonly act: string };

export interface ClassHeader {
  readonly version: number;
  readonly class: ClassId;
  readonly code: string;
  readonly createdAt: number;
  readonly name: string;
}
export interface ClassRecord extends ClassHeader {
  readonly commands: readonly ClassCommand[];
}

/** The fold of a class record. */
export interface ClassState {
  readonly header: ClassHeader;
  readonly name: string;
  readonly settings: ClassSettings;
  readonly members: readonly Member[];
  readonly sessions: readonly Session[];
  readonly lead: Lead | null;
  /** Polls asked so far, and all votes (the last of each member counts). */
  readonly polls: readonly Poll[];
  readonly votes: readonly Vote[];
  readonly concepts: readonly ConceptQuestion[];
  readonly conceptAnswers: readonly ConceptAnswers[];
  readonly reports: readonly Report[];
  readonly notices: readonly Notice[];
  readonly lastSeq: number;
}
