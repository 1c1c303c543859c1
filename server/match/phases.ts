import { assertNever } from "#shared/lib/assertNever.ts";
import type { CommandBody, MatchState, Phase } from "#shared/model/match.ts";

export type PhaseBody = Extract<CommandBody, { readonly kind: "phase" }>;

/** The phase after the present one and its turn. The lobby is left by `start`, the end never. */
export function nextPhase(state: MatchState): { readonly phase: PhaseBody["phase"]; readonly turn: number } | null {
  switch (state.phase) {
    case "lobby":
      return { phase: "dispatches", turn: 1 };
    case "dispatches":
      return { phase: "diplomacy", turn: state.turn };
    case "diplomacy":
      return { phase: "orders", turn: state.turn };
    case "orders":
      return { phase: "reveal", turn: state.turn };
    case "reveal":
      return state.turn >= state.endTurn ? { phase: "ended", turn: state.turn } : { phase: "dispatches", turn: state.turn + 1 };
    case "ended":
      return null;
    default:
      return assertNever(state.phase);
  }
}

/** Milliseconds a phase lasts at most; null = no clock. `factor` scales every phase (tests, rehearsals). */
export function lengthOf(state: MatchState, phase: Phase, factor: number): number | null {
  if (phase === "lobby" || phase === "ended") return null;
  return Math.round(state.settings.seconds[phase] * 1000 * factor);
}
