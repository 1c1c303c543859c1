import type { CountryIndex } from "../model/ids.ts";
import type { Alignment } from "../model/order.ts";
import type { SeatSight } from "../model/sight.ts";
import type { PublicWorld } from "../model/world.ts";

/** The country that threatens `me` most, exiles left out; −1 when alone. */
export function topThreat(world: PublicWorld, me: CountryIndex): CountryIndex {
  const row = world.threat[me] ?? [];
  let best = -1;
  for (let j = 0; j < row.length; j += 1) {
    if (j === me || isExile(world, j)) continue;
    if (best < 0 || (row[j] ?? 0) > (row[best] ?? 0)) best = j;
  }
  return best;
}

/** Everyone but `me` and exiles, most feared first. */
export function byThreat(world: PublicWorld, me: CountryIndex): CountryIndex[] {
  const row = world.threat[me] ?? [];
  return row
    .map((_, j) => j)
    .filter((j) => j !== me && !isExile(world, j))
    .sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b);
}

/** Everyone but `me` and exiles, in country order. */
export const others = ({ world, me }: Pick<SeatSight, "world" | "me">): CountryIndex[] =>
  world.countries.flatMap((_, j) => (j === me || isExile(world, j) ? [] : [j]));

export const isExile = (world: PublicWorld, k: CountryIndex): boolean => world.countries[k]?.status.kind === "exile";

/** T of `j` as `i` sees it. */
export const fearOf = (world: PublicWorld, i: CountryIndex, j: CountryIndex): number => world.threat[i]?.[j] ?? 0;

export const nameOf = ({ board }: Pick<SeatSight, "board">, k: CountryIndex): string => board.spoken[k] ?? "nobody";

/** Whether a treaty of any kind that I know of binds the two. */
export function areBound({ board, world }: SeatSight, a: CountryIndex, b: CountryIndex): boolean {
  const ids = [board.ids[a], board.ids[b]];
  return world.treaties.some(({ parties }) => ids.every((id) => id !== undefined && parties.includes(id)));
}

export function sameAlignment(a: Alignment, b: Alignment): boolean {
  if (a.kind === "balance") return b.kind === "balance" && a.against === b.against;
  if (a.kind === "bandwagon") return b.kind === "bandwagon" && a.with === b.with;
  return b.kind === "hide";
}
