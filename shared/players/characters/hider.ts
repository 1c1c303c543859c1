import type { SeatSight } from "../../model/sight.ts";
import { hiding, points } from "../leanings.ts";
import { fearOf, nameOf, topThreat } from "../outlook.ts";
import type { Leaning } from "../stance.ts";

/**
 * The hider (Schroeder 1994): most states that were threatened did neither balance nor join – they ignored it,
 * declared themselves neutral, or withdrew behind their walls. It arms for defence alone, reassures, and signs what keeps it out: peace
 * and neutrality, never a pact.
 */
export function hider(sight: SeatSight): Leaning[] {
  const { world, me } = sight;
  const foe = topThreat(world, me);
  const threat = foe < 0 ? "Nobody threatens us" : `${nameOf(sight, foe)} stands at ${points(fearOf(world, me, foe))}`;
  return [hiding(0.5, `${threat}: whatever happens, we stay out of it.`, "noAllies")];
}
