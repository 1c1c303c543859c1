import { describe, expect, it } from "vitest";
import { SeatConnection } from "#client/net/SeatConnection.ts";
import { createDrafts } from "#client/net/drafts.ts";
import type { LinkEvents, OpenFailure } from "#client/net/link.ts";
import type { Reader, ReaderFailure } from "#client/net/reader.ts";
import { createShelf } from "#client/net/storage.ts";
import { wireReader } from "#client/net/wireReader.ts";
import { fail, ok, type Result } from "#shared/lib/result.ts";
import { countryId, matchId } from "#shared/model/ids.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { encodeSheet } from "#shared/projection/wire/sheet.ts";
import { toWire } from "#shared/projection/wire/view.ts";
import type { Entry, Reply } from "#shared/protocol/messages.ts";
import { viewOf } from "#tests/shared/projection/presence.ts";
import { started } from "#tests/shared/record/table.ts";

const entry: Entry = {
  match: matchId("m1"),
  code: "K7M4QX",
  token: "token",
  rejoin: "ABCDEFGHJK",
  name: "Ana",
  country: countryId("borun"),
};
const sheet: OrderSheet = {
  alignment: { kind: "hide" },
  reason: null,
  note: "",
  spending: { offence: 0, defence: 2, industry: 0, aid: [] },
  moves: [],
  refuse: [],
};
const { state } = started();
const { board } = state;
const seen = viewOf(state, "borun");
const viewAt = (
  turn: number,
  orders: "none" | "submitted" = "none",
  phase: PlayerView["phase"] = "orders",
): PlayerView => ({
  ...seen,
  turn,
  phase,
  orders: orders === "none" ? { state: orders, sheet: null } : { state: orders, sheet },
});

const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 0));

/** A server end that answers as told, with hands on clock and timers. */
function stage() {
  const readers: (Scenario | null)[] = [];
  let readable: Result<Scenario, ReaderFailure> = ok(board.scenario);
  const opened: { events: LinkEvents; asked: [string, object][]; closed: boolean }[] = [];
  const timers: { milliseconds: number; action: () => void }[] = [];
  let answer: () => Promise<Reply> = () => Promise.resolve({ ok: true });
  let next: OpenFailure | null = null;
  const shelf = createShelf(null);
  const drafts = createDrafts(shelf);
  const connection = new SeatConnection(entry, {
    open: (_token, events) => {
      if (next) return Promise.resolve(fail(next));
      const link = { events, asked: [] as [string, object][], closed: false };
      opened.push(link);
      return Promise.resolve(
        ok({
          request: (name: string, body: object) => {
            link.asked.push([name, body]);
            return answer();
          },
          close: () => {
            link.closed = true;
          },
        }),
      );
    },
    openReader: (settings, given): Promise<Result<Reader, ReaderFailure>> => {
      readers.push(given);
      const scenario = given ? ok(given) : readable;
      return Promise.resolve(scenario.ok ? ok(wireReader(scenario.value, settings)) : scenario);
    },
    drafts,
    localNow: () => 1_000,
    draw: () => 0,
    after: (milliseconds, action) => {
      const timer = { milliseconds, action };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer) >>> 0, 1);
    },
    words: { offline: "offline", timedOut: "timed out" },
  });
  const last = () => {
    const link = opened.at(-1);
    if (!link) throw new Error("nothing opened");
    return link;
  };
  return {
    connection,
    opened,
    timers,
    drafts,
    last,
    settle: settled,
    readers,
    serverSays: async (view: PlayerView, rev = 1) => {
      last().events.onMessage("view", { rev, now: 5_000, view: toWire(board, view) });
      await settled();
    },
    readWith: (answer: Result<Scenario, ReaderFailure>) => {
      readable = answer;
    },
    answerWith: (reply: () => Promise<Reply>) => {
      answer = reply;
    },
    failNext: (failure: OpenFailure | null) => {
      next = failure;
    },
    fireTimer: () => timers.shift()?.action(),
  };
}

async function live(turn = 2) {
  const at = stage();
  await at.settle();
  await at.serverSays(viewAt(turn));
  return at;
}

