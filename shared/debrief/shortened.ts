import type { LensPrediction, PlayProbability } from "../model/lens.ts";
import type { SeatTurn } from "../model/view.ts";
import { namedPlay, samePlay } from "../theory/plays.ts";

/** Options of a prediction that a reader is told of, besides the one that was played. */
const TOLD = 4;
/** Chances and utilities are shown in per cent and hundredths. */
const GRID = 1e4;

/**
 * A choice as it is sent to a screen: of each prediction the likeliest four options and the one that was played. A table of
 * twelve has some 25 options a prediction and thousands of predictions; nearly all of them say "no chance".
 */
export const shortened = (turn: SeatTurn): SeatTurn => ({
  ...turn,
  lenses: turn.lenses.map((prediction): LensPrediction => {
    const named = namedPlay(prediction);
    const told = prediction.options.filter(
      (option, at) => at < TOLD || option === named || samePlay(option.play, turn.coded.play),
    );
    return { ...prediction, named: named && told.indexOf(named), options: told.map(onGrid) };
  }),
});

const onGrid = ({ play, probability, utility }: PlayProbability): PlayProbability => ({
  play,
  probability: coarse(probability),
  utility: coarse(utility),
});

const coarse = (value: number): number => Math.round(value * GRID) / GRID + 0;
