import { describe, expect, it } from "vitest";
import {
  crewOf,
  deadlineSeen,
  newsIn,
  silenceLeft,
  steppedBack,
  whoHandsIn,
  writerOf,
} from "#client/viewmodel/hosted.ts";
import { personId } from "#shared/model/ids.ts";
import type { HostAct } from "#shared/model/match.ts";
import type { HostedView, PlayerView } from "#shared/model/view.ts";
import { seen } from "./view.ts";

const ana = { person: personId("p0000000a"), name: "Ana", present: true };
const ben = { person: personId("p0000000b"), name: "Ben", present: true };
const HOSTED: HostedView = {
  epoch: 0,
  pause: null,
  deeds: [],
  mutedUntil: null,
  crew: [],
  editing: null,
  maySubmit: true,
};

const table = (hosted: Partial<HostedView>, change: Partial<PlayerView> = {}): PlayerView => ({
  ...seen("borun", []).view,
  hosted: { ...HOSTED, ...hosted },
  ...change,
});
const deed = (turn: number, act: HostAct): HostedView["deeds"][number] => ({
  seq: 1,
  at: 5,
  turn,
  phase: "orders",
  act,
});

describe("a clock that the instructor has stopped", () => {
  it("stands: what is left is always left from now", () => {
    const paused = table({ pause: { frozen: false, text: "", left: 30_000 } }, { deadline: null });
    expect([1000, 9000].map((now) => (deadlineSeen(paused, now) ?? 0) - now)).toEqual([30_000, 30_000]);
  });

  it("runs to its deadline otherwise; a phase without a clock has none, stopped or not", () => {
    expect(deadlineSeen(table({}, { deadline: 7000 }), 1000)).toBe(7000);
    expect(deadlineSeen(table({ pause: { frozen: true, text: "", left: null } }), 1000)).toBeNull();
  });
});

describe("a team at one sheet", () => {
  it("is none for who sits alone, who hands in for themselves", () => {
    const alone = table({ crew: [ana], maySubmit: false });
    expect(crewOf(alone)).toEqual([]);
    expect(whoHandsIn(alone)).toBeNull();
    expect(whoHandsIn({ hosted: null })).toBeNull();
  });

  it("is handed in by the first of it who is here, where one alone may", () => {
    expect(whoHandsIn(table({ crew: [ana, ben], maySubmit: true }))).toBeNull();
    expect(whoHandsIn(table({ crew: [ana, ben], maySubmit: false }))).toEqual(ana);
    const away = { ...ana, present: false };
    expect(whoHandsIn(table({ crew: [away, ben], maySubmit: false }))).toEqual(ben);
    expect(whoHandsIn(table({ crew: [away, { ...ben, present: false }], maySubmit: false }))).toEqual(away);
  });

  it("says who is writing, but not to the writer", () => {
    const writes = table({ crew: [ana, ben], editing: ben.person });
    expect(writerOf(writes, ana.person)).toEqual(ben);
    expect(writerOf(writes, ben.person)).toBeNull();
    expect(writerOf(table({ crew: [ana, ben] }), ana.person)).toBeNull();
  });
});

describe("a student who may not speak", () => {
  it("is told the longer of what table and class say, and nothing once it is over", () => {
    expect(silenceLeft(table({ mutedUntil: 4000 }), 9000, 1000)).toBe(8000);
    expect(silenceLeft(table({ mutedUntil: 4000 }), null, 1000)).toBe(3000);
    expect(silenceLeft(table({ mutedUntil: 4000 }), null, 4000)).toBe(0);
  });
});

describe("what the instructor put into the dispatches", () => {
  const news = (text: string): HostAct => ({ kind: "news", text, to: null });
  it("is what was said this turn and the one before, not older news", () => {
    const deeds = [deed(1, news("old")), deed(2, news("last turn")), deed(3, news("now"))];
    expect(newsIn(table({ deeds }, { turn: 3 })).map(({ act }) => act.text)).toEqual(["last turn", "now"]);
  });

  it("says that a turn is played again, at its start alone", () => {
    const deeds = [deed(3, { kind: "stepBack", turn: 2, deadline: null })];
    expect(steppedBack(table({ deeds }, { turn: 2, phase: "dispatches" }))).toBe(2);
    expect(steppedBack(table({ deeds }, { turn: 2, phase: "orders" }))).toBeNull();
    expect(steppedBack(table({ deeds }, { turn: 3, phase: "dispatches" }))).toBeNull();
  });
});
