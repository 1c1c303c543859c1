import type { CountryIndex } from "../../model/ids.ts";
import type { SeatSight } from "../../model/sight.ts";
import { assessed } from "../../theory/assessed.ts";
import { leaderOf } from "../../theory/situation.ts";
import type { Character } from "../character.ts";
import { balancing, hiding, percent } from "../leanings.ts";
import { isExile, nameOf, others } from "../outlook.ts";
import type { Leaning } from "../stance.ts";
import { patience } from "../temper.ts";

/**
 * The power balancer (Waltz 1979): states flock to the weaker side, for it is the stronger that threatens them.
 * Against the leader of the strongest grouping as aligned last turn, whoever it is and whatever it means; intentions,
 * nearness and weapons do not count. Nobody stronger, nobody to balance.
 */
export function powerBalancer(sight: SeatSight, { temper }: Character): Leaning[] {
  const sides = groupings(sight);
  const own = sides[sight.me] ?? 0;
  const rivals = others(sight)
    .filter((k) => leaderOf(sight.board, sight.world.alignments, k) !== sight.me)
    .sort((a, b) => (sides[b] ?? 0) - (sides[a] ?? 0) || a - b);
  return [
    ...rivals.slice(0, 2).flatMap((k) =>
      balancing(sight, k, {
        worth: sides[k] ?? 0,
        reason: "power",
        why: `${nameOf(sight, k)} leads the strongest side, with ${percent(sides[k] ?? 0)} of all power; ours has ${percent(own)}.`,
      }),
    ),
    hiding(own + patience(temper) / 200, `Nobody is stronger than we are, with ${percent(own)} of all power.`),
  ];
}

/** Share of all power of each country with its followers; a follower has none of its own. */
function groupings({ board, world }: SeatSight): readonly number[] {
  const { shares } = assessed(board, world);
  const sides = board.ids.map(() => 0);
  for (let k = 0; k < shares.length; k += 1) {
    const leader: CountryIndex = isExile(world, k) ? k : leaderOf(board, world.alignments, k);
    sides[leader] = (sides[leader] ?? 0) + (shares[k] ?? 0);
  }
  return sides;
}
