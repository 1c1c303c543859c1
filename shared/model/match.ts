import type { CountryId, MatchId, PersonId, ScenarioId, TreatyId } from "./ids.ts";
import type { GameEvent } from "./event.ts";
import type { LegalOrder, OrderSheet, SheetSource } from "./order.ts";
import type { Level, Module, Scenario, ScenarioCrisis } from "./scenario.ts";
import type { Parameters, PartialParameters } from "./parameters.ts";
import type { DeclineReason, Proposal, TreatyTerms } from "./treaty.ts";
import type { AmbitionCard, Board, World } from "./world.ts";

export const PHASES = ["lobby", "dispatches", "diplomacy", "orders", "reveal", "ended"] as const;
export type Phase = (typeof PHASES)[number];
export type PlayPhase = Exclude<Phase, "lobby" | "ended">;

/** Characters of computer players that anyone may choose (players/). */
export const PERSONALITIES = [
  "theorist",
  "powerBalancer",
  /** Schweller's animals (1994): joins the stronger side for profit · defends the order · appeases · conquers. */
  "jackal",
  "lion",
  "lamb",
  "wolf",
  "hider",
  "titForTat",
] as const;
/** Conduct of the strongest country, as treatments of a class differ in it: not for choosing as an opponent. */
export const CONDUCTS = ["reassurer", "blusterer"] as const;
export type Personality = (typeof PERSONALITIES)[number] | (typeof CONDUCTS)[number];

/** How a computer player takes things: slow to take offence and to change course, or quick. */
export const TEMPERS = ["calm", "steady", "hot"] as const;
export type Temper = (typeof TEMPERS)[number];
/** How well it plays: how often it errs, and how far it looks. */
export const DIFFICULTIES = ["easy", "normal", "hard"] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** Where intentions on the threat board come from: public arithmetic, the player's own rating, or both side by side. */
export const INTENTION_MODES = ["computed", "rated", "both"] as const;
export type IntentionMode = (typeof INTENTION_MODES)[number];

/** What may be said: anything, only to everyone, or nothing. */
export const MESSAGE_MODES = ["all", "public", "none"] as const;
export type MessageMode = (typeof MESSAGE_MODES)[number];
/** By phase: a rule of the match. */
export type MessageRules = Readonly<Record<Phase, MessageMode>>;

export const PACES = ["relaxed", "standard", "brisk"] as const;
/** Multiplies the scenario level's seconds per phase: relaxed ×2, standard ×1, brisk ×.5. */
export type Pace = (typeof PACES)[number];

export interface MatchSettings {
  readonly scenario: ScenarioId;
  readonly level: Level;
  readonly modules: readonly Module[];
  readonly pace: Pace;
  /** Seconds of dispatches, diplomacy, orders, reveal. */
  readonly seconds: Readonly<Record<"dispatches" | "diplomacy" | "orders" | "reveal", number>>;
  /** The host's own. In a match's state and views: what is to be put over the present defaults and the scenario's. */
  readonly parameters: PartialParameters;
  readonly intentions: IntentionMode;
  readonly messages: MessageRules;
  /** Fewer turns than the scenario's; absent = the scenario's. */
  readonly turns?: number;
  /** A table of a class; absent = friends among themselves. */
  readonly classroom?: ClassroomRules;
  /** Secret until the debrief: cards, last turn and chance follow from it. */
  readonly seed: number;
}

/** What a class adds to the rules of a match. All of it is known to the players. */
export interface ClassroomRules {
  /** The whole threat board, or power alone (a treatment: shown as such to nobody before the debrief). */
  readonly board: "full" | "power";
  /** Who of a team may hand in its orders. */
  readonly submitter: "any" | "first";
  /** Instructors may read every message; and see orders before the reveal. Said on the page. */
  readonly hostReads: boolean;
  readonly hostSeesOrders: boolean;
}

/** One of a team. */
export interface CrewMember {
  readonly person: PersonId;
  readonly name: string;
}

