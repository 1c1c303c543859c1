import type { Alignment, Reason } from "../model/order.ts";

/** An alignment, what decided it, and the player's own account for the debrief. */
export interface Stance {
  readonly alignment: Alignment;
  readonly reason: Reason | null;
  readonly why: string;
}
