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

/** Per cent of cases that hold. */
export function proportionOf(cases: readonly boolean[]): Sample {
  const { figure, margin } = meanOf(cases.map((holds) => (holds ? 100 : 0)));
  return { figure, margin };
}
