import { quantise } from "../../lib/quantise.ts";
import type { CountryIndex } from "../../model/ids.ts";
import type { Treaty } from "../../model/treaty.ts";
import type { CovertDeed, Matrix } from "../../model/world.ts";
import { covertOdds } from "../society.ts";
import { countryAt, indexOf, orderOf, tell } from "./turn.ts";
import type { Turn } from "./turn.ts";

/** Turns in which intelligence can find a deed: that of the deed and the two after it. */
const TURNS_TO_FIND = 3;
/** From this r on a country wants more than it has; theory players up to it are the satisfied ones. */
const REVISIONIST = 0.3;

/** Rules 12.1–12.7. Chance is drawn by country, move and thing looked for; nothing is drawn where nobody acts. */
export function actCovertly(turn: Turn): void {
  const { modules } = turn.board;
  if (modules.includes("influence")) {
    passTime(turn);
    const { losses, deeds } = carryOutDeeds(turn);
    tellUnrest(turn, losses);
    for (const deed of deeds) comeOutOrStay(turn, deed);
  }
  if (modules.includes("intelligence")) {
    for (let me = 0; me < turn.countries.length; me += 1) sendSpies(turn, me);
  }
}

function sendSpies(turn: Turn, me: CountryIndex): void {
  for (const move of orderOf(turn, me).moves) {
    if (move.kind === "investigate") investigate(turn, me, indexOf(turn, move.target));
  }
}

/** Influence fades, and old deeds leave no traces. */
function passTime(turn: Turn): void {
  const { influenceKeeps } = turn.board.parameters.covert;
  const { influence, deeds } = turn.secrets;
  turn.influence = faded(turn.influence, influenceKeeps);
  turn.secrets = {
    influence: faded(influence, influenceKeeps),
    deeds: deeds.filter((deed) => deed.turn > turn.number - TURNS_TO_FIND),
  };
}

const faded = (matrix: Matrix, keeps: number): Matrix =>
  matrix.every((row) => row.every((value) => value === 0))
    ? matrix
    : matrix.map((row) => row.map((value) => quantise(value * keeps)));

type Deed = Pick<CovertDeed, "deed" | "by" | "target">;

/** What each country loses of its stability, and who did what. */
function carryOutDeeds(turn: Turn): { readonly losses: readonly number[]; readonly deeds: readonly Deed[] } {
  const losses = turn.countries.map(() => 0);
  const deeds: Deed[] = [];
  for (let by = 0; by < turn.countries.length; by += 1) {
    for (const move of orderOf(turn, by).moves) {
      if (move.kind !== "influence" && move.kind !== "subvert") continue;
      const deed: Deed = { deed: move.kind, by, target: indexOf(turn, move.target) };
      deeds.push(deed);
      if (deed.deed === "influence") buyInfluence(turn, deed);
      else losses[deed.target] = (losses[deed.target] ?? 0) + stirTrouble(turn, deed);
    }
  }
  return { losses, deeds };
}

/** Rule 12.2. */
function buyInfluence(turn: Turn, { by, target }: Deed): void {
  const before = turn.secrets.influence[by]?.[target] ?? 0;
  const now = quantise(Math.min(1, before + covertOdds(turn.board, target).influence));
  turn.secrets = { ...turn.secrets, influence: put(turn.secrets.influence, { by, target }, now) };
  const gain = quantise(now - before);
  tell(turn, { rule: "12.2", step: "intelligence", kind: "influenced", seenBy: [by], by, target, gain, now });
}

/** Rule 12.4: the stability that is lost. */
function stirTrouble(turn: Turn, { by, target }: Deed): number {
  const country = countryAt(turn, target);
  const stability = Math.min(country.stability, covertOdds(turn.board, target).subversion);
  country.stability = quantise(country.stability - stability);
  tell(turn, { rule: "12.4", step: "intelligence", kind: "subverted", seenBy: [by], by, target, stability });
  return stability;
}

