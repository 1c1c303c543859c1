import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ambitionBand } from "#client/viewmodel/ambition.ts";
import { clockText, phaseBars } from "#client/viewmodel/clock.ts";
import { headlines, revealStages } from "#client/viewmodel/events.ts";
import { involved } from "#client/viewmodel/involved.ts";
import { oddsText } from "#client/viewmodel/odds.ts";
import { pointsText, roundToSum, signed } from "#client/viewmodel/numbers.ts";
import { parseRules } from "#client/viewmodel/rulesText.ts";
import { howManyIn, isHandedOver, isOnlyWatched, seatMark, waitingFor } from "#client/viewmodel/seats.ts";
import type { SeatView } from "#shared/model/view.ts";
import { countryId } from "#shared/model/ids.ts";
import { against, aid, attack, index, type Plans } from "#tests/helpers/smallWorld.ts";
import { seen } from "./view.ts";

describe("whole numbers that add up", () => {
  it("stay within one of their values and sum exactly", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 8 }), (values) => {
        const total = Math.round(values.reduce((sum, value) => sum + value, 0)) + 0;
        const rounded = roundToSum(values, total);
        expect(rounded.reduce((sum, value) => sum + value, 0)).toBe(total);
        rounded.forEach((whole, at) => expect(Math.abs(whole - (values[at] ?? 0))).toBeLessThanOrEqual(1 + 1e-9));
      }),
    );
  });
  it("print with true signs", () => {
    expect([11, -1, 0].map(signed)).toEqual(["+11", "−1", "0"]);
    expect([4, 2.59, -1.25].map(pointsText)).toEqual(["4", "2.5", "−1.2"]);
  });
});

describe("a die that decided", () => {
  it("is told apart from the chance it met, and no chance short of certainty is printed as certain", () => {
    expect(oddsText(0.43, 0.7)).toEqual({ win: "43", thrown: "70" });
    expect(oddsText(0.996, 0.2)).toEqual({ win: "99.6", thrown: "20.0" });
    expect(oddsText(0.996, 0.998)).toEqual({ win: "99.6", thrown: "99.8" });
    expect(oddsText(0.4301, 0.4344)).toEqual({ win: "43.0", thrown: "43.4" });
    expect(oddsText(0.0004, 0.5)).toEqual({ win: "0.04", thrown: "50.00" });
  });
});

describe("the clock", () => {
  it("counts down to 0:00 and not below", () => {
    expect([32_000, 31_001, 1, 0, -5_000].map((left) => clockText(left, 0))).toEqual([
      "0:32",
      "0:32",
      "0:01",
      "0:00",
      "0:00",
    ]);
    expect(clockText(null, 0)).toBeNull();
  });
  it("shares the turn among its phases and empties the present one", () => {
    const bars = phaseBars({
      phase: "orders",
      seconds: { dispatches: 30, diplomacy: 120, orders: 40, reveal: 10 },
      deadline: 10_000,
      now: 0,
    });
    expect(bars.map(({ width }) => width)).toEqual([0.15, 0.6, 0.2, 0.05]);
    expect(bars.map(({ state }) => state)).toEqual(["past", "past", "now", "next"]);
    expect(bars[2]?.left).toBe(0.25);
  });
});

