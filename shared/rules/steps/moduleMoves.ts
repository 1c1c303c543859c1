import type { CountryIndex } from "../../model/ids.ts";
import type { ModuleMove } from "../legality/modules.ts";
import type { Turn } from "./turn.ts";

/** Moves that only some modules allow; the covert ones have their own step. */
export function carryOutModuleMove(_turn: Turn, _i: CountryIndex, _move: ModuleMove): void {}
