import type { GameEvent } from "#shared/model/event.ts";
import type { PlayerView, TurnView } from "#shared/model/view.ts";
import type { Board, Matrix, PublicWorld } from "#shared/model/world.ts";
import { assess } from "#shared/theory/assess.ts";
import { openingSeen } from "./rated.ts";

/** The inputs of T at one moment: P_j, O_j and L_ij; X is the board's. */
export interface Standing {
  /** Null where the record of an older turn does not say. */
  readonly power: readonly number[] | null;
  readonly offence: readonly number[] | null;
  readonly intent: Matrix;
  readonly threat: Matrix;
}

/** The last turn played, as the difference between two standings. */
export interface Step {
  readonly turn: number;
  readonly before: Standing;
  readonly now: Standing;
  readonly events: readonly GameEvent[];
}

export function standingOf(board: Board, world: PublicWorld): Standing {
  const { power, offence } = assess(board, world);
  return { power, offence, intent: world.intent, threat: world.threat };
}

const standingAfter = (turn: TurnView): Standing => ({
  power: turn.power ?? null,
  offence: turn.offence ?? null,
  intent: turn.intent,
  threat: turn.threat,
});

/** The last turn, or the one so many before it; null when no such turn has been played. */
export function lastStep(board: Board, view: PlayerView, back = 0): Step | null {
  const last = view.history.at(-1 - back);
  if (!last) return null;
  const earlier = view.history.at(-2 - back);
  return {
    turn: last.turn,
    before: earlier ? standingAfter(earlier) : standingOf(board, openingSeen(board, view)),
    now: back === 0 ? standingOf(board, view.world) : standingAfter(last),
    events: last.events,
  };
}