/** What everyone sees of all subversion in a country together. */
function tellUnrest(turn: Turn, losses: readonly number[]): void {
  losses.forEach((stability, country) => {
    if (stability > 0) {
      const now = countryAt(turn, country).stability;
      tell(turn, { rule: "12.4", step: "intelligence", kind: "unrest", country, stability, now });
    }
  });
}

/** Rule 12.5. */
function comeOutOrStay(turn: Turn, { deed, by, target }: Deed): void {
  const probability = covertOdds(turn.board, target).found;
  const { influence, deeds } = turn.secrets;
  if (turn.chance.draw() >= probability) {
    turn.secrets = { influence, deeds: [...deeds, { turn: turn.number, deed, by, target, foundBy: [] }] };
    return;
  }
  tell(turn, {
    rule: "12.5",
    step: "intelligence",
    kind: "covertFound",
    by,
    target,
    deed,
    finder: null,
    probability,
  });
  turn.acts.push({ by, target, act: deed === "subvert" ? "subvert_found" : "influence_found", audience: "exposed" });
  if (deed === "subvert") return;
  const left = quantise((influence[by]?.[target] ?? 0) / 2);
  turn.secrets = { influence: put(influence, { by, target }, left), deeds };
  turn.influence = put(turn.influence, { by, target }, left);
}

const put = (matrix: Matrix, { by, target }: Pick<Deed, "by" | "target">, value: number): Matrix =>
  matrix.map((row, k) => (k === by ? row.map((old, i) => (i === target ? value : old)) : row));

/** Rules 12.6 and 12.7. */
function investigate(turn: Turn, me: CountryIndex, target: CountryIndex): void {
  const treaties = findTreaties(turn, me, target);
  const deeds = findDeeds(turn, me, target);
  const ambition = readAmbition(turn, target);
  tell(turn, {
    rule: "12.6",
    step: "intelligence",
    kind: "investigated",
    seenBy: [me],
    by: me,
    target,
    treaties,
    deeds,
    ambition,
  });
}

const finds = (turn: Turn): boolean => turn.chance.draw() < turn.board.parameters.covert.investigation;

/** Secret treaties of the target that come to light, as they read. */
function findTreaties(turn: Turn, me: CountryIndex, target: CountryIndex): readonly Treaty[] {
  const mine = turn.board.ids[me];
  const theirs = turn.board.ids[target];
  if (mine === undefined || theirs === undefined) return [];
  const found: Treaty[] = [];
  const treaties = turn.treaties.map((treaty) => {
    const { foundBy = [], ...readable } = treaty;
    const unknown = treaty.secret && treaty.parties.includes(theirs) && ![...treaty.parties, ...foundBy].includes(mine);
    if (!unknown || !finds(turn)) return treaty;
    found.push(readable);
    return { ...readable, foundBy: [...foundBy, mine].sort() };
  });
  if (found.length > 0) turn.treaties = treaties;
  return found;
}

/** How many of the target's deeds come to light. */
function findDeeds(turn: Turn, me: CountryIndex, target: CountryIndex): number {
  const { influence, deeds } = turn.secrets;
  let found = 0;
  const known = deeds.map((deed) => {
    if (deed.by !== target || deed.foundBy.includes(me) || !finds(turn)) return deed;
    found += 1;
    tell(turn, {
      rule: "12.6",
      step: "intelligence",
      kind: "covertFound",
      seenBy: [me],
      by: target,
      target: deed.target,
      deed: deed.deed,
      finder: me,
      probability: turn.board.parameters.covert.investigation,
    });
    return { ...deed, foundBy: [...deed.foundBy, me].sort((a, b) => a - b) };
  });
  if (found > 0) turn.secrets = { influence, deeds: known };
  return found;
}

/** Rule 12.7: a guess at whether the target wants more than it has. */
function readAmbition(
  turn: Turn,
  target: CountryIndex,
): { readonly revisionist: boolean; readonly right: number } | null {
  const r = turn.input.revisionism?.[target];
  if (r === undefined) return null;
  const right = turn.board.parameters.covert.ambitionRight;
  const truth = r >= REVISIONIST;
  return { revisionist: turn.chance.draw() < right ? truth : !truth, right };
}
