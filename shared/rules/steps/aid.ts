import { quantise } from "../../lib/quantise.ts";
import { transferred } from "../income.ts";
import { countryAt, indexOf, orderOf, tell } from "./turn.ts";
import type { Turn } from "./turn.ts";

/** Rule 2.9. What arrives lies in the treasury for next turn: this turn's plans are made. */
export function giveAid(turn: Turn): void {
  for (let from = 0; from < turn.countries.length; from += 1) {
    for (const gift of orderOf(turn, from).spending.aid) {
      const to = indexOf(turn, gift.to);
      const arrives = transferred(turn.board, from, to, gift.points);
      countryAt(turn, from).treasury -= gift.points;
      countryAt(turn, to).treasury += arrives;
      remember(turn, from, to, arrives);
      tell(turn, { rule: "2.9", step: "aid", kind: "aidGiven", from, to, points: gift.points });
      turn.acts.push({ by: from, target: to, act: "aid", audience: "target" });
    }
  }
}

function remember(turn: Turn, from: number, to: number, points: number): void {
  turn.aid = turn.aid.map((row, k) =>
    k === from ? row.map((sum, i) => (i === to ? quantise(sum + points) : sum)) : row,
  );
}
