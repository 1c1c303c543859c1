import { describe, expect, it } from "vitest";
import { countryId, personId } from "#shared/model/ids.ts";
import type { CrewMember } from "#shared/model/match.ts";
import type { MatchController } from "#server/match/MatchController.ts";
import type { HostRequest } from "#server/match/hostActs.ts";
import { QUIET, type ServerPlayer } from "#tests/helpers/serverPlayer.ts";
import { playUntil, serverSuite } from "#tests/helpers/serverSuite.ts";

/** Milliseconds by which the server's clock runs ahead of ours. */
let ahead = 0;
const suite = serverSuite({ clock: { now: () => Date.now() + ahead } });

interface Class {
  readonly ada: ServerPlayer;
  readonly bob: ServerPlayer;
  readonly host: (request: HostRequest) => Promise<void>;
  readonly controller: MatchController;
}

/** Ada and Bob at a running table of The Strait, and its instructor. */
async function table(settings: Parameters<typeof suite.table>[0] = {}): Promise<Class> {
  const { ada, bob } = await suite.table({ level: "standard", seed: 3, ...settings });
  await ada.do("start");
  await playUntil([ada, bob], "dispatches", 1);
  const controller = await suite.server.controller(ada.entry.code);
  return { ada, bob, controller, host: hostOf(controller) };
}

const hostOf =
  (controller: MatchController) =>
  async (request: HostRequest): Promise<void> => {
    const result = await controller.hosted("Ms Lee", request);
    if (!result.ok) throw new Error(`${request.kind}: ${result.error.text}`);
  };

const paused = ({ hosted }: ServerPlayer["view"]): boolean => hosted?.pause !== null && hosted?.pause !== undefined;
const settle = (milliseconds = 150): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("a pause", () => {
  it("stops the clock; what people do goes on, and being ready waits for the instructor", async () => {
    const { ada, bob, host } = await table();
    await host({ kind: "pause" });
    const view = await ada.until(paused);
    expect([view.deadline, view.hosted?.pause?.frozen]).toEqual([null, false]);
    expect(view.hosted?.pause?.left).toBeGreaterThan(0);
    await bob.do("say", { to: { kind: "all" }, text: "While we wait" });
    await Promise.all([ada.ready(), bob.ready()]);
    await settle();
    expect(ada.view.phase).toBe("dispatches");
    await host({ kind: "resume" });
    await ada.until(({ phase }) => phase === "diplomacy", "diplomacy once it runs again");
  });

  it("holds what time was left, and more on demand; it outlives a restart", async () => {
    const { ada, host } = await table();
    const { deadline } = ada.view;
    await host({ kind: "extend", seconds: 60 });
    const longer = await ada.until((view) => view.deadline !== deadline);
    expect(longer.deadline).toBe((deadline ?? 0) + 60_000);
    await host({ kind: "pause" });
    const { left } = (await ada.until(paused)).hosted?.pause ?? {};
    await suite.restart(() => (ahead += 3_600_000));
    const again = await suite.enter(ada.entry);
    await settle();
    expect(again.view).toMatchObject({ phase: "dispatches", deadline: null, hosted: { pause: { left } } });
    const host2 = hostOf(await suite.server.controller(ada.entry.code));
    await host2({ kind: "extend", seconds: 30 });
    await host2({ kind: "resume" });
    const running = await again.until((view) => view.deadline !== null);
    const rest = (running.deadline ?? 0) - (Date.now() + ahead);
    expect(rest).toBeGreaterThan((left ?? 0) + 25_000);
    expect(rest).toBeLessThanOrEqual((left ?? 0) + 30_000);
    ahead = 0;
  });

  it("is led on by the instructor alone, with the whole time of the next phase in hand", async () => {
    const { ada, bob, host } = await table();
    await host({ kind: "pause" });
    await host({ kind: "advance" });
    for (const who of [ada, bob]) {
      const view = await who.until(({ phase }) => phase === "diplomacy");
      expect(view.hosted?.pause?.left).toBe(view.settings.seconds.diplomacy * 1000);
    }
  });
});

