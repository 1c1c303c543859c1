import type { CountryIndex } from "#shared/model/ids.ts";
import type { Alignment } from "#shared/model/order.ts";
import type { Treaty } from "#shared/model/treaty.ts";
import { RIBBON_STYLES, type RibbonStyle } from "./ribbon.ts";
import type { MapBoard, MapSight } from "./mapSight.ts";

/**
 * Who shares an outline. Every country stands in at most one, found so:
 *
 * 1. Ties join two countries: follower and leader (bandwagoning), parties of a defence pact, two that balance against
 *    the same country – in this order of strength; among equals the pair with more power, then the lower index.
 * 2. Taken from the strongest down, a tie joins the outlines of its two countries, unless that would put into one
 *    outline two countries of which one balances against, or has just attacked, the other, or which do not stand
 *    together by a tie of their own and one of which is a grave threat to the other. So where A–B and B–C overlap, all
 *    three share one outline if A and C have nothing between them; if they have, B stays with its stronger tie.
 * 3. Then outlines join that balance against members of one and the same outline, under the same condition: those who
 *    stand against an alliance stand together.
 *
 * An outline of one country is not drawn, and no more than three are, each in a style of its own: mine, then the
 * mightiest. What joins the countries of a fourth – lines and pacts – is drawn all the same.
 */
export interface Coalition {
  /** 1, 2, 3; printed I, II, III. Kept from turn to turn by the greatest overlap. */
  readonly number: number;
  readonly style: RibbonStyle;
  /** Ascending. */
  readonly members: readonly CountryIndex[];
}

type Moment = Pick<MapSight, "alignments" | "treaties" | "battles" | "shares" | "threat" | "you">;
type Tie = { readonly a: CountryIndex; readonly b: CountryIndex; readonly strength: 1 | 2 | 3 };

export function coalitionsOf(board: MapBoard, sight: MapSight): readonly Coalition[] {
  let numbered: readonly Coalition[] = [];
  for (const alignments of sight.earlier) {
    numbered = numberOutlines(drawnOutlines(board, { ...sight, alignments, battles: [] }), numbered, sight.shares);
  }
  return numberOutlines(drawnOutlines(board, sight), numbered, sight.shares);
}

/** A fourth outline could only repeat a style, and two that look alike would seem to stand together. */
function drawnOutlines(board: MapBoard, moment: Moment): readonly (readonly CountryIndex[])[] {
  const mine = (members: readonly CountryIndex[]): boolean => moment.you !== null && members.includes(moment.you);
  const might = mightOf(moment.shares);
  const outlines = [...outlinesOf(board, moment)];
  return outlines
    .sort((x, y) => Number(mine(y)) - Number(mine(x)) || might(y) - might(x))
    .slice(0, RIBBON_STYLES.length)
    .sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
}

const mightOf =
  (shares: readonly number[]) =>
  (members: readonly CountryIndex[]): number =>
    members.reduce((sum, index) => sum + (shares[index] ?? 0), 0);

/** The groups of two and more, each ascending. */
export function outlinesOf(board: MapBoard, moment: Moment): readonly (readonly CountryIndex[])[] {
  const targets = moment.alignments.map((alignment) => targetOf(board, alignment));
  const odds = oddsOf(board, moment, targets);
  const ties = tiesOf(board, moment, targets);
  const tied = new Set(ties.map((tie) => pairKey(tie.a, tie.b)));
  const group = board.ids.map((_, index) => index);
  const membersOf = (leader: number): CountryIndex[] =>
    board.ids.flatMap((_, index) => (group[index] === leader ? [index] : []));
  const join = (a: CountryIndex, b: CountryIndex): boolean => {
    const [left, right] = [group[a] ?? a, group[b] ?? b];
    if (left === right) return false;
    const fear = (x: CountryIndex, y: CountryIndex): boolean =>
      !tied.has(pairKey(x, y)) && Math.max(moment.threat[x]?.[y] ?? 0, moment.threat[y]?.[x] ?? 0) >= GRAVE;
    const apart = membersOf(left).some((x) => membersOf(right).some((y) => odds.has(pairKey(x, y)) || fear(x, y)));
    if (apart) return false;
    for (const member of membersOf(right)) group[member] = left;
    return true;
  };
  for (const tie of ties) join(tie.a, tie.b);
  joinCommonFoes({ targets, group, join, shares: moment.shares });
  return board.ids.map((_, index) => membersOf(index)).filter((members) => members.length > 1);
}

/** T from which nobody is thought to stand with another unless it says so. */
const GRAVE = 60;

const targetOf = (board: MapBoard, alignment: Alignment): CountryIndex | null =>
  alignment.kind === "balance" ? (board.indexOf.get(alignment.against) ?? null) : null;

