import type { GameEvent } from "./event.ts";
import type { CountryIndex } from "./ids.ts";
import type { Proposal } from "./treaty.ts";
import type { AmbitionCard, Board, PublicWorld } from "./world.ts";

/** What one seat knows when it decides: all a computer player is given, and no more than a person sees. */
export interface SeatSight {
  readonly board: Board;
  readonly world: PublicWorld;
  readonly me: CountryIndex;
  readonly card: AmbitionCard;
  /** Those to which this seat is a party. */
  readonly proposals: readonly Proposal[];
  /** What this seat saw happen in the last turn; absent = it remembers no more than the world shows. */
  readonly lately?: readonly GameEvent[];
}
