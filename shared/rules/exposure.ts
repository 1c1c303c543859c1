import type { Exposure } from "../model/acts.ts";
import type { CountryId, CountryIndex } from "../model/ids.ts";
import type { Treaty } from "../model/treaty.ts";
import type { Board } from "../model/world.ts";
import { keptFor } from "../lib/keptFor.ts";
import { isNear } from "./geography.ts";

/** Whether a and b are partners of a defence pact, open or secret. */
export const areAllied = (treaties: readonly Treaty[], a: CountryId | undefined, b: CountryId | undefined): boolean =>
  treaties.some((treaty) => isPact(treaty, a, b));

/** The same, as far as everyone knows: a secret pact excuses nobody, and moves nobody's opinion (rule 4.13). */
export const areKnownAllies: typeof areAllied = (treaties, a, b) =>
  treaties.some((treaty) => treaty.secret !== true && isPact(treaty, a, b));

const isPact = ({ kind, parties }: Treaty, a: CountryId | undefined, b: CountryId | undefined): boolean =>
  kind === "defence" && a !== undefined && b !== undefined && parties.includes(a) && parties.includes(b);

/** How observer i feels an act aimed at `target`: it is the target, its ally, its neighbour, or someone else (rule 9.2). */
export function exposureTo(board: Board, treaties: readonly Treaty[], target: CountryIndex, i: CountryIndex): Exposure {
  if (i === target) return "direct";
  if (areKnownAllies(treaties, board.ids[i], board.ids[target])) return "ally";
  return isNear(board, target, i) || isNear(board, i, target) ? "neighbour" : "other";
}

/** How observer i feels an act of `by` addressed to everyone: its neighbours feel it in full, the rest from afar (rule 9.3). */
export const exposureToAll = (board: Board, by: CountryIndex, i: CountryIndex): Exposure =>
  isNear(board, i, by) || isNear(board, by, i) ? "direct" : "other";

/** Exposures by country; null where an act is not felt, as by its doer. */
export type Felt = readonly (Exposure | null)[];

/**
 * Neighbours are neighbours for a whole match: what follows from the board alone is kept as long as the board, and shared by
 * all acts that are felt so.
 */
interface Exposures {
  /** `near[target][by]`: to an act of `by` aimed at the target, allies left out. */
  readonly near: readonly (readonly Felt[])[];
  /** `all[by]`: to an act of its own that is addressed to everyone. */
  readonly all: readonly Felt[];
  /** `only[target]`: to an act that the target alone feels. */
  readonly only: readonly Felt[];
}

const exposuresOn = keptFor((board: Board): Exposures => {
  const everyone = board.ids.map((_, i) => i);
  return {
    near: everyone.map((target) =>
      everyone.map((by) => everyone.map((i) => (i === by ? null : exposureTo(board, NO_TREATIES, target, i)))),
    ),
    all: everyone.map((by) => everyone.map((i) => (i === by ? null : exposureToAll(board, by, i)))),
    only: everyone.map((target) => everyone.map((i) => (i === target ? "direct" : null))),
  };
});
const NO_TREATIES: readonly Treaty[] = [];

/** `exposureTo` for every observer of an act of `by` at once. */
export function exposuresTo(board: Board, treaties: readonly Treaty[], target: CountryIndex, by: CountryIndex): Felt {
  const plain = exposuresOn(board).near[target]?.[by] ?? NOBODY;
  const id = board.ids[target];
  let felt: (Exposure | null)[] | null = null;
  for (const { kind, parties, secret } of treaties) {
    if (kind !== "defence" || secret === true || id === undefined || !parties.includes(id)) continue;
    for (const party of parties) {
      const ally = board.indexOf.get(party) ?? target;
      if (ally === target || ally === by) continue;
      felt ??= plain.slice();
      felt[ally] = "ally";
    }
  }
  return felt ?? plain;
}

/** `exposureToAll` for every observer but the doer at once. */
export const exposuresToAll = (board: Board, by: CountryIndex): Felt => exposuresOn(board).all[by] ?? NOBODY;

/** The target alone feels it. */
export const exposureOf = (board: Board, target: CountryIndex): Felt => exposuresOn(board).only[target] ?? NOBODY;
const NOBODY: Felt = [];
