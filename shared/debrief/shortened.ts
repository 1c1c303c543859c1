import type { LensPrediction, PlayProbability } from "../model/lens.ts";
import type { SeatTurn } from "../model/view.ts";
import { samePlay } from "../theory/plays.ts";

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
  lenses: turn.lenses.map((prediction): LensPrediction => ({
    ...prediction,
    options: prediction.options
      .filter(({ play }, at) => at < TOLD || samePlay(play, turn.coded.play))
      .map(({ play, probability, utility }): PlayProbability => ({
        play,
        probability: coarse(probability),
        utility: coarse(utility),
      })),
  })),
});

const coarse = (value: number): number => Math.round(value * GRID) / GRID + 0;
