import type { Alignment, Reason } from "../model/order.ts";

/** An alignment, what decided it, and the player's own account for the debrief. */
export interface Stance {
  readonly alignment: Alignment;
  readonly reason: Reason | null;
  readonly why: string;
  /** It hides because others are to bear the burden: buck-passing, not hiding alone. */
  readonly passesTheBuck?: true;
}

/** A stance a character might take, and what it is worth to it: about 0 to 1, comparable within one decision only. */
export interface Leaning extends Stance {
  readonly worth: number;
}
