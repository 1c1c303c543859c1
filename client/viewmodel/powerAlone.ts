import type { PlayerView, TurnView } from "#shared/model/view.ts";
import type { Board, Matrix } from "#shared/model/world.ts";
import { assess } from "#shared/theory/assess.ts";
import { RECKONING } from "./rated.ts";

/** Whether this table's board shows power and nothing else, until the match is over. The one place where that is asked. */
export const seesPowerAlone = ({ settings, phase }: Pick<PlayerView, "settings" | "phase">): boolean =>
  settings.classroom?.board === "power" && phase !== "ended";

/**
 * The board as its reader weighs it: power alone (Waltz 1979, ch. 6), so that every number, bar, ring and working that follows from the
 * weights shows power. For showing only: what is legal and what happens is the server's, by the match's own weights.
 */
export const powerBoard = (board: Board): Board => ({
  ...board,
  parameters: { ...board.parameters, weights: POWER },
});

/** One object for all boards: what is worked out for a set of weights is kept by it. */
const POWER = { P: 1, X: 0, O: 0, I: 0 } as const;

/** The view on a power board, with 100·P of each country where threats stood, now and in every turn told; what deeds weigh is left out of the news. */
export function powerView(board: Board, view: PlayerView): PlayerView {
  return {
    ...view,
    world: { ...view.world, threat: asMatrix(assess(board, view.world).power) },
    history: view.history.map((turn): TurnView => ({
      ...turn,
      events: turn.events.filter(({ kind }) => !RECKONING.has(kind)),
      threat: turn.power ? asMatrix(turn.power) : turn.threat,
    })),
  };
}

const asMatrix = (power: readonly number[]): Matrix =>
  power.map((_, observer) => power.map((share, country) => (country === observer ? 0 : 100 * share)));
