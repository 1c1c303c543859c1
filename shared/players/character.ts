import type { Difficulty, Filler, Personality, Temper } from "../model/match.ts";

/** Who a computer player is: what it wants, how it takes things, and how well it plays. */
export interface Character {
  readonly personality: Personality;
  readonly temper: Temper;
  readonly difficulty: Difficulty;
}

/** A character as a seat names it: what it leaves out is steady and normal. */
export type Who = Personality | Filler;

export function characterOf(who: Who): Character {
  if (typeof who === "string") return { personality: who, temper: "steady", difficulty: "normal" };
  const { personality, temper = "steady", difficulty = "normal" } = who;
  return { personality, temper, difficulty };
}
