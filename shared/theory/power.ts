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
  const part = (amount: number, all: number): number => (all > 0 ? amount / all : 0);
  return rows.map(
    (row) => (part(row.population, population) + part(row.industry, industry) + part(row.military, military)) / indices,
  );
}

/** The middle value; of an even number, the mean of the middle two. 0 of none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = ascending(values);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** Sorted by insertion: for a table's worth of numbers quicker than the engine's own sort. */
function ascending(values: readonly number[]): number[] {
  const sorted = values.slice();
  for (let k = 1; k < sorted.length; k += 1) {
    const value = sorted[k] ?? 0;
    let at = k;
    for (; at > 0 && (sorted[at - 1] ?? 0) > value; at -= 1) sorted[at] = sorted[at - 1] ?? 0;
    sorted[at] = value;
  }
  return sorted;
}
