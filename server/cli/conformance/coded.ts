import type { GameEvent } from "#shared/model/event.ts";
import { countryId, treatyId } from "#shared/model/ids.ts";
import { codePlay } from "#shared/theory/coding.ts";
import type { CaseOf } from "./format.ts";
import { alignmentOf, playText } from "./smallWorld.ts";

/** How our code counts the turn that a case of coding tells. */
export function coded({ me, alignment, spending = {}, income, events = [] }: CaseOf<"coding">): unknown {
  const names = [...new Set([me, ...events.flatMap(namesIn)])].sort();
  const ids = names.map(countryId);
  const facts = events.map((event) => factOf(event, names));
  const { offence = 0, defence = 0, industry = 0, aid = [] } = spending;
  if (income !== undefined) {
    facts.push({
      rule: "3.1",
      step: "arms",
      kind: "armed",
      country: names.indexOf(me),
      income,
      offence,
      defence,
      industry,
      saved: 0,
    });
  }
  const sheet = {
    alignment: alignmentOf(alignment),
    spending: { offence, defence, industry, aid: aid.map(([to, points]) => ({ to: countryId(to), points })) },
  };
  const { play, because, internalBalancing } = codePlay({ ids }, sheet, facts, names.indexOf(me));
  return { play: playText(play), because, internal_balancing: internalBalancing };
}

type CodedEvent = NonNullable<CaseOf<"coding">["events"]>[number];

function namesIn(event: CodedEvent): string[] {
  switch (event.kind) {
    case "attack":
      return [event.by, event.on];
    case "pact-signed":
      return [...event.parties, ...(event.against === undefined ? [] : [event.against])];
    case "pact-called":
      return [event.ally, event.victim, event.attacker];
    case "concession":
    case "ultimatum":
      return [event.by, event.to];
    case "appeal":
      return [event.by, event.to, event.against];
  }
}

function factOf(event: CodedEvent, names: readonly string[]): GameEvent {
  const index = (name: string): number => names.indexOf(name);
  switch (event.kind) {
    case "attack":
      return {
        rule: "6.1",
        step: "attacks",
        kind: "battle",
        attackers: [index(event.by)],
        defender: index(event.on),
        province: 0,
        attack: 1,
        defence: 1,
        forces: [],
        outcome: "stalemate",
        deserters: [],
        provoked: false,
      };
    case "pact-signed":
      return {
        rule: "1.1",
        step: "treaties",
        kind: "treatySigned",
        treaty: {
          id: treatyId("t1"),
          kind: "defence",
          parties: event.parties.map(countryId),
          since: 1,
          until: null,
          ...(event.against === undefined ? {} : { against: countryId(event.against) }),
        },
      };
    case "pact-called":
      return {
        rule: "6.2",
        step: "attacks",
        kind: "pactCalled",
        treaty: treatyId("t1"),
        answer: event.answer,
        ally: index(event.ally),
        victim: index(event.victim),
        attacker: index(event.attacker),
      };
    case "concession":
      return {
        rule: "6.9",
        step: "occupation",
        kind: "conceded",
        by: index(event.by),
        to: index(event.to),
        province: 0,
      };
    case "ultimatum":
      return {
        rule: "6.8",
        step: "ultimata",
        kind: "ultimatumAnswered",
        by: index(event.by),
        target: index(event.to),
        demand: { kind: "align", alignment: { kind: "bandwagon", with: countryId(event.by) } },
        accepted: event.accepted,
      };
    case "appeal":
      return {
        rule: "6.10",
        step: "signals",
        kind: "appealed",
        by: index(event.by),
        to: index(event.to),
        against: index(event.against),
      };
  }
}