export type Occupant =
  | { readonly kind: "empty" }
  | {
      readonly kind: "person";
      readonly person: PersonId;
      readonly name: string;
      /** Who shares the seat with the first, in order; absent = nobody. */
      readonly crew?: readonly CrewMember[];
    }
  | {
      readonly kind: "computer";
      readonly personality: Personality;
      /** Absent = steady, normal. */
      readonly temper?: Temper;
      readonly difficulty?: Difficulty;
      /** The person whose seat it is keeping warm. */ readonly keeps?: PersonId;
      /** And who shares it. */
      readonly crew?: readonly CrewMember[];
    };

/** A computer player as a seat names it. */
export type Filler = Omit<Extract<Occupant, { readonly kind: "computer" }>, "kind" | "keeps" | "crew">;

/** Everyone, or the named countries (one = private, several = a group). Sorted; never holds the sender. */
export type Channel = { readonly kind: "all" } | { readonly kind: "some"; readonly countries: readonly CountryId[] };

export interface Message {
  /** Sequence number of its command: order and identity. */
  readonly seq: number;
  readonly turn: number;
  readonly phase: Phase;
  readonly from: CountryId;
  readonly to: Channel;
  readonly text: string;
}

export interface Forecast {
  /** "Whom do you fear most?" */
  readonly fears: CountryId | null;
  /** "Who will balance this turn?" */
  readonly balancers: readonly CountryId[];
}

/** "How aggressive do they seem to me?", 0 not at all … 4 bent on conquest; null = not rated. By country index. */
export type Ratings = readonly (number | null)[];

/** Acts of an instructor that change a match. Ending a phase is a `phase` command with cause `host`; seats are `seat` commands. */
export type HostAct =
  /** The clock stops; `left` milliseconds remain (null = no clock). Frozen: nobody may do anything, and `text` stands on every screen. */
  | { readonly kind: "pause"; readonly frozen: boolean; readonly text: string; readonly left: number | null }
  | { readonly kind: "resume"; readonly deadline: number | null }
  | { readonly kind: "extend"; readonly deadline: number }
  /** Back to the dispatches of a turn already begun: what came after is undone, and a new epoch begins. Talk stays. */
  | { readonly kind: "stepBack"; readonly turn: number; readonly deadline: number | null }
  /** Strikes when the present turn is resolved, in place of what was drawn. */
  | { readonly kind: "inject"; readonly crisis: ScenarioCrisis }
  /** Said to everyone, or to some countries. */
  | { readonly kind: "news"; readonly text: string; readonly to: readonly CountryId[] | null }
  /** A country may not send messages until then (epoch ms); null = may again. */
  | { readonly kind: "mute"; readonly country: CountryId; readonly until: number | null }
  /** The match ends after the present turn. */
  | { readonly kind: "lastTurn" }
  /** The match ends now; a turn not revealed is not played. */
  | { readonly kind: "end" };

/** A host's act as it stands in a match: who may see it is said by `hostActsFor` in projection. */
export interface HostDeed {
  readonly seq: number;
  readonly at: number;
  readonly turn: number;
  readonly phase: Phase;
  readonly act: HostAct;
}

