import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import type { Command, MatchRecord } from "#shared/model/match.ts";
import { foldRecord } from "#shared/record/foldRecord.ts";
import { worldHash } from "#shared/rules/index.ts";
import { QUIET } from "#tests/helpers/serverPlayer.ts";
import { playUntil, serverSuite } from "#tests/helpers/serverSuite.ts";

const suite = serverSuite();

/** What is on the disk right now, seen by a connection of its own. */
function commandsOnDisk(): readonly Command[] {
  const reader = new Database(suite.server.file, { readonly: true });
  const rows = reader.prepare("select body from command order by seq").all() as { readonly body: string }[];
  reader.close();
  return rows.map(({ body }) => JSON.parse(body) as Command);
}

describe("a whole match of The Strait, two people and two computer players", () => {
  it("goes from the lobby to the final screen, and leaves a record that replays to the same end", async () => {
    const { ada, bob } = await suite.table({ seed: 11, country: "borun" });
    expect(ada.view.mayStart).toBe(true);
    expect(bob.view.mayStart).toBe(false);
    await ada.do("start");
    await playUntil([ada, bob], "diplomacy", 1);
    await ada.do("say", { to: { kind: "some", countries: [bob.view.you] }, text: "between us" });
    await ada.do("say", { to: { kind: "all" }, text: "to all of you" });
    await playUntil([ada, bob], "reveal", 1);
    expect(ada.view.history).toHaveLength(1);
    expect(ada.view.history[0]?.sheets.map(({ source }) => source)).toEqual(
      ada.view.seats.map(({ occupant }) => (occupant === "person" ? "person" : "computer")),
    );
    const early = await suite.server.get(`/api/matches/${ada.entry.code}/record`);
    expect([early.status, early.refusal?.code]).toEqual([409, "record.notYet"]);

    await playUntil([ada, bob], "ended");
    expect(bob.view.outcome?.scores).toHaveLength(4);
    expect(bob.view.history).toHaveLength(bob.view.outcome?.endTurn ?? 0);
    const { body } = await suite.server.get(`/api/matches/${ada.entry.code}/record`);
    const record: MatchRecord = body;
    // Anyone with the code may have the record; what was said in private stays private.
    expect(JSON.stringify(record)).toContain("to all of you");
    expect(JSON.stringify(record)).not.toContain("between us");
    const replayed = foldRecord(record);
    expect(replayed.hashMismatches).toEqual([]);
    const hashes = record.commands.flatMap((command) => (command.kind === "hash" ? [command.hash] : []));
    expect(hashes).toEqual(replayed.played.map(({ after }) => worldHash(after)));
    expect(record.commands.map(({ seq }) => seq)).toEqual(record.commands.map((_, at) => at + 1));
  });

  it("may be joined late, in the seat of a computer player that has ordered already", async () => {
    const ada = await suite.enter(await suite.server.create({ solo: true, country: "borun", seed: 4 }));
    await playUntil([ada], "orders");
    await ada.until(({ seats }) => seats[2]?.submitted === true, "the computer's orders");
    const bob = await suite.enter(await suite.server.join(ada.entry.code, "Bob", "cask"));
    expect(bob.view).toMatchObject({ you: "cask", phase: "orders", orders: { state: "none" } });
    await bob.do("submit", { turn: 1, sheet: { ...QUIET, note: "my own" } });
    await ada.ready();
    const { history } = await bob.until(({ phase }) => phase === "reveal");
    expect(history[0]?.sheets[2]).toMatchObject({ source: "person" });
  });

  it("can be read but no more joined when it is over", async () => {
    const ada = await suite.enter(await suite.server.create({ solo: true }));
    await playUntil([ada], "ended");
    const join = await suite.server.post("/api/join", { code: ada.entry.code, name: "Bob" });
    expect([join.status, join.refusal?.code]).toEqual([409, "match.over"]);
    await ada.vanish();
    const again = await suite.enter(ada.entry);
    expect(again.view.outcome).not.toBeNull();
    expect(await again.ask("say", { to: { kind: "all" }, text: "more" })).toMatchObject({
      ok: false,
      refusal: { code: "match.over" },
    });
  });
});

