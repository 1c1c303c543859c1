import type { PlayProbability } from "../model/lens.ts";
import type { SeatSight } from "../model/sight.ts";
import { predictionFor } from "../theory/forecast.ts";
import type { Stance } from "./stance.ts";
import { assessed } from "../theory/assessed.ts";
import { topThreat } from "./outlook.ts";

/**
 * Acts on theory.md 5 toward its greatest threat: a quantal response at the temperature of play, with a
 * little liking for what it did last turn. Buck-passing is played as hiding.
 */
export function followTheory(sight: SeatSight, draw: () => number): Stance {
  const { board, world, me, card } = sight;
  const { tauPlay, habit } = board.parameters.prediction;
  const foe = topThreat(world, me);
  const assessment = assessed(board, world);
  // One joins a stronger country (Schweller 1994): there is nothing to be had from a weaker one, and nothing to fear in it.
  const weaker = (assessment.shares[foe] ?? 0) < (assessment.shares[me] ?? 0);
  const options = predictionFor(board, world, me, {
    revisionism: card.revisionism,
    tau: tauPlay,
    habit,
    only: foe,
    assessment,
  }).filter(({ play }) => play.kind !== "bandwagon" || !weaker);
  const chosen = sample(options, draw());
  const threat = `${board.spoken[foe] ?? "nobody"} (${Math.round(world.threat[me]?.[foe] ?? 0)})`;
  const odds = options.map(({ play, utility }) => `${play.kind} ${utility.toFixed(2)}`).join(", ");
  const why = `Most feared: ${threat}. Expected worth: ${odds}.`;
  if (!chosen || chosen.play.kind === "hide") return { alignment: { kind: "hide" }, reason: null, why };
  if (chosen.play.kind === "buckPass")
    return { alignment: { kind: "hide" }, reason: null, why: `${why} Others are more exposed: let them bear it.` };
  const profit = chosen.play.kind === "bandwagon" && card.revisionism > 0.3;
  return { alignment: chosen.play, reason: profit ? "profit" : reasonFor(sight, foe), why };
}

/** One draw from options whose chances need not sum to 1. */
function sample(options: readonly PlayProbability[], drawn: number): PlayProbability | undefined {
  const total = options.reduce((sum, { probability }) => sum + probability, 0);
  let left = drawn * total;
  for (const option of options) {
    left -= option.probability;
    if (left < 0) return option;
  }
  return options.at(-1);
}

/** The nearer and the better disposed, the less it is a matter of intentions. */
function reasonFor({ world, board, me }: SeatSight, foe: number): Stance["reason"] {
  const intent = world.intent[me]?.[foe] ?? 0;
  if (intent > 0) return "intentions";
  return (board.proximity[me]?.[foe] ?? 0) >= 0.9 ? "proximity" : "power";
}
