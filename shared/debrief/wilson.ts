/** Two-sided 95 % quantile of the standard normal distribution. */
const Z = 1.959963984540054;

/** 95 % score interval for a share of `hits` in `n` (Wilson 1927), within [0, 1]. For n > 0. It takes cases as independent, which those of one table are not. */
export function wilson(hits: number, n: number): readonly [number, number] {
  const share = hits / n;
  const spread = (Z * Z) / n;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / n + spread / (4 * n));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
