import type { CountryIndex } from "../model/ids.ts";
import type { Play, PlayProbability } from "../model/lens.ts";
import type { SeatSight } from "../model/sight.ts";
import { mixed } from "../theory/forecast.ts";
import { samePlay } from "../theory/plays.ts";
import type { Helper } from "../theory/predict.ts";
import { inputsFor } from "../theory/situation.ts";
import { againstOf } from "./odds.ts";
import type { Stance } from "./stance.ts";
import { assessed } from "../theory/assessed.ts";
import { topThreat } from "./outlook.ts";

/**
 * Acts on theory.md 5 toward its greatest threat: a quantal response at the temperature of play, with a
 * little liking for what it did last turn. Buck-passing is played as hiding.
 */
export function followTheory(sight: SeatSight, draw: () => number): Stance {
  const { world, me, card } = sight;
  const foe = topThreat(world, me);
  const options = optionsToward(sight, foe);
  const chosen = sample(options, draw());
  if (!chosen || chosen.play.kind === "hide" || chosen.play.kind === "buckPass") return HIDES;
  const profit = chosen.play.kind === "bandwagon" && card.revisionism > 0.3;
  return { alignment: chosen.play, reason: profit ? "profit" : reasonFor(sight, foe), why: "" };
}

/** Its account is the numbers it went by, which are put into words when they are asked for. */
const HIDES: Stance = { alignment: { kind: "hide" }, reason: null, why: "" };

/**
 * Who stood against a country last turn is taken to stand against it again with this chance, as a player at the table can tell;
 * the forecast of theory.md 5 knows of fear and of treaties alone. The figure is tuned to the balance bars, not measured.
 */
const STANDS_AGAIN = 0.9;

/** Every option toward one threat, likeliest first; none where there is nobody to fear. */
function optionsToward(sight: SeatSight, foe: CountryIndex): readonly PlayProbability[] {
  const { board, world, me, card } = sight;
  if (foe < 0) return [];
  const parameters = board.parameters.prediction;
  const { tauPlay, habit } = parameters;
  const view = { board, world, assessment: assessed(board, world), me, revisionism: card.revisionism };
  const inputs = inputsFor(view, foe);
  const weighed = { country: foe, weight: 1, inputs: { ...inputs, helpers: loyalHelpers(sight, foe, inputs.helpers) } };
  const last = world.alignments[me];
  const liking = (play: Play): number => (last && samePlay(play, last) ? habit : 0);
  return mixed(board, [weighed], { parameters, tau: tauPlay, liking });
}

/** `helpers` are all countries but the two, in country order. */
function loyalHelpers({ board, world, me }: SeatSight, foe: CountryIndex, helpers: readonly Helper[]): Helper[] {
  const loyal: Helper[] = [];
  for (let k = 0; k < board.ids.length; k += 1) {
    const helper = k === me || k === foe ? undefined : helpers[loyal.length];
    if (!helper) continue;
    const [power, reach, chance] = helper;
    loyal.push(againstOf(board, world, k) === foe ? [power, reach, Math.max(chance, STANDS_AGAIN)] : helper);
  }
  return loyal;
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
