import type { CountryIndex } from "../model/ids.ts";
import type { Treaty } from "../model/treaty.ts";
import type { Board, PublicWorld } from "../model/world.ts";
import { treatyName } from "./treatyWords.ts";

/** "This treaty runs out": to be said while it can still be signed anew (rules 4.2, 4.5). */
export interface Lapsing {
  readonly treaty: Treaty;
  /** Plain English, one sentence. */
  readonly text: string;
}

/** One's own treaties that bind for the last time this turn, in the order in which they came into force. */
export function lapsing(board: Board, world: PublicWorld, me: CountryIndex): Lapsing[] {
  const mine = board.ids[me];
  return world.treaties.flatMap((treaty) => {
    const { until, parties } = treaty;
    if (until === null || until > world.turn || mine === undefined || !parties.includes(mine)) return [];
    const others = parties
      .filter((party) => party !== mine)
      .map((party) => board.spoken[board.indexOf.get(party) ?? -1]);
    const text = `Your ${treatyName(treaty)} with ${others.join(" and ")} runs out at the end of this turn: sign it anew to keep it.`;
    return [{ treaty, text }];
  });
}
