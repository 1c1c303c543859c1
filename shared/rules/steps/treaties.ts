import type { EventOf, RuleId } from "../../model/event.ts";
import type { CountryIndex } from "../../model/ids.ts";
import type { Treaty, TreatyKind } from "../../model/treaty.ts";
import { treatiesAllowed } from "../checkTerms.ts";
import { isForATime } from "../treatyWords.ts";
import { feelSigned, revealTreaty } from "./promises.ts";
import { indexOf, tell } from "./turn.ts";
import type { Turn, TurnInput } from "./turn.ts";

type Signed = TurnInput["signed"][number];

/** The rule that says how a treaty of each kind binds. */
const TREATY_RULES: Readonly<Record<TreatyKind, RuleId>> = {
  defence: "4.4",
  nonaggression: "4.5",
  consultation: "4.10",
  neutrality: "4.12",
};

/** Rules 4.3–4.5, 4.10, 4.12–4.14. Treaties come into force in the order of their proposal; older secrets may leak. */
export function signTreaties(turn: Turn): void {
  leakSecrets(turn);
  if (turn.input.signed.length === 0) return;
  const allowed = treatiesAllowed(turn.before);
  const entered = turn.countries.map(() => 0);
  for (const signed of [...turn.input.signed].sort(byProposal)) {
    const parties = signed.terms.parties.map((party) => indexOf(turn, party));
    if (parties.some((party) => (entered[party] ?? allowed) >= allowed)) continue;
    for (const party of parties) entered[party] = (entered[party] ?? 0) + 1;
    enter(turn, signed);
  }
}

/** `t9` before `t10`. */
const byProposal = (a: Signed, b: Signed): number => a.id.length - b.id.length || (a.id < b.id ? -1 : 1);

function enter(turn: Turn, { id, terms }: Signed): void {
  const treaty: Treaty = {
    id,
    kind: terms.kind,
    parties: [...terms.parties].sort(),
    ...(terms.against === undefined ? {} : { against: terms.against }),
    ...(terms.secret === undefined ? {} : { secret: terms.secret }),
    since: turn.number,
    until: isForATime(terms) ? turn.number + turn.board.parameters.treaty.nonAggressionTurns - 1 : null,
  };
  turn.treaties = [...turn.treaties, treaty];
  tell(turn, { ...told(turn, treaty), step: "treaties", kind: "treatySigned", treaty });
  if (!treaty.secret) feelSigned(turn, treaty);
}

/** The rule that made it and, of a secret one, who may know. */
export const told = (turn: Turn, treaty: Treaty): Pick<EventOf<"treatySigned">, "rule" | "seenBy"> =>
  treaty.secret ? { rule: "4.13", seenBy: knowers(turn, treaty) } : { rule: TREATY_RULES[treaty.kind] };

/** Those who know of a secret treaty, ascending. */
const knowers = (turn: Turn, { parties, foundBy = [] }: Treaty): CountryIndex[] =>
  [...new Set([...parties, ...foundBy])].map((id) => indexOf(turn, id)).sort((a, b) => a - b);

/** Rule 4.14. One draw for each secret treaty, in the order in which they came into force. */
function leakSecrets(turn: Turn): void {
  const { leak } = turn.board.parameters.covert;
  for (const treaty of turn.before.treaties) {
    if (!treaty.secret) continue;
    if (turn.chance.draw() < leak) revealTreaty(turn, treaty, { step: "treaties", how: "leak", probability: leak });
  }
}
