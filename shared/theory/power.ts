/** What a power share is made of. Any unit, the same for every country. */
export interface PowerRow {
  readonly population: number;
  readonly industry: number;
  /** Offence + defence. */
  readonly military: number;
}

/**
 * Each country's share of the power in play, 0–1, summing to 1: the mean of its shares of people, industry and arms.
 * An index that nobody has any of is left out; with none left all countries are equal.
 * Source: CINC's structure (Singer, Bremer & Stuckey 1972).
 */
export function powerShares(rows: readonly PowerRow[]): number[] {
  let population = 0;
  let industry = 0;
  let military = 0;
  for (const row of rows) {
    population += row.population;
    industry += row.industry;
    military += row.military;
  }
  const indices = Number(population > 0) + Number(industry > 0) + Number(military > 0);
  if (indices === 0) return rows.map(() => 1 / rows.length);
  return rows.map(
    (row) =>
      ((population > 0 ? row.population / population : 0) +
        (industry > 0 ? row.industry / industry : 0) +
        (military > 0 ? row.military / military : 0)) /
      indices,
  );
}

/** The middle value; of an even number, the mean of the middle two. 0 of none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
