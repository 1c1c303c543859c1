import type { CountryIndex } from "../../model/ids.ts";
import { quantise } from "../../lib/quantise.ts";
import type { Turn } from "./turn.ts";

/** Influence at its height keeps half of a friend's arms at home. */
const MOST_HELD_BACK = 0.5;

/**
 * What share of its help a country really sends against these attackers: influence of one of them in it keeps up to half of it
 * back (rule 12.3). Penetration works for limited aims: no country is kept from its own war (Walt 1987, ch. 7).
 */
export function helpShare(turn: Turn, helper: CountryIndex, attackers: readonly CountryIndex[]): number {
  if (!turn.board.modules.includes("influence")) return 1;
  const most = attackers.reduce((max, by) => Math.max(max, turn.secrets.influence[by]?.[helper] ?? 0), 0);
  return quantise(1 - MOST_HELD_BACK * most);
}
