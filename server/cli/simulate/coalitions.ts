import type { LegalOrder } from "#shared/model/order.ts";
import type { Board } from "#shared/model/world.ts";
import type { PlayedMatch } from "./playMatch.ts";

/** Who balances against each country, by index of the target: lists of members, ascending. */
export const coalitions = (board: Board, sheets: readonly LegalOrder[]): number[][] =>
  board.ids.map((id) =>
    sheets.flatMap(({ alignment }, k) => (alignment.kind === "balance" && alignment.against === id ? [k] : [])),
  );

/** Whether two or more balanced one target, and that company formed, grew, shrank or swapped a member in the course of play. */
export function coalitionChanged(board: Board, { sheets }: PlayedMatch): boolean {
  const turns = sheets.map((sheet) =>
    coalitions(board, sheet).map((members) => (members.length >= 2 ? members.join() : "")),
  );
  return turns.some((now, turn) => turn > 0 && now.some((members, target) => members !== turns[turn - 1]?.[target]));
}
