import type { CountryId, CountryIndex, MatchId, PersonId } from "./ids.ts";
import type { GameEvent } from "./event.ts";
import type { Filler, Forecast, HostDeed, MatchSettings, Message, Personality, Phase, Ratings } from "./match.ts";
import type { OrderSheet, SheetSource } from "./order.ts";
import type { ClassScore, Score } from "./score.ts";
import type { Proposal } from "./treaty.ts";
import type { AmbitionCard, Matrix, PublicWorld } from "./world.ts";
import type { CodedPlay, LensPrediction } from "./lens.ts";

/** A match as one seat may see it: made by `playerView` and nothing else. JSON. */
export interface PlayerView {
  readonly match: MatchId;
  readonly code: string;
  readonly settings: Omit<MatchSettings, "seed">;
  /** Null for an observer. */
  readonly you: CountryId | null;
  readonly phase: Phase;
  readonly turn: number;
  /** The match ends after this turn or the one before; nobody is told which. */
  readonly turnsAtMost: number;
  /** Epoch milliseconds on the server's clock, or null. */
  readonly deadline: number | null;
  readonly seats: readonly SeatView[];
  readonly world: PublicWorld;
  /** Own card; null for an observer, and in the lobby, where seats can be changed. */
  readonly card: AmbitionCard | null;
  readonly orders: OrdersView;
  readonly forecast: Forecast | null;
  /** Own ratings of the others' intentions. */
  readonly ratings: Ratings | null;
  /** Only those to which this seat is a party, or has signed. */
  readonly proposals: readonly Proposal[];
  readonly messages: readonly Message[];
  readonly history: readonly TurnView[];
  /** Own score so far, private aim left out until the end. */
  readonly score: Score | null;
  readonly classScore: ClassScore;
  /** The person who may start the match from the lobby. */
  readonly mayStart: boolean;
  /** What an instructor has done at this table, as far as this seat may know; null at a table without one. */
  readonly hosted: HostedView | null;
  /** Everything, once the match is over; null before. */
  readonly outcome: Outcome | null;
}

export interface HostedView {
  readonly epoch: number;
  readonly pause: { readonly frozen: boolean; readonly text: string; readonly left: number | null } | null;
  /** News and notes to this seat, crises announced, steps back, mutes of this seat. */
  readonly deeds: readonly HostDeed[];
  /** Epoch ms; null = may speak. */
  readonly mutedUntil: number | null;
  /** One's own team, in order, with who is there, and who is writing on the sheet now. Empty for observers and single seats. */
  readonly crew: readonly { readonly person: PersonId; readonly name: string; readonly present: boolean }[];
  readonly editing: PersonId | null;
  /** Whether this person may hand in the orders. */
  readonly maySubmit: boolean;
}

/** By country index. */
export interface SeatView {
  readonly country: CountryId;
  readonly occupant: "person" | "computer" | "empty";
  readonly name: string;
  readonly connected: boolean;
  readonly ready: boolean;
  readonly submitted: boolean;
}

/** One draft, one state. `saved` is what the server holds. */
export interface OrdersView {
  readonly state: "none" | "draft" | "submitted";
  readonly sheet: OrderSheet | null;
}

/** A revealed turn. `sheets` by country index, without notes and covert moves of others; events the reader may know of. */
export interface TurnView {
  readonly turn: number;
  readonly sheets: readonly { readonly sheet: OrderSheet; readonly source: SheetSource }[];
  readonly events: readonly GameEvent[];
  /** T after the turn. */
  readonly threat: Matrix;
  /** L after the turn. */
  readonly intent: Matrix;
  readonly security: readonly number[];
  readonly holders: PublicWorld["holders"];
  /** P_j and O_j after the turn, by country: with `intent` and the board's X they explain a change of T part by part. */
  readonly power?: readonly number[];
  readonly offence?: readonly number[];
  /** All arms (offence and defence) and the score so far, after the turn, by country: what stood before a turn that is still being told. */
  readonly arms?: readonly number[];
  readonly scores?: readonly number[];
}

export type Manner = Required<Pick<Filler, "temper" | "difficulty">>;

export interface Outcome {
  readonly endTurn: number;
  readonly scores: readonly Score[];
  readonly cards: readonly AmbitionCard[];
  readonly aimsMet: readonly boolean[];
  readonly personalities: readonly (Personality | null)[];
  /** How the same computer players bore themselves and how well they played. */
  readonly manners?: readonly (Manner | null)[];
  /** What each country rated the others, `[turn − 1][country]`, null = nobody. */
  readonly ratings: readonly (readonly (Ratings | null)[])[];
  /** Ratings beside the reckoned record and the cards; null where nobody rated. */
  readonly perceptions: Perceptions | null;
  /** Each seat-turn's predictions (the likeliest four options and what was played, to 1e-4) and coding; `[turn − 1][country]`. */
  readonly play: readonly (readonly SeatTurn[])[];
  readonly lensTable: readonly LensRow[];
}

/** Intentions three ways; I and ρ without unit, gaps in I. */
export interface Perceptions {
  readonly pairs: readonly {
    readonly turn: number;
    readonly observer: CountryIndex;
    readonly country: CountryIndex;
    /** I as rated, and as reckoned when the turn was played. */
    readonly rated: number;
    readonly reckoned: number;
    /** r of the country rated. */
    readonly ambition: number;
  }[];
  /** Mean of rated − reckoned. */
  readonly meanGap: number;
  /** Rank correlations (Spearman); null where they cannot be told. */
  readonly ratedByRecord: number | null;
  readonly ratedByAmbition: number | null;
  readonly recordByAmbition: number | null;
}

export interface SeatTurn {
  readonly source: SheetSource;
  readonly coded: CodedPlay;
  readonly lenses: readonly LensPrediction[];
  /** A computer player's own account; empty for people. */
  readonly why: string;
}

/** Hit rate of one lens over the choices of people (or of everyone). */
export interface LensRow {
  readonly lens: LensPrediction["lens"];
  readonly who: "people" | "everyone";
  readonly hits: number;
  readonly n: number;
  /** Share of hits, its 95 % interval (Wilson), mean natural-log score; null when n = 0. */
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
  readonly meanLogScore: number | null;
  /** Rate of "always the commonest play". */
  readonly baseRate: number | null;
}
