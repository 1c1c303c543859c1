import type { CountryIndex } from "../../model/ids.ts";
import type { Demand } from "../../model/order.ts";
import type { Treaty } from "../../model/treaty.ts";
import type { Ultimatum } from "../../model/world.ts";
import { recipientOf, stillStands } from "../legality/diplomatic.ts";
import { countryOn } from "../society.ts";
import { attackedBy } from "./battles.ts";
import { leaveTreaty } from "./breach.ts";
import { revealTreaty } from "./promises.ts";
import { countryAt, indexOf, orderOf, tell } from "./turn.ts";
import type { Transfer, Turn } from "./turn.ts";

/** Rule 6.7. It is answered on next turn's sheet. */
export function issueUltimatum(turn: Turn, by: CountryIndex, target: CountryIndex, demand: Demand): void {
  const treaty = named(turn.treaties, demand);
  const open = treaty?.secret ? revealTreaty(turn, treaty, { step: "signals", how: "demand" }) : treaty;
  tell(turn, { rule: "6.7", step: "signals", kind: "ultimatumIssued", by, target, demand, ...about(open) });
  turn.ultimatums = [...turn.ultimatums, { by, target, demand, turn: turn.number }];
  turn.acts.push({ by, target, act: "ultimatum", audience: "exposed" });
  turn.recentActs.push({ turn: turn.number, kind: "ultimatum", by, target });
}

/** The treaty that a demand is about, if it is among these. */
const named = (treaties: readonly Treaty[], demand: Demand): Treaty | undefined =>
  demand.kind === "leaveTreaty" ? treaties.find(({ id }) => id === demand.treaty) : undefined;
const about = (treaty: Treaty | undefined): { readonly treaty?: Treaty } => (treaty ? { treaty } : {});

/** Rule 6.8: last turn's ultimata, in the order of the countries that gave them. */
export function answerUltimata(turn: Turn): void {
  for (const ultimatum of turn.before.ultimatums) {
    if (!stillStands(turn.board, turn.before, ultimatum)) continue;
    const { by, target, demand } = ultimatum;
    const accepted = accepts(turn, ultimatum);
    tell(turn, {
      rule: "6.8",
      step: "ultimata",
      kind: "ultimatumAnswered",
      by,
      target,
      demand,
      ...about(named(turn.before.treaties, demand)),
      accepted,
    });
    if (accepted) comply(turn, ultimatum);
    else if (turn.holders[attackedBy(turn, by)] !== target) backDown(turn, ultimatum);
  }
}

const accepts = (turn: Turn, { by, target }: Ultimatum): boolean =>
  orderOf(turn, target).answers?.some(({ to, accept }) => accept && indexOf(turn, to) === by) ?? false;

/** Land passes after the battles (`concessions`); an alignment was checked with the sheet. */
function comply(turn: Turn, ultimatum: Ultimatum): void {
  const { by, target, demand } = ultimatum;
  turn.accepted.push(ultimatum);
  if (demand.kind === "cede") return;
  turn.acts.push({ by: target, target: by, act: "concede", audience: "target" });
  const treaty = named(turn.treaties, demand);
  if (!treaty) return;
  leaveTreaty(turn, treaty, target);
  tell(turn, { rule: "6.8", step: "ultimata", kind: "treatyLeft", treaty, by: target, demandedBy: by });
}

/** A threat that is not carried out costs its author most where the public can call it to account (Fearon 1994). */
function backDown(turn: Turn, { by, target }: Ultimatum): void {
  const { bluffOpen, bluffClosed } = turn.board.parameters.ultimatum;
  const country = countryAt(turn, by);
  const stability = Math.min(country.stability, countryOn(turn.board, by).openSociety ? bluffOpen : bluffClosed);
  country.stability -= stability;
  tell(turn, {
    rule: "6.8",
    step: "ultimata",
    kind: "bluffCalled",
    by,
    target,
    stability,
    now: country.stability,
  });
}

/** A province given away: why, and to whom its holder gave way. */
export interface Concession {
  readonly transfer: Transfer;
  readonly to: CountryIndex;
  /** Of its own accord, and not under an ultimatum. */
  readonly free: boolean;
}

/** Land given up this turn, under an ultimatum or freely (rules 6.8, 6.9). Battles come first. */
export function concessions(turn: Turn): Concession[] {
  const given = turn.accepted.flatMap((ultimatum) => yielded(turn, ultimatum));
  for (let i = 0; i < turn.countries.length; i += 1) {
    for (const move of orderOf(turn, i).moves) {
      if (move.kind !== "concede") continue;
      const province = turn.board.provinceIndexOf.get(move.province) ?? -1;
      const to = indexOf(turn, move.to);
      given.push({ transfer: { province, from: i, to, by: i, how: "cession" }, to, free: true });
    }
  }
  return given;
}

function yielded(turn: Turn, ultimatum: Ultimatum): Concession[] {
  const { by, demand, target } = ultimatum;
  if (demand.kind !== "cede") return [];
  const province = turn.board.provinceIndexOf.get(demand.province) ?? -1;
  const to = recipientOf(turn.board, ultimatum, province);
  const how = turn.board.provinces[province]?.home === target ? "cession" : "withdrawal";
  return [{ transfer: { province, from: target, to, by: target, how }, to: by, free: false }];
}
