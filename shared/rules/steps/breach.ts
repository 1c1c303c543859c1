import type { EventOf, RuleId, Step } from "../../model/event.ts";
import type { CountryIndex } from "../../model/ids.ts";
import type { Treaty } from "../../model/treaty.ts";
import { breakWord, revealTreaty } from "./promises.ts";
import { tell } from "./turn.ts";
import type { Turn } from "./turn.ts";

export interface Breach {
  readonly treaty: Treaty;
  readonly by: CountryIndex;
  readonly victim: CountryIndex;
  readonly deed: EventOf<"treatyBroken">["deed"];
}
const DEEDS: Readonly<Record<Breach["deed"], { readonly step: Step; readonly rule: RuleId }>> = {
  attack: { step: "attacks", rule: "4.6" },
  refusal: { step: "attacks", rule: "4.7" },
  balance: { step: "alignments", rule: "4.8" },
  follow: { step: "attacks", rule: "4.12" },
  help: { step: "attacks", rule: "4.12" },
};

/**
 * Who breaks a treaty leaves it, and is trusted less; the others stay bound if two or more remain (rule 4.9). A secret one is a
 * secret no more.
 */
export function breakTreaty(turn: Turn, { treaty: broken, by, victim, deed }: Breach): void {
  const { step, rule } = DEEDS[deed];
  const treaty = broken.secret ? revealTreaty(turn, broken, { step, how: "breach" }) : broken;
  leaveTreaty(turn, treaty, by);
  breakWord(turn, by);
  tell(turn, { rule, step, kind: "treatyBroken", treaty, by, deed });
  turn.acts.push({ by, target: victim, act: "break_pact", audience: "exposed" });
}

/** One party the less; with fewer than two a treaty ends. */
export function leaveTreaty(turn: Turn, { id, parties }: Treaty, leaver: CountryIndex): void {
  const left = parties.filter((party) => party !== turn.board.ids[leaver]);
  turn.treaties = turn.treaties.flatMap((one) =>
    one.id !== id ? [one] : left.length < 2 ? [] : [{ ...one, parties: left }],
  );
}

/** Treaties in force between two countries, of one kind or of any. */
export function treatiesBetween(turn: Turn, a: CountryIndex, b: CountryIndex, kind?: Treaty["kind"]): Treaty[] {
  if (turn.treaties.length === 0) return [];
  const first = turn.board.ids[a];
  const second = turn.board.ids[b];
  return turn.treaties.filter(
    (treaty) =>
      (kind === undefined || treaty.kind === kind) &&
      first !== undefined &&
      second !== undefined &&
      treaty.parties.includes(first) &&
      treaty.parties.includes(second),
  );
}
