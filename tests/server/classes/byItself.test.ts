import { describe, expect, it } from "vitest";
import { classSuite, planFor } from "#tests/helpers/classSuite.ts";

/** Phases and patience a fiftieth as long. */
const suite = classSuite({ paceFactor: 1 / 50 });

describe("a team that is away", () => {
  it("has its seat kept by a computer player until one of them is back", async () => {
    const host = await suite.host();
    const plan = planFor(2, { seconds: { dispatches: 3600, diplomacy: 60, orders: 60, reveal: 60 } });
    await host.do("openSession", { plan, rehearsal: false });
    const [goer, other] = await suite.students(2);
    await host.do("begin");
    await goer?.untilTable(({ you }) => you !== null, "a table");
    await goer?.vanish();
    await host.until(({ sessions }) => sessions[0]?.kept.length === 1, "the seat being kept");
    expect(host.view.tables[0]?.seats.filter(({ kept }) => kept)).toHaveLength(1);
    if (!goer) throw new Error("nobody");
    const back = await suite.student(goer.entry);
    await back.untilTable(
      ({ seats, you }) => seats.find(({ country }) => country === you)?.occupant === "person",
      "led again",
    );
    await host.until(({ sessions }) => sessions[0]?.kept.length === 0, "nothing kept");
    expect(other?.closed).toBeNull();
  });
});

describe("the lesson's clock", () => {
  it("ends play in time for the debrief, if told to protect it", async () => {
    const host = await suite.host();
    const seconds = { dispatches: 3600, diplomacy: 60, orders: 60, reveal: 60 };
    await host.do("openSession", { plan: planFor(2, { seconds, protectDebrief: true, endsAt: 0 }), rehearsal: false });
    const [student] = await suite.students(2);
    await host.do("begin");
    await student?.untilTable(({ phase }) => phase === "ended", "the debrief");
  });
});

describe("a rehearsal", () => {
  it("arrives, plays to the end and goes, all by itself, and can be led like a class", async () => {
    const host = await suite.host();
    const seconds = { dispatches: 60, diplomacy: 120, orders: 120, reveal: 60 };
    await host.do("openSession", { plan: planFor(8, { seconds, turns: 2 }), rehearsal: true });
    const playing = await host.until(({ sessions }) => sessions[0]?.state === "playing", "play");
    expect(playing.members.every(({ simulated }) => simulated)).toBe(true);
    await host.until(({ members }) => members.length === 8, "the late one");
    await host.until(({ members }) => members.some(({ help }) => help !== null), "the call for help");
    await host.until(({ members }) => members.some(({ present }) => !present), "the one who goes");
    await host.until(({ tables }) => tables.every(({ phase }) => phase === "ended"), "the end", 60_000);
    const { sessions, members } = await host.until((view) => view.sessions[0]?.state === "over", "its own end", 30_000);
    expect(members.every(({ state }) => state === "removed")).toBe(true);
    expect(sessions[0]?.rehearsal).toBe(true);
  }, 120_000);
});