describe("a freeze", () => {
  it("is on every screen, and refuses everything with its words", async () => {
    const { ada, bob, host } = await table();
    await host({ kind: "freeze", text: "Eyes to the front" });
    for (const who of [ada, bob])
      expect((await who.until(paused)).hosted?.pause).toMatchObject({ frozen: true, text: "Eyes to the front" });
    for (const [name, body] of [
      ["say", { to: { kind: "all" }, text: "Psst" }],
      ["draft", { turn: 1, sheet: QUIET }],
      ["submit", { turn: 1, sheet: QUIET }],
      ["ready", { turn: 1, phase: "dispatches", ready: true }],
      ["handOver", { personality: "lion" }],
    ] as const)
      expect(await ada.ask(name, body)).toMatchObject({
        ok: false,
        refusal: { code: "match.frozen", text: "Eyes to the front" },
      });
    expect(await ada.ask("ping")).toEqual({ ok: true });
    await host({ kind: "resume" });
    await ada.until((view) => !paused(view));
    await ada.do("say", { to: { kind: "all" }, text: "There we are" });
  });

  it("keeps computer players silent, and lets them speak once it is over", async () => {
    const { ada, bob, host } = await table();
    await playUntil([ada, bob], "orders");
    await host({ kind: "freeze", text: "" });
    await settle(1_300);
    await host({ kind: "resume" });
    const computers = (await ada.until((view) => !paused(view))).seats.filter(
      ({ occupant }) => occupant === "computer",
    );
    expect(computers.length).toBeGreaterThan(0);
    await ada.until(({ seats }) => seats.every(({ occupant, submitted }) => occupant !== "computer" || submitted));
  });
});

describe("a step back", () => {
  it("shows everyone the turn as it opened, and can be played again", async () => {
    const { ada, bob, host } = await table();
    await ada.do("say", { to: { kind: "all" }, text: "Before" });
    await playUntil([ada, bob], "orders");
    await bob.ready({ note: "mine" });
    await ada.ready();
    await ada.until(({ phase }) => phase === "reveal");
    await host({ kind: "stepBack" });
    for (const who of [ada, bob]) {
      const view = await who.until(({ hosted }) => hosted?.epoch === 1, "the new epoch");
      expect(view).toMatchObject({ phase: "dispatches", turn: 1, history: [] });
      expect(view.messages.map(({ text }) => text)).toContain("Before");
      expect(view.hosted?.deeds.map(({ act }) => act.kind)).toEqual(["stepBack"]);
    }
    // What was handed in comes back to be changed.
    expect(bob.view.orders).toMatchObject({ state: "draft", sheet: { note: "mine" } });
    await playUntil([ada, bob], "dispatches", 2);
    expect(bob.view.history).toHaveLength(1);
    await host({ kind: "stepBack" });
    expect(await bob.until(({ hosted }) => hosted?.epoch === 2)).toMatchObject({ turn: 1, history: [] });
  });
});

describe("what is said and done to a table", () => {
  it("news reach whom they are for, a silence whom it silences", async () => {
    const { ada, bob, host } = await table({ country: "borun" });
    await host({ kind: "news", text: "For Borun", to: [countryId("borun")] });
    await host({ kind: "mute", country: countryId("borun"), until: Date.now() + 120_000 });
    const view = await ada.until(({ hosted }) => hosted?.mutedUntil !== null && hosted !== null);
    expect(view.hosted?.deeds.map(({ act }) => act.kind)).toEqual(["news", "mute"]);
    expect(await ada.ask("say", { to: { kind: "all" }, text: "Why?" })).toMatchObject({
      ok: false,
      refusal: { code: "message.muted", numbers: { minutes: 2 } },
    });
    await bob.do("say", { to: { kind: "all" }, text: "I may" });
    await bob.until(({ messages }) => messages.length > 0);
    expect(bob.view.hosted?.deeds).toEqual([]);
  });

  it("a crisis in own words is kept from everyone until it strikes", async () => {
    const { ada, bob, host } = await table();
    await host({ kind: "inject", crisis: { title: "A rumour", text: "Ships were seen." } });
    await playUntil([ada, bob], "orders");
    expect(JSON.stringify([ada.held, bob.held])).not.toContain("rumour");
    await playUntil([ada, bob], "reveal");
    const crisis = bob.view.history[0]?.events.find((event) => event.kind === "crisis");
    expect(crisis).toMatchObject({ date: "Turn 1", title: "A rumour", text: "Ships were seen." });
    expect(bob.view.hosted?.deeds.map(({ act }) => act.kind)).toEqual(["inject"]);
  });

  it("ends after the present turn, or at once; what was not revealed is not played", async () => {
    const { ada, bob, host } = await table();
    await host({ kind: "lastTurn" });
    await playUntil([ada, bob], "ended");
    expect(ada.view.outcome?.endTurn).toBe(1);
    const other = await table();
    await playUntil([other.ada, other.bob], "orders");
    await other.host({ kind: "end" });
    const over = await other.bob.until(({ phase }) => phase === "ended");
    expect(over).toMatchObject({ history: [], outcome: { endTurn: 0 } });
    expect((await other.controller.hosted("Ms Lee", { kind: "pause" })).ok).toBe(false);
  });
});

