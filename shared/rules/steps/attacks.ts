import type { Contribution, EventOf } from "../../model/event.ts";
import type { CountryIndex } from "../../model/ids.ts";
import { quantise } from "../../lib/quantise.ts";
import { mobilisedFactor } from "../security.ts";
import { breakTreaty, treatiesBetween } from "./breach.ts";
import type { Breach } from "./breach.ts";
import { gatherBattles } from "./battles.ts";
import type { Battle } from "./battles.ts";
import { callForHelp } from "./calls.ts";
import { decide } from "./decide.ts";
import { ATTACK, divideForces, divisorOf, FOLLOW, shareOf } from "./division.ts";
import type { Division, Use } from "./division.ts";
import { helpShare } from "./influence.ts";
import { areKnownAllies } from "../exposure.ts";
import { countryAt, orderOf } from "./turn.ts";
import type { Transfer, Turn } from "./turn.ts";

/** Rules 7.1–7.11: all battles are fought at once, with the arms that stood before them. */
export function fight(turn: Turn): void {
  const battles = gatherBattles(turn);
  if (battles.length === 0) return;
  for (const battle of battles) breakFaith(turn, battle);
  callForHelp(turn, battles);
  breakNeutrality(turn, battles);
  const division = divideForces(turn, battles);
  const fought = battles.map((battle) => ({ battle, result: weigh(turn, battle, division) }));
  for (const { battle, result } of fought) settle(turn, battle, result);
  loseArms(turn, fought);
}

type Result = EventOf<"battle">;

/** An attack breaks every treaty with its victim, and on a follower it is a betrayal (rules 4.6, 7.10). */
function breakFaith(turn: Turn, { attackers, defender }: Battle): void {
  for (const by of attackers) {
    turn.wars += 1;
    for (const treaty of treatiesBetween(turn, by, defender))
      breakTreaty(turn, { treaty, by, victim: defender, deed: "attack" });
    const status = turn.before.countries[defender]?.status;
    const wasFollower = status?.kind === "client" && status.of === by;
    if (wasFollower || turn.follows[defender] === by) {
      turn.acts.push({ by, target: defender, act: "betray_follower", audience: "allInFull", deaf: [defender] });
    }
  }
}

/** Rule 4.12: who follows into an attack on a partner in neutrality, or helps against one, breaks it. */
function breakNeutrality(turn: Turn, battles: readonly Battle[]): void {
  if (!turn.treaties.some(({ kind }) => kind === "neutrality")) return;
  for (const { attackers, followers, help, defender } of battles) {
    for (const { country } of followers) breakBetween(turn, { by: country, victim: defender, deed: "follow" });
    for (const { country } of help)
      for (const attacker of attackers) breakBetween(turn, { by: country, victim: attacker, deed: "help" });
  }
}

function breakBetween(turn: Turn, breach: Omit<Breach, "treaty">): void {
  for (const treaty of treatiesBetween(turn, breach.by, breach.victim, "neutrality"))
    breakTreaty(turn, { ...breach, treaty });
}

/** Both sides' sums and the outcome (rules 7.5, 7.6, 7.8). */
function weigh(turn: Turn, battle: Battle, division: Division): Result {
  const attacking = attackForces(turn, battle, division);
  const defending = defenceForces(turn, battle, division);
  const attack = sum(attacking);
  const defence = sum(defending);
  return {
    step: "attacks",
    kind: "battle",
    attackers: battle.attackers,
    defender: battle.defender,
    province: battle.province,
    attack,
    defence,
    forces: [...attacking, ...defending],
    ...decide(turn, attack, defence),
    deserters: battle.deserters,
    provoked: battle.attackers.every((attacker) => isProvoked(turn, battle, attacker)),
  };
}

const sum = (forces: readonly Contribution[]): number =>
  quantise(forces.reduce((total, { points }) => total + points, 0));

/** κ·Off·X of each attacker, ×1.25 if mobilised, and a quarter of it from those who follow one (rule 7.5). */
function attackForces(turn: Turn, { attackers, followers, defender }: Battle, division: Division): Contribution[] {
  const { kappa, war } = turn.board.parameters;
  const bring = (i: CountryIndex, role: "attacker" | "follower", factor: number): Contribution => {
    const country = countryAt(turn, i);
    const proximity = turn.board.proximity[defender]?.[i] ?? 0;
    const use = role === "attacker" ? ATTACK : FOLLOW;
    const points =
      (kappa * factor * country.offence * proximity * mobilisedFactor(turn.board, country, turn.number)) /
      divisorOf(division, i, use);
    return { country: i, role, points: quantise(points), factor, proximity, ...shareIn(division, i, use) };
  };
  return [
    ...attackers.map((i) => bring(i, "attacker", 1)),
    ...followers.map(({ country }) => bring(country, "follower", war.followerOffence)),
  ];
}

