import { assertNever } from "../lib/assertNever.ts";
import type { CommandBody, MatchState, Phase } from "../model/match.ts";

export type PhaseBody = Extract<CommandBody, { readonly kind: "phase" }>;

/** The phase after the present one and its turn; null when the match is over. The lobby is left by `start`. */
export function nextPhase(
  state: Pick<MatchState, "phase" | "turn" | "endTurn">,
): Pick<PhaseBody, "phase" | "turn"> | null {
  const { phase, turn, endTurn } = state;
  switch (phase) {
    case "lobby":
      return { phase: "dispatches", turn: 1 };
    case "dispatches":
      return { phase: "diplomacy", turn };
    case "diplomacy":
      return { phase: "orders", turn };
    case "orders":
      return { phase: "reveal", turn };
    case "reveal":
      return turn >= endTurn ? { phase: "ended", turn } : { phase: "dispatches", turn: turn + 1 };
    case "ended":
      return null;
    default:
      return assertNever(phase);
  }
}

/** The phases in which countries plan, treat and order: all of a running turn but its reveal. */
export const isOpen = (phase: Phase): boolean => phase === "dispatches" || phase === "diplomacy" || phase === "orders";
