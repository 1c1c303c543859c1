import type { CountryIndex } from "../../model/ids.ts";
import { transferred } from "../income.ts";
import { countsAs } from "../standing.ts";
import { forbidsBalancing } from "../treatyWords.ts";
import { breakTreaty, treatiesBetween } from "./breach.ts";
import { countryAt, isExiled, moneyOf, orderOf, tell } from "./turn.ts";
import type { Turn } from "./turn.ts";

/** Rules 5.1–5.5. */
export function align(turn: Turn): void {
  for (let i = 0; i < turn.countries.length; i += 1) {
    const { alignment } = orderOf(turn, i);
    const counts = countsAs(turn, i, alignment);
    tell(turn, {
      rule: ruleFor(alignment.kind, counts.kind),
      step: "alignments",
      kind: "aligned",
      country: i,
      alignment,
      counts,
    });
    const enemy = turn.against[i] ?? -1;
    const leader = turn.follows[i] ?? -1;
    if (enemy >= 0) balance(turn, i, enemy);
    if (leader >= 0) follow(turn, i, leader);
    if (!isExiled(turn, i))
      countryAt(turn, i).status = leader >= 0 ? { kind: "client", of: leader } : { kind: "sovereign" };
  }
}

function ruleFor(
  chosen: "balance" | "bandwagon" | "hide",
  counts: "balance" | "bandwagon" | "hide",
): "5.1" | "5.2" | "5.3" | "5.5" {
  if (chosen !== counts) return "5.5";
  return chosen === "balance" ? "5.1" : chosen === "bandwagon" ? "5.2" : "5.3";
}

function balance(turn: Turn, i: CountryIndex, enemy: CountryIndex): void {
  countryAt(turn, i).treasury -= moneyOf(turn, i).balanceCost;
  turn.acts.push({ by: i, target: enemy, act: "balance_against", audience: "target" });
  for (const treaty of treatiesBetween(turn, i, enemy))
    if (forbidsBalancing(treaty)) breakTreaty(turn, { treaty, by: i, victim: enemy, deed: "balance" });
}

function follow(turn: Turn, i: CountryIndex, leader: CountryIndex): void {
  const { tribute } = moneyOf(turn, i);
  if (tribute <= 0) return;
  countryAt(turn, i).treasury -= tribute;
  countryAt(turn, leader).treasury += transferred(turn.board, i, leader, tribute);
  tell(turn, { rule: "5.4", step: "alignments", kind: "tributePaid", from: i, to: leader, points: tribute });
}
