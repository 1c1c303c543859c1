import type { PlayPhase } from "../model/match.ts";

/** Turns below which there is a first impression and no second: nobody learns to expect anything. */
export const LEAST_TURNS = 3;
/** Tables one person can keep an eye on (3 × 4 on a laptop's screen); beyond, students share countries. */
export const MOST_TABLES = 12;
/** People who share a country and all have something to do. */
export const MOST_TEAM = 3;
/** What a student cannot do with less, in seconds: read the news, talk to two others, fill in the sheet, follow the reveal. */
export const LEAST_SECONDS: Readonly<Record<PlayPhase, number>> = {
  dispatches: 10,
  diplomacy: 40,
  orders: 30,
  reveal: 20,
};
export const PLAY_PHASES = ["dispatches", "diplomacy", "orders", "reveal"] as const;

/** The least debrief that is worth protecting: a third of the lesson, in whole minutes. */
export const leastDebrief = (minutes: number): number => Math.ceil(minutes / 3);

/** Seconds of one turn. */
export const turnSeconds = (seconds: Readonly<Record<PlayPhase, number>>): number =>
  PLAY_PHASES.reduce((total, phase) => total + seconds[phase], 0);
