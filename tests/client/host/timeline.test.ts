import { describe, expect, it } from "vitest";
import { PLAN } from "#client/gallery/hostFixtures.ts";
import { atClock, planState, plannedLine, segmentsOf, turnSeconds } from "#client/host/model/timeline.ts";

const MINUTE = 60_000;
const line = {
  from: 0,
  debriefFrom: 33 * MINUTE,
  until: 50 * MINUTE,
  turn: 2,
  marks: [4, 9, 14, 19].map((minute) => minute * MINUTE),
  ahead: 0,
};

describe("the lesson against the clock", () => {
  it("is drawn as brief, turns, spare time and debrief, without a gap", () => {
    const parts = segmentsOf(line, 10 * MINUTE);
    expect(parts.map(({ kind, number }) => `${kind}${number || ""}`)).toEqual([
      "brief",
      "turn1",
      "turn2",
      "turn3",
      "slack",
      "debrief",
    ]);
    expect(parts.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(50 * MINUTE);
  });

  it("follows the tables for turns, and the clock for the rest", () => {
    const states = (turn: number, minute: number): readonly string[] =>
      segmentsOf({ ...line, turn }, minute * MINUTE).map(({ state }) => state);
    expect(states(2, 10)).toEqual(["past", "past", "now", "next", "next", "next"]);
    // The tables are still in turn 1 when turn 2 should have begun.
    expect(states(1, 10)).toEqual(["past", "now", "next", "next", "next", "next"]);
    expect(states(3, 40)).toEqual(["past", "past", "past", "past", "past", "now"]);
  });

  it("fills the present turn by the share of its time that is gone, never more", () => {
    const gone = (minute: number): number | undefined =>
      segmentsOf(line, minute * MINUTE).find(({ state }) => state === "now")?.gone;
    expect(gone(11.5)).toBe(0.5);
    expect(gone(30)).toBe(1);
  });

  it("leaves out what a late lesson has no time for any more", () => {
    const late = segmentsOf({ ...line, debriefFrom: 12 * MINUTE }, 0);
    expect(late.map(({ kind, number }) => `${kind}${number || ""}`)).toEqual(["brief", "turn1", "turn2", "debrief"]);
    expect(late.at(-2)?.to).toBe(12 * MINUTE);
  });

  it("is on plan within a minute, else ahead or behind by so many", () => {
    expect(planState({ ...line, ahead: 1 }, 0)).toMatchObject({ kind: "onPlan", minutesLeft: 50, debriefMinutes: 17 });
    expect(planState({ ...line, ahead: -3 }, 0)).toMatchObject({ kind: "behind", by: 3 });
    expect(planState({ ...line, ahead: 2.5 }, 0)).toMatchObject({ kind: "ahead", by: 3 });
    expect(planState(line, 40 * MINUTE)).toMatchObject({ inDebrief: true, debriefMinutes: 10 });
  });

  it("draws a plan before it begins with every minute of it", () => {
    const planned = plannedLine(PLAN, 0);
    expect(planned.until).toBe(PLAN.minutes * MINUTE);
    expect(planned.until - planned.debriefFrom).toBe(PLAN.debriefMinutes * MINUTE);
    expect(planned.marks).toHaveLength(PLAN.turns + 1);
    expect((planned.marks[1] ?? 0) - (planned.marks[0] ?? 0)).toBe(turnSeconds(PLAN) * 1000);
    expect(segmentsOf(planned, -1).every(({ state }) => state === "next")).toBe(true);
  });

  it("reads a time of day as the nearest one, also across midnight", () => {
    const late = new Date(2026, 5, 28, 23, 50).getTime();
    expect(atClock("23:55", late)).toBe(late + 5 * MINUTE);
    expect(atClock("00:10", late)).toBe(late + 20 * MINUTE);
    expect(atClock("soon", late)).toBeNull();
  });
});
