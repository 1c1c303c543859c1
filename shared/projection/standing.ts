import type { TurnView } from "../model/view.ts";
import type { Board, PublicWorld } from "../model/world.ts";
import { scoreOf } from "../rules/index.ts";
import { assess } from "../theory/assess.ts";

/** What a turn left behind, as everyone may see it: taken from the world after it alone, the same on server and page. */
export function standingAfter(board: Board, after: PublicWorld): Omit<TurnView, "turn" | "sheets" | "events"> {
  const { power, offence } = assess(board, after);
  const { threat, intent, holders, countries } = after;
  return {
    threat,
    intent,
    security: countries.map(({ security }) => security),
    holders,
    power,
    offence,
    arms: countries.map((country) => country.offence + country.defence),
    scores: board.ids.map((_, me) => scoreOf(board, after, me).total),
  };
}