describe("a seat's connection", () => {
  it("is live with the first view, and tells the server's time", async () => {
    const at = stage();
    expect(at.connection.status.value).toBe("connecting");
    await at.settle();
    await at.serverSays(viewAt(1));
    expect(at.connection.status.value).toBe("live");
    expect(at.connection.now()).toBe(5_000);
  });

  it("applies patches in order, and leaves the old view as it was", async () => {
    const at = await live();
    const before = at.connection.view.value;
    at.last().events.onMessage("p", [2, [2, { turn: [1, 3] }]]);
    expect(at.connection.view.value?.turn).toBe(3);
    expect(before?.turn).toBe(2);
  });

  it("asks once for the whole view after a gap, and ignores patches until it comes", async () => {
    const at = await live();
    at.last().events.onMessage("p", [4, [2, { turn: [1, 9] }]]);
    at.last().events.onMessage("p", [5, [2, { turn: [1, 10] }]]);
    expect(at.last().asked).toEqual([["resync", {}]]);
    expect(at.connection.view.value?.turn).toBe(2);
    await at.serverSays(viewAt(10), 5);
    at.last().events.onMessage("p", [6, [2, { turn: [1, 11] }]]);
    expect(at.connection.view.value?.turn).toBe(11);
  });

  it("comes back by itself with the same token, for as long as it takes, waiting longer each time", async () => {
    const at = await live();
    at.last().events.onClose();
    expect(at.connection.status.value).toBe("retrying");
    expect(at.connection.view.value?.turn).toBe(2);
    at.failNext({ kind: "unreachable" });
    const waits: number[] = [];
    for (let i = 0; i < 12; i += 1) {
      waits.push(at.timers[0]?.milliseconds ?? -1);
      at.fireTimer();
      await at.settle();
    }
    expect(waits.slice(0, 4)).toEqual([250, 500, 1000, 2000]);
    expect(Math.max(...waits)).toBe(7_500);
    at.failNext(null);
    at.fireTimer();
    await at.settle();
    await at.serverSays(viewAt(2));
    expect(at.connection.status.value).toBe("live");
  });

  it("does not wait for the timer when woken", async () => {
    const at = await live();
    at.last().events.onClose();
    at.connection.wake();
    await at.settle();
    expect(at.opened).toHaveLength(2);
    expect(at.timers).toEqual([]);
  });

  it("finds on waking that the line has died in its sleep", async () => {
    const at = await live();
    at.answerWith(() => Promise.reject(new Error("timed out")));
    at.connection.wake();
    await at.settle();
    expect(at.last().asked).toEqual([["ping", {}]]);
    expect(at.connection.status.value).toBe("retrying");
  });

  it("stops when the seat is opened elsewhere, and takes it back when asked", async () => {
    const at = await live();
    at.last().events.onMessage("superseded", {});
    expect(at.connection.status.value).toBe("superseded");
    at.connection.wake();
    await at.settle();
    expect(at.opened).toHaveLength(1);
    at.connection.takeBack();
    await at.settle();
    await at.serverSays(viewAt(2));
    expect(at.connection.status.value).toBe("live");
  });

  it("keeps a refusal's sentence and does not knock again", async () => {
    const at = await live();
    at.failNext({ kind: "refused", refusal: { kind: "invalid", code: "seat.unknown", text: "This seat is gone." } });
    at.last().events.onClose();
    at.fireTimer();
    await at.settle();
    expect(at.connection.status.value).toBe("refused");
    expect(at.connection.refusal.value?.text).toBe("This seat is gone.");
    expect(at.timers).toEqual([]);
  });

  it("refuses to send without a connection, in words", async () => {
    const at = await live();
    at.last().events.onClose();
    const reply = await at.connection.send("say", { to: { kind: "all" }, text: "hello" });
    expect(reply).toEqual({ ok: false, refusal: { kind: "illegal", code: "net.offline", text: "offline" } });
  });

  it("hears nothing more from a link it has given up", async () => {
    const at = await live();
    const old = at.last();
    old.events.onClose();
    old.events.onMessage("view", { rev: 9, now: 0, view: toWire(board, viewAt(9)) });
    await at.settle();
    expect(at.connection.view.value?.turn).toBe(2);
    expect(at.connection.status.value).toBe("retrying");
  });
});

