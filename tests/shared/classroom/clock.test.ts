import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lessonSpan, protectDebrief, tableClock, timelineOf } from "#shared/classroom/lessonClock.ts";
import type { TableClock } from "#shared/classroom/lessonClock.ts";
import { turnSeconds } from "#shared/classroom/lessonTime.ts";
import type { LessonPlan, Session } from "#shared/model/classroom.ts";
import { PHASES } from "#shared/model/match.ts";
import { advanceTo, started } from "#tests/shared/record/table.ts";
import { MINUTE, planFor } from "./lesson.ts";

/** 50 minutes: 5 of brief, 4 turns of 6 minutes, debrief from minute 30. Play began at minute 5. */
const plan: LessonPlan = {
  ...planFor("ring", 12),
  minutes: 50,
  briefMinutes: 5,
  debriefMinutes: 20,
  turns: 4,
  seconds: { dispatches: 60, diplomacy: 150, orders: 90, reveal: 60 },
};
const at = (minute: number): number => 1_700_000_000_000 + minute * MINUTE;
const session = (change: Partial<Session> = {}, planned: Partial<LessonPlan> = {}): Session => ({
  number: 1,
  plan: { ...plan, ...planned },
  rehearsal: false,
  state: "playing",
  openedAt: at(-3),
  startedAt: at(5),
  endedAt: null,
  places: [],
  tables: [],
  kept: [],
  ...change,
});
const table = (change: Partial<TableClock> = {}): TableClock => ({
  number: 1,
  phase: "diplomacy",
  turn: 1,
  deadline: at(8.5),
  stopped: null,
  last: false,
  seconds: plan.seconds,
  ...change,
});

describe("the plan against the clock", () => {
  it("brief, turns and debrief lie where the plan puts them", () => {
    expect(timelineOf(session(), [table()], at(6))).toEqual({
      from: at(0),
      debriefFrom: at(30),
      until: at(50),
      turn: 1,
      marks: [at(5), at(11), at(17), at(23), at(29)],
      ahead: 0,
    });
  });

  it("the bell, where it is known, says when all ends", () => {
    expect(lessonSpan(session({}, { endsAt: at(45) }), [])).toMatchObject({
      from: at(0),
      debriefFrom: at(25),
      until: at(45),
    });
  });

  it.each([
    ["ended early: diplomacy of turn 2 will end at 13.5 instead of 14.5", { turn: 2, deadline: at(13.5) }, at(11), 1],
    ["extended by two minutes", { deadline: at(10.5) }, at(9), -2],
    ["paused with a minute left, 3 minutes ago", { stopped: { left: MINUTE } }, at(10.5), -3],
    ["without a clock, over its time", { deadline: null }, at(10), -1.5],
    ["without a clock, in its time", { deadline: null }, at(7), 0],
  ])("%s", (_, change, now, ahead) => expect(timelineOf(session(), [table(change)], now)?.ahead).toBe(ahead));

  it("a rehearsal at four times the pace has a lesson of a quarter of the time", () => {
    const faster = { dispatches: 15, diplomacy: 37.5, orders: 22.5, reveal: 15 };
    const rehearsal = session({ rehearsal: true, startedAt: at(1.25) }, { endsAt: at(45) });
    expect(timelineOf(rehearsal, [table({ seconds: faster, deadline: at(2.125) })], at(2))).toEqual({
      from: at(0),
      debriefFrom: at(7.5),
      until: at(12.5),
      turn: 1,
      marks: [1.25, 2.75, 4.25, 5.75, 7.25].map(at),
      ahead: 0,
    });
  });

  it("the slowest table counts, and its turn; who has ended is not waited for", () => {
    const tables = [
      table({ turn: 3, deadline: at(20.5) }),
      table({ number: 2, turn: 2, deadline: at(18.5) }),
      table({ number: 3, phase: "ended", turn: 1 }),
    ];
    expect(timelineOf(session(), tables, at(15))).toMatchObject({ turn: 2, ahead: -4 });
    expect(timelineOf(session(), [table({ phase: "ended" })], at(35))).toMatchObject({ turn: 4, ahead: 0 });
  });

  it("there is none before play and after the session", () => {
    expect(timelineOf(session({ state: "gathering", startedAt: null }), [], at(1))).toBeNull();
    expect(timelineOf(session({ state: "over" }), [table()], at(60))).toBeNull();
  });

  it("a table's clock is read from its match", () => {
    const { state } = advanceTo(started(), "orders");
    expect(tableClock(4, state)).toEqual({
      number: 4,
      phase: "orders",
      turn: 1,
      deadline: state.deadline,
      stopped: null,
      last: false,
      seconds: state.settings.seconds,
    });
  });
});

