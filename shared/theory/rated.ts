import { quantise } from "../lib/quantise.ts";

/** Words a player may rate another country's intentions by: 0 not at all hostile … 4 bent on conquest. */
export const RATING_LEVELS = [0, 1, 2, 3, 4] as const;

/**
 * The perceived intentions I that a rating stands for: the middles of five equal parts of [0, 1]. A rating is Walt's
 * "perceived offensive intentions" (1987) asked of the perceiver, where the record reckons it from acts.
 */
export const ratedIntent = (level: number): number => quantise((level + 0.5) / RATING_LEVELS.length);

/** The same as log-odds L, the inverse of I = 1/(1 + e^−L). */
export function ratedLogOdds(level: number): number {
  const intent = ratedIntent(level);
  return quantise(Math.log(intent / (1 - intent)));
}
