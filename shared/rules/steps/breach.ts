import type { EventOf, RuleId, Step } from "../../model/event.ts";
import type { CountryIndex } from "../../model/ids.ts";
import type { Treaty } from "../../model/treaty.ts";
import { countryAt, tell } from "./turn.ts";
import type { Turn } from "./turn.ts";

interface Breach {
  readonly treaty: Treaty;
  readonly by: CountryIndex;
  readonly victim: CountryIndex;
  readonly deed: EventOf<"treatyBroken">["deed"];
}
const DEEDS: Readonly<Record<Breach["deed"], { readonly step: Step; readonly rule: RuleId }>> = {
  attack: { step: "attacks", rule: "4.6" },
  refusal: { step: "attacks", rule: "4.7" },
  balance: { step: "alignments", rule: "4.8" },
};

/** Who breaks a treaty leaves it, and is trusted less; the others stay bound if two or more remain (rule 4.9). */
export function breakTreaty(turn: Turn, { treaty, by, victim, deed }: Breach): void {
  const breaker = turn.board.ids[by];
  const left = treaty.parties.filter((party) => party !== breaker);
  turn.treaties = turn.treaties.flatMap((one) =>
    one.id !== treaty.id ? [one] : left.length < 2 ? [] : [{ ...one, parties: left }],
  );
  countryAt(turn, by).refused += 1;
  tell(turn, { rule: DEEDS[deed].rule, step: DEEDS[deed].step, kind: "treatyBroken", treaty, by, deed });
  turn.acts.push({ by, target: victim, act: "break_pact", audience: "exposed" });
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
