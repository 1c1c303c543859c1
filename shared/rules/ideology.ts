import type { CountryIndex } from "../model/ids.ts";
import { REASONS } from "../model/order.ts";
import type { Reason } from "../model/order.ts";
import type { Board } from "../model/world.ts";
import { countryOn } from "./society.ts";

/** Whether two countries belong to one centralising movement, which knows one leader only (Walt 1987, ch. 2). */
export function areKin(board: Board, a: CountryIndex, b: CountryIndex): boolean {
  const { ideology } = countryOn(board, a);
  if (a === b || countryOn(board, b).ideology !== ideology) return false;
  return board.scenario.ideologies.some(({ id, centralising }) => id === ideology && centralising);
}

/** The reasons a player may name for an alignment: none that speaks of something this match is played without. */
export const reasonsFor = ({ modules }: Pick<Board, "modules">): readonly Reason[] =>
  REASONS.filter(
    (reason) =>
      (reason !== "ideology" || modules.includes("ideology")) && (reason !== "aid" || modules.includes("aid")),
  );
