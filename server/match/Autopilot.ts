import type { CountryIndex } from "#shared/model/ids.ts";
import type { CommandBody, Filler, MatchState } from "#shared/model/match.ts";

/** A seat played by the computer. */
export interface ComputerSeat extends Filler {
  readonly me: CountryIndex;
}

/**
 * Plays seats that no person holds. It returns commands like anyone's: they are checked, recorded and
 * refused by the same code. Same state, same answer.
 */
export interface Autopilot {
  /** What the seat does of itself as a phase opens: messages, offers. */
  readonly act: (state: MatchState, seat: ComputerSeat) => readonly CommandBody[];
  /** Its answers to the proposals now on the table. */
  readonly answer: (state: MatchState, seat: ComputerSeat) => readonly CommandBody[];
  /** Its orders for this turn. */
  readonly order: (state: MatchState, seat: ComputerSeat) => readonly CommandBody[];
}
