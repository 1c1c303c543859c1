import type { EventOf, GameEvent } from "../../model/event.ts";
import { quantise } from "../../lib/quantise.ts";
import { contest } from "../security.ts";
import type { Turn } from "./turn.ts";

type Decision = Pick<EventOf<"battle"> & GameEvent, "rule" | "outcome" | "chance">;

/** How a battle ends: by the ratio of the two sums (rule 7.8), or by a die whose chances they set (rule 7.13). */
export function decide(turn: Turn, attack: number, defence: number): Decision {
  const { winRatio, stalemateRatio } = turn.board.parameters.war;
  const otherwise = attack > quantise(stalemateRatio * defence) ? "stalemate" : "loss";
  if (!turn.board.modules.includes("chance"))
    return { rule: "7.8", outcome: attack > quantise(winRatio * defence) ? "win" : otherwise };
  const win = quantise(contest(attack, defence));
  const thrown = quantise(turn.chance.draw());
  return { rule: "7.13", outcome: thrown < win ? "win" : otherwise, chance: { win, thrown } };
}
