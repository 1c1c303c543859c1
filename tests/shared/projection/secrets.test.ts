import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryId } from "#shared/model/ids.ts";
import type { CountryId } from "#shared/model/ids.ts";
import type { CommandBody, MatchState } from "#shared/model/match.ts";
import { foldRecord } from "#shared/record/foldRecord.ts";
import { publicView } from "#shared/projection/playerView.ts";
import {
  advance,
  advanceTo,
  after,
  answer,
  attempt,
  computerMatch,
  open,
  pact,
  person,
  say,
  seatAll,
  started,
  submit,
  type Table,
} from "../record/table.ts";
import { bodyOf, wishes, type Wish } from "../record/wander.ts";
import { presence, readers, viewOf } from "./presence.ts";

const shown = (state: MatchState, me: string | null): string => JSON.stringify(viewOf(state, me));
const others = (state: MatchState, ...but: readonly string[]): readonly (string | null)[] =>
  readers(state).filter((me) => me === null || !but.includes(me));

/** Cards, forecasts and orders with a mark of their owner: `§country§` may reach only that country before the end. */
const mark = (country: string): string => `§${country}§`;
const marked = (table: Table): Table => ({
  ...table,
  state: {
    ...table.state,
    cards: table.state.cards.map((card, i) => ({
      ...card,
      aim: { ...card.aim, text: mark(table.state.board.ids[i] ?? "") },
    })),
  },
});

/** The same wish, but every text and note carries its writer's mark, and every private message its readers' too. */
function markedBody(state: MatchState, wish: Wish): CommandBody {
  const body = bodyOf(state, wish);
  if (body.kind === "submit") return { ...body, sheet: { ...body.sheet, note: mark(body.by) } };
  if (body.kind !== "message" || body.to.kind === "all") return body;
  return { ...body, text: `<${[...new Set([body.by, ...body.to.countries])].join(" ")}>` };
}

