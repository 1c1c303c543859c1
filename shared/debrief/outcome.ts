import type { MatchState, Occupant } from "../model/match.ts";
import type { Manner, Outcome } from "../model/view.ts";
import { aimMet, finalScore } from "../rules/index.ts";
import { lensTable } from "./lensTable.ts";
import { perceptionsOf } from "./perceptions.ts";
import { seatTurns } from "./seatTurns.ts";
import { shortened } from "./shortened.ts";

/**
 * All that was secret, for a match that is over: last turn, cards, who the computer players were, scores, and play beside
 * theory. Rates are reckoned from whole predictions, of which `play` holds only the likeliest options.
 */
export function outcomeOf(state: MatchState): Outcome {
  const { board, world, cards, endTurn, occupants, played } = state;
  const play = seatTurns(state);
  return {
    endTurn,
    scores: cards.map((card, me) => finalScore(board, world, me, card)),
    cards,
    aimsMet: cards.map(({ aim }, me) => aimMet(board, world, me, aim)),
    personalities: occupants.map((occupant) => (occupant.kind === "computer" ? occupant.personality : null)),
    manners: occupants.map(mannerOf),
    ratings: played.map(({ ratings }) => ratings),
    perceptions: perceptionsOf(state),
    play: play.map((seats) => seats.map(shortened)),
    lensTable: lensTable(play),
  };
}

const mannerOf = (occupant: Occupant): Manner | null =>
  occupant.kind === "computer"
    ? { temper: occupant.temper ?? "steady", difficulty: occupant.difficulty ?? "normal" }
    : null;
