import type { CountryIndex } from "../../model/ids.ts";
import type { Focus } from "../../model/order.ts";
import type { Battle } from "./battles.ts";
import { indexOf, orderOf } from "./turn.ts";
import type { Turn } from "./turn.ts";

/** A use of a country's force: an attack of its own, an attack of the country it follows, or help for a country. */
export type Use = { readonly kind: "attack" | "follow" } | { readonly kind: "help"; readonly victim: CountryIndex };

/** How each country's force is divided in this turn. */
export interface Division {
  /** Number of uses by country, at least 1. */
  readonly uses: readonly number[];
  /** The use to which a country's order sends most, as a code of `codeOf`; empty where no order does. */
  readonly most: ReadonlyMap<CountryIndex, number>;
  /** Share that goes there. */
  readonly focus: number;
}

/** Equally, unless an order sends most of it to one of several uses (rules 7.5, 7.12). */
export function divideForces(turn: Turn, battles: readonly Battle[]): Division {
  const n = turn.countries.length;
  const sought = new Set<number>();
  const uses = Array<number>(n).fill(0);
  const use = (country: CountryIndex, what: Use): void => {
    const code = codeOf(n, country, what);
    if (!sought.has(code)) uses[country] = (uses[country] ?? 0) + 1;
    sought.add(code);
  };
  for (const { attackers, followers, help, defender } of battles) {
    for (const attacker of attackers) use(attacker, ATTACK);
    for (const { country } of followers) use(country, FOLLOW);
    for (const { country } of help) use(country, { kind: "help", victim: defender });
  }
  return {
    uses: uses.map((count) => Math.max(1, count)),
    most: focuses(turn, sought),
    focus: turn.board.parameters.war.focus,
  };
}
export const ATTACK: Use = { kind: "attack" };
export const FOLLOW: Use = { kind: "follow" };

/** One number for each use of each country. */
const codeOf = (n: number, country: CountryIndex, use: Use): number =>
  country * (n + 2) + (use.kind === "help" ? use.victim + 2 : use.kind === "attack" ? 0 : 1);

/** The focus of each order that names one of the uses its country's force is really put to. */
function focuses(turn: Turn, sought: ReadonlySet<number>): Division["most"] {
  const n = turn.countries.length;
  const most = new Map<CountryIndex, number>();
  for (let i = 0; i < n; i += 1) {
    const { focus } = orderOf(turn, i);
    if (!focus) continue;
    const code = usesNamed(turn, focus)
      .map((use) => codeOf(n, i, use))
      .find((one) => sought.has(one));
    if (code !== undefined) most.set(i, code);
  }
  return most;
}

/** An attack is one's own, else that of the country one follows. */
const usesNamed = (turn: Turn, focus: Focus): readonly Use[] =>
  focus.kind === "attack" ? [ATTACK, FOLLOW] : [{ kind: "help", victim: indexOf(turn, focus.country) }];

/** By what a country's force is divided for one use: 3 = a third of it goes there. */
export function divisorOf({ uses, most, focus }: Division, country: CountryIndex, use: Use): number {
  const count = uses[country] ?? 1;
  const favoured = most.get(country);
  if (favoured === undefined || count === 1) return count;
  return favoured === codeOf(uses.length, country, use) ? 1 / focus : (count - 1) / (1 - focus);
}

/** The share itself, for orders that name a focus: what the event of the battle carries. */
export const shareOf = (division: Division, country: CountryIndex, use: Use): number | undefined =>
  division.most.has(country) && (division.uses[country] ?? 1) > 1 ? 1 / divisorOf(division, country, use) : undefined;
