import type { Move } from "../../model/order.ts";
import type { Answer, Asked } from "../legality.ts";
import { illegal } from "../refusals.ts";

export type DiplomaticMove = Extract<Move, { readonly kind: "ultimatum" | "concede" | "appeal" }>;

export function checkDiplomaticMove(_asked: Asked, _move: DiplomaticMove): Answer {
  return illegal("move.level", "This match is played without this move.");
}
