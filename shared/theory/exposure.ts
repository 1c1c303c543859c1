import type { ActKind, Exposure } from "../model/acts.ts";
import type { CountryId, CountryIndex } from "../model/ids.ts";
import type { Treaty } from "../model/treaty.ts";
import type { Board } from "../model/world.ts";

/** Acts done to one country that tell nobody else anything: help for the observer, or a pact with it (theory.md 2). */
const BETWEEN_TWO: readonly ActKind[] = ["aid", "treaty_defence", "treaty_nonaggression", "concede", "reassure"];

/**
 * How every observer is exposed to an act by `by` toward `target`, by country index: the target itself, an ally of the
 * target, its neighbour, anyone else; null for the doer, and for outsiders to an act that lies between two.
 */
export function feltBy(
  board: Pick<Board, "ids" | "borders">,
  treaties: readonly Pick<Treaty, "kind" | "parties" | "against">[],
  deed: { readonly by: CountryIndex; readonly target: CountryIndex; readonly act: ActKind },
): (Exposure | null)[] {
  const { by, target, act } = deed;
  return board.ids.map((id, observer) => {
    if (observer === by) return null;
    if (observer === target) return "direct";
    if (BETWEEN_TWO.includes(act)) return null;
    if (allied(treaties, id, board.ids[target])) return "ally";
    return board.borders[observer]?.[target] ? "neighbour" : "other";
  });
}

const allied = (treaties: readonly Pick<Treaty, "kind" | "parties">[], a: CountryId, b: CountryId | undefined): boolean =>
  b !== undefined && treaties.some(({ kind, parties }) => kind === "defence" && parties.includes(a) && parties.includes(b));
