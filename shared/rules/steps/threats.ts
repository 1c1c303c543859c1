import { quantise } from "../../lib/quantise.ts";
import type { CountryIndex } from "../../model/ids.ts";
import type { EventOf } from "../../model/event.ts";
import type { Matrix, World } from "../../model/world.ts";
import { assess } from "../../theory/assess.ts";
import { keepAssessment } from "../../theory/assessed.ts";
import { stepAllIntent } from "../../theory/intent.ts";
import { alarmOf, militaryShares, securityDilemmas } from "../../theory/threat.ts";
import { homeHeld, securities } from "../security.ts";
import { isCovert } from "../legality/covert.ts";
import { callCongress, isByForce } from "./occupation.ts";
import { countedActs } from "./opinions.ts";
import { told } from "./treaties.ts";
import { countryAt, orderOf, tell } from "./turn.ts";
import type { Turn } from "./turn.ts";

/** Rules 9 and 10: opinions, threats, security, the two alarms; then the world stands ready for its next turn. */
export function weighThreats(turn: Turn): World {
  const { board, before } = turn;
  for (const country of turn.countries) country.treasury = Math.max(0, quantise(country.treasury));
  const acts = countedActs(turn);
  for (const act of acts) turn.events.push(act);
  const intent = stepAllIntent(before.intent, board.prior, acts, board.parameters.intent);
  const assessment = assess(board, { countries: turn.countries, holders: turn.holders, intent });
  keepScore(turn, assessment.intent);
  const alarm = soundAlarm(turn);
  tellDilemmas(turn, assessment.threat, acts);
  lapseTreaties(turn);
  const after: World = {
    turn: turn.number + 1,
    countries: turn.countries,
    holders: turn.holders,
    treaties: turn.treaties,
    intent,
    threat: assessment.threat,
    alignments: turn.input.orders.map(({ alignment }) => alignment),
    recentActs: turn.recentActs,
    aid: turn.aid,
    recentTakings: takings(turn),
    congress: turn.congress,
    alarm,
    wars: turn.wars,
    ultimatums: turn.ultimatums,
    influence: turn.influence,
    secrets: turn.secrets,
    prng: turn.chance.state(),
  };
  keepAssessment(board, after, assessment);
  return after;
}

/** Security and sovereignty of the turn are added up for the score. */
function keepScore(turn: Turn, intent: Matrix): void {
  const { board, countries, against, follows } = turn;
  const security = securities(board, {
    turn: turn.number + 1,
    countries,
    treaties: turn.treaties,
    against,
    follows,
    intent,
  });
  for (let i = 0; i < countries.length; i += 1) {
    const country = countryAt(turn, i);
    country.security = quantise((security[i] ?? 0) * homeHeld(board, turn.holders, i));
    country.securitySum = quantise(country.securitySum + country.security);
    country.sovereignSum = quantise(country.sovereignSum + sovereignty(turn, i));
  }
}

/** Rule 10.4: a whole turn, part of one for a follower, none in exile. */
function sovereignty(turn: Turn, i: CountryIndex): number {
  const kind = turn.countries[i]?.status.kind;
  return kind === "exile" ? 0 : kind === "client" ? turn.board.parameters.score.sovereignFollowing : 1;
}

/** Rule 9.6. Switching on calls a congress; staying on does not. */
function soundAlarm(turn: Turn): CountryIndex | null {
  const was = turn.before.alarm;
  const is = alarmOf(turn.countries, turn.board.parameters.alarmShare);
  if (was === is) return is;
  const shares = militaryShares(turn.countries);
  if (was !== null)
    tell(turn, { rule: "9.6", step: "threats", kind: "alarm", country: was, share: shares[was] ?? 0, on: false });
  if (is !== null) {
    tell(turn, { rule: "9.6", step: "threats", kind: "alarm", country: is, share: shares[is] ?? 0, on: true });
    callCongress(turn);
  }
  return is;
}

/** Rule 9.7: both only bought arms, and each now fears the other more. */
function tellDilemmas(turn: Turn, threat: Matrix, acts: readonly EventOf<"act">[]): void {
  const armedOnly = turn.countries.map((_, i) => {
    const { spending, moves } = orderOf(turn, i);
    // A covert move stays covert: it may not show in that no dilemma is told.
    return spending.offence + spending.defence > 0 && moves.every(isCovert);
  });
  for (const { by, act } of acts) if (act !== "arm_offence" && act !== "arm_defence") armedOnly[by] = false;
  for (const { a, b, riseOfB, riseOfA } of securityDilemmas(turn.before.threat, threat, armedOnly)) {
    tell(turn, { rule: "9.7", step: "threats", kind: "securityDilemma", a, b, riseOfB, riseOfA });
  }
}

/** Rules 4.5 and 4.12: a treaty ends with its last turn. */
function lapseTreaties(turn: Turn): void {
  const lapsed = turn.treaties.filter(({ until }) => until !== null && until <= turn.number);
  for (const treaty of lapsed) {
    tell(turn, { ...told(turn, treaty), step: "threats", kind: "treatyLapsed", treaty });
  }
  if (lapsed.length > 0) turn.treaties = turn.treaties.filter((treaty) => !lapsed.includes(treaty));
}

/** Provinces taken by force in the last two turns: the stage of the war (theory.md 5). */
function takings(turn: Turn): World["recentTakings"] {
  const kept = turn.before.recentTakings.filter(({ turn: when }) => when >= turn.number - 1);
  const fresh = turn.transfers.filter(isByForce).map(({ by, from }) => ({ turn: turn.number, taker: by, from }));
  return [...kept, ...fresh];
}
