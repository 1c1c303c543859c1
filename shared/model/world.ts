import type { PrngState } from "../lib/prng.ts";
import type { ActKind } from "./acts.ts";
import type { CountryId, CountryIndex, ProvinceId, ProvinceIndex } from "./ids.ts";
import type { Alignment, Demand } from "./order.ts";
import type { Parameters } from "./parameters.ts";
import type { Aim, Mobility, Module, Scenario } from "./scenario.ts";
import type { Treaty } from "./treaty.ts";

/** Square, by country index: `m[i][j]` is what observer i sees in j. The diagonal is 0. */
export type Matrix = readonly (readonly number[])[];

/** sovereign; follower of another (client, for one turn); or government in exile (no home province left). */
export type CountryStatus =
  | { readonly kind: "sovereign" }
  | { readonly kind: "client"; readonly of: CountryIndex }
  | { readonly kind: "exile" };

/** A country as it stands between two turns. Arms and money in points. */
export interface Country {
  readonly offence: number;
  readonly defence: number;
  readonly treasury: number;
  /** 0–100. */
  readonly stability: number;
  /** Units of industry built in play, on top of its provinces'; below 0 where a crisis destroyed more than was built. */
  readonly industryBuilt: number;
  readonly status: CountryStatus;
  /** Beta counts; reliability = honoured / (honoured + refused). */
  readonly honoured: number;
  readonly refused: number;
  /** Offence ×1.25 in turns from … to (inclusive); 0,0 = never mobilised. */
  readonly mobilisedFrom: number;
  readonly mobilisedTo: number;
  /** Last turn in which an armistice shields it; 0 = none. */
  readonly armisticeTo: number;
  /** Sum over played turns: of security (0–100) and of sovereignty (1 or .5 or 0). */
  readonly securitySum: number;
  readonly sovereignSum: number;
  /** This turn's security, 0–100, for display. */
  readonly security: number;
}

/** A hostile act remembered for the "provoked" test. */
export interface RecentAct {
  readonly turn: number;
  readonly kind: Extract<ActKind, "attack_unprovoked" | "attack_provoked" | "annex" | "mobilise" | "ultimatum">;
  readonly by: CountryIndex;
  /** For a mobilisation: every neighbour separately. */
  readonly target: CountryIndex;
}

/** An ultimatum issued last turn, to be answered on this turn's sheet. */
export interface Ultimatum {
  readonly by: CountryIndex;
  readonly target: CountryIndex;
  readonly demand: Demand;
  /** Turn in which it was issued. */
  readonly turn: number;
}

/** A covert deed not yet found out by everyone. */
export interface CovertDeed {
  readonly turn: number;
  readonly deed: "influence" | "subvert";
  readonly by: CountryIndex;
  readonly target: CountryIndex;
  /** Countries whose intelligence has found it; ascending. */
  readonly foundBy: readonly CountryIndex[];
}

/** What not everyone may know of a world; the projection removes it. */
export interface Secrets {
  /** Influence of k in i, 0–1: `influence[k][i]`. */
  readonly influence: Matrix;
  readonly deeds: readonly CovertDeed[];
}

/** Immutable facts of a match, computed once from scenario and settings. Not stored: rebuilt from the record. */
export interface Board {
  readonly scenario: Scenario;
  readonly parameters: Parameters;
  readonly modules: readonly Module[];
  /** Ascending. */
  readonly ids: readonly CountryId[];
  readonly indexOf: ReadonlyMap<CountryId, CountryIndex>;
  readonly names: readonly string[];
  /** Names as they stand inside a sentence: "the Soviet Union". */
  readonly spoken: readonly string[];
  readonly mobility: readonly Mobility[];
  readonly provinces: readonly BoardProvince[];
  readonly provinceIndexOf: ReadonlyMap<ProvinceId, ProvinceIndex>;
  readonly homes: readonly (readonly ProvinceIndex[])[];
  /** X_ij: how near j's strength is to i. */
  readonly proximity: Matrix;
  /** D_ij, 0–1, already .8 for two of one centralising ideology. */
  readonly ideologyDistance: Matrix;
  /** L0_ij. */
  readonly prior: Matrix;
  /** Whether home provinces of i and j touch on land. */
  readonly borders: readonly (readonly boolean[])[];
  /** Most income a turn, per country. */
  readonly incomeMost: readonly number[];
  /** Points of arms one point of a country's money buys: 1, or less where a historical scenario rescales income. */
  readonly armsPerPoint: readonly number[];
}

export interface BoardProvince {
  readonly id: ProvinceId;
  readonly name: string;
  readonly home: CountryIndex;
  readonly population: number;
  readonly industry: number;
  /** 1, or 1.25 for mountains and straits. */
  readonly terrain: number;
  readonly coastal: boolean;
  readonly neighbours: readonly ProvinceIndex[];
}

/** The state of play between two turns: plain JSON. Secret are `prng`, `secrets` and the treaties that say so. */
export interface World {
  /** The turn about to be played, from 1. */
  readonly turn: number;
  readonly countries: readonly Country[];
  /** Who holds each province, by province index. */
  readonly holders: readonly CountryIndex[];
  readonly treaties: readonly Treaty[];
  /** L_ij, log-odds of perceived aggressive intent, within ±ceiling. */
  readonly intent: Matrix;
  /** T_ij, 5–100. */
  readonly threat: Matrix;
  /** Revealed alignment of the last turn; `hide` for everyone before the first. */
  readonly alignments: readonly Alignment[];
  readonly recentActs: readonly RecentAct[];
  /** Points given so far: `aid[k][i]` from k to i. */
  readonly aid: Matrix;
  /** Provinces taken in the last two turns: turn, taker. For the war stage ω. */
  readonly recentTakings: readonly {
    readonly turn: number;
    readonly taker: CountryIndex;
    readonly from: CountryIndex;
  }[];
  /** Every seat has one free treaty this turn. */
  readonly congress: boolean;
  /** Holder of more than the alarm share of all military power. */
  readonly alarm: CountryIndex | null;
  /** Number of attacks so far, for the class score. */
  readonly wars: number;
  readonly ultimatums: readonly Ultimatum[];
  /** Influence of k in i as far as everyone knows: what was found out, `influence[k][i]`, 0–1. */
  readonly influence: Matrix;
  readonly secrets: Secrets;
  readonly prng: PrngState;
}

/**
 * A world as a reader may see it. Of secret treaties it holds those that the reader is a party to or has found; of
 * `influence`, besides what all know, the reader's own in others.
 */
export type PublicWorld = Omit<World, "prng" | "secrets">;

/** Dealt at the start, secret until the debrief. */
export interface AmbitionCard {
  readonly aim: Aim;
  /** −1 satisfied … 1 revisionist. */
  readonly revisionism: number;
}
