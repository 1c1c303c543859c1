import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countryId, personId } from "#shared/model/ids.ts";
import type { ClassroomRules, Command } from "#shared/model/match.ts";
import { foldRecord } from "#shared/record/foldRecord.ts";
import type { Reply } from "#shared/protocol/messages.ts";
import { encodeSheet } from "#shared/projection/wire/sheet.ts";
import { silentLog } from "#server/lib/log.ts";
import { computerAutopilot } from "#server/match/computerAutopilot.ts";
import { MatchController } from "#server/match/MatchController.ts";
import { answer } from "#server/match/requests.ts";
import type { MatchStore, NewPerson } from "#server/store/MatchStore.ts";
import { sqliteStore } from "#server/store/sqliteStore.ts";
import { temporaryFolder } from "#tests/helpers/server.ts";
import { QUIET } from "#tests/helpers/serverPlayer.ts";
import { after, CLASSROOM, open, person, type Table } from "#tests/shared/record/table.ts";

const ANN = personId("p0");
const BEN = personId("p1");
const CEM = personId("p2");
const [aldany, borun] = [countryId("aldany"), countryId("borun")];
/** Room for what the disk is asked for in a moment. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** A clock that stands until it is told the time; what is due by then has then run. */
function handClock() {
  let now = 1_700_000_000_000;
  let waiting: { readonly due: number; readonly action: () => void }[] = [];
  return {
    now: () => now,
    after: (delay: number, action: () => void): (() => void) => {
      const one = { due: now + delay, action };
      waiting.push(one);
      return () => void (waiting = waiting.filter((other) => other !== one));
    },
    waiting: () => waiting.length,
    pass: async (milliseconds: number): Promise<void> => {
      now += milliseconds;
      const due = waiting.filter((one) => one.due <= now).sort((a, b) => a.due - b.due);
      waiting = waiting.filter((one) => !due.includes(one));
      for (const { action } of due) action();
      await settle();
    },
  };
}

