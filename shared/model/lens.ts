import type { Alignment } from "./order.ts";
import type { CountryId } from "./ids.ts";

/** Five theories that predict the same choice (theory.md 6). */
export const LENSES = ["threat", "power", "interests", "ideology", "aid"] as const;
export type Lens = (typeof LENSES)[number];

/** What a lens can predict and a play can be coded as. */
export type Play = Alignment | { readonly kind: "buckPass" };

export interface PlayProbability {
  readonly play: Play;
  readonly probability: number;
  readonly utility: number;
}

export interface LensPrediction {
  readonly lens: Lens;
  /** Descending by probability; ties by canonical order. Sums to 1. */
  readonly options: readonly PlayProbability[];
  /** Place among `options` of the one play the theory names, kind before target; null = none. Set where options are left out. */
  readonly named?: number | null;
  /** The country taken as the source of danger (or patron), if any. */
  readonly source: CountryId | null;
}

/** A player's play as the debrief counts it (theory.md 7). */
export interface CodedPlay {
  readonly play: Play;
  /** Which clause decided: the alignment itself, or an act that overrides `hide`. */
  readonly because: "alignment" | "war" | "pact" | "concession" | "aid" | "appeal";
  /** Half or more of the spending went to arms: shown and counted apart. */
  readonly internalBalancing: boolean;
}
