import type { ClassId, CountryId, MatchId, PersonId, ScenarioId } from "./ids.ts";
import type {
  ClassSettings,
  ConceptQuestion,
  LessonPlan,
  Lead,
  Member,
  Naming,
  Notice,
  Report,
  Seating,
  Session,
} from "./classroom.ts";
import type { GameEvent } from "./event.ts";
import type { Message, Phase } from "./match.ts";
import type { ScenarioCrisis } from "./scenario.ts";
import type { SheetSource, OrderSheet } from "./order.ts";

/** Live counts of a poll, by option. */
export interface Tally {
  readonly poll: string;
  readonly counts: readonly number[];
  readonly asked: number;
}

/** All that an instructor sees of the class itself. Orders are not in it. Made by `hostView`. */
export interface HostView {
  readonly class: ClassId;
  readonly code: string;
  readonly name: string;
  readonly role: "owner" | "cohost";
  readonly label: string;
  readonly settings: ClassSettings;
  readonly members: readonly Member[];
  /** The last is the present one. */
  readonly sessions: readonly Session[];
  /** Of the present session, by table number. */
  readonly tables: readonly TableCard[];
  readonly lead: Lead | null;
  readonly tallies: readonly Tally[];
  readonly concepts: readonly ConceptQuestion[];
  /** How many have answered, before and after, in the present session. */
  readonly conceptCount: { readonly before: number; readonly after: number };
  readonly reports: readonly Report[];
  readonly notices: readonly Notice[];
  /** Connected now. */
  readonly hosts: readonly string[];
  readonly screens: number;
  readonly timeline: Timeline | null;
  /** Epoch ms when all is deleted; null = a session is open. */
  readonly deletedAt: number | null;
  /** Of the present session's scenario, to be injected; players have them from no list. Which strike when is not said. */
  readonly crises?: readonly ScenarioCrisis[];
}

/** The lesson's plan against the clock; epoch milliseconds. */
export interface Timeline {
  readonly from: number;
  readonly debriefFrom: number;
  readonly until: number;
  readonly turn: number;
  /** Ends of brief and of each turn as planned. */
  readonly marks: readonly number[];
  /** Minutes ahead of (+) or behind (−) the plan. */
  readonly ahead: number;
}

export interface TableCard {
  readonly number: number;
  /** Null while gathering. */
  readonly match: MatchId | null;
  readonly treatment: string | null;
  readonly phase: Phase;
  readonly turn: number;
  readonly deadline: number | null;
  readonly pause: { readonly frozen: boolean; readonly text: string } | null;
  readonly seats: readonly SeatCard[];
  /** Who watches. */
  readonly observers: readonly PersonId[];
  /** Highest T now; null before play. */
  readonly hottest: { readonly observer: CountryId; readonly country: CountryId; readonly threat: number } | null;
  /** Best headline of the last turn that everyone may see; null = none yet. */
  readonly headline: GameEvent | null;
  readonly wars: number;
  /** 0 = needs nobody; higher = sooner. */
  readonly need: number;
}

export interface SeatCard {
  readonly country: CountryId;
  readonly name: string;
  readonly members: readonly PersonId[];
  readonly state: "submitted" | "draft" | "none" | "away" | "computer" | "empty";
  /** Waits for the others: has pressed on, or handed in. */
  readonly ready: boolean;
  /** A computer player keeps it until its people are back. */
  readonly kept: boolean;
  /** Epoch ms since when nobody of it is here, or nobody of it did anything; null = active. */
  readonly awaySince: number | null;
  readonly idleSince: number | null;
}

/** What an instructor sees who opens a table, beside the observer's view of it: as far as the class was told. */
export interface TableDetail {
  readonly match: MatchId;
  /** Private talk too, if `hostReads`; else public talk. */
  readonly messages: readonly Message[];
  /** If `hostSeesOrders`; else null. By country index. */
  readonly orders: readonly ({ readonly sheet: OrderSheet; readonly source: SheetSource | "draft" } | null)[] | null;
}

/** What a student sees of the class beside their table. Made by `studentView`. */
export interface StudentView {
  readonly class: ClassId;
  readonly className: string;
  readonly code: string;
  readonly you: {
    readonly member: PersonId;
    readonly name: string;
    readonly state: Member["state"];
    readonly reason: string;
  };
  readonly told: Pick<ClassSettings, "hostReads" | "hostSeesOrders" | "filter">;
  readonly session: StudentSession | null;
  readonly survey: { readonly due: boolean };
  /** Questions without the right answers; null = none due now. */
  readonly concept: {
    readonly stage: "before" | "after";
    readonly questions: readonly Pick<ConceptQuestion, "text" | "options">[];
  } | null;
  /** Spotlight and poll, with the own vote and, once shown, the tally. */
  readonly lead: Lead | null;
  readonly vote: number | null;
  readonly tally: Tally | null;
  readonly notices: readonly Notice[];
  readonly help: string | null;
  readonly mutedUntil: number | null;
}

export interface StudentSession {
  readonly number: number;
  readonly state: Session["state"];
  readonly scenario: ScenarioId;
  readonly seating: Seating;
  readonly naming: Naming;
  /** Own table and country; null = no place yet. */
  readonly table: number | null;
  readonly match: MatchId | null;
  readonly country: CountryId | null;
  readonly team: readonly { readonly member: PersonId; readonly name: string; readonly present: boolean }[];
  /** While gathering with free choice: the countries of the own table and how many sit there. */
  readonly choices: readonly { readonly country: CountryId; readonly taken: number; readonly most: number }[];
  readonly here: number;
}

/** What the projector shows beside the observer's view of its tables. Never a secret. Made by `screenView`. */
export interface ScreenView {
  readonly className: string;
  readonly code: string;
  readonly pin: string | null;
  /** To open a class's page: where to go. */
  readonly here: number;
  readonly session:
    | (Pick<Session, "number" | "state"> & { readonly scenario: ScenarioId; readonly naming: Naming })
    | null;
  readonly tables: readonly {
    readonly number: number;
    readonly match: MatchId;
    readonly phase: Phase;
    readonly turn: number;
    readonly deadline: number | null;
    readonly pause: { readonly frozen: boolean; readonly text: string } | null;
  }[];
  readonly showing: ScreenChoice;
  readonly lead: Lead | null;
  readonly tally: Tally | null;
  /** To the whole class. */
  readonly notices: readonly Notice[];
}

/** Set by an instructor for all projectors of the class; not in the record, for it changes nothing. */
export interface ScreenChoice {
  /** One table, or null = all in rotation. */
  readonly table: number | null;
  readonly sound: boolean;
}

export interface PlanAnswer {
  readonly plan: LessonPlan;
  readonly warnings: readonly { readonly code: string; readonly numbers: Readonly<Record<string, number>> }[];
}
