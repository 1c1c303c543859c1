/** A figure and half of its 95 % interval. */
export interface Sample {
  readonly figure: number;
  readonly margin: number;
}

/** Mean of independent values, by the normal approximation. */
export function meanOf(values: readonly number[]): Sample {
  const n = Math.max(1, values.length);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, n - 1);
  return { figure: mean, margin: 1.96 * Math.sqrt(variance / n) };
}

/** Per cent of the values, each 0 or 1, that are 1. */
export const percentOf = (values: readonly number[]): Sample => meanOf(values.map((value) => 100 * value));

/**
 * 100 × Σ parts / Σ wholes of independent matches, each with a part and a whole: the table is the cluster, so that many
 * seat-turns of one match are not taken for as many witnesses (ratio estimator, linearised).
 */
export function shareOf(parts: readonly number[], wholes: readonly number[]): Sample {
  const n = Math.max(1, wholes.length);
  const whole = wholes.reduce((sum, value) => sum + value, 0);
  if (whole === 0) return { figure: 0, margin: 0 };
  const share = parts.reduce((sum, value) => sum + value, 0) / whole;
  const squares = parts.reduce((sum, part, k) => sum + (part - share * (wholes[k] ?? 0)) ** 2, 0);
  const deviation = Math.sqrt((n * squares) / Math.max(1, n - 1)) / whole;
  return { figure: 100 * share, margin: 196 * deviation };
}
