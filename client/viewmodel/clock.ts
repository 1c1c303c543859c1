import type { MatchSettings, Phase } from "#shared/model/match.ts";

export const PLAY_PHASES = ["dispatches", "diplomacy", "orders", "reveal"] as const satisfies readonly Phase[];
export type PlayPhase = (typeof PLAY_PHASES)[number];

export const isPlayPhase = (phase: Phase): phase is PlayPhase => PLAY_PHASES.some((each) => each === phase);

/** `m:ss`, rounded up so that 0:00 means over; hours are never needed. Null deadline = no clock. */
export function clockText(deadline: number | null, now: number): string | null {
  if (deadline === null) return null;
  const seconds = secondsLeft(deadline, now);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export const secondsLeft = (deadline: number, now: number): number => Math.max(0, Math.ceil((deadline - now) / 1000));

export interface PhaseBar {
  readonly phase: PlayPhase;
  /** Share of the turn's time, 0–1. */
  readonly width: number;
  readonly state: "past" | "now" | "next";
  /** Share of its own time still left, 0–1; 1 without a clock. */
  readonly left: number;
}

interface Moment {
  readonly phase: Phase;
  readonly seconds: MatchSettings["seconds"];
  readonly deadline: number | null;
  readonly now: number;
}

/** The four phases of a turn in true proportion. */
export function phaseBars({ phase, seconds, deadline, now }: Moment): readonly PhaseBar[] {
  const total = PLAY_PHASES.reduce((sum, each) => sum + seconds[each], 0) || 1;
  const at = PLAY_PHASES.findIndex((each) => each === phase);
  return PLAY_PHASES.map((each, index) => ({
    phase: each,
    width: seconds[each] / total,
    state: index < at || phase === "ended" ? "past" : index === at ? "now" : "next",
    left: index === at && deadline !== null ? clamp((deadline - now) / 1000 / (seconds[each] || 1)) : 1,
  }));
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
