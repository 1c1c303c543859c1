import type { CountryIndex } from "../../model/ids.ts";
import type { SeatSight } from "../../model/sight.ts";
import { assessed } from "../../theory/assessed.ts";
import { balancing, hiding } from "../leanings.ts";
import { againstOf } from "../odds.ts";
import { nameOf, others } from "../outlook.ts";
import type { Leaning } from "../stance.ts";

/**
 * The blusterer: a power that means to be respected and does all that frightens – it arms for attack, calls up its army, threatens
 * and gives ultimata – and hardly ever strikes. To those who watch, such a posture cannot be told from the wish to conquer
 * (Jervis 1978), and it brings about the coalition it feared, as Wilhelmine Germany's did (Walt 1987); the signals are those an
 * aggressor would send too (Kydd 2005). It stands against whoever stands against it.
 */
export function blusterer(sight: SeatSight): Leaning[] {
  const rival = rivalOf(sight);
  return [
    ...balancing(sight, rival, {
      worth: 0.7,
      reason: "power",
      why: `${nameOf(sight, rival)} dares to stand against us: it shall see what we are.`,
    }),
    hiding(0.5, "Who is feared is respected: we need nobody, and let everyone feel it."),
  ];
}

/** The strongest of those that stood against it last turn, or −1. */
function rivalOf(sight: SeatSight): CountryIndex {
  const { shares } = assessed(sight.board, sight.world);
  return others(sight)
    .filter((k) => againstOf(sight.board, sight.world, k) === sight.me)
    .reduce((most, k) => (most < 0 || (shares[k] ?? 0) > (shares[most] ?? 0) ? k : most), -1);
}
