import type { MatchState, Phase } from "#shared/model/match.ts";

/** Milliseconds a phase lasts at most; null = no clock. `factor` scales every phase (tests, rehearsals). */
export function lengthOf(state: MatchState, phase: Phase, factor: number): number | null {
  if (phase === "lobby" || phase === "ended") return null;
  return Math.round(state.settings.seconds[phase] * 1000 * factor);
}
