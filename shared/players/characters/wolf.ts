import type { SeatSight } from "../../model/sight.ts";
import { following, hiding, points } from "../leanings.ts";
import { fearOf, nameOf, topThreat } from "../outlook.ts";
import { worthOf } from "../prospects.ts";
import type { Leaning } from "../stance.ts";

/** What standing apart is worth to it, and by how much joining must be worth more by theory.md 5: it hates a master. */
const APART = 0.5;
const LOTH = 0.25;

/**
 * The wolf (Schweller 1994; 1998): a power that values what it covets far more than what it has, and takes great
 * risks for it. It ties its hands with no alliance, asks for land before it takes it, signs what keeps its back free, and
 * breaks that when it suits. What it does is in its moves: ultimatum, mobilisation, attack. It balances against nobody. Only
 * where it would be the next prey itself, and the one it fears can be appeased, does it hunt under that one's wing, as Hungary did from
 * 1938: the weak among the unsated bandwagon for profit.
 */
export function wolf(sight: SeatSight): Leaning[] {
  const apart = hiding(APART, "Alliances tie one's hands; what counts is to grow.", "profit");
  const foe = topThreat(sight.world, sight.me);
  if (foe < 0) return [apart];
  const { bandwagon, hide } = worthOf(sight, foe);
  const name = `${nameOf(sight, foe)} (${points(fearOf(sight.world, sight.me, foe))})`;
  return [
    apart,
    ...following(sight, foe, {
      worth: APART + bandwagon - hide - LOTH,
      reason: "profit",
      why: `Alone we should be the next prey of ${name}; under its wing we can hunt.`,
    }),
  ];
}
