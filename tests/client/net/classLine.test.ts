import { describe, expect, it } from "vitest";
import { ClassLineConnection } from "#client/net/ClassLineConnection.ts";
import { createDrafts } from "#client/net/drafts.ts";
import type { LinkEvents } from "#client/net/link.ts";
import { SeatConnection } from "#client/net/SeatConnection.ts";
import { createShelf } from "#client/net/storage.ts";
import { wireReader } from "#client/net/wireReader.ts";
import { ok } from "#shared/lib/result.ts";
import type { HostView, StudentView } from "#shared/model/classView.ts";
import { classId, matchId } from "#shared/model/ids.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { toWire } from "#shared/projection/wire/view.ts";
import type { ClassEntry } from "#shared/protocol/classMessages.ts";
import { viewOf } from "#tests/shared/projection/presence.ts";
import { started } from "#tests/shared/record/table.ts";

const strait = started();
const ring = started({ scenario: "ring" });
const seats = {
  strait: { board: strait.state.board, view: viewOf(strait.state, "borun") },
  ring: { board: ring.state.board, view: { ...viewOf(ring.state, null), match: matchId("m2") } },
};
const scenarios = new Map([strait, ring].map(({ state: { board } }) => [board.scenario.id, board.scenario]));

const entry: ClassEntry = {
  kind: "class",
  class: classId("c1"),
  code: "K7M4QX",
  token: "token",
  rejoin: "ABCDEFGHJK",
  name: "Ana",
  country: null,
};

/** One link at a time, scenarios at hand, timers that wait to be fired. */
function stage() {
  const opened: { events: LinkEvents; asked: [string, object][] }[] = [];
  const timers: (() => void)[] = [];
  const tools = {
    open: (_secret: string, events: LinkEvents) => {
      const link = { events, asked: [] as [string, object][] };
      opened.push(link);
      return Promise.resolve(
        ok({
          request: (name: string, body: object) => {
            link.asked.push([name, body]);
            return Promise.resolve({ ok: true } as const);
          },
          close: () => undefined,
        }),
      );
    },
    openReader: (settings: Omit<PlayerView["settings"], "seed">) => {
      const scenario = scenarios.get(settings.scenario);
      if (!scenario) throw new Error("no scenario");
      return Promise.resolve(ok(wireReader(scenario, settings)));
    },
    drafts: createDrafts(createShelf(null)),
    localNow: () => 1_000,
    draw: () => 0,
    after: (_milliseconds: number, action: () => void) => {
      timers.push(action);
      return () => undefined;
    },
    words: { offline: "offline", timedOut: "timed out" },
  };
  const last = () => {
    const link = opened.at(-1);
    if (!link) throw new Error("nothing opened");
    return link;
  };
  return { tools, last, opened, fireTimer: () => timers.shift()?.() };
}

const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 0));
// Views of the class are folded without being looked into: a few members will do.
const studentView = (here: number) => ({ className: "Politics", here }) as unknown as StudentView;
const hostView = (...matches: string[]) =>
  ({ name: "Politics", tables: matches.map((match) => ({ match })) }) as unknown as HostView;
const wireOf = ({ board, view }: (typeof seats)["strait"]) => ({ rev: 1, now: 5_000, view: toWire(board, view) });

