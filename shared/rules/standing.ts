import type { Alignment } from "../model/order.ts";
import type { Board } from "../model/world.ts";

/** What alignments count as, by country index: whom each balances against and whom it follows; −1 for nobody. */
export interface Standings {
  readonly against: readonly number[];
  readonly follows: readonly number[];
}

/** Rule 5.5: countries that follow each other, directly or in a circle, count as hiding. */
export function standingOf(board: Board, alignments: readonly Alignment[]): Standings {
  const against = alignments.map((one) => (one.kind === "balance" ? (board.indexOf.get(one.against) ?? -1) : -1));
  const chosen = alignments.map((one) => (one.kind === "bandwagon" ? (board.indexOf.get(one.with) ?? -1) : -1));
  return { against, follows: chosen.map((leader, i) => (inCircle(chosen, i) ? -1 : leader)) };
}

/** Whether the chain of leaders from i comes back to i. */
function inCircle(leaders: readonly number[], i: number): boolean {
  let at = leaders[i] ?? -1;
  for (let steps = 0; at >= 0 && steps < leaders.length; steps += 1) {
    if (at === i) return true;
    at = leaders[at] ?? -1;
  }
  return false;
}

/** What a chosen alignment counts as. */
export const countsAs = ({ follows }: Pick<Standings, "follows">, i: number, chosen: Alignment): Alignment =>
  chosen.kind === "bandwagon" && (follows[i] ?? -1) < 0 ? HIDE : chosen;
const HIDE: Alignment = { kind: "hide" };
