import { quantise } from "../../lib/quantise.ts";
import type { CountryIndex } from "../../model/ids.ts";
import type { Income } from "../income.ts";
import { countryAt, moneyOf, orderOf, tell } from "./turn.ts";
import type { Turn } from "./turn.ts";

/** Rules 2.1–2.8, by the land held when the turn began. */
export function arm(turn: Turn): void {
  for (let i = 0; i < turn.countries.length; i += 1) {
    const money = moneyOf(turn, i);
    const country = countryAt(turn, i);
    country.treasury += money.income - money.upkeep;
    holdDown(turn, i, money);
    spend(turn, i, money);
  }
}

/** Rule 2.4: occupied land costs money and stability; a country without any recovers. */
function holdDown(turn: Turn, i: CountryIndex, { occupied, upkeep }: Income): void {
  const { war } = turn.board.parameters;
  const country = countryAt(turn, i);
  if (occupied === 0) {
    country.stability = Math.min(war.openingStability, country.stability + war.stabilityRecovery);
    return;
  }
  country.stability = Math.max(0, country.stability - occupied * war.occupationStability);
  tell(turn, {
    rule: "2.4",
    step: "arms",
    kind: "occupationPaid",
    country: i,
    provinces: occupied,
    points: upkeep,
    stability: country.stability,
  });
}

/** Rules 2.5–2.7: arms and industry; what is left is saved. */
function spend(turn: Turn, i: CountryIndex, money: Income): void {
  const { economy } = turn.board.parameters;
  const { spending, alignment } = orderOf(turn, i);
  const country = countryAt(turn, i);
  const offence = quantise(spending.offence * money.armsPerPoint);
  const defence = quantise(spending.defence * money.armsPerPoint);
  const industry = quantise(spending.industry * economy.industryPerPoint * money.armsPerPoint);
  country.offence = quantise(country.offence + offence);
  country.defence = quantise(country.defence + defence);
  country.industryBuilt = quantise(country.industryBuilt + industry);
  country.treasury -=
    spending.offence * economy.offenceCost + spending.defence * economy.defenceCost + spending.industry;
  if (offence > 0) turn.acts.push({ by: i, target: i, act: "arm_offence", audience: "all" });
  if (country.status.kind === "exile") return;
  const due = alignment.kind === "balance" ? money.balanceCost : turn.follows[i] === -1 ? 0 : money.tribute;
  const aid = spending.aid.reduce((sum, { points }) => sum + points, 0);
  const saved = quantise(
    money.available -
      due -
      aid -
      spending.offence * economy.offenceCost -
      spending.defence * economy.defenceCost -
      spending.industry,
  );
  tell(turn, {
    rule: "2.5",
    step: "arms",
    kind: "armed",
    country: i,
    income: money.income,
    offence,
    defence,
    industry,
    saved,
  });
}