describe("before the end", () => {
  it("no mark of another reaches any seat or an observer, in any state of any match", () => {
    fc.assert(
      fc.property(wishes(120), (list) => {
        let table = marked(advance(seatAll(open())));
        for (const wish of list) {
          const next = attempt(table, markedBody(table.state, wish));
          if ("code" in next || next.state.phase === "ended") continue;
          table = next;
          for (const me of readers(table.state)) expect(leaks(table.state, me)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("seed, chance and last turn are in nobody's view", () => {
    const { state } = advanceTo(started({ scenario: "ring", seed: 987_654_321 }), "reveal");
    for (const me of readers(state)) {
      const text = shown(state, me);
      expect(text).not.toContain("987654321");
      expect(text).not.toMatch(/"(seed|prng|endTurn|why|hashMismatches|treatyCount)"/);
      for (const word of state.world.prng) expect(text).not.toContain(String(word));
    }
  });

  it("last turn and cards: two matches that differ only in them look alike to an observer", () => {
    const { state } = advanceTo(started({ scenario: "ring" }), "orders");
    const other = {
      ...state,
      endTurn: state.endTurn - 1,
      cards: state.cards.toReversed(),
      settings: { ...state.settings, seed: 1 },
    };
    expect(viewOf(other, null)).toEqual(viewOf(state, null));
  });

  it("orders: a rival's sheet, its change and its note show as one flag", () => {
    const none = started();
    const one = after(none, submit("borun", { note: "we move at dawn" }));
    const two = after(one, submit("borun", { spending: { offence: 3, defence: 0, industry: 0, aid: [] } }));
    for (const me of others(one.state, "borun")) {
      expect(viewOf(two.state, me)).toEqual(viewOf(one.state, me));
      const { seats: before, ...rest } = viewOf(none.state, me);
      const { seats: now, ...same } = viewOf(one.state, me);
      expect(same).toEqual(rest);
      expect(now.map(({ submitted }) => submitted)).toEqual([false, true, false, false]);
      expect(before.some(({ submitted }) => submitted)).toBe(false);
    }
    expect(viewOf(two.state, "borun").orders).toMatchObject({
      state: "submitted",
      sheet: { spending: { offence: 3 } },
    });
  });

  it("how often others treat in private cannot be read from the ids of one's own proposals", () => {
    const ids: number[] = [];
    let table = started();
    for (let k = 0; k < 8; k += 1) {
      table = after(table, pact("cask", ["cask", "dell"]));
      const { id } = table.state.proposals[0] ?? { id: "" };
      ids.push(Number(id.slice(1)));
      table = after(table, answer("retract", "cask", id));
    }
    expect(new Set(ids).size).toBe(8);
    expect(Math.min(...ids)).toBeGreaterThanOrEqual(1000);
    expect(ids).not.toEqual(ids.toSorted((a, b) => a - b));
    // They are in the record, so that a replay has the same.
    expect(foldRecord(table.record)).toEqual(table.state);
  });

  it("re-submitting cannot be read from the numbers of later messages", () => {
    const once = after(started(), submit("borun"), say("aldany", "Good morning"));
    const twice = after(
      started(),
      submit("borun"),
      submit("borun"),
      say("borun", "Psst", ["cask"]),
      say("aldany", "Good morning"),
    );
    expect(viewOf(twice.state, "dell").messages).toEqual(viewOf(once.state, "dell").messages);
  });

  it("notes stay with their writer after the reveal, until the end", () => {
    const { state } = advanceTo(after(started(), submit("borun", { note: "we move at dawn" })), "reveal");
    expect(shown(state, "borun")).toContain("we move at dawn");
    for (const me of others(state, "borun")) expect(shown(state, me)).not.toContain("we move at dawn");
    const over = advanceTo({ ...open(), state }, "ended").state;
    for (const me of readers(over)) expect(shown(over, me)).toContain("we move at dawn");
  });

  it("private talk and proposals reach their parties only", () => {
    const { state } = after(started(), say("borun", "the eastern plan", ["cask"]), pact("borun", ["borun", "cask"]));
    for (const me of ["borun", "cask"]) {
      expect(shown(state, me)).toContain("the eastern plan");
      expect(viewOf(state, me).proposals).toHaveLength(1);
    }
    for (const me of others(state, "borun", "cask")) {
      expect(shown(state, me)).not.toContain("the eastern plan");
      expect(viewOf(state, me).proposals).toEqual([]);
    }
    const signed = after({ ...open(), state }, answer("sign", "cask", state.proposals[0]?.id ?? ""));
    expect(viewOf(signed.state, "aldany")).toEqual(viewOf(state, "aldany"));
  });

  it("private talk stays private after the end", () => {
    const over = advanceTo(after(started(), say("borun", "the eastern plan", ["cask"])), "ended").state;
    for (const me of others(over, "borun", "cask")) expect(shown(over, me)).not.toContain("the eastern plan");
  });

  it("forecasts are seen by their maker only", () => {
    const body: CommandBody = {
      kind: "forecast",
      by: countryId("borun"),
      forecast: { fears: countryId("cask"), balancers: [countryId("dell")] },
    };
    const before = started();
    const { state } = after(before, body);
    expect(viewOf(state, "borun").forecast?.fears).toBe("cask");
    for (const me of others(state, "borun")) expect(viewOf(state, me)).toEqual(viewOf(before.state, me));
  });

  it("what kind of computer player sits in a seat is told at the end", () => {
    const { state } = advance(
      after(
        seatAll(open()),
        { kind: "seat", country: countryId("dell"), occupant: { kind: "empty" } },
        computer("dell"),
      ),
    );
    for (const me of readers(state)) expect(shown(state, me)).not.toContain("jackal");
    const over = advanceTo({ ...open(), state }, "ended").state;
    const { outcome } = viewOf(over, null);
    expect(outcome?.personalities).toEqual([null, null, null, "jackal"]);
    expect(outcome?.manners).toEqual([null, null, null, { temper: "steady", difficulty: "normal" }]);
  });

  it("cards are dealt when the match begins: nobody reads them by trying the seats of the lobby", () => {
    const lobby = seatAll(open());
    for (const me of readers(lobby.state)) expect(viewOf(lobby.state, me).card).toBe(null);
    expect(viewOf(advance(lobby).state, "borun").card).toEqual(lobby.state.cards[1]);
  });

  it("a draft is its writer's", () => {
    const { state } = started();
    const draft = { ...submitSheet("borun"), note: "not yet" };
    expect(viewOf(state, "borun", { draft }).orders).toEqual({ state: "draft", sheet: draft });
    expect(viewOf(state, null, { draft }).orders).toEqual({ state: "none", sheet: null });
  });

  it("a sheet stays submitted while it is revealed, and a draft that was never submitted is none any more", () => {
    const body = submit("borun", { note: "we move at dawn" });
    const revealed = advanceTo(after(started(), body), "reveal").state;
    expect(viewOf(revealed, "borun").orders).toMatchObject({ state: "submitted", sheet: { note: "we move at dawn" } });
    expect(viewOf(revealed, "cask", { draft: submitSheet("cask") }).orders).toEqual({ state: "none", sheet: null });
    expect(viewOf(revealed, null).orders).toEqual({ state: "none", sheet: null });
  });
});

describe("the public view", () => {
  it("holds phase, clock and seats, and nothing of what was said or planned", () => {
    const { state } = after(started(), submit("borun", { note: "we move at dawn" }), say("borun", "the eastern plan"));
    const view = publicView(state, presence(state));
    expect(Object.keys(view).sort()).toEqual(["deadline", "phase", "seats", "turn"]);
    expect(JSON.stringify(view)).not.toMatch(/dawn|eastern|hide|p1/);
    expect(view.seats[1]).toEqual({
      country: "borun",
      occupant: "person",
      name: "Ben",
      connected: true,
      ready: false,
      submitted: true,
    });
  });

  it("names people by name and never by the id that the server knows them by", () => {
    const { state } = after(open(), person(countryId("borun"), 3));
    for (const me of readers(state)) expect(shown(state, me)).not.toContain('"p3"');
  });
});

describe("after the end", () => {
  it("everyone sees cards, aims, the last turn, and every choice beside five theories", () => {
    const { state } = computerMatch({ scenario: "strait" });
    for (const me of readers(state)) {
      const { outcome } = viewOf(state, me);
      expect(outcome?.endTurn).toBe(state.turn);
      expect(outcome?.cards).toEqual(state.cards);
      expect(outcome?.play).toHaveLength(state.turn);
      expect(outcome?.play[0]?.[0]?.lenses).toHaveLength(5);
    }
    expect(viewOf(state, "borun").score).toEqual(viewOf(state, null).outcome?.scores[1]);
  });
});

const computer = (country: string): CommandBody => ({
  kind: "seat",
  country: countryId(country),
  occupant: { kind: "computer", personality: "jackal" },
});
const submitSheet = (by: string) => {
  const body = submit(by);
  if (body.kind !== "submit") throw new Error("not a sheet");
  return body.sheet;
};

/** Marks in a reader's view that are not meant for them. */
function leaks(state: MatchState, me: string | null): readonly string[] {
  const text = shown(state, me);
  const marks = [...text.matchAll(/§([^§]+)§/g)].flatMap(([whole, owner]) => (owner === me ? [] : [whole]));
  const talk = [...text.matchAll(/<([^>]+)>/g)].flatMap(([whole, parties]) =>
    parties?.split(" ").includes(me ?? "") ? [] : [whole],
  );
  const proposals = viewOf(state, me).proposals.filter(
    ({ parties }) => !parties.some((party: CountryId) => party === me),
  );
  return [...marks, ...talk, ...proposals.map(({ id }) => id)];
}
