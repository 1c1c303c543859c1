import type { CountryIndex } from "../model/ids.ts";
import type { MatchState, PlayedTurn } from "../model/match.ts";
import type { LensPrediction } from "../model/lens.ts";
import type { SeatTurn } from "../model/view.ts";
import { codePlay } from "../theory/coding.ts";
import { lensPredictions } from "../theory/lenses.ts";
import { asHiding, hasBuckPassing, withoutBuckPassing } from "./withoutBuckPassing.ts";

type Played = Pick<MatchState, "board" | "cards" | "played">;

/**
 * Every seat's choice of every turn beside what five theories expected of it: `[turn − 1][country]`. The predictions see only
 * the world before the turn. A default sheet is coded like any other, so that it can be shown, but it is nobody's choice:
 * `lensTable` leaves it out.
 */
export function seatTurns(state: Played): readonly (readonly SeatTurn[])[] {
  return state.played.map((turn) => state.board.ids.map((_, me) => seatTurn(state, turn, me)));
}

function seatTurn(state: Played, turn: PlayedTurn, me: CountryIndex): SeatTurn {
  const submitted = turn.sheets[me];
  if (!submitted) throw new Error(`turn ${turn.turn} has no sheet of country ${me}`);
  const { sheet, source, why } = submitted;
  const coded = codePlay(state.board, sheet, turn.events, me);
  return {
    source,
    coded: hasBuckPassing(state.board) ? coded : asHiding(coded),
    lenses: predictionsBefore(state, turn, me),
    why,
  };
}

function predictionsBefore(
  { board, cards }: Played,
  { before }: PlayedTurn,
  me: CountryIndex,
): readonly LensPrediction[] {
  const predictions = lensPredictions(board, before, me, cards[me]?.revisionism ?? 0);
  return hasBuckPassing(board) ? predictions : predictions.map(withoutBuckPassing);
}
