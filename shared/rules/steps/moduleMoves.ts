import { assertNever } from "../../lib/assertNever.ts";
import type { CountryIndex } from "../../model/ids.ts";
import type { ModuleMove } from "../legality/modules.ts";
import { broadcast } from "./propaganda.ts";
import { indexOf, tell } from "./turn.ts";
import type { Turn } from "./turn.ts";
import { issueUltimatum } from "./ultimata.ts";

/** Moves that only some modules allow. Land is conceded after the battles; covert moves have their own step. */
export function carryOutModuleMove(turn: Turn, i: CountryIndex, move: ModuleMove): void {
  switch (move.kind) {
    case "ultimatum":
      return issueUltimatum(turn, i, indexOf(turn, move.target), move.demand);
    case "appeal":
      return appeal(turn, i, { to: indexOf(turn, move.to), against: indexOf(turn, move.against) });
    case "propaganda":
      return broadcast(turn, i, indexOf(turn, move.target));
    case "concede":
    case "influence":
    case "subvert":
    case "investigate":
      return;
    default:
      assertNever(move);
  }
}

/** Rule 6.10: words that change no opinion. What they say about the one who speaks them is for the debrief. */
function appeal(
  turn: Turn,
  by: CountryIndex,
  { to, against }: { readonly to: CountryIndex; readonly against: CountryIndex },
): void {
  tell(turn, { rule: "6.10", step: "signals", kind: "appealed", by, to, against });
}
