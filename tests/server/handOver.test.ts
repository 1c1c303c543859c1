import { describe, expect, it } from "vitest";
import { QUIET } from "#tests/helpers/serverPlayer.ts";
import { playUntil, serverSuite } from "#tests/helpers/serverSuite.ts";

const suite = serverSuite();

describe("a seat handed to a computer player", () => {
  it("is played by it, still seen by its person, and taken back in mid-turn to decide anew", async () => {
    const { ada, bob } = await suite.table({ level: "standard" });
    await ada.do("start");
    await playUntil([ada, bob], "diplomacy");
    const seat = bob.view.you;
    const card = bob.view.card;
    await bob.do("handOver", { personality: "lion", temper: "calm", difficulty: "hard" });
    const away = await bob.until(({ seats }) =>
      seats.some(({ country, occupant }) => country === seat && occupant === "computer"),
    );
    expect(away.you).toBe(seat);
    expect(away.card).toEqual(card);
    // Whoever handed over gives no orders and says nothing meanwhile.
    expect(await bob.ask("submit", { turn: 1, sheet: QUIET })).toMatchObject({
      ok: false,
      refusal: { code: "seat.none" },
    });

    // Nobody waits for it: Ada alone is ready, and the turn is revealed with the computer's orders.
    for (const phase of ["orders", "reveal"] as const) {
      await ada.ready();
      await ada.until((view) => view.phase === phase, phase);
    }
    const at = ada.view.seats.findIndex(({ country }) => country === seat);
    expect(ada.view.history[0]?.sheets[at]?.source).toBe("computer");

    await ada.ready();
    await ada.until(({ phase, turn }) => phase === "dispatches" && turn === 2, "turn 2");
    await bob.do("takeBack");
    const back = await bob.until(({ seats }) => seats[at]?.occupant === "person");
    expect(back.seats[at]).toMatchObject({ name: "Bob", submitted: false });
    await playUntil([ada, bob], "orders", 2);
    await bob.ready({ note: "mine again" });
    expect((await bob.until(({ orders }) => orders.state === "submitted")).orders.sheet?.note).toBe("mine again");
  });

  it("is waited for only when nobody else is there: then its person says when to go on", async () => {
    const { ada, bob } = await suite.table();
    await ada.do("start");
    await playUntil([ada, bob], "diplomacy");
    await bob.do("handOver", { personality: "lion" });
    const watching = await bob.until(({ seats, you }) =>
      seats.some(({ country, occupant }) => country === you && occupant === "computer"),
    );
    const seat = watching.you;
    const mine = (view: typeof watching): boolean | undefined =>
      view.seats.find(({ country }) => country === seat)?.ready;
    expect(mine(watching)).toBe(false);
    // Ada is there and awaited: what Bob says ends nothing, and she cannot tell that the seat is kept.
    await bob.do("ready", { turn: 1, phase: "diplomacy", ready: true });
    expect(mine(await bob.until((view) => mine(view) === true))).toBe(true);
    const seen = await ada.until(({ seats }) =>
      seats.some((each) => each.country === seat && each.occupant === "computer"),
    );
    expect(mine(seen)).toBe(true);
    expect(seen.phase).toBe("diplomacy");
    // She hands hers over as well: both say it.
    await bob.do("ready", { turn: 1, phase: "diplomacy", ready: false });
    await ada.do("handOver", { personality: "hider" });
    await ada.do("ready", { turn: 1, phase: "diplomacy", ready: true });
    expect(ada.view.phase).toBe("diplomacy");
    for (const phase of ["diplomacy", "orders", "reveal"] as const) {
      await bob.until((view) => view.phase === phase, phase);
      await ada.until((view) => view.phase === phase, phase);
      await bob.do("ready", { turn: 1, phase, ready: true });
      if (phase !== "diplomacy") await ada.do("ready", { turn: 1, phase, ready: true });
    }
    const after = await bob.until(({ turn }) => turn === 2, "turn 2");
    expect(mine(after)).toBe(false);
    expect(after.history[0]?.sheets.map((sheet) => sheet?.source)).toEqual(after.seats.map(() => "computer"));
    // Taken back, the seat gives orders again and is no longer ready by a word.
    await bob.do("takeBack");
    await bob.until(({ seats }) => seats.some(({ country, occupant }) => country === seat && occupant === "person"));
    await bob.ready();
    await bob.until(({ phase }) => phase === "diplomacy", "diplomacy 2");
  });

  it("cannot be taken by anyone else, nor back by one who has not handed it over", async () => {
    const { ada, bob } = await suite.table();
    await ada.do("start");
    await playUntil([ada, bob], "dispatches");
    const seat = bob.view.you;
    await bob.do("handOver", { personality: "hider" });
    const cay = await suite.enter(await suite.server.join(ada.entry.code, "Cay"));
    if (cay.view.you === null) throw new Error("The Strait has four seats");
    expect(cay.view.you).not.toBe(seat);
    expect(await cay.ask("takeBack")).toMatchObject({ ok: false, refusal: { code: "seat.yours" } });
    const dan = await suite.enter(await suite.server.join(ada.entry.code, "Dan"));
    const eve = await suite.enter(await suite.server.join(ada.entry.code, "Eve"));
    expect(dan.view.you).not.toBe(seat);
    expect(eve.view.you).toBeNull();
    expect(await eve.ask("claim", { country: seat })).toMatchObject({ ok: false, refusal: { code: "seat.taken" } });
    expect(await eve.ask("takeBack")).toMatchObject({ ok: false, refusal: { code: "seat.none" } });
    const other = cay.view.you;
    await cay.do("handOver", { personality: "lamb" });
    // Nobody tries one country after another.
    for (const [who, country] of [
      [cay, seat],
      [bob, other],
    ] as const)
      expect(await who.ask("claim", { country })).toMatchObject({ ok: false, refusal: { code: "seat.taken" } });
    await bob.do("takeBack");
    await bob.until(({ seats }) => seats.some(({ country, occupant }) => country === seat && occupant === "person"));
  });

  it("may be given and taken by hasty fingers, and a free seat is not tried out meanwhile", async () => {
    const { ada, bob } = await suite.table();
    await ada.do("start");
    await playUntil([ada, bob], "diplomacy");
    const seat = bob.view.you;
    const free = bob.view.seats.find(({ occupant }) => occupant === "computer")?.country;
    const twice = await Promise.all([
      bob.ask("handOver", { personality: "lion" }),
      bob.ask("handOver", { personality: "lion" }),
    ]);
    expect(twice.some(({ ok }) => ok)).toBe(true);
    expect(await bob.ask("claim", { country: free })).toMatchObject({ ok: false, refusal: { code: "seat.kept" } });
    const back = await Promise.all([
      bob.ask("takeBack"),
      bob.ask("takeBack"),
      bob.ask("handOver", { personality: "lamb" }),
    ]);
    expect(back[0]).toEqual({ ok: true });
    await bob.ask("takeBack");
    await bob.until(({ seats }) => seats.some(({ country, occupant }) => country === seat && occupant === "person"));
    expect(bob.view.seats.filter(({ name }) => name === "Bob")).toHaveLength(1);
    expect(bob.view.you).toBe(seat);
  });

  it("outlives a restart of the server", async () => {
    const { ada, bob } = await suite.table();
    await ada.do("start");
    await playUntil([ada, bob], "diplomacy");
    const seat = bob.view.you;
    await bob.do("handOver", { personality: "titForTat" });
    await suite.restart();
    const again = await suite.enter(bob.entry);
    expect(again.view.you).toBe(seat);
    expect(again.view.seats.find(({ country }) => country === seat)?.occupant).toBe("computer");
    await again.do("takeBack");
    await again.until(({ seats }) => seats.some(({ country, occupant }) => country === seat && occupant === "person"));
  });
});
