import type { CountryIndex } from "../../model/ids.ts";
import type { SeatSight } from "../../model/sight.ts";
import { balancing, hiding, points } from "../leanings.ts";
import { fearOf, nameOf, others } from "../outlook.ts";
import type { Leaning } from "../stance.ts";

/**
 * The reassurer: a power that has what it wants and shows it by acts that one bent on more would not afford – it cuts its offence,
 * sends its army home, promises peace and keeps it (costly signals: Kydd 2005; postures that can be told apart: Jervis 1978). By
 * balance of threat its strength should then frighten less than its numbers say (Walt 1987). It fights only who has attacked it.
 */
export function reassurer(sight: SeatSight): Leaning[] {
  const attacker = attackerOf(sight);
  const afraid = others(sight).reduce(
    (most, k) => (most < 0 || fearOf(sight.world, k, sight.me) > fearOf(sight.world, most, sight.me) ? k : most),
    -1,
  );
  return [
    ...balancing(sight, attacker, {
      worth: 1,
      reason: "intentions",
      why: `${nameOf(sight, attacker)} attacked us: until it stops we defend ourselves, and no more.`,
    }),
    hiding(
      0.5,
      afraid < 0
        ? "Nobody has anything to fear from us."
        : `${nameOf(sight, afraid)} fears us most, with ${points(fearOf(sight.world, afraid, sight.me))}: we show by what we do that it need not.`,
    ),
  ];
}

/** Whoever attacked it, or took its land, last turn; −1 = nobody. */
function attackerOf(sight: SeatSight): CountryIndex {
  const { world, me } = sight;
  const there = new Set(others(sight));
  const wrong = world.recentActs.findLast(
    ({ kind, target, by, turn }) =>
      target === me && there.has(by) && turn === world.turn - 1 && (kind === "annex" || kind === "attack_unprovoked"),
  );
  return wrong?.by ?? -1;
}