describe("who is in", () => {
  const seat = (part: Partial<SeatView>): SeatView => ({
    country: countryId("a"),
    occupant: "person",
    name: "",
    connected: true,
    ready: false,
    submitted: false,
    ...part,
  });
  const seats = [
    seat({ submitted: true }),
    seat({}),
    seat({ connected: false }),
    seat({ occupant: "computer" }),
    seat({ occupant: "empty" }),
  ];

  it("has a mark for each state", () => {
    expect(seats.map((one) => seatMark(one, "orders"))).toEqual(["done", "thinking", "away", "computer", "empty"]);
    expect(seatMark(seat({ submitted: true }), "diplomacy")).toBe("thinking");
  });
  it("waits for connected people only", () => {
    expect(waitingFor(seats, "orders")).toEqual([seats[1]]);
    expect(howManyIn(seats, "orders")).toEqual({ done: 2, of: 4 });
  });
  it("is handed over when a computer player sits in one's own, and in nobody else's", () => {
    const table = [seat({ country: countryId("a"), occupant: "computer" }), seat({ country: countryId("b") })];
    expect((["a", "b"] as const).map((you) => isHandedOver({ you: countryId(you), seats: table }))).toEqual([
      true,
      false,
    ]);
    expect(isHandedOver({ you: null, seats: table })).toBe(false);
  });
  it("is only watched when nobody who plays is there: then its person says when to go on", () => {
    const mine = seat({ country: countryId("a"), occupant: "computer" });
    const other = seat({ country: countryId("b"), connected: true });
    const watched = (...seats: readonly SeatView[]): boolean => isOnlyWatched({ you: countryId("a"), seats });
    expect(watched(mine, other)).toBe(false);
    expect(watched(mine, { ...other, connected: false })).toBe(true);
    expect(watched({ ...mine, occupant: "person" }, { ...other, connected: false })).toBe(false);
  });
});

describe("the reveal", () => {
  const turn: Plans = {
    borun: { align: against("dell"), moves: [attack("kessel")], spend: { offence: 2 } },
    cask: { align: against("borun"), spend: { defence: 1, aid: [aid("dell", 1)] } },
    dell: { moves: [{ kind: "mobilise" }] },
  };
  const { board, view } = seen("dell", [turn]);
  const events = view.history[0]?.events ?? [];

  it("tells every event but the acts once, in the order of the steps", () => {
    const told = revealStages(events).flatMap((stage) => [...stage.events, ...stage.quiet]);
    expect(told).toHaveLength(events.length);
    expect(new Set(told)).toEqual(new Set(events));
  });
  it("ends with the threats, even when nothing else happened", () => {
    expect(revealStages([]).map(({ step }) => step)).toEqual(["threats"]);
    expect(revealStages(events).at(-1)?.step).toBe("threats");
  });
  it("reports what concerns me before what does not", () => {
    const mine = headlines(board, events, index("dell")).map((event) => involved(board, event).includes(index("dell")));
    expect(mine).toEqual([...mine].sort((a, b) => Number(b) - Number(a)));
    expect(mine[0]).toBe(true);
  });
});

describe("the rules on screen", () => {
  const sections = parseRules(readFileSync(resolve(import.meta.dirname, "../../../shared/rules/RULES.md"), "utf8"));
  const ids = sections.flatMap(({ lines }) => lines.map(({ id }) => id));

  it("have every line once, without marks", () => {
    expect(ids.length).toBeGreaterThan(30);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      sections.flatMap(({ lines }) => lines).filter(({ text }) => text.includes("**") || text.length < 10),
    ).toEqual([]);
  });
  it("hold the rule that each event of a played turn names", () => {
    const { view } = seen(null, [{ borun: { align: against("dell"), moves: [attack("kessel")] } }, {}]);
    const named = new Set(view.history.flatMap((turn) => turn.events.map(({ rule }) => rule)));
    expect([...named].filter((rule) => !ids.includes(rule))).toEqual([]);
  });
  it("go on over a broken line, and stop at an empty one", () => {
    expect(parseRules("## 5 War\n\n- **5.3** One `thing`\n  and another.\n\nStray.")).toEqual([
      { title: "5 War", lines: [{ id: "5.3", text: "One thing and another." }] },
    ]);
  });
});

describe("ambition in words", () => {
  it("goes from wolves to lions", () => {
    expect([0.9, 0.6, 0.2, 0, -0.3, -0.7].map(ambitionBand)).toEqual([
      "wolf",
      "jackal",
      "watchful",
      "watchful",
      "satisfied",
      "lion",
    ]);
  });
});
