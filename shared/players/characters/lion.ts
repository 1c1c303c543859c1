import type { CountryIndex } from "../../model/ids.ts";
import type { SeatSight } from "../../model/sight.ts";
import { assessed } from "../../theory/assessed.ts";
import type { Character } from "../character.ts";
import { balancing, hiding, points } from "../leanings.ts";
import { fearOf, nameOf, others } from "../outlook.ts";
import type { Leaning } from "../stance.ts";
import { patience } from "../temper.ts";

/** From this danger on it pays the price of balancing: a threat, as the debrief counts them (theory.md 8). */
const AT_STAKE = 45;
/** What the fear of others counts beside its own: the order is theirs too. */
const FOR_OTHERS = 0.85;
/** Land taken by force in the last two turns is a breach of the order wherever it happened. */
const BREACH = 12;

/**
 * The lion (Schweller 1994; 1998): a strong and satisfied state that will pay high costs to protect what it
 * has and little to extend it. It supplies the others with order: it balances against whoever most endangers the table
 * – its own fear or the fear of all, weighed by their power – whatever its odds alone, never follows, never passes the
 * buck, keeps its word, yields to no ultimatum, and frees what others lost.
 */
export function lion(sight: SeatSight, { temper }: Character): Leaning[] {
  const calm = AT_STAKE + patience(temper);
  const dangers = others(sight)
    .map((country) => ({ country, ...dangerOf(sight, country) }))
    .sort((a, b) => b.danger - a.danger || a.country - b.country);
  return [
    ...dangers.slice(0, 3).flatMap(({ country, danger, ours }) =>
      balancing(sight, country, {
        worth: danger / 100,
        reason: ours ? "intentions" : "power",
        why: ours
          ? `${nameOf(sight, country)} is the danger to the order, and to us first: ${points(danger)} of 100.`
          : `${nameOf(sight, country)} endangers others more than us (${points(danger)} of 100, by their power): the order is ours to keep.`,
      }),
    ),
    hiding(calm / 100, `No one endangers the order: the worst stands at ${points(dangers[0]?.danger ?? 0)}.`),
  ];
}

/** 0–100 and more: the greater of its own T and what all fear on average by power, with land taken lately on top. */
function dangerOf({ board, world, me }: SeatSight, j: CountryIndex): { danger: number; ours: boolean } {
  const { shares } = assessed(board, world);
  let fear = 0;
  let power = 0;
  for (let k = 0; k < shares.length; k += 1) {
    if (k === j) continue;
    fear += (shares[k] ?? 0) * fearOf(world, k, j);
    power += shares[k] ?? 0;
  }
  const common = FOR_OTHERS * (power > 0 ? fear / power : 0);
  const own = fearOf(world, me, j);
  const breach = world.recentTakings.some(({ taker, from }) => taker === j && from !== j && from !== me) ? BREACH : 0;
  return { danger: Math.max(own, common) + breach, ours: own >= common };
}
