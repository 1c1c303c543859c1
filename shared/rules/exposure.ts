import type { Exposure } from "../model/acts.ts";
import type { CountryId, CountryIndex } from "../model/ids.ts";
import type { Treaty } from "../model/treaty.ts";
import type { Board } from "../model/world.ts";
import { isNear } from "./geography.ts";

/** Whether a and b are partners of a defence pact. */
export const areAllied = (treaties: readonly Treaty[], a: CountryId | undefined, b: CountryId | undefined): boolean =>
  treaties.some(
    ({ kind, parties }) =>
      kind === "defence" && a !== undefined && b !== undefined && parties.includes(a) && parties.includes(b),
  );

/** How observer i feels an act aimed at `target`: it is the target, its ally, its neighbour, or someone else (rule 9.2). */
export function exposureTo(board: Board, treaties: readonly Treaty[], target: CountryIndex, i: CountryIndex): Exposure {
  if (i === target) return "direct";
  if (areAllied(treaties, board.ids[i], board.ids[target])) return "ally";
  return isNear(board, target, i) || isNear(board, i, target) ? "neighbour" : "other";
}

/** How observer i feels an act of `by` addressed to everyone: its neighbours feel it in full, the rest from afar (rule 9.3). */
export const exposureToAll = (board: Board, by: CountryIndex, i: CountryIndex): Exposure =>
  isNear(board, i, by) || isNear(board, by, i) ? "direct" : "other";
