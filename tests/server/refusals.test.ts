import { describe, expect, it } from "vitest";
import type { ClientMessageName, Reply } from "#shared/protocol/messages.ts";
import { BODIES, expectRefused, NAMES } from "#tests/helpers/serverMessages.ts";
import { QUIET, type ServerPlayer } from "#tests/helpers/serverPlayer.ts";
import { playUntil, serverSuite } from "#tests/helpers/serverSuite.ts";

let stopped: number | null = null;
const suite = serverSuite({ clock: { now: () => stopped ?? Date.now() } });

describe("out of place", () => {
  const refusedIn = async (
    player: ServerPlayer,
    granted: readonly ClientMessageName[],
  ): Promise<Record<string, string>> => {
    const codes: Record<string, string> = {};
    for (const name of NAMES.filter((name) => !granted.includes(name))) {
      const body = { ...BODIES[name], ...("turn" in BODIES[name] ? { turn: player.view.turn } : {}) };
      codes[name] = await expectRefused(player, name, body);
    }
    return codes;
  };

  it("every player's message of an observer is refused", async () => {
    const ada = await suite.enter(await suite.server.create({ solo: true, country: "borun" }));
    for (const name of ["Bob", "Cay", "Dan"]) await suite.server.join(ada.entry.code, name);
    const eve = await suite.enter(await suite.server.join(ada.entry.code, "Eve"));
    const codes = await refusedIn(eve, ["resync", "ping"]);
    const { claim, ...others } = codes;
    expect(claim).toBe("seat.taken");
    expect(new Set(Object.values(others))).toEqual(new Set(["seat.none"]));
    expect(Object.keys(others)).toHaveLength(NAMES.length - 3);
  });

  it("messages of a running match are refused in the lobby", async () => {
    const { ada } = await suite.table({ country: "borun" });
    const codes = await refusedIn(ada, ["start", "claim", "computer", "empty", "say", "resync", "ping"]);
    expect(codes).toEqual({
      draft: "draft.phase",
      submit: "orders.lobby",
      withdraw: "orders.lobby",
      ready: expect.stringMatching(/^(phase|ready)\./),
      forecast: expect.stringMatching(/^forecast\./),
      handOver: "seat.lobby",
      takeBack: "seat.yours",
      rate: "rate.off",
      propose: "treaty.phase",
      sign: "treaty.phase",
      decline: "treaty.phase",
      retract: "treaty.phase",
    });
  });

  it("messages of the lobby, and orders too late, are refused in the reveal", async () => {
    const ada = await suite.enter(await suite.server.create({ solo: true, country: "borun" }));
    await playUntil([ada], "reveal");
    // One may leave the seat to a computer player at any time.
    const codes = await refusedIn(ada, ["say", "handOver", "resync", "ping"]);
    expect(codes).toMatchObject({
      start: "match.started",
      claim: "seat.have",
      computer: "match.started",
      empty: "match.started",
      draft: "draft.phase",
      submit: "orders.revealed",
      ready: "phase.over",
      propose: "treaty.phase",
    });
  });

  it("everything but looking is refused when the match is over", async () => {
    const ada = await suite.enter(await suite.server.create({ solo: true, country: "borun" }));
    await playUntil([ada], "ended");
    const codes = await refusedIn(ada, ["resync", "ping"]);
    expect(Object.keys(codes)).toHaveLength(NAMES.length - 2);
  });

  it("orders of another turn are refused, as is what the rules forbid", async () => {
    const ada = await suite.enter(await suite.server.create({ solo: true, country: "borun" }));
    expect(await expectRefused(ada, "submit", { turn: 2, sheet: QUIET })).toBe("turn.over");
    expect(await expectRefused(ada, "draft", { turn: 0, sheet: QUIET })).toBe("turn.over");
    const rich = { ...QUIET, spending: { ...QUIET.spending, offence: 999 } };
    await expectRefused(ada, "submit", { turn: 1, sheet: rich });
    await expectRefused(ada, "submit", {
      turn: 1,
      sheet: { ...QUIET, alignment: { kind: "balance", against: "borun" } },
    });
    expect(await expectRefused(ada, "say", { to: { kind: "some", countries: ["borun"] }, text: "to myself" })).toBe(
      "message.nobody",
    );
    expect(await expectRefused(ada, "say", { to: { kind: "all" }, text: "\u200B " })).toBe("message.empty");
    expect(await expectRefused(ada, "say", { to: { kind: "all" }, text: "x".repeat(2001) })).toBe("message.tooLong");
    await playUntil([ada], "orders");
    expect(await expectRefused(ada, "ready", { turn: 1, phase: "orders", ready: true })).toBe("ready.noOrders");
  });
});

it("too many messages at once are refused, and a second later it goes on", async () => {
  const { ada } = await suite.table();
  stopped = Date.now();
  const replies: Reply[] = [];
  // In waves, below what the library takes for a flood and cuts off.
  for (let wave = 0; wave < 8; wave += 1) {
    replies.push(...(await Promise.all(Array.from({ length: 10 }, () => ada.ask("ping")))));
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  const codes = replies.map((reply) => (reply.ok ? "ok" : reply.refusal.code));
  expect(codes).toEqual([
    ...Array.from({ length: 60 }, () => "ok"),
    ...Array.from({ length: 20 }, () => "rate.tooMany"),
  ]);
  stopped += 1_000;
  expect(await ada.ask("ping")).toEqual({ ok: true });
  stopped = null;
});
