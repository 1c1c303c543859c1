import type { Move } from "../../model/order.ts";
import type { Answer, Asked } from "../legality.ts";
import { illegal } from "../refusals.ts";

export type CovertMove = Extract<Move, { readonly kind: "propaganda" | "influence" | "subvert" | "investigate" }>;

export function checkCovertMove(_asked: Asked, _move: CovertMove): Answer {
  return illegal("move.level", "This match is played without this move.");
}
