/** A true minus sign, and a plus: "+11", "−1", "0". */
export const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${Math.abs(value)}` : "0");
export const twoPlaces = (value: number): string => value.toFixed(2).replace("-", "−");
export const onePlace = (value: number): string => value.toFixed(1).replace("-", "−");
/** Share as whole per cent, without the sign. */
export const percent = (share: number): number => Math.round(share * 100);

/**
 * Whole numbers that add up to `total` exactly, each as near its value as that allows (largest remainder;
 * Hamilton 1792). Ties go to the earlier one.
 */
export function roundToSum(values: readonly number[], total: number): readonly number[] {
  const whole = values.map(Math.floor);
  const missing = total - whole.reduce((sum, value) => sum + value, 0);
  const byRemainder = values
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  const result = [...whole];
  if (values.length === 0) return result;
  for (let n = 0; n < Math.abs(missing); n += 1) {
    const at = n % values.length;
    const index = missing > 0 ? byRemainder[at] : byRemainder[values.length - 1 - at];
    if (index) result[index.at] = (result[index.at] ?? 0) + Math.sign(missing);
  }
  return result;
}

/** Points of money or arms: at most one decimal, rounded down so that nobody counts on what is not there. */
export const pointsText = (points: number): string =>
  String(Math.trunc(points * 10 + Math.sign(points) * 1e-6) / 10).replace("-", "−");
