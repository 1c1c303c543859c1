import { describe, expect, it } from "vitest";
import type { Phase } from "#shared/model/match.ts";
import { QUIET, type ServerPlayer } from "#tests/helpers/serverPlayer.ts";
import { playUntil, serverSuite } from "#tests/helpers/serverSuite.ts";

/** Milliseconds by which the server's clock runs ahead of ours: time passes while it is down. */
let ahead = 0;
const now = (): number => Date.now() + ahead;
const suite = serverSuite({ clock: { now } });

/** What must be the same before and after. */
const kept = ({ view }: ServerPlayer) => ({
  phase: view.phase,
  turn: view.turn,
  you: view.you,
  card: view.card,
  deadline: view.deadline,
  orders: view.orders,
  messages: view.messages,
  proposals: view.proposals,
  history: view.history,
  world: view.world,
  seats: view.seats.map(({ country, occupant, name, submitted }) => ({ country, occupant, name, submitted })),
});

describe("a restart", () => {
  it.each<Phase>(["lobby", "dispatches", "diplomacy", "orders", "reveal", "ended"])(
    "in %s loses nothing",
    async (phase) => {
      const { ada, bob } = await suite.table({ country: "borun", seed: 3 });
      if (phase !== "lobby") {
        await ada.do("start");
        await playUntil([ada, bob], phase);
      }
      if (phase !== "ended") await ada.do("say", { to: { kind: "all" }, text: "before" });
      if (phase === "diplomacy" || phase === "orders") {
        await ada.do("draft", { turn: 1, sheet: { ...QUIET, note: "my draft" } });
        await bob.do("submit", { turn: 1, sheet: { ...QUIET, note: "my orders" } });
        await bob.until(({ orders }) => orders.state === "submitted", "Bob's orders");
        // The computer players are given their second, so that the comparison has nothing of theirs to miss.
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
      await ada.until(({ messages }) => phase === "ended" || messages.length > 0, "the message");
      await bob.until(({ messages }) => phase === "ended" || messages.length > 0, "the message");
      const before = [kept(ada), kept(bob)];
      await suite.restart();
      expect(await ada.untilClosed()).not.toBe(4100);
      const again = [await suite.enter(ada.entry), await suite.enter(bob.entry)];
      expect(again.map(kept)).toEqual(before);
      expect(suite.server.restored).toBe(phase === "ended" ? 0 : 1);
    },
  );

  it("gives a phase the time it had left; a deadline that has passed fires at once", async () => {
    const { ada, bob } = await suite.table({ pace: "relaxed" });
    await ada.do("start");
    const { deadline } = await bob.until(({ phase }) => phase === "dispatches");
    if (deadline === null) throw new Error("dispatches without a clock");
    await Promise.all([ada.vanish(), bob.vanish()]);
    await suite.restart();
    const back = await suite.enter(ada.entry);
    expect([back.view.phase, back.view.deadline]).toEqual(["dispatches", deadline]);
    await back.vanish();

    await suite.restart(() => void (ahead = deadline - Date.now() - 1_500));
    const early = await suite.enter(bob.entry);
    await early.until(({ phase }) => phase === "diplomacy", "the end of the rest");
    expect(now()).toBeGreaterThanOrEqual(deadline);
    const next = early.view.deadline ?? 0;
    await early.vanish();

    await suite.restart(() => void (ahead = next - Date.now() + 60_000));
    const late = await suite.enter(bob.entry);
    await late.until(({ phase }) => phase === "orders", "the phase after");
    expect(late.view.deadline).toBeGreaterThan(next + 60_000);
    ahead = 0;
  });

  it("goes on to the end afterwards", async () => {
    const { ada, bob } = await suite.table({ seed: 5 });
    await ada.do("start");
    await playUntil([ada, bob], "orders", 2);
    await suite.restart();
    const again = [await suite.enter(ada.entry), await suite.enter(bob.entry)];
    await playUntil(again, "ended");
    expect(again[0]?.view.outcome).toEqual(again[1]?.view.outcome);
  });
});
