import type { CountryIndex } from "../../model/ids.ts";
import type { AlignmentKind, Reason } from "../../model/order.ts";
import type { SeatSight } from "../../model/sight.ts";
import type { Board } from "../../model/world.ts";
import { assessed } from "../../theory/assessed.ts";
import { predictionFor } from "../../theory/forecast.ts";
import type { Character } from "../character.ts";
import { topThreat } from "../outlook.ts";
import { worthOf } from "../prospects.ts";
import type { Leaning, Stance } from "../stance.ts";
import { INERTIA } from "../temper.ts";
import { followTheory } from "../theorist.ts";

/** How much looser the quantal response of an easy player is: it errs more often, and more the less an error costs. */
const EASY_TAU = 3;

/**
 * The theory follower (Walt 1987; theory.md 5): balances, bandwagons, hides or passes the buck by expected utility, its own
 * ambition r included. Easy, it responds at a higher temperature (McKelvey & Palfrey 1995); hard, it puts all its
 * options up for a look ahead. Calm, it is slower to leave last turn's course; hot, quicker.
 */
export function theoryFollower(sight: SeatSight, character: Character, draw: () => number): Leaning[] {
  const leaned = { ...sight, board: leanedBoard(sight.board, character) };
  if (character.difficulty === "hard") return allOptions(leaned);
  return [{ ...passing(sight, followTheory(leaned, draw)), worth: 1 }];
}

/** Hiding is buck-passing where leaving it to the others is worth more than hiding. */
function passing(sight: SeatSight, stance: Stance): Stance {
  if (stance.alignment.kind !== "hide") return stance;
  const foe = topThreat(sight.world, sight.me);
  if (foe < 0) return stance;
  const { buckPass, hide } = worthOf(sight, foe);
  return buckPass !== undefined && buckPass > hide ? { ...stance, passesTheBuck: true } : stance;
}

function allOptions(sight: SeatSight): Leaning[] {
  const { board, world, me, card } = sight;
  const foe = topThreat(world, me);
  const assessment = assessed(board, world);
  const { tauPlay, habit } = board.parameters.prediction;
  const predicted = { revisionism: card.revisionism, tau: tauPlay, habit, only: foe, assessment };
  return predictionFor(board, world, me, predicted).map(({ play, utility }): Leaning => {
    const base = { worth: utility, reason: null, why: "" };
    if (play.kind === "buckPass") return { ...base, alignment: { kind: "hide" }, passesTheBuck: true };
    return { ...base, alignment: play, reason: play.kind === "hide" ? null : reasonFor(sight, foe, play.kind) };
  });
}

/** What decided it: profit for a revisionist that joins; else what stands out in the threat. */
function reasonFor({ board, world, me, card }: SeatSight, foe: CountryIndex, kind: AlignmentKind): Reason {
  if (kind === "bandwagon" && card.revisionism > WANTS_MORE) return "profit";
  if ((world.intent[me]?.[foe] ?? 0) > 0) return "intentions";
  return (board.proximity[me]?.[foe] ?? 0) >= NEXT_DOOR ? "proximity" : "power";
}
const WANTS_MORE = 0.3;
const NEXT_DOOR = 0.9;

/** The board with this character's temperature and habit; the very board where they are the board's own. */
function leanedBoard(board: Board, { temper, difficulty }: Character): Board {
  if (temper === "steady" && difficulty !== "easy") return board;
  const key = `${temper} ${difficulty}`;
  const known = leaned.get(board)?.get(key);
  if (known) return known;
  const { prediction } = board.parameters;
  const made: Board = {
    ...board,
    parameters: {
      ...board.parameters,
      prediction: {
        ...prediction,
        tauPlay: prediction.tauPlay * (difficulty === "easy" ? EASY_TAU : 1),
        habit: Math.max(0, prediction.habit + INERTIA[temper]),
      },
    },
  };
  leaned.set(board, (leaned.get(board) ?? new Map<string, Board>()).set(key, made));
  return made;
}
/** Made once for a board, so that what is known of a board stays known. */
const leaned = new WeakMap<Board, Map<string, Board>>();
