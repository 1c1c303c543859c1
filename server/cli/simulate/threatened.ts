import type { Board } from "#shared/model/world.ts";
import { topThreat } from "#shared/players/outlook.ts";
import type { PlayedMatch } from "./playMatch.ts";

/** From this T a turn counts as threatened (theory.md 8). */
const THREATENED = 45;

/** A seat-turn in which a country feels a serious threat. `turn` counts from 0, as `PlayedMatch.before` does. */
export interface ThreatenedTurn {
  readonly turn: number;
  readonly seat: number;
  /** The country it fears most. */
  readonly foe: number;
}

/** Every such seat-turn of a match, exiles left out. */
export function threatenedTurns(board: Board, match: PlayedMatch): ThreatenedTurn[] {
  return match.before.flatMap((world, turn) =>
    board.ids.flatMap((_, seat) => {
      const foe = topThreat(world, seat);
      const threatened = (world.threat[seat]?.[foe] ?? 0) >= THREATENED;
      return threatened && world.countries[seat]?.status.kind !== "exile" ? [{ turn, seat, foe }] : [];
    }),
  );
}
