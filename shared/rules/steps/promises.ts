import type { ActKind } from "../../model/acts.ts";
import type { EventOf, Step } from "../../model/event.ts";
import type { CountryIndex } from "../../model/ids.ts";
import type { Treaty, TreatyKind } from "../../model/treaty.ts";
import { countryAt, indexOf, tell } from "./turn.ts";
import type { Turn } from "./turn.ts";

/** A promise was tested and kept, or broken (rule 4.9). Where reliability is not played nobody keeps count. */
export function keepWord(turn: Turn, i: CountryIndex): void {
  if (turn.board.modules.includes("reliability")) countryAt(turn, i).honoured += 1;
}

export function breakWord(turn: Turn, i: CountryIndex): void {
  if (turn.board.modules.includes("reliability")) countryAt(turn, i).refused += 1;
}

/** What a party's signature tells the others about it. */
export const SIGNING_ACTS: Readonly<Record<TreatyKind, ActKind>> = {
  defence: "treaty_defence",
  nonaggression: "treaty_nonaggression",
  consultation: "treaty_consultation",
  neutrality: "treaty_neutrality",
};

/** Each party thinks better of the others (rules 4.4, 4.5, 4.10, 4.12). */
export function feelSigned(turn: Turn, { kind, parties }: Pick<Treaty, "kind" | "parties">): void {
  const indices = parties.map((party) => indexOf(turn, party));
  for (const by of indices) {
    for (const target of indices)
      if (by !== target) turn.acts.push({ by, target, act: SIGNING_ACTS[kind], audience: "target" });
  }
}

/**
 * Rule 4.13: everyone knows of it from now on. The parties think better of each other, as after signing openly – but for one
 * that comes out by its breach – and the country it is against sees a threat in each of them.
 */
export function revealTreaty(turn: Turn, treaty: Treaty, { step, how, probability = null }: Shown): Treaty {
  const { secret: _secret, foundBy: _foundBy, ...open } = treaty;
  turn.treaties = turn.treaties.map((one) => (one.id === treaty.id ? open : one));
  tell(turn, { rule: how === "leak" ? "4.14" : "4.13", step, kind: "treatyKnown", treaty: open, how, probability });
  if (how !== "breach") feelSigned(turn, open);
  if (open.against === undefined) return open;
  const target = indexOf(turn, open.against);
  for (const party of open.parties)
    turn.acts.push({ by: indexOf(turn, party), target, act: "balance_against", audience: "target" });
  return open;
}
interface Shown {
  readonly step: Step;
  readonly how: EventOf<"treatyKnown">["how"];
  /** Chance of a leak. */
  readonly probability?: number | null;
}
