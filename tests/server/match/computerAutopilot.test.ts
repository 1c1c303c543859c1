import { describe, expect, it } from "vitest";
import { countryId, treatyId } from "#shared/model/ids.ts";
import { DIFFICULTIES, PERSONALITIES, TEMPERS } from "#shared/model/match.ts";
import type { CommandBody, MatchState, MessageMode } from "#shared/model/match.ts";
import type { Proposal } from "#shared/model/treaty.ts";
import type { Matrix } from "#shared/model/world.ts";
import { defaultModules } from "#shared/rules/index.ts";
import type { ComputerSeat } from "#server/match/Autopilot.ts";
import { computerAutopilot } from "#server/match/computerAutopilot.ts";
import { advance, advanceTo, after, attempt, open, pact, type Table } from "#tests/shared/record/table.ts";

const who = (me: number, at = me): ComputerSeat => ({
  me,
  personality: PERSONALITIES[at % PERSONALITIES.length] ?? "theorist",
  temper: TEMPERS[at % TEMPERS.length] ?? "steady",
  difficulty: DIFFICULTIES[at % DIFFICULTIES.length] ?? "normal",
});

function seated(scenario: string): Table {
  const table = open({ scenario, modules: defaultModules("advanced"), seed: 5 });
  const seats = table.state.board.ids.map((country, me): CommandBody => {
    const { me: _me, ...character } = who(me);
    return { kind: "seat", country, occupant: { kind: "computer", ...character } };
  });
  return advance(after(table, ...seats));
}

/** Everything the seats do now, in country order; what is refused does not happen. */
const played = (table: Table, how: (typeof computerAutopilot)["act"]): Table =>
  table.state.board.ids.reduce(
    (now, _, me) =>
      how(now.state, who(me)).reduce((one, body) => {
        const next = attempt(one, body);
        return "code" in next ? one : next;
      }, now),
    table,
  );

/** The same match as far as one seat can tell: whatever it may not know is otherwise. */
function alien(state: MatchState, me: number): MatchState {
  const mine = state.board.ids[me];
  const knows = ({ secret, parties, foundBy = [] }: MatchState["world"]["treaties"][number]): boolean =>
    secret !== true || (mine !== undefined && (parties.includes(mine) || foundBy.includes(mine)));
  const influence: Matrix = state.world.secrets.influence.map((row, k) => (k === me ? row : row.map(() => 0.77)));
  const strangers = state.board.ids.filter((id) => id !== mine).slice(0, 2);
  const theirs: Proposal = {
    id: treatyId("t99999"),
    by: strangers[0] ?? countryId("x"),
    turn: state.turn,
    kind: "defence",
    parties: strangers,
    signed: strangers.slice(0, 1),
    declined: [],
  };
  return {
    ...state,
    endTurn: state.endTurn + 1,
    crises: [],
    cards: state.cards.map((card, k) => (k === me ? card : { ...card, revisionism: -card.revisionism })),
    submitted: state.submitted.map((one, k) => (k === me ? one : null)),
    forecasts: state.forecasts.map((one, k) => (k === me ? one : null)),
    ratings: state.ratings.map((one, k) => (k === me ? one : null)),
    proposals: [...state.proposals.filter(({ parties }) => mine !== undefined && parties.includes(mine)), theirs],
    treatyCount: state.treatyCount + 1,
    messages: state.messages.filter(({ from }) => from === mine),
    world: {
      ...state.world,
      prng: [9, 8, 7, 6],
      treaties: state.world.treaties.filter(knows),
      secrets: { influence, deeds: [] },
    },
    played: state.played.map((turn) => ({
      ...turn,
      events: turn.events.filter(({ seenBy }) => seenBy === undefined || seenBy.includes(me)),
    })),
  };
}

describe("a computer player never sees what its seat could not", () => {
  it.each(["ring", "europe-1914", "arab-1967"])(
    "%s: with other secrets it decides the same, all through a match",
    (id) => {
      let table = seated(id);
      let decisions = 0;
      let secrets = 0;
      while (table.state.phase !== "ended" && table.state.turn <= 4) {
        const { state } = table;
        secrets += state.world.secrets.deeds.length + state.world.treaties.filter(({ secret }) => secret).length;
        for (const me of state.board.ids.keys()) {
          for (const how of [computerAutopilot.act, computerAutopilot.answer, computerAutopilot.order]) {
            expect(how(alien(state, me), who(me))).toEqual(how(state, who(me)));
            decisions += how(state, who(me)).length;
          }
        }
        if (state.phase === "diplomacy") table = played(played(table, computerAutopilot.act), computerAutopilot.answer);
        if (state.phase === "orders") table = played(table, computerAutopilot.order);
        table = advance(table);
      }
      expect(decisions).toBeGreaterThan(50);
      expect(secrets).toBeGreaterThan(0);
    },
  );
});

describe("what a computer player puts on record", () => {
  const ids = (table: Table): readonly string[] => table.state.board.ids;

  it("a refusal with its reason, and a line to the proposer alone", () => {
    const table = advanceTo(seated("ring"), "diplomacy");
    const [by = "", to = ""] = ids(table);
    const asked = after(table, pact(by, [by, to]));
    const answers = computerAutopilot.answer(asked.state, { me: 1, personality: "hider" });
    expect(answers).toEqual([
      { kind: "decline", by: to, proposal: asked.state.proposals[0]?.id, reason: "ownPlans" },
      { kind: "message", by: to, to: { kind: "some", countries: [by] }, text: expect.any(String) },
    ]);
  });

  it.each<[MessageMode, string]>([
    ["none", "nothing"],
    ["public", "only what is for all"],
  ])("where messages are %s it says %s", (mode) => {
    let table = seated("ring");
    const settings = { ...table.state.settings, messages: { ...table.state.settings.messages, diplomacy: mode } };
    table = { ...table, state: { ...table.state, settings } };
    const kinds = new Set<string>();
    while (table.state.phase !== "ended") {
      if (table.state.phase === "diplomacy") {
        table = played(played(table, computerAutopilot.act), computerAutopilot.answer);
        for (const { to } of table.state.messages) kinds.add(to.kind);
      }
      if (table.state.phase === "orders") table = played(table, computerAutopilot.order);
      table = advance(table);
    }
    expect([...kinds]).toEqual(mode === "none" ? [] : ["all"]);
  });

  it("an account of every turn, kept for the debrief", () => {
    let table = seated("strait");
    while (table.state.phase !== "ended") {
      if (table.state.phase === "orders") table = played(table, computerAutopilot.order);
      table = advance(table);
    }
    for (const { sheets } of table.state.played)
      for (const { source, why } of sheets)
        expect({ source, told: why.length > 10 }).toEqual({ source: "computer", told: true });
  });
});
