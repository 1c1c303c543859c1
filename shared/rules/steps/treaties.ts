import type { Treaty } from "../../model/treaty.ts";
import { treatiesAllowed } from "../checkTerms.ts";
import { indexOf, tell } from "./turn.ts";
import type { Turn, TurnInput } from "./turn.ts";

type Signed = TurnInput["signed"][number];

/** Rules 4.3–4.5. Treaties come into force in the order of their proposal. */
export function signTreaties(turn: Turn): void {
  if (turn.input.signed.length === 0) return;
  const allowed = treatiesAllowed(turn.before);
  const entered = turn.countries.map(() => 0);
  for (const signed of [...turn.input.signed].sort(byProposal)) {
    const parties = signed.terms.parties.map((party) => indexOf(turn, party));
    if (parties.some((party) => (entered[party] ?? allowed) >= allowed)) continue;
    for (const party of parties) entered[party] = (entered[party] ?? 0) + 1;
    enter(turn, signed, parties);
  }
}

/** `t9` before `t10`. */
const byProposal = (a: Signed, b: Signed): number => a.id.length - b.id.length || (a.id < b.id ? -1 : 1);

function enter(turn: Turn, { id, terms }: Signed, parties: readonly number[]): void {
  const treaty: Treaty = {
    id,
    kind: terms.kind,
    parties: [...terms.parties].sort(),
    ...(terms.against === undefined ? {} : { against: terms.against }),
    since: turn.number,
    until: terms.kind === "nonaggression" ? turn.number + turn.board.parameters.treaty.nonAggressionTurns - 1 : null,
  };
  turn.treaties = [...turn.treaties, treaty];
  tell(turn, { rule: terms.kind === "defence" ? "4.4" : "4.5", step: "treaties", kind: "treatySigned", treaty });
  const act = terms.kind === "defence" ? "treaty_defence" : "treaty_nonaggression";
  for (const by of parties) {
    for (const target of parties) if (by !== target) turn.acts.push({ by, target, act, audience: "target" });
  }
}
