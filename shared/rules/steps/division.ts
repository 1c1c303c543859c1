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
  /** The use to which a country's order sends most, as a code of `codeOf`, by country; null where no order does. */
  readonly most: readonly (number | undefined)[] | null;
  /** Share that goes there. */
  readonly focus: number;
}

/** Equally, unless an order sends most of it to one of several uses (rules 7.5, 7.12). */
export function divideForces(turn: Turn, battles: readonly Battle[]): Division {
  const n = turn.countries.length;
  const sought: number[] = [];
  const uses = Array<number>(n).fill(0);
  const use = (country: CountryIndex, code: number): void => {
    if (sought.includes(code)) return;
    sought.push(code);
    uses[country] = (uses[country] ?? 0) + 1;
  };
  for (const { attackers, followers, help, defender } of battles) {
    for (const attacker of attackers) use(attacker, codeOf(n, attacker, ATTACK));
    for (const { country } of followers) use(country, codeOf(n, country, FOLLOW));
    for (const { country } of help) use(country, helpCode(n, country, defender));
  }
  const most = focuses(turn, uses, sought);
  return { uses: uses.map((count) => Math.max(1, count)), most, focus: turn.board.parameters.war.focus };
}
export const ATTACK: Use = { kind: "attack" };
export const FOLLOW: Use = { kind: "follow" };

/** One number for each use of each country. */
const codeOf = (n: number, country: CountryIndex, use: Use): number =>
  use.kind === "help" ? helpCode(n, country, use.victim) : country * (n + 2) + (use.kind === "attack" ? 0 : 1);
const helpCode = (n: number, country: CountryIndex, victim: CountryIndex): number => country * (n + 2) + victim + 2;

/** The focus of each order that names one of several uses to which its country's force is really put. */
function focuses(turn: Turn, uses: readonly number[], sought: readonly number[]): Division["most"] {
  let most: (number | undefined)[] | null = null;
  for (let i = 0; i < uses.length; i += 1) {
    const focus = (uses[i] ?? 0) > 1 ? orderOf(turn, i).focus : undefined;
    if (!focus) continue;
    most ??= uses.map(() => undefined);
    most[i] = usesNamed(turn, focus)
      .map((use) => codeOf(uses.length, i, use))
      .find((code) => sought.includes(code));
  }
  return most;
}

/** An attack is one's own, else that of the country one follows. */
const usesNamed = (turn: Turn, focus: Focus): readonly Use[] =>
  focus.kind === "attack" ? [ATTACK, FOLLOW] : [{ kind: "help", victim: indexOf(turn, focus.country) }];

/** By what a country's force is divided for one use: 3 = a third of it goes there. */
export function divisorOf({ uses, most, focus }: Division, country: CountryIndex, use: Use): number {
  const count = uses[country] ?? 1;
  const favoured = most?.[country];
  if (favoured === undefined) return count;
  return favoured === codeOf(uses.length, country, use) ? 1 / focus : (count - 1) / (1 - focus);
}

/** The share itself, for orders that name a focus: what the event of the battle carries. */
export const shareOf = (division: Division, country: CountryIndex, use: Use): number | undefined =>
  division.most?.[country] === undefined ? undefined : 1 / divisorOf(division, country, use);
