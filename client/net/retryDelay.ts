/** Milliseconds: the first pause is at most this long … */
const FIRST = 500;
/** … and no pause is longer than this, so that a class is back within seconds of its server. */
const LONGEST = 15_000;

/**
 * How long to wait before attempt `attempt` (1, 2, …) in ms: doubling, half of it by chance, so that thirty browsers that lost one
 * server do not all knock at the same instant.
 * @param draw a number in [0, 1)
 */
export function retryDelay(attempt: number, draw: number): number {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt - 1, 10));
  return Math.round(ceiling / 2 + (ceiling / 2) * draw);
}
