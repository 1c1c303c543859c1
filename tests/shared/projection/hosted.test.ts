import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryId, personId } from "#shared/model/ids.ts";
import type { HostAct, PlayedTurn } from "#shared/model/match.ts";
import type { HostedView } from "#shared/model/view.ts";
import { fromWire, toWire } from "#shared/projection/wire/view.ts";
import { advance, advanceTo, after, CLASSROOM, host, open, seatAll, started, type Table } from "../record/table.ts";
import { hostedWishes, storm, wander } from "../record/wander.ts";
import { readers, viewOf } from "./presence.ts";

const borun = countryId("borun");
const does = (table: Table, ...acts: readonly HostAct[]): Table => after(table, ...acts.map(host));
const classroom = (): Table => started({ classroom: CLASSROOM });
const hosted = ({ state }: Table, me: string | null): HostedView => {
  const view = viewOf(state, me).hosted;
  if (!view) throw new Error("a table of a class has an instructor");
  return view;
};
const seen = (table: Table, me: string | null): string[] => hosted(table, me).deeds.map(({ act }) => act.kind);
const everyone = ({ state }: Table): readonly (string | null)[] => readers(state);

describe("what an instructor has done is seen by whom it concerns", () => {
  it("friends among themselves have none", () => {
    for (const me of everyone(started())) expect(viewOf(started().state, me).hosted).toBe(null);
  });

  it("a pause and its words, by all", () => {
    const frozen = does(classroom(), { kind: "pause", frozen: true, text: "Look here", left: 4_000 });
    for (const me of everyone(frozen))
      expect(hosted(frozen, me).pause).toEqual({ frozen: true, text: "Look here", left: 4_000 });
    const again = does(frozen, { kind: "resume", deadline: 9_000 });
    for (const me of everyone(again)) expect([hosted(again, me).pause, seen(again, me)]).toEqual([null, []]);
  });

  it("news, by those to whom they are said; by nobody else, and not by who watches", () => {
    const table = does(
      classroom(),
      { kind: "news", text: "to Borun alone", to: [borun] },
      { kind: "news", text: "to all", to: null },
    );
    expect(seen(table, "borun")).toEqual(["news", "news"]);
    for (const me of everyone(table)) {
      const text = JSON.stringify(viewOf(table.state, me));
      expect(text.includes("to Borun alone")).toBe(me === "borun");
      expect(text).toContain("to all");
    }
  });

  it("deeds are numbered for each reader: no gap tells of what others were told", () => {
    const table = does(
      classroom(),
      { kind: "news", text: "to Borun alone", to: [borun] },
      { kind: "mute", country: borun, until: 1 },
      { kind: "news", text: "to all", to: null },
    );
    expect(hosted(table, "borun").deeds.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    for (const me of ["aldany", null]) expect(hosted(table, me).deeds.map(({ seq }) => seq)).toEqual([1]);
  });

  it("a silence, by the one silenced", () => {
    const table = does(classroom(), { kind: "mute", country: borun, until: 5_000 });
    for (const me of everyone(table)) {
      expect(hosted(table, me).mutedUntil).toBe(me === "borun" ? 5_000 : null);
      expect(seen(table, me)).toEqual(me === "borun" ? ["mute"] : []);
    }
    expect(hosted(does(table, { kind: "mute", country: borun, until: null }), "borun").mutedUntil).toBe(null);
  });

  it("a crisis put in, by nobody before it strikes, and by all from then on, even if its turn is undone", () => {
    const waiting = does(classroom(), { kind: "inject", crisis: storm("storm", borun, 5) });
    for (const me of everyone(waiting)) expect(JSON.stringify(viewOf(waiting.state, me))).not.toContain("storm");
    const struck = advanceTo(waiting, "reveal");
    for (const me of everyone(struck)) expect(seen(struck, me)).toEqual(["inject"]);
    const back = does(struck, { kind: "stepBack", turn: 1, deadline: null });
    for (const me of everyone(back)) {
      expect(seen(back, me)).toEqual(["inject", "stepBack"]);
      expect(hosted(back, me).epoch).toBe(1);
    }
  });

  it("that a turn was made the last, by nobody before the match is over", () => {
    const last = does(classroom(), { kind: "lastTurn" });
    const plain = classroom();
    for (const me of everyone(last)) expect(viewOf(last.state, me)).toEqual(viewOf(plain.state, me));
    const over = advance(advanceTo(last, "reveal"));
    for (const me of everyone(over)) expect(seen(over, me)).toEqual(["lastTurn"]);
  });
});

/** A turn that was undone, with a mark in everyone's note. */
const MARK = "§undone§";
const marked = (turn: PlayedTurn): PlayedTurn => ({
  ...turn,
  sheets: turn.sheets.map((one) => ({ ...one, sheet: { ...one.sheet, note: MARK } })),
});

describe("what was undone, or said to others", () => {
  it("reaches nobody before the end, whatever an instructor does", () => {
    fc.assert(
      fc.property(hostedWishes(120), (list) => {
        const table = wander(advance(seatAll(open({ classroom: CLASSROOM }))), list);
        if (table.state.phase === "ended") return;
        const state = { ...table.state, undone: table.state.undone.map(marked) };
        for (const me of readers(state)) {
          const view = viewOf(state, me);
          expect(view.history).toHaveLength(state.played.length);
          for (const { act } of view.hosted?.deeds ?? []) {
            expect(["news", "mute", "stepBack", "inject"]).toContain(act.kind);
            if (act.kind === "news" && act.to !== null) expect(act.to).toContain(me);
            if (act.kind === "mute") expect(act.country).toBe(me);
          }
          expect(JSON.stringify(view)).not.toContain(MARK);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("a crisis in an instructor's own words", () => {
  it("travels as what follows from the turn, like any other", () => {
    const own = { ...storm("own-9", borun, 0), effects: [] };
    const table = advance(advanceTo(does(classroom(), { kind: "inject", crisis: own }), "reveal"));
    const { board } = table.state;
    const view = viewOf(table.state, "borun");
    const wire = toWire(board, view);
    expect(wire.past.every((turn) => !("whole" in turn))).toBe(true);
    expect(wire.world).toBe(null);
    expect(fromWire(board, wire)).toEqual(view);
  });

  it("so does one that changes something, as far as it did", () => {
    const table = advanceTo(does(classroom(), { kind: "inject", crisis: storm("storm", borun, 6) }), "reveal");
    const wire = toWire(table.state.board, viewOf(table.state, null));
    expect(wire.past.every((turn) => !("whole" in turn))).toBe(true);
  });
});

describe("a team", () => {
  it("is seen by its names, and by its own with who is there", () => {
    const crew = [{ person: personId("q"), name: "Zoe" }];
    const table = after(classroom(), {
      kind: "seat",
      country: borun,
      occupant: { kind: "person", person: personId("p1"), name: "Ben", crew },
    });
    const at = table.state.board.indexOf.get(borun) ?? -1;
    for (const me of everyone(table)) expect(viewOf(table.state, me).seats[at]?.name).toBe("Ben, Zoe");
    const team = {
      crew: [
        { person: personId("p1"), name: "Ben", present: true },
        { person: personId("q"), name: "Zoe", present: false },
      ],
      editing: personId("q"),
      maySubmit: true,
    };
    expect(viewOf(table.state, "borun", { team }).hosted).toMatchObject(team);
    expect(hosted(table, null)).toMatchObject({ crew: [], editing: null, maySubmit: false });
  });
});
