import { assertNever } from "../../lib/assertNever.ts";
import type { Move } from "../../model/order.ts";
import type { Answer, Asked } from "../legality.ts";
import { checkCovertMove } from "./covert.ts";
import { checkDiplomaticMove } from "./diplomatic.ts";

export type ModuleMove = Extract<
  Move,
  { readonly kind: "ultimatum" | "concede" | "propaganda" | "appeal" | "influence" | "subvert" | "investigate" }
>;

/** Moves that only some modules allow. */
export function checkModuleMove(asked: Asked, move: ModuleMove): Answer {
  switch (move.kind) {
    case "ultimatum":
    case "concede":
    case "appeal":
      return checkDiplomaticMove(asked, move);
    case "propaganda":
    case "influence":
    case "subvert":
    case "investigate":
      return checkCovertMove(asked, move);
    default:
      return assertNever(move);
  }
}
