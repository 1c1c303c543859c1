import type { Contribution } from "../../model/event.ts";
import type { CountryIndex, ProvinceIndex, TreatyId } from "../../model/ids.ts";
import { intentProbability } from "../../theory/intent.ts";
import { indexOf, isExiled, orderOf, tell } from "./turn.ts";
import type { Turn } from "./turn.ts";

/** Who may bring what to a defence, before forces are divided. */
export interface Help {
  readonly country: CountryIndex;
  readonly role: Extract<Contribution["role"], "aligned" | "pact" | "protector">;
  readonly factor: number;
  readonly treaty?: TreatyId;
}

/** All who attack one province in a turn fight together (rule 7.1). */
export interface Battle {
  readonly province: ProvinceIndex;
  readonly defender: CountryIndex;
  readonly attackers: CountryIndex[];
  /** Countries that follow an attacker, each with its leader. */
  readonly followers: { readonly country: CountryIndex; readonly leader: CountryIndex }[];
  readonly help: Help[];
  readonly deserters: CountryIndex[];
}

/** Battles in province order, attackers in country order. */
export function gatherBattles(turn: Turn): Battle[] {
  const battles: Battle[] = [];
  for (let i = 0; i < turn.countries.length; i += 1) {
    const province = attackedBy(turn, i);
    if (province < 0 || callsOff(turn, i, province)) continue;
    const joined = battles.find((battle) => battle.province === province);
    if (joined) joined.attackers.push(i);
    else
      battles.push({
        province,
        defender: turn.holders[province] ?? -1,
        attackers: [i],
        followers: [],
        help: [],
        deserters: [],
      });
  }
  battles.sort((a, b) => a.province - b.province);
  for (const battle of battles) addFollowers(turn, battle);
  return battles;
}

/** The province that i's order attacks, or −1. */
export function attackedBy(turn: Turn, i: CountryIndex): ProvinceIndex {
  for (const move of orderOf(turn, i).moves) {
    if (move.kind === "attack") return turn.board.provinceIndexOf.get(move.province) ?? -1;
  }
  return -1;
}

/** Who bowed to an ultimatum is spared by the country that gave it, for this turn (rule 6.8); so is who submits unasked (7.14). */
function callsOff(turn: Turn, by: CountryIndex, province: ProvinceIndex): boolean {
  const target = turn.holders[province] ?? -1;
  if (turn.accepted.some((ultimatum) => ultimatum.by === by && ultimatum.target === target)) {
    tell(turn, { rule: "6.8", step: "attacks", kind: "attackCalledOff", by, target, province });
    return true;
  }
  if (!submits(turn, target, by)) return false;
  tell(turn, { rule: "7.14", step: "attacks", kind: "attackCalledOff", by, target, province });
  turn.acts.push({ by, target, act: "ultimatum", audience: "exposed" });
  return true;
}

/**
 * Rule 7.14: who turns to follow a country this turn is spared by it, if it can be appeased: if the follower thinks it less
 * likely than not – by the a = 1 − I² of theory.md 5 – that nothing will satisfy it. One that followed it before is no news
 * to its leader, who attacks it knowingly.
 */
function submits(turn: Turn, target: CountryIndex, by: CountryIndex): boolean {
  if (turn.follows[target] !== by) return false;
  const status = turn.before.countries[target]?.status;
  if (status?.kind === "client" && status.of === by) return false;
  const hostile = intentProbability(turn.before.intent[target]?.[by] ?? 0);
  return hostile * hostile < UNAPPEASABLE;
}
const UNAPPEASABLE = 0.5;

function addFollowers(turn: Turn, battle: Battle): void {
  for (let i = 0; i < turn.countries.length; i += 1) {
    const leader = turn.follows[i] ?? -1;
    if (battle.attackers.includes(leader) && i !== battle.defender && !battle.attackers.includes(i)) {
      battle.followers.push({ country: i, leader });
    }
  }
}

/** Whether a country could fight for the defender: it has an army, and is on the other side of no battle against it. */
export function mayHelp(
  turn: Turn,
  battles: readonly Battle[],
  { helper, victim }: { readonly helper: CountryIndex; readonly victim: CountryIndex },
): boolean {
  if (helper === victim || isExiled(turn, helper)) return false;
  return battles.every((battle) => battle.defender !== victim || !battle.attackers.includes(helper));
}

export const partiesOf = (turn: Turn, parties: readonly Parameters<typeof indexOf>[1][]): CountryIndex[] =>
  parties.map((party) => indexOf(turn, party));
