import { type MatchState, PHASES } from "#shared/model/match.ts";

export interface Step {
  readonly state: Pick<MatchState, "phase" | "turn" | "deadline" | "pause">;
  /** Everyone who is there is ready. */
  readonly isReady: boolean;
  /** Someone is there. */
  readonly isAwaited: boolean;
}

/** Milliseconds before its deadline in which a table ends its phase by itself. */
const NEARLY_OVER = 500;

/**
 * Which tables of a class go on to the next phase now, when all are to change together: those furthest behind, once
 * everyone at every one of them is ready. Tables that are paused, and those where nobody is, hold up nobody.
 */
export function inStep<T extends Step>(tables: readonly T[], now: number): readonly T[] {
  const playing = tables.filter(
    ({ state }) => state.phase !== "lobby" && state.phase !== "ended" && state.pause === null,
  );
  const last = Math.min(...playing.map(position));
  const behind = playing.filter((table) => position(table) === last);
  const awaited = behind.filter(({ isAwaited }) => isAwaited);
  if (awaited.length === 0 || !awaited.every(({ isReady }) => isReady)) return [];
  return behind.filter(({ state: { deadline } }) => deadline === null || deadline - now > NEARLY_OVER);
}

const position = ({ state: { turn, phase } }: Step): number => turn * PHASES.length + PHASES.indexOf(phase);