describe("the debrief's time is kept", () => {
  const due = (tables: readonly TableClock[], minute: number, planned: Partial<LessonPlan> = {}) =>
    // oxlint-disable-line typescript/explicit-function-return-type
    protectDebrief({ session: session({}, planned), tables, now: at(minute) });

  it("nothing to do while the next turn's orders will be in before it", () => {
    expect(due([table({ turn: 3, phase: "orders", deadline: at(22) })], 21)).toEqual({ lastTurn: [], end: [] });
  });

  it("the turn before one that would be resolved too late is the last", () => {
    // Turn 3 ends at 24.5; turn 4 would be resolved five minutes later, at 29.5: in time. A minute later it is not.
    expect(due([table({ turn: 3, phase: "orders", deadline: at(23.5) })], 23)).toEqual({ lastTurn: [], end: [] });
    expect(due([table({ turn: 3, phase: "orders", deadline: at(24.5) })], 24)).toEqual({ lastTurn: [1], end: [] });
  });

  it("each table by its own clock; said once; the plan's last turn needs no word", () => {
    const tables = [
      table({ turn: 3, phase: "orders", deadline: at(26) }),
      table({ number: 2, turn: 3, phase: "reveal", deadline: at(22) }),
      table({ number: 3, turn: 3, phase: "orders", deadline: at(26), last: true }),
      table({ number: 4, turn: 4, phase: "dispatches", deadline: at(26) }),
      table({ number: 5, turn: 3, phase: "ended", deadline: null }),
    ];
    expect(due(tables, 21.5)).toEqual({ lastTurn: [1], end: [] });
  });

  it("at its start whoever still plays ends", () => {
    const tables = [table({ turn: 4, phase: "orders", deadline: at(31) }), table({ number: 2, phase: "ended" })];
    expect(due(tables, 30)).toEqual({ lastTurn: [], end: [1] });
  });

  it("not protected, not asked", () => {
    expect(due([table({ turn: 4 })], 49, { protectDebrief: false })).toEqual({ lastTurn: [], end: [] });
  });

  it("a paused table is told in time too: its clock stands, the lesson's does not", () => {
    expect(due([table({ turn: 3, phase: "orders", stopped: { left: MINUTE } })], 25)).toEqual({
      lastTurn: [1],
      end: [],
    });
  });

  it("whatever the clocks say: a table told to stop plays, and is never told both", () => {
    const clocks = fc.record({
      number: fc.integer({ min: 1, max: 40 }),
      phase: fc.constantFrom(...PHASES),
      turn: fc.integer({ min: 0, max: 8 }),
      deadline: fc.option(fc.integer({ min: at(0), max: at(60) })),
      stopped: fc.option(fc.record({ left: fc.option(fc.integer({ min: 0, max: 600_000 })) })),
      last: fc.boolean(),
      seconds: fc.constant(plan.seconds),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(clocks, { selector: ({ number }) => number }),
        fc.integer({ min: 5, max: 60 }),
        (tables, minute) => {
          const { lastTurn, end } = due(tables, minute);
          const playing = tables
            .filter(({ phase }) => phase !== "ended" && phase !== "lobby")
            .map(({ number }) => number);
          expect(playing).toEqual(expect.arrayContaining([...lastTurn, ...end]));
          expect(lastTurn.length === 0 || end.length === 0).toBe(true);
          if (minute >= 30) expect(end).toEqual(playing);
        },
      ),
    );
  });

  it("a lesson that keeps to its plan is never cut", () => {
    const turn = turnSeconds(plan.seconds) / 60;
    for (let k = 1; k < plan.turns; k += 1) {
      expect(
        due([table({ turn: k, phase: "orders", deadline: at(5 + k * turn - 1) })], 5 + k * turn - 1.2).lastTurn,
      ).toEqual([]);
    }
  });
});
