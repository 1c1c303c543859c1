import type { CountryIndex } from "../model/ids.ts";
import type { Play, PlayProbability } from "../model/lens.ts";
import type { SeatSight } from "../model/sight.ts";
import { byLikelihood, samePlay } from "../theory/plays.ts";
import { type Helper, softmax, weigh } from "../theory/predict.ts";
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
  const { board, world, me, card } = sight;
  const foe = topThreat(world, me);
  const options = optionsToward(sight, foe);
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

/**
 * Who stood against a country last turn stands against it again, as a player at the table can tell: nine times in ten, in
 * play among theory players. The forecast of theory.md 5 knows of fear and of treaties alone.
 */
const STANDS_AGAIN = 0.9;

/** Every option toward one threat, likeliest first. */
function optionsToward(sight: SeatSight, foe: CountryIndex): readonly PlayProbability[] {
  const { board, world, me, card } = sight;
  const { prediction } = board.parameters;
  const id = board.ids[foe];
  if (id === undefined) return [];
  const view = { board, world, assessment: assessed(board, world), me, revisionism: card.revisionism };
  const inputs = inputsFor(view, foe);
  const others = board.ids.flatMap((_, k) => (k === me || k === foe ? [] : [k]));
  const helpers = inputs.helpers.map(([power, reach, chance], n): Helper =>
    againstOf(board, world, others[n] ?? -1) === foe
      ? [power, reach, Math.max(chance, STANDS_AGAIN)]
      : [power, reach, chance],
  );
  const { balance, bandwagon, hide, buckPass } = weigh({ ...inputs, helpers }, prediction).expectedUtilities;
  const worths: readonly (readonly [Play, number | undefined])[] = [
    [{ kind: "balance", against: id }, balance],
    [{ kind: "bandwagon", with: id }, bandwagon],
    [{ kind: "hide" }, hide],
    [{ kind: "buckPass" }, buckPass],
  ];
  const last = world.alignments[me];
  const options = worths.flatMap(([play, worth]) =>
    worth === undefined ? [] : [{ play, utility: worth + (last && samePlay(play, last) ? prediction.habit : 0) }],
  );
  const chances = softmax(
    options.map(({ utility }) => utility),
    prediction.tauPlay,
  );
  return byLikelihood(options.map((option, k) => ({ ...option, probability: chances[k] ?? 0 })));
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