describe("a team on one seat", () => {
  const member = ({ entry }: ServerPlayer, controller: MatchController, name: string): CrewMember => {
    const person = controller.people.all.find((one) => one.name === name)?.id;
    if (!person) throw new Error(`${name} is not at ${entry.code}`);
    return { person, name };
  };

  it("shares one sheet, live, sees who writes, and is ready when one of it says so", async () => {
    const { ada, bob, controller } = await table();
    const country = ada.view.you ?? expect.fail("Ada has a seat");
    const people = [member(ada, controller, "Ada"), member(bob, controller, "Bob")];
    expect((await controller.seatCrew(country, people)).ok).toBe(true);
    const moved = await bob.until(({ you }) => you === country, "Bob on Ada's seat");
    expect(moved.seats.find((seat) => seat.country === country)?.name).toBe("Ada, Bob");
    expect(moved.hosted?.crew.map(({ name, present }) => [name, present])).toEqual([
      ["Ada", true],
      ["Bob", true],
    ]);
    expect(moved.card).toEqual(ada.view.card);
    await ada.do("draft", { turn: 1, sheet: { ...QUIET, note: "by Ada" } });
    const shared = await bob.until(({ orders }) => orders.state === "draft");
    expect(shared.orders.sheet?.note).toBe("by Ada");
    expect(shared.hosted).toMatchObject({ editing: people[0]?.person, maySubmit: true });
    await bob.do("draft", { turn: 1, sheet: { ...QUIET, note: "by Bob" } });
    await ada.until(({ orders }) => orders.sheet?.note === "by Bob");
    await bob.do("ready", { turn: 1, phase: "dispatches", ready: true });
    await ada.until(({ phase }) => phase === "diplomacy");
    await bob.do("submit", { turn: 1, sheet: QUIET });
    expect((await ada.until(({ orders }) => orders.state === "submitted")).hosted?.editing).toBe(null);
    const last = controller.state.submitted[controller.state.board.indexOf.get(country) ?? -1];
    expect(last?.source).toBe("person");
    expect(controller.people.lastActive(people[1]?.person ?? personId(""))).not.toBe(null);
  });

  it("is not followed by strangers: neither draft nor orders pass to who takes its seat over", async () => {
    const { ada, bob, controller } = await table();
    const [first, second] = [ada.view.you, bob.view.you];
    if (!first || !second) throw new Error("both have seats");
    await ada.do("draft", { turn: 1, sheet: { ...QUIET, note: "secret plan" } });
    await bob.do("submit", { turn: 1, sheet: { ...QUIET, note: "secret orders" } });
    // They change places.
    const wanted = [
      { country: first, people: [member(bob, controller, "Bob")] },
      { country: second, people: [member(ada, controller, "Ada")] },
    ];
    expect((await controller.seatCrews(wanted)).ok).toBe(true);
    const before = controller.state.lastSeq;
    expect((await controller.seatCrews(wanted)).ok).toBe(true);
    expect(controller.state.lastSeq).toBe(before);
    for (const [who, country] of [
      [ada, second],
      [bob, first],
    ] as const) {
      const view = await who.until(({ you }) => you === country, "the other's seat");
      expect(view.orders.state).toBe("none");
      expect(JSON.stringify(view)).not.toContain("secret");
    }
  });

  it("that is away is kept by a computer player, still sees its seat, and finds it again", async () => {
    const { ada, bob, controller } = await table();
    const country = ada.view.you ?? expect.fail("Ada has a seat");
    const people = [member(ada, controller, "Ada"), member(bob, controller, "Bob")];
    const kept = { personality: "lion" } as const;
    expect((await controller.seatCrew(country, people, { kept })).ok).toBe(true);
    const away = await bob.until(({ you }) => you === country);
    expect(away.seats.find((seat) => seat.country === country)).toMatchObject({ occupant: "computer", name: "" });
    expect(away.hosted?.crew.map(({ name }) => name)).toEqual(["Ada", "Bob"]);
    expect(away.hosted?.maySubmit).toBe(false);
    expect((await controller.seatCrew(country, people)).ok).toBe(true);
    await bob.until(({ seats }) => seats.some((seat) => seat.country === country && seat.occupant === "person"));
    expect((await controller.seatCrew(country, [])).ok).toBe(true);
    expect((await bob.until(({ you }) => you === null)).card).toBe(null);
  });
});

describe("tables kept in step", () => {
  it("wait until whoever governs them lets them go on", async () => {
    const { ada, bob, controller } = await table();
    let free = false;
    controller.govern({ mayAdvance: () => free });
    await Promise.all([ada.ready(), bob.ready()]);
    await settle();
    expect([ada.view.phase, controller.isReady]).toEqual(["dispatches", true]);
    free = true;
    expect((await controller.advanceNow("ready")).ok).toBe(true);
    await ada.until(({ phase }) => phase === "diplomacy");
    expect(controller.isReady).toBe(false);
  });
});
