import type { Exposure } from "../model/acts.ts";
import type { CountryId, CountryIndex } from "../model/ids.ts";
import type { Treaty } from "../model/treaty.ts";
import type { Board } from "../model/world.ts";
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

/** `near[target]`: exposures to an act aimed at it, allies left out. `all[by]`: to an act of its own that is addressed to everyone. */
interface Exposures {
  readonly near: readonly Felt[];
  readonly all: readonly Felt[];
}

/** Neighbours are neighbours for a whole match: their exposures are kept as long as the board. */
const known = new WeakMap<Board, Exposures>();

function exposuresOn(board: Board): Exposures {
  const before = known.get(board);
  if (before) return before;
  const exposures: Exposures = {
    near: board.ids.map((_, target) => board.ids.map((__, i) => exposureTo(board, NO_TREATIES, target, i))),
    all: board.ids.map((_, by) => board.ids.map((__, i) => (i === by ? null : exposureToAll(board, by, i)))),
  };
  known.set(board, exposures);
  return exposures;
}
const NO_TREATIES: readonly Treaty[] = [];

/** `exposureTo` for every observer at once. */
export function exposuresTo(board: Board, treaties: readonly Treaty[], target: CountryIndex): (Exposure | null)[] {
  const felt = (exposuresOn(board).near[target] ?? []).slice();
  const id = board.ids[target];
  for (const { kind, parties, secret } of treaties) {
    if (kind !== "defence" || secret === true || id === undefined || !parties.includes(id)) continue;
    for (const party of parties) {
      const ally = board.indexOf.get(party) ?? target;
      if (ally !== target) felt[ally] = "ally";
    }
  }
  return felt;
}

/** `exposureToAll` for every observer but the doer at once. */
export const exposuresToAll = (board: Board, by: CountryIndex): Felt => exposuresOn(board).all[by] ?? [];
