import type { CountryIndex } from "../../model/ids.ts";
import type { ModuleMove } from "../legality/modules.ts";
import { broadcast } from "./propaganda.ts";
import { indexOf } from "./turn.ts";
import type { Turn } from "./turn.ts";

/** Moves that only some modules allow; the covert ones have their own step. */
export function carryOutModuleMove(turn: Turn, i: CountryIndex, move: ModuleMove): void {
  switch (move.kind) {
    case "propaganda":
      return broadcast(turn, i, indexOf(turn, move.target));
    default:
  }
}