describe("a match and its instructor", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: MatchStore;
  let clock: ReturnType<typeof handClock>;
  let broken = false;
  let opened: MatchController[] = [];

  beforeEach(async () => {
    folder = temporaryFolder();
    clock = handClock();
    broken = false;
    opened = [];
    const disk = sqliteStore(join(folder.path, "match.sqlite"));
    await disk.open();
    store = new Proxy(disk, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== "function") return member;
        if (name !== "append") return member.bind(target) as unknown;
        return (...given: Parameters<MatchStore["append"]>) =>
          broken ? Promise.reject(new Error("disk full")) : target.append(...given);
      },
    });
  });
  afterEach(async () => {
    await Promise.all(opened.map((controller) => controller.close()));
    await settle();
    expect(clock.waiting(), "timers left").toBe(0);
    await store.close();
    folder.remove();
  });

  /** Ann leads Aldany and Ben Borun, with Cem beside him; computer players have the rest. Dispatches of turn 1. */
  async function table(classroom: ClassroomRules = CLASSROOM): Promise<MatchController> {
    const lobby = open({ classroom });
    const ben = { kind: "person", person: BEN, name: "Ben", crew: [{ person: CEM, name: "Cem" }] } as const;
    const seats: Table = after(lobby, person(aldany, 0), { kind: "seat", country: borun, occupant: ben });
    const { commands, ...header } = seats.record;
    const creator: NewPerson = { id: ANN, match: header.match, name: "Ann", tokenHash: "t", rejoinHash: "r", at: 1 };
    await store.create({ header, code: "AAAAAA", creator, computers: [], commands });
    const controller = await reopened();
    for (const [at, one] of [ANN, BEN, CEM].entries()) controller.enter(one, `s${at}`);
    expect((await controller.start()).ok).toBe(true);
    return controller;
  }

  /** As the store has it: what a restart would find. */
  async function reopened(): Promise<MatchController> {
    const row = await store.findByCode("AAAAAA");
    const record = row && (await store.load(row.match));
    if (!row || !record) throw new Error("no match");
    const [persons, drafts] = await Promise.all([store.persons(row.match), store.drafts(row.match)]);
    const deps = { store, clock, timers: clock, autopilot: computerAutopilot, log: silentLog, paceFactor: 1 };
    const controller = new MatchController({ row, state: foldRecord(record), persons, drafts }, deps);
    controller.open(() => undefined);
    opened.push(controller);
    return controller;
  }

  const phaseLength = (controller: MatchController): number =>
    (controller.state.deadline ?? expect.fail("no clock")) - clock.now();

  it("more time holds the phase that long, and no longer", async () => {
    const controller = await table();
    const left = phaseLength(controller);
    await controller.hosted("Ms Lee", { kind: "extend", seconds: 10 });
    await clock.pass(left + 9_000);
    expect(controller.state.phase).toBe("dispatches");
    await clock.pass(1_000);
    expect(controller.state.phase).toBe("diplomacy");
  });

  it("a pause that could not be written leaves the clock running", async () => {
    const controller = await table();
    const left = phaseLength(controller);
    broken = true;
    expect(await controller.hosted("Ms Lee", { kind: "pause" })).toMatchObject({
      ok: false,
      error: { code: "server.notSaved" },
    });
    broken = false;
    await clock.pass(left);
    expect(controller.state.phase).toBe("diplomacy");
  });

  it("a paused match is still paused after a restart, with the time it had, however long it was down", async () => {
    const controller = await table();
    await clock.pass(5_000);
    const left = phaseLength(controller);
    await controller.hosted("Ms Lee", { kind: "pause" });
    await controller.close();
    await clock.pass(86_400_000);
    const again = await reopened();
    await clock.pass(60_000);
    expect(again.state).toMatchObject({ phase: "dispatches", deadline: null, pause: { left } });
    await again.hosted("Ms Lee", { kind: "resume" });
    expect(phaseLength(again)).toBe(left);
    await clock.pass(left);
    expect(again.state.phase).toBe("diplomacy");
  });

  it("a paused match that is led back has the whole time of dispatches in hand", async () => {
    const controller = await table();
    await controller.hosted("Ms Lee", { kind: "advance" });
    await controller.hosted("Ms Lee", { kind: "pause" });
    await clock.pass(1_000);
    await controller.hosted("Ms Lee", { kind: "stepBack" });
    const { seconds } = controller.state.settings;
    expect(controller.state).toMatchObject({
      phase: "dispatches",
      deadline: null,
      pause: { left: seconds.dispatches * 1000 },
    });
  });

  it("a second step back, from the opening of a turn, leads to the turn before", async () => {
    const controller = await table();
    const to = async (turn: number): Promise<void> => {
      while (controller.state.turn < turn) await controller.hosted("Ms Lee", { kind: "advance" });
    };
    await to(2);
    await controller.hosted("Ms Lee", { kind: "advance" });
    await controller.hosted("Ms Lee", { kind: "stepBack" });
    expect([controller.state.phase, controller.state.turn]).toEqual(["dispatches", 2]);
    await controller.hosted("Ms Lee", { kind: "stepBack" });
    expect([controller.state.turn, controller.state.epoch]).toEqual([1, 2]);
    expect(controller.state.hostDeeds.map(({ act }) => act.kind)).toEqual(["stepBack", "stepBack"]);
  });

  it("knows who did something last, and when", async () => {
    const controller = await table();
    await clock.pass(1_000);
    await answer(controller, BEN, "say", { to: { kind: "all" }, text: "Hello" });
    await answer(controller, ANN, "ping", {});
    expect(controller.people.lastActive(BEN)).toBe(clock.now());
    expect(controller.people.lastActive(ANN)).toBe(null);
    expect(controller.state.messages).toHaveLength(1);
    // Ann reads as her first message what has another number in the record.
    const number = controller.messageNumber(ANN, 1);
    expect(number).toBe(controller.state.messages[0]?.seq);
    expect(number).not.toBe(1);
    expect(controller.messageNumber(ANN, 2)).toBe(null);
    const said = (await store.load(controller.match))?.commands.findLast(({ kind }) => kind === "message");
    // Where a seat is shared the record says who of it spoke.
    expect((said as Command).person).toBe(BEN);
  });

  describe("a team with one who hands in", () => {
    const submits = (controller: MatchController, who: typeof BEN): Promise<Reply> =>
      answer(controller, who, "submit", { turn: 1, sheet: [...encodeSheet(controller.state.board, QUIET)] as never });
    const maySubmit = (controller: MatchController, who: typeof BEN): boolean | undefined =>
      controller.viewFor(who).hosted?.maySubmit;

    it("is the first of it who is there", async () => {
      const controller = await table({ ...CLASSROOM, submitter: "first" });
      expect([maySubmit(controller, BEN), maySubmit(controller, CEM)]).toEqual([true, false]);
      expect(await submits(controller, CEM)).toMatchObject({
        ok: false,
        refusal: { code: "orders.first", text: "In your team Ben hands in the orders." },
      });
      controller.leave(BEN, "s1");
      // A reload takes nobody's place.
      expect(maySubmit(controller, CEM)).toBe(false);
      await clock.pass(20_000);
      expect(maySubmit(controller, CEM)).toBe(true);
      expect(await submits(controller, CEM)).toEqual({ ok: true });
      controller.enter(BEN, "s9");
      expect([maySubmit(controller, BEN), maySubmit(controller, CEM)]).toEqual([true, false]);
      expect(await answer(controller, CEM, "withdraw", { turn: 1 })).toMatchObject({ ok: false });
      expect(await answer(controller, BEN, "withdraw", { turn: 1 })).toEqual({ ok: true });
    });

    it("or anyone, where the class says so", async () => {
      const controller = await table();
      expect([maySubmit(controller, BEN), maySubmit(controller, CEM)]).toEqual([true, true]);
      expect(await submits(controller, CEM)).toEqual({ ok: true });
    });
  });

  it("at a table of a class nobody changes seats by themselves", async () => {
    const controller = await table();
    const refused = { ok: false, refusal: { code: "seat.class" } };
    expect(await answer(controller, personId("p9"), "claim", { country: aldany })).toMatchObject(refused);
    expect(await answer(controller, ANN, "handOver", { personality: "lion" })).toMatchObject(refused);
    expect(await answer(controller, ANN, "takeBack", {})).toMatchObject(refused);
  });

  it("who writes counts as writing for eight seconds after the last change", async () => {
    const controller = await table();
    const drafts = (note: string): Promise<Reply> =>
      answer(controller, CEM, "draft", {
        turn: 1,
        sheet: [...encodeSheet(controller.state.board, { ...QUIET, note })] as never,
      });
    const editing = (): unknown => controller.viewFor(BEN).hosted?.editing;
    await drafts("one");
    await clock.pass(7_000);
    await drafts("two");
    await clock.pass(7_000);
    expect(editing()).toBe(CEM);
    expect(controller.viewFor(BEN).orders.sheet?.note).toBe("two");
    await clock.pass(1_000);
    expect(editing()).toBe(null);
    // Alone at a table one needs no such sign.
    expect(controller.viewFor(ANN).hosted).toMatchObject({ crew: [], editing: null, maySubmit: true });
    const at = controller.state.board.indexOf.get(borun) ?? -1;
    expect(controller.drafts().map((draft) => draft?.note ?? null)[at]).toBe("two");
  });
});
