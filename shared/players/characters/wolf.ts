import type { SeatSight } from "../../model/sight.ts";
import { hiding } from "../leanings.ts";
import type { Leaning } from "../stance.ts";

/**
 * The wolf (Schweller 1994; 1998): a power that values what it covets far more than what it has, and takes great
 * risks for it. It ties its hands with no alliance, asks for land before it takes it, signs what keeps its back free, and
 * breaks that when it suits. What it does is in its moves: ultimatum, mobilisation, attack.
 */
export function wolf(_sight: SeatSight): Leaning[] {
  return [hiding(0.5, "Alliances tie one's hands; what counts is to grow.", "profit")];
}
