import type { CountryIndex } from "../../model/ids.ts";
import type { Treaty } from "../../model/treaty.ts";
import { breakTreaty, treatiesBetween } from "./breach.ts";
import { mayHelp, partiesOf } from "./battles.ts";
import type { Battle, Help } from "./battles.ts";
import { keepWord, revealTreaty } from "./promises.ts";
import { indexOf, orderOf, tell } from "./turn.ts";
import type { Turn } from "./turn.ts";

/** Calls every pact that can be called, and lists who helps in which battle (rules 7.2–7.4). */
export function callForHelp(turn: Turn, battles: readonly Battle[]): void {
  const answered = new Map<number, Help | null>();
  for (const battle of battles) {
    callPacts(turn, battles, { battle, answered });
    addFellows(turn, battles, battle);
    addProtector(turn, battles, battle);
  }
}

interface Calling {
  readonly battle: Battle;
  /** By helper × n + victim: a country answers once a turn for each victim. `null` = it refused. */
  readonly answered: Map<number, Help | null>;
}

function callPacts(turn: Turn, battles: readonly Battle[], calling: Calling): void {
  const { battle } = calling;
  const attacker = turn.against[battle.defender] ?? -1;
  if (!battle.attackers.includes(attacker)) return;
  const victim = battle.defender;
  for (const treaty of turn.treaties) {
    if (!binds(turn, treaty, victim, attacker)) continue;
    const allies = partiesOf(turn, treaty.parties).filter((helper) => mayHelp(turn, battles, { helper, victim }));
    if (allies.length === 0) continue;
    const open = treaty.secret ? revealTreaty(turn, treaty, { step: "attacks", how: "call" }) : treaty;
    for (const ally of allies) callAlly(turn, calling, { treaty: open, ally, attacker });
  }
}

/** A pact that the victim has, against this attacker or against anyone, and that does not bind the attacker itself. */
function binds(turn: Turn, { kind, parties, against }: Treaty, victim: CountryIndex, attacker: CountryIndex): boolean {
  if (kind !== "defence") return false;
  const indices = partiesOf(turn, parties);
  if (!indices.includes(victim) || indices.includes(attacker)) return false;
  return against === undefined || indexOf(turn, against) === attacker;
}

interface Called {
  readonly treaty: Treaty;
  readonly ally: CountryIndex;
  readonly attacker: CountryIndex;
}

function callAlly(turn: Turn, { battle, answered }: Calling, { treaty, ally, attacker }: Called): void {
  const victim = battle.defender;
  const key = ally * turn.countries.length + victim;
  const known = answered.get(key);
  if (known !== undefined) {
    if (known === null) battle.deserters.push(ally);
    else if (!battle.help.some(({ country }) => country === ally)) battle.help.push(known);
    return;
  }
  const refuses = refusesCall(turn, battle, { treaty, ally });
  tell(turn, {
    rule: refuses ? "7.4" : "7.3",
    step: "attacks",
    kind: "pactCalled",
    treaty: treaty.id,
    ally,
    victim,
    attacker,
    answer: refuses ? "refused" : "honoured",
  });
  if (refuses) {
    answered.set(key, null);
    battle.deserters.push(ally);
    breakTreaty(turn, { treaty, by: ally, victim, deed: "refusal" });
    return;
  }
  const help: Help = { country: ally, role: "pact", factor: turn.board.parameters.war.helpPact, treaty: treaty.id };
  answered.set(key, help);
  battle.help.push(help);
  keepWord(turn, ally);
  turn.acts.push({ by: ally, target: victim, act: "honour_pact", audience: "exposed", deaf: battle.attackers });
}

/** Rule 7.4. Without standing answers every call is answered, but for those who follow an attacker. */
function refusesCall(turn: Turn, { attackers }: Battle, { treaty, ally }: Omit<Called, "attacker">): boolean {
  const says = turn.board.modules.includes("calls") && orderOf(turn, ally).refuse.includes(treaty.id);
  return says || attackers.includes(turn.follows[ally] ?? -1);
}

/** "If J attacks one of us, the rest send half of what they can bring" (rule 7.2). */
function addFellows(turn: Turn, battles: readonly Battle[], battle: Battle): void {
  const enemy = turn.against[battle.defender] ?? -1;
  if (!battle.attackers.includes(enemy)) return;
  for (let i = 0; i < turn.countries.length; i += 1) {
    if (turn.against[i] === enemy) addHelp(turn, battles, { battle, help: fellowHelp(turn, i, battle.defender) });
  }
}

/** Who has consulted beforehand brings more (rule 4.11). */
function fellowHelp(turn: Turn, country: CountryIndex, victim: CountryIndex): Help {
  const { helpAligned, helpConsulted } = turn.board.parameters.war;
  const [treaty] = treatiesBetween(turn, country, victim, "consultation");
  return treaty
    ? { country, role: "aligned", factor: helpConsulted, treaty: treaty.id }
    : { country, role: "aligned", factor: helpAligned };
}

/** The country the defender follows protects it against others, but not against the one it follows itself (rule 7.7). */
function addProtector(turn: Turn, battles: readonly Battle[], battle: Battle): void {
  const leader = turn.follows[battle.defender] ?? -1;
  if (leader < 0 || !mayHelp(turn, battles, { helper: leader, victim: battle.defender })) return;
  if (battle.attackers.includes(turn.follows[leader] ?? -1)) battle.deserters.push(leader);
  else
    addHelp(turn, battles, {
      battle,
      help: { country: leader, role: "protector", factor: turn.board.parameters.war.protectFollower },
    });
}

function addHelp(
  turn: Turn,
  battles: readonly Battle[],
  { battle, help }: { readonly battle: Battle; readonly help: Help },
): void {
  const helper = help.country;
  if (!mayHelp(turn, battles, { helper, victim: battle.defender })) return;
  if (battle.deserters.includes(helper) || battle.help.some(({ country }) => country === helper)) return;
  battle.help.push(help);
  const shown = turn.treaties.find(({ id, secret }) => secret === true && id === help.treaty);
  if (shown) revealTreaty(turn, shown, { step: "attacks", how: "call" });
  turn.acts.push({
    by: helper,
    target: battle.defender,
    act: "join_war_for_victim",
    audience: "exposed",
    deaf: battle.attackers,
  });
}