describe("what travels short", () => {
  it("is a whole view to the page, with the board it is on", async () => {
    const at = stage();
    await at.settle();
    await at.serverSays(viewAt(1));
    expect(at.connection.view.value).toEqual(viewAt(1));
    expect(at.connection.board.value?.ids).toEqual(board.ids);
  });

  it("keeps what comes while the scenario is on its way", async () => {
    const at = stage();
    await at.settle();
    const arriving = at.serverSays(viewAt(1));
    at.last().events.onMessage("p", [2, [2, { turn: [1, 2] }]]);
    expect([at.connection.status.value, at.connection.view.value]).toEqual(["connecting", null]);
    await arriving;
    expect([at.connection.status.value, at.connection.view.value?.turn]).toEqual(["live", 2]);
  });

  it("tells the server's time by a new deadline", async () => {
    const at = await live();
    at.last().events.onMessage("p", [2, [2, { due: [1, 70_000] }], 60_000]);
    expect(at.connection.view.value?.deadline).toBe(70_000);
    expect(at.connection.now()).toBe(10_000);
  });

  it("counts a flag on its own as the next change", async () => {
    const at = await live();
    const seat = 2;
    at.last().events.onMessage("p", 3 * seat + 1);
    at.last().events.onMessage("p", [3, [2, { turn: [1, 5] }]]);
    expect(at.connection.view.value?.seats.map(({ submitted }) => submitted)).toEqual([false, false, true, false]);
    expect(at.connection.view.value?.turn).toBe(5);
  });

  it("is asked for in full when it does not add up, and followed in full from then on", async () => {
    const at = stage();
    const edited = { ...board.scenario, title: "Another edition" };
    at.readWith(ok(edited));
    await at.settle();
    await at.serverSays(viewAt(1));
    expect(at.connection.status.value).toBe("connecting");
    expect(at.last().asked).toEqual([["resync", { whole: true }]]);
    at.last().events.onMessage("whole", { rev: 2, now: 5_000, view: viewAt(1), scenario: board.scenario });
    await at.settle();
    expect(at.readers).toEqual([null, board.scenario]);
    expect([at.connection.status.value, at.connection.board.value?.scenario.title]).toEqual(["live", "The Strait"]);
    at.last().events.onMessage("p", [3, [2, { turn: [1, 2] }]]);
    expect(at.connection.view.value).toEqual(viewAt(2));
  });

  it("is asked for in full when the server has no such scenario any more", async () => {
    const at = stage();
    at.readWith(fail("unknown"));
    await at.settle();
    await at.serverSays(viewAt(1));
    expect(at.last().asked).toEqual([["resync", { whole: true }]]);
  });

  it("waits and tries again when the scenario cannot be fetched", async () => {
    const at = stage();
    at.readWith(fail("unreachable"));
    await at.settle();
    await at.serverSays(viewAt(1));
    expect([at.last().closed, at.timers.length, at.last().asked]).toEqual([true, 1, []]);
    at.readWith(ok(board.scenario));
    at.fireTimer();
    await at.settle();
    await at.serverSays(viewAt(1));
    expect(at.connection.status.value).toBe("live");
  });
});

describe("a draft while the server is away", () => {
  it("stays on the device and is saved again on return", async () => {
    const at = await live();
    at.last().events.onClose();
    const reply = await at.connection.send("draft", { turn: 2, sheet });
    expect(reply.ok).toBe(false);
    expect(at.connection.unsaved.value).toEqual({ turn: 2, sheet });
    at.fireTimer();
    await at.settle();
    await at.serverSays(viewAt(2));
    await at.settle();
    expect(at.last().asked).toEqual([["draft", { turn: 2, sheet: encodeSheet(board, sheet) }]]);
    expect(at.connection.unsaved.value).toBeNull();
  });

  it("is never submitted behind the player's back", async () => {
    const at = await live();
    at.answerWith(() => Promise.reject(new Error("closed")));
    await at.connection.send("submit", { turn: 2, sheet });
    at.answerWith(() => Promise.resolve({ ok: true }));
    at.fireTimer();
    await at.settle();
    await at.serverSays(viewAt(2));
    await at.settle();
    expect(at.last().asked.map(([name]) => name)).toEqual(["draft"]);
  });

  it("is forgotten when its submission had arrived after all, or its turn is over", async () => {
    for (const view of [viewAt(2, "submitted"), viewAt(3), viewAt(2, "none", "reveal")]) {
      const at = await live();
      at.answerWith(() => Promise.reject(new Error("closed")));
      await at.connection.send("submit", { turn: 2, sheet });
      at.fireTimer();
      await at.settle();
      await at.serverSays(view);
      expect(at.connection.unsaved.value).toBeNull();
      expect(at.last().asked).toEqual([]);
    }
  });

  it("is not kept when the server has read and refused it", async () => {
    const at = await live();
    at.answerWith(() =>
      Promise.resolve({ ok: false, refusal: { kind: "illegal", code: "spending.tooMuch", text: "Too much." } }),
    );
    await at.connection.send("draft", { turn: 2, sheet });
    expect(at.drafts.unsaved(entry.match)).toBeNull();
    expect(at.connection.status.value).toBe("live");
  });
});
