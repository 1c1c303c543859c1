import type { CountryIndex } from "../model/ids.ts";
import type { PublicWorld } from "../model/world.ts";

/** The country that threatens `me` most, exiles left out; −1 when alone. */
export function topThreat(world: PublicWorld, me: CountryIndex): CountryIndex {
  const row = world.threat[me] ?? [];
  let best = -1;
  for (let j = 0; j < row.length; j += 1) {
    if (j === me || world.countries[j]?.status.kind === "exile") continue;
    if (best < 0 || (row[j] ?? 0) > (row[best] ?? 0)) best = j;
  }
  return best;
}

/** Everyone but `me` and exiles, most feared first. */
export function byThreat(world: PublicWorld, me: CountryIndex): CountryIndex[] {
  const row = world.threat[me] ?? [];
  return row
    .map((_, j) => j)
    .filter((j) => j !== me && world.countries[j]?.status.kind !== "exile")
    .sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b);
}