/** Told only where an order sends most of a force to one place: else it is divided equally. */
function shareIn(division: Division, country: CountryIndex, use: Use): Pick<Contribution, "share"> {
  const share = shareOf(division, country, use);
  return share === undefined ? {} : { share: quantise(share) };
}

/** The defender's own arms are never divided; what friends can bring is (rules 7.5, 7.6). */
function defenceForces(
  turn: Turn,
  { attackers, defender, province, help }: Battle,
  division: Division,
): Contribution[] {
  const { war } = turn.board.parameters;
  const own = countryAt(turn, defender);
  const terrain = turn.board.provinces[province]?.terrain ?? 1;
  const forces: Contribution[] = [
    {
      country: defender,
      role: "defender",
      points: quantise(own.defence * terrain + war.offenceInDefence * own.offence),
      factor: terrain,
      proximity: 1,
    },
  ];
  for (const { country, role, factor: due, treaty } of help) {
    const factor = quantise(due * helpShare(turn, country, attackers));
    const friend = countryAt(turn, country);
    const proximity = turn.board.proximity[defender]?.[country] ?? 0;
    const use: Use = { kind: "help", victim: defender };
    const points = (factor * (friend.defence + friend.offence) * proximity) / divisorOf(division, country, use);
    forces.push({
      country,
      role,
      points: quantise(points),
      factor,
      proximity,
      ...(treaty === undefined ? {} : { treaty }),
      ...shareIn(division, country, use),
    });
  }
  return forces;
}

/** Rule 7.9: the victim did something of the kind first, or holds land that the attack would free. */
function isProvoked(turn: Turn, { province, defender }: Battle, attacker: CountryIndex): boolean {
  const home = turn.board.provinces[province]?.home;
  if (home === attacker || (home !== defender && liberates(turn, attacker))) return true;
  return turn.before.recentActs.some(
    ({ by, target, turn: when }) =>
      by === defender &&
      when >= turn.number - turn.board.parameters.war.provokedWindow &&
      (target === attacker || areKnownAllies(turn.before.treaties, turn.board.ids[target], turn.board.ids[attacker])),
  );
}

const liberates = (turn: Turn, attacker: CountryIndex): boolean =>
  orderOf(turn, attacker).moves.some((move) => move.kind === "attack" && move.liberate);

/** Tells the battle, notes who takes the province, and what kind of act each attack was. */
function settle(turn: Turn, battle: Battle, result: Result): void {
  turn.events.push(result);
  const won = result.outcome === "win" ? transferOf(turn, battle, result) : null;
  if (won) turn.transfers.push(won);
  for (const by of battle.attackers) {
    const annexes = won?.how === "conquest" && won.by === by;
    const act = annexes ? "annex" : isProvoked(turn, battle, by) ? "attack_provoked" : "attack_unprovoked";
    turn.acts.push({ by, target: battle.defender, act, audience: "exposed" });
    turn.recentActs.push({ turn: turn.number, kind: act, by, target: battle.defender });
  }
}

/** The attacker that brought most takes the province, or gives it back to its owner (rules 8.1, 8.2). */
function transferOf(turn: Turn, { province, defender, attackers }: Battle, { forces }: Result): Transfer {
  const strongest = forces
    .filter(({ role }) => role === "attacker")
    .reduce((best, one) => (one.points > best.points ? one : best));
  const by = attackers.find((attacker) => attacker === strongest.country) ?? strongest.country;
  const home = turn.board.provinces[province]?.home ?? defender;
  const move = { province, from: defender, by };
  if (home === by) return { ...move, to: by, how: "reconquest" };
  if (home !== defender && liberates(turn, by)) return { ...move, to: home, how: "liberation" };
  return { ...move, to: by, how: "conquest" };
}

/** Losses after all battles: attackers in offence, defenders in defence, the worst share of several once (rule 7.11). */
function loseArms(turn: Turn, fought: readonly { readonly battle: Battle; readonly result: Result }[]): void {
  const { war } = turn.board.parameters;
  const attackerKeeps = {
    win: war.attackerKeepsOnWin,
    stalemate: war.attackerKeepsOnStalemate,
    loss: war.attackerKeepsOnLoss,
  };
  const defenderKeeps = {
    win: war.defenderKeepsOnLoss,
    stalemate: war.defenderKeepsOnStalemate,
    loss: war.defenderKeepsOnWin,
  };
  const kept = turn.countries.map(() => 1);
  for (const { battle, result } of fought) {
    for (const attacker of battle.attackers) {
      const country = countryAt(turn, attacker);
      country.offence = quantise(country.offence * attackerKeeps[result.outcome]);
    }
    kept[battle.defender] = Math.min(kept[battle.defender] ?? 1, defenderKeeps[result.outcome]);
  }
  for (let i = 0; i < kept.length; i += 1) {
    const country = countryAt(turn, i);
    country.defence = quantise(country.defence * (kept[i] ?? 1));
  }
}