const pairKey = (a: CountryIndex, b: CountryIndex): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

function oddsOf(board: MapBoard, moment: Moment, targets: readonly (CountryIndex | null)[]): ReadonlySet<string> {
  const odds = new Set<string>();
  board.ids.forEach((_, index) => {
    const target = targets[index];
    if (target !== null && target !== undefined) odds.add(pairKey(index, target));
  });
  for (const battle of moment.battles)
    for (const attacker of battle.attackers) odds.add(pairKey(attacker, battle.defender));
  return odds;
}

function tiesOf(board: MapBoard, moment: Moment, targets: readonly (CountryIndex | null)[]): readonly Tie[] {
  const ties: Tie[] = [...followers(board, moment.alignments), ...pacts(board, moment.treaties)];
  targets.forEach((target, a) => {
    if (target === null) return;
    targets.forEach((other, b) => {
      if (b > a && other === target) ties.push({ a, b, strength: 1 });
    });
  });
  const power = (tie: Tie): number => (moment.shares[tie.a] ?? 0) + (moment.shares[tie.b] ?? 0);
  return ties.sort((x, y) => y.strength - x.strength || power(y) - power(x) || x.a - y.a || x.b - y.b);
}

const followers = (board: MapBoard, alignments: readonly Alignment[]): Tie[] =>
  alignments.flatMap((alignment, a) => {
    const b = alignment.kind === "bandwagon" ? board.indexOf.get(alignment.with) : undefined;
    return b === undefined ? [] : [{ a, b, strength: 3 as const }];
  });

const pacts = (board: MapBoard, treaties: readonly Treaty[]): Tie[] =>
  treaties
    .filter((treaty) => treaty.kind === "defence")
    .flatMap((treaty) => {
      const parties = treaty.parties.flatMap((id) => board.indexOf.get(id) ?? []);
      return parties.flatMap((a, k) => parties.slice(k + 1).map((b) => ({ a, b, strength: 2 as const })));
    });

interface Joining {
  readonly targets: readonly (CountryIndex | null)[];
  /** Mutable: `group[i]` names i's outline. */
  readonly group: readonly number[];
  readonly join: (a: CountryIndex, b: CountryIndex) => boolean;
  readonly shares: readonly number[];
}

/** Rule 3: strongest pairs of balancers first. */
function joinCommonFoes({ targets, group, join, shares }: Joining): void {
  const balancers = targets.flatMap((target, index) => (target === null ? [] : [{ index, target }]));
  const pairs = balancers
    .flatMap((a, k) => balancers.slice(k + 1).map((b) => ({ a, b })))
    .sort((x, y) => weight(y, shares) - weight(x, shares) || x.a.index - y.a.index || x.b.index - y.b.index);
  for (const { a, b } of pairs) if (group[a.target] === group[b.target]) join(a.index, b.index);
}

const weight = (
  pair: { readonly a: { index: number }; readonly b: { index: number } },
  shares: readonly number[],
): number => (shares[pair.a.index] ?? 0) + (shares[pair.b.index] ?? 0);

/** Numbers kept by the greatest overlap with the turn before; new ones get the lowest free number, mightiest first. */
export function numberOutlines(
  outlines: readonly (readonly CountryIndex[])[],
  before: readonly Coalition[],
  shares: readonly number[],
): readonly Coalition[] {
  const might = mightOf(shares);
  const overlap = (members: readonly CountryIndex[], old: Coalition): number =>
    members.filter((index) => old.members.includes(index)).length;
  const claims = outlines
    .flatMap((members) => before.map((old) => ({ members, number: old.number, common: overlap(members, old) })))
    .filter((claim) => claim.common > 0)
    .sort((x, y) => y.common - x.common || x.number - y.number);
  const taken = new Map<readonly CountryIndex[], number>();
  const used = new Set<number>();
  for (const { members, number } of claims) {
    if (taken.has(members) || used.has(number)) continue;
    taken.set(members, number);
    used.add(number);
  }
  const fresh = outlines.filter((members) => !taken.has(members)).sort((x, y) => might(y) - might(x));
  for (const members of fresh) {
    let number = 1;
    while (used.has(number)) number += 1;
    used.add(number);
    taken.set(members, number);
  }
  return outlines
    .map((members) => ({ members, number: taken.get(members) ?? 0 }))
    .map(({ members, number }) => ({ members, number, style: styleOf(number) }))
    .sort((x, y) => x.number - y.number);
}

const styleOf = (number: number): RibbonStyle => RIBBON_STYLES[(number - 1) % RIBBON_STYLES.length] ?? "solid";