describe("a student's line", () => {
  async function student() {
    const at = stage();
    const connection = new SeatConnection(entry, at.tools);
    await settled();
    at.last().events.onMessage("class", { rev: 1, now: 5_000, role: "student", view: studentView(3) });
    return { ...at, connection };
  }

  it("is live with the class alone, before there is a table", async () => {
    const { connection } = await student();
    expect([connection.status.value, connection.view.value]).toEqual(["live", null]);
    expect(connection.classroom.value).toEqual(studentView(3));
    expect(connection.now()).toBe(5_000);
  });

  it("shows the table it is led to, on its own board, and another one after being moved", async () => {
    const { connection, last } = await student();
    last().events.onMessage("view", wireOf(seats.strait));
    await settled();
    expect(connection.view.value).toEqual(seats.strait.view);
    last().events.onMessage("view", wireOf(seats.ring));
    await settled();
    expect(connection.view.value).toEqual(seats.ring.view);
    expect(connection.board.value?.ids).toEqual(seats.ring.board.ids);
  });

  it("shows no table once it is led away", async () => {
    const { connection, last } = await student();
    last().events.onMessage("view", wireOf(seats.strait));
    await settled();
    last().events.onMessage("away", {});
    last().events.onMessage("p", [2, [2, { turn: [1, 3] }]]);
    expect([connection.view.value, connection.status.value]).toEqual([null, "live"]);
  });

  it("folds the class's patches, and asks for all of it after a gap", async () => {
    const { connection, last } = await student();
    last().events.onMessage("classPatch", [2, [2, { here: [1, 4] }]]);
    expect(connection.classroom.value).toEqual(studentView(4));
    last().events.onMessage("classPatch", [4, [2, { here: [1, 9] }]]);
    last().events.onMessage("classPatch", [5, [2, { here: [1, 10] }]]);
    expect(connection.classroom.value).toEqual(studentView(4));
    expect(last().asked).toEqual([["classResync", {}]]);
  });

  it("keeps an unsaved draft for the table it was written at", async () => {
    const { connection, last, opened, fireTimer } = await student();
    last().events.onMessage("view", wireOf(seats.strait));
    await settled();
    last().events.onClose();
    const sheet = {
      alignment: { kind: "hide" as const },
      reason: null,
      note: "",
      spending: { offence: 0, defence: 0, industry: 0, aid: [] },
      moves: [],
      refuse: [],
    };
    await connection.send("draft", { turn: 1, sheet });
    fireTimer();
    await settled();
    expect(opened).toHaveLength(2);
    last().events.onMessage("view", wireOf(seats.ring));
    await settled();
    expect(last().asked).toEqual([]);
    last().events.onMessage("view", wireOf(seats.strait));
    await settled();
    expect(last().asked.map(([name]) => name)).toEqual(["draft"]);
  });
});

describe("an instructor's line", () => {
  async function host() {
    const at = stage();
    const connection = new ClassLineConnection<HostView>("key", at.tools);
    await settled();
    at.last().events.onMessage("class", { rev: 1, now: 5_000, role: "owner", view: hostView("m-strait", "m2") });
    const strait = matchId(seats.strait.view.match);
    at.last().events.onMessage("table", { match: strait, name: "view", body: wireOf(seats.strait) });
    at.last().events.onMessage("table", { match: matchId("m2"), name: "view", body: wireOf(seats.ring) });
    await settled();
    return { ...at, connection, strait };
  }

  it("follows every table apart from the others", async () => {
    const { connection, last, strait } = await host();
    last().events.onMessage("table", { match: matchId("m2"), name: "p", body: [2, [2, { turn: [1, 4] }]] });
    expect(connection.tables.value.get(matchId("m2"))?.view.turn).toBe(4);
    expect(connection.tables.value.get(strait)?.view).toEqual(seats.strait.view);
  });

  it("forgets the tables of a session that is over", async () => {
    const { connection, last } = await host();
    last().events.onMessage("class", { rev: 2, now: 5_000, role: "owner", view: hostView("m2") });
    expect([...connection.tables.value.keys()]).toEqual(["m2"]);
  });

  it("asks once for everything after a gap at any table", async () => {
    const { last, strait } = await host();
    last().events.onMessage("table", { match: strait, name: "p", body: [4, [2, { turn: [1, 4] }]] });
    last().events.onMessage("table", { match: strait, name: "p", body: [5, [2, { turn: [1, 4] }]] });
    expect(last().asked).toEqual([["classResync", {}]]);
  });
});