/** An accepted input. The record is the list of these; nothing else changes a match. */
export type Command = {
  readonly seq: number;
  /** Epoch milliseconds on the server. */ readonly at: number;
  /** Who of a team did it, where a seat is shared. */ readonly person?: PersonId;
} & CommandBody;
export type CommandBody =
  | { readonly kind: "seat"; readonly country: CountryId; readonly occupant: Occupant }
  /** Enters a phase. `reveal` resolves the turn; `lobby` never occurs. `deadline` null = no clock. */
  | {
      readonly kind: "phase";
      readonly phase: Exclude<Phase, "lobby">;
      readonly turn: number;
      readonly deadline: number | null;
      readonly cause: "start" | "ready" | "deadline" | "host";
    }
  | { readonly kind: "forecast"; readonly by: CountryId; readonly forecast: Forecast }
  /** How hostile the others seem to this country; replaces what it rated before. Secret to it until the end. */
  | {
      readonly kind: "rate";
      readonly by: CountryId;
      readonly ratings: readonly { readonly country: CountryId; readonly level: number }[];
    }
  | { readonly kind: "message"; readonly by: CountryId; readonly to: Channel; readonly text: string }
  /** `id` is given by `checkCommand`: in a record it is always there. */
  | { readonly kind: "propose"; readonly by: CountryId; readonly terms: TreatyTerms; readonly id?: TreatyId }
  | { readonly kind: "sign" | "retract"; readonly by: CountryId; readonly proposal: TreatyId }
  | {
      readonly kind: "decline";
      readonly by: CountryId;
      readonly proposal: TreatyId;
      readonly reason?: DeclineReason;
    }
  | {
      readonly kind: "submit";
      readonly by: CountryId;
      readonly sheet: OrderSheet;
      readonly source: SheetSource;
      /** A computer player's own account, for the debrief. */ readonly why?: string;
    }
  | { readonly kind: "withdraw"; readonly by: CountryId }
  /** What an instructor does at a table; `host` is the label of their key. */
  | { readonly kind: "host"; readonly host: string; readonly act: HostAct }
  /** Hash of the world after the given turn's resolution; a replay that differs says so. */
  | { readonly kind: "hash"; readonly turn: number; readonly hash: string };
export type CommandKind = Command["kind"];

/** The truth about a match. Everything else is a fold of it. */
export interface MatchRecord {
  readonly version: number;
  readonly match: MatchId;
  readonly createdAt: number;
  /** The scenario as it was when the match began, so that later edits cannot change a replay. */
  readonly scenario: Scenario;
  readonly settings: MatchSettings;
  /** All of them, as they were when the match began: later defaults cannot change a replay. */
  readonly parameters: Parameters;
  readonly commands: readonly Command[];
}

export interface Submitted {
  readonly sheet: LegalOrder;
  readonly source: SheetSource;
  readonly why: string;
}

/** One played turn. Sheets by country index. */
export interface PlayedTurn {
  readonly turn: number;
  readonly before: World;
  readonly sheets: readonly Submitted[];
  readonly forecasts: readonly (Forecast | null)[];
  /** As they stood when the turn was resolved; null = this country rated nobody. */
  readonly ratings: readonly (Ratings | null)[];
  readonly events: readonly GameEvent[];
  readonly after: World;
}

/** The fold of a record: everything known about a match, secrets included. Never sent anywhere as is. */
export interface MatchState {
  readonly match: MatchId;
  readonly settings: MatchSettings;
  readonly board: Board;
  /** Secret: the last turn. */
  readonly endTurn: number;
  /** Secret, by country index. */
  readonly cards: readonly AmbitionCard[];
  /** Secret: the crisis that strikes at the end of each turn, by turn − 1. */
  readonly crises: readonly (ScenarioCrisis | null)[];
  readonly phase: Phase;
  /** Turn being played; 0 in the lobby. */
  readonly turn: number;
  readonly deadline: number | null;
  /** By country index. */
  readonly occupants: readonly Occupant[];
  readonly world: World;
  readonly played: readonly PlayedTurn[];
  /** Submitted and not yet resolved, by country index. Secret until the reveal. */
  readonly submitted: readonly (Submitted | null)[];
  readonly forecasts: readonly (Forecast | null)[];
  /** By country index; they stand until changed. Secret to the rater until the end. */
  readonly ratings: readonly (Ratings | null)[];
  readonly proposals: readonly Proposal[];
  /** Number of treaties and proposals so far. */
  readonly treatyCount: number;
  readonly messages: readonly Message[];
  /** Null while the clock runs. */
  readonly pause: Extract<HostAct, { readonly kind: "pause" }> | null;
  /** Raised by every step back. */
  readonly epoch: number;
  readonly hostDeeds: readonly HostDeed[];
  /** Turns undone by a step back, for the debrief. Secret as they were. */
  readonly undone: readonly PlayedTurn[];
  /** Ratings as each turn opened, by turn − 1: where a step back leads. */
  readonly openings: readonly (readonly (Ratings | null)[])[];
  readonly lastSeq: number;
  /** Turns whose stored hash differs from the replay's. */
  readonly hashMismatches: readonly number[];
}
