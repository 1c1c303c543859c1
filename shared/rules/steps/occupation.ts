import { quantise } from "../../lib/quantise.ts";
import type { CountryIndex } from "../../model/ids.ts";
import type { RuleId } from "../../model/event.ts";
import { transferred } from "../income.ts";
import { countryAt, isExiled, orderOf, tell } from "./turn.ts";
import { revoltsIn, rise } from "./unrest.ts";
import type { Transfer, Turn } from "./turn.ts";
import { concessions } from "./ultimata.ts";

/** Rules 8.1–8.9. */
export function occupy(turn: Turn): void {
  for (const won of turn.transfers) take(turn, won);
  withdraw(turn);
  concede(turn);
  for (const lost of revoltsIn(turn)) {
    turn.transfers.push(lost);
    take(turn, lost);
  }
  rise(turn);
  if (turn.transfers.length > 0) grantArmistices(turn);
  for (let i = 0; i < turn.countries.length; i += 1) settleStatus(turn, i);
  if (turn.transfers.some(({ how }) => how === "conquest")) callCongress(turn);
}

/** Whether a province changed hands in battle, and not by agreement or by a revolt of its people. */
export const isByForce = ({ how }: Pick<Transfer, "how">): boolean =>
  how === "conquest" || how === "reconquest" || how === "liberation";

const RULES: Readonly<Record<Transfer["how"], RuleId>> = {
  conquest: "8.1",
  reconquest: "8.2",
  liberation: "8.2",
  withdrawal: "6.6",
  cession: "6.9",
  revolt: "8.8",
};

function take(turn: Turn, { province, from, to, by, how }: Transfer): void {
  turn.holders[province] = to;
  tell(turn, { rule: RULES[how], step: "occupation", kind: "provinceTaken", province, from, to, how, by });
  if (how === "conquest") seizeSpoils(turn, by, province);
}

/** Rule 8.3: one turn's income of the province; a quarter of it goes in equal parts to the taker's followers. */
function seizeSpoils(turn: Turn, taker: CountryIndex, province: number): void {
  const { economy, war } = turn.board.parameters;
  const points = quantise(economy.incomePerIndustry * (turn.board.provinces[province]?.industry ?? 0));
  if (points <= 0) return;
  const followers = turn.follows.flatMap((leader, i) => (leader === taker ? [i] : []));
  const part = followers.length === 0 ? 0 : quantise((war.followerSpoils * points) / followers.length);
  const shares = followers.map((country) => ({ country, points: transferred(turn.board, taker, country, part) }));
  countryAt(turn, taker).treasury += points - part * followers.length;
  for (const share of shares) countryAt(turn, share.country).treasury += share.points;
  tell(turn, { rule: "8.3", step: "occupation", kind: "spoilsTaken", country: taker, province, points, shares });
}

/** Rule 6.6: what was lost in battle this turn can no longer be given back. */
function withdraw(turn: Turn): void {
  for (let i = 0; i < turn.countries.length; i += 1) {
    for (const move of orderOf(turn, i).moves) {
      if (move.kind !== "withdraw") continue;
      const province = turn.board.provinceIndexOf.get(move.province) ?? -1;
      const home = turn.board.provinces[province]?.home;
      if (home === undefined || turn.holders[province] !== i) continue;
      const given: Transfer = { province, from: i, to: home, by: i, how: "withdrawal" };
      turn.transfers.push(given);
      take(turn, given);
      turn.acts.push({ by: i, target: home, act: "withdraw", audience: "exposed" });
    }
  }
}

/** Rules 6.8 and 6.9: as with a withdrawal, what was lost in battle this turn can no longer be given away. */
function concede(turn: Turn): void {
  for (const { transfer, to, free } of concessions(turn)) {
    const { province, from } = transfer;
    if (turn.holders[province] !== from) continue;
    if (free) tell(turn, { rule: "6.9", step: "occupation", kind: "conceded", by: from, to, province });
    turn.transfers.push(transfer);
    take(turn, transfer);
    turn.acts.push({ by: from, target: to, act: "concede", audience: "target" });
    if (transfer.how === "withdrawal")
      turn.acts.push({ by: from, target: transfer.to, act: "withdraw", audience: "exposed" });
  }
}

/** Rule 8.4. */
function grantArmistices(turn: Turn): void {
  const to = turn.number + turn.board.parameters.war.armisticeTurns;
  for (let i = 0; i < turn.countries.length; i += 1) {
    if (!turn.transfers.some((lost) => lost.from === i && isByForce(lost))) continue;
    countryAt(turn, i).armisticeTo = to;
    tell(turn, { rule: "8.4", step: "occupation", kind: "armistice", country: i, to });
  }
}

/** Rules 8.5 and 8.6: exile with the last home province, restoration with the first. */
function settleStatus(turn: Turn, i: CountryIndex): void {
  const atHome = holdsHome(turn, i);
  const country = countryAt(turn, i);
  if (!atHome && !isExiled(turn, i)) {
    country.status = { kind: "exile" };
    country.offence = 0;
    country.defence = 0;
    country.mobilisedFrom = 0;
    country.mobilisedTo = 0;
    tell(turn, { rule: "8.5", step: "occupation", kind: "exiled", country: i });
  } else if (atHome && isExiled(turn, i)) {
    country.status = { kind: "sovereign" };
    country.armisticeTo = turn.number + turn.board.parameters.war.armisticeTurns;
    tell(turn, { rule: "8.6", step: "occupation", kind: "restored", country: i });
  }
}

function holdsHome({ board, holders }: Turn, i: CountryIndex): boolean {
  for (const province of board.homes[i] ?? []) if (holders[province] === i) return true;
  return false;
}

/** Rule 8.7, at most once a turn. */
export function callCongress(turn: Turn): void {
  if (turn.congress || !turn.board.modules.includes("congress")) return;
  turn.congress = true;
  tell(turn, { rule: "8.7", step: "occupation", kind: "congressCalled" });
}
