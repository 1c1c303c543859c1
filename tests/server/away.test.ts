import { describe, expect, it } from "vitest";
import { QUIET } from "#tests/helpers/serverPlayer.ts";
import { playUntil, serverSuite } from "#tests/helpers/serverSuite.ts";

/** Phases and the patience with a broken connection last a tenth of the usual time. */
const suite = serverSuite({ paceFactor: 0.1 });

describe("whoever stays away", () => {
  it("keeps the seat: default orders, visible as such, play it", async () => {
    const { ada, bob } = await suite.table({ pace: "relaxed" });
    await ada.do("start");
    await playUntil([ada, bob], "orders");
    const seat = bob.view.you;
    await bob.do("draft", { turn: 1, sheet: { ...QUIET, note: "never sent" } });
    await bob.vanish();
    await ada.ready();
    const { history, seats } = await ada.until(({ phase }) => phase === "reveal", "the reveal");
    const at = seats.findIndex(({ country }) => country === seat);
    expect(history[0]?.sheets[at]?.source).toBe("default");
    expect(seats[at]).toMatchObject({ occupant: "person", name: "Bob", connected: false });
    const back = await suite.enter(bob.entry);
    expect(back.view.you).toBe(seat);
  });

  it("does not stop the match: with nobody there the clock plays it to the end", async () => {
    const ada = await suite.enter(await suite.server.create({ solo: true, pace: "brisk", seed: 2 }));
    await ada.vanish();
    // Three turns at a twentieth of 145 s each, and a margin.
    const over = Date.now() + 40_000;
    let phase = "";
    while (phase !== "ended" && Date.now() < over) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      phase = (await suite.server.get(`/api/matches/${ada.entry.code}`)).body["phase"];
    }
    expect(phase).toBe("ended");
    const back = await suite.enter(ada.entry);
    expect(back.view.history.every(({ sheets }) => sheets.some(({ source }) => source === "default"))).toBe(true);
  }, 60_000);
});