describe("what is acknowledged", () => {
  it("is on the disk when the answer comes", async () => {
    const { ada } = await suite.table({ country: "borun" });
    await ada.do("start");
    await ada.do("say", { to: { kind: "all" }, text: "hear me" });
    expect(commandsOnDisk().at(-1)).toMatchObject({ kind: "message", text: "hear me" });
    await playUntil([ada], "dispatches");
    const sheet = { ...QUIET, note: "on the disk" };
    await ada.do("submit", { turn: 1, sheet });
    expect(commandsOnDisk().filter((command) => command.kind === "submit" && command.by === "borun")).toMatchObject([
      { sheet },
    ]);
    await ada.do("withdraw", { turn: 1 });
    expect(commandsOnDisk().at(-1)).toMatchObject({ kind: "withdraw", by: "borun" });
  });

  it("is recorded once for each that was sent, however fast", async () => {
    const { ada, bob } = await suite.table();
    const said = Array.from({ length: 20 }, (_, i) => `line ${i}`);
    const replies = await Promise.all(
      said.flatMap((text) => [ada, bob].map((who) => who.ask("say", { to: { kind: "all" }, text }))),
    );
    expect(replies.every(({ ok }) => ok)).toBe(true);
    const texts = commandsOnDisk().flatMap((command) => (command.kind === "message" ? [command.text] : []));
    expect(texts.filter((text) => text === "line 7")).toHaveLength(2);
    expect(texts).toHaveLength(40);
    await bob.until(({ messages }) => messages.length === 40, "all messages");
    await ada.until(({ messages }) => messages.length === 40, "all messages");
  });
});

describe("a phase", () => {
  it("ends when all who are there are ready, and not before", async () => {
    const { ada, bob } = await suite.table();
    await ada.do("start");
    await bob.until(({ phase }) => phase === "dispatches");
    await ada.ready();
    await bob.until(({ seats, you }) => seats.some(({ country, ready }) => country !== you && ready), "Ada ready");
    expect(bob.view.phase).toBe("dispatches");
    await bob.ready();
    await ada.until(({ phase }) => phase === "diplomacy");
    expect(ada.view.seats.filter(({ occupant }) => occupant === "person").every(({ ready }) => !ready)).toBe(true);
  });

  it("does not end because someone reloads", async () => {
    const { ada, bob } = await suite.table();
    await ada.do("start");
    await bob.until(({ phase }) => phase === "dispatches");
    await bob.ready();
    await ada.vanish();
    await bob.until(
      ({ seats }) => seats.some(({ occupant, connected }) => occupant === "person" && !connected),
      "Ada gone",
    );
    const back = await suite.enter(ada.entry);
    expect(back.view.phase).toBe("dispatches");
    await back.ready();
    await bob.until(({ phase }) => phase === "diplomacy");
  });

  it("of orders ends when all have submitted; who withdraws is waited for", async () => {
    const { ada, bob } = await suite.table();
    await ada.do("start");
    await playUntil([ada, bob], "orders");
    await ada.ready();
    await ada.do("withdraw", { turn: 1 });
    expect(ada.view.orders).toMatchObject({ state: "draft", sheet: QUIET });
    await bob.ready();
    await ada.until(({ seats }) => seats.filter(({ submitted }) => submitted).length >= 1, "a submitted seat");
    expect(ada.view.phase).toBe("orders");
    await ada.ready();
    await bob.until(({ phase }) => phase === "reveal");
  });

  it("is played by the computer soon after its opening, as anyone can see", async () => {
    const ada = await suite.enter(await suite.server.create({ solo: true }));
    await playUntil([ada], "orders");
    const seen = await ada.until(
      ({ seats }) => seats.every(({ occupant, submitted }) => occupant === "person" || submitted),
      "the computers' orders",
    );
    expect(seen.phase).toBe("orders");
  });
});

describe("a seat", () => {
  it("can be left and claimed in the lobby, and its arrangement is the creator's", async () => {
    const { ada, bob } = await suite.table({ country: "borun" });
    await bob.do("claim", { country: "dell" });
    expect(bob.view.you).toBe("dell");
    const { seats } = await ada.until(({ seats }) => seats.at(-1)?.occupant === "person", "the new seat");
    expect(seats.map(({ occupant }) => occupant)).toEqual(["empty", "person", "empty", "person"]);
    await ada.do("computer", { country: "aldany", personality: "hider" });
    await ada.do("empty", { country: "aldany" });
    await ada.do("computer", { country: "cask", personality: "wolf" });
    await bob.until(
      ({ seats }) => seats[2]?.occupant === "computer" && seats[0]?.occupant === "empty",
      "the arrangement",
    );
    expect(await bob.ask("computer", { country: "aldany", personality: "hider" })).toMatchObject({
      refusal: { code: "match.notYours" },
    });
    expect(await bob.ask("start")).toMatchObject({
      refusal: { code: "match.notYours", text: expect.stringMatching("Ada") },
    });
    expect(await ada.ask("empty", { country: "dell" })).toMatchObject({ refusal: { code: "seat.taken" } });
  });
});
