import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import type { Entry, MatchSummary } from "#shared/protocol/messages.ts";
import { PROTOCOL_VERSION } from "#shared/protocol/version.ts";
import { serverSuite } from "#tests/helpers/serverSuite.ts";

const suite = serverSuite();

describe("making a match", () => {
  it("gives a code, a seat token, a rejoin code and the country asked for", async () => {
    const entry = await suite.server.create({ country: "borun", name: "  Ada " });
    expect(entry).toEqual({
      match: expect.stringMatching(/^m[\da-f]{24}$/),
      code: expect.stringMatching(/^[A-HJ-NP-Z2-9]{6}$/),
      token: expect.stringMatching(/^[\w-]{32}$/),
      rejoin: expect.stringMatching(/^[A-HJ-NP-Z2-9]{10}$/),
      name: "Ada",
      country: "borun",
    });
  });

  it.each([
    [{ scenario: "atlantis" }, 404, "scenario.unknown"],
    [{ country: "atlantis" }, 404, "country.unknown"],
    [{ name: "" }, 409, "name.empty"],
    [{ pace: "frantic" }, 400, "body.malformed"],
    [{ extra: 1 }, 400, "body.malformed"],
    [{ seed: -1 }, 400, "body.malformed"],
  ])("is refused with a code and a sentence: %j", async (over, status, code) => {
    const body = { scenario: "strait", level: "intro", pace: "standard", name: "Ada", solo: false, ...over };
    const answer = await suite.server.post("/api/matches", body);
    expect([answer.status, answer.refusal?.code]).toEqual([status, code]);
    expect(answer.refusal?.text).toMatch(/^[A-Z].+[.?]$/);
  });

  it("solo begins at once, with the computer in every other seat", async () => {
    const ada = await suite.enter(
      await suite.server.create({ solo: true, computers: ["hider", "wolf"], country: "cask" }),
    );
    expect(ada.view.phase).toBe("dispatches");
    expect(ada.view.seats.map(({ country, occupant }) => [country, occupant])).toEqual([
      ["aldany", "computer"],
      ["borun", "computer"],
      ["cask", "person"],
      ["dell", "computer"],
    ]);
  });
});

describe("joining", () => {
  it("works with the code as a person types it, in any free seat or the one asked for", async () => {
    const { code } = await suite.server.create({ country: "borun" });
    const typed = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `;
    expect((await suite.server.join(typed, "Bob", "dell")).country).toBe("dell");
    expect((await suite.server.join(code, "Cay")).country).toBe("aldany");
  });

  it("says what is wrong with a code", async () => {
    const wrong = await suite.server.post("/api/join", { code: "ZZZZZZ", name: "Bob" });
    expect([wrong.status, wrong.refusal?.code]).toEqual([404, "code.unknown"]);
    const shape = await suite.server.post("/api/join", { code: "O0", name: "Bob" });
    expect([shape.status, shape.refusal?.code]).toEqual([409, "code.shape"]);
  });

  it("does not let two people have one name, even at the same instant", async () => {
    const { code } = await suite.server.create({ name: "Ada" });
    const taken = await suite.server.post("/api/join", { code, name: "ADA" });
    expect([taken.status, taken.refusal?.code]).toEqual([409, "name.taken"]);
    const both = await Promise.all([1, 2].map(() => suite.server.post("/api/join", { code, name: "Bob" })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it("gives everyone who comes at once a seat of their own, and the rest the gallery", async () => {
    const { code } = await suite.server.create();
    const names = ["Bob", "Cay", "Dan", "Eve", "Fay"];
    const entries = await Promise.all(names.map((name) => suite.server.join(code, name)));
    const seats = entries.map(({ country }) => country);
    expect(seats.filter((country) => country === null)).toHaveLength(2);
    expect(new Set(seats.filter(Boolean)).size).toBe(3);
  });

  it("names the free seats when the one wanted is taken", async () => {
    const { code } = await suite.server.create({ country: "borun" });
    const answer = await suite.server.post("/api/join", { code, name: "Bob", country: "borun" });
    expect(answer.refusal).toMatchObject({
      code: "seat.taken",
      text: expect.stringMatching(/Borun is taken. Still free: Aldany, Cask, Dell\./),
    });
  });

  it("late takes over a seat the computer plays; with none left one watches", async () => {
    const ada = await suite.enter(await suite.server.create({ solo: true, country: "borun" }));
    const bob = await suite.enter(await suite.server.join(ada.entry.code, "Bob", "cask"));
    expect(bob.view.you).toBe("cask");
    await ada.until(({ seats }) => seats[2]?.name === "Bob" && seats[2].occupant === "person", "Bob's seat");
    await suite.server.join(ada.entry.code, "Cay");
    await suite.server.join(ada.entry.code, "Dan");
    const eve = await suite.enter(await suite.server.join(ada.entry.code, "Eve"));
    expect([eve.entry.country, eve.view.you, eve.view.card]).toEqual([null, null, null]);
  });

  it("can be looked at before", async () => {
    const { code } = await suite.server.create({ country: "borun", name: "Ada" });
    const { body } = await suite.server.get(`/api/matches/${code.toLowerCase()}`);
    const summary: MatchSummary = body;
    expect(summary).toMatchObject({ code, scenario: "strait", level: "intro", phase: "lobby", turn: 0 });
    expect(summary.seats.map(({ country, occupant, by }) => [country, occupant, by])).toEqual([
      ["aldany", "empty", ""],
      ["borun", "person", "Ada"],
      ["cask", "empty", ""],
      ["dell", "empty", ""],
    ]);
  });
});

describe("coming back", () => {
  it("by rejoin code from another device gives the same seat and draft", async () => {
    const { ada, bob } = await suite.table();
    await ada.do("start");
    await bob.until(({ phase }) => phase === "dispatches");
    const sheet = {
      alignment: { kind: "hide" },
      reason: null,
      note: "mine",
      spending: { offence: 1, defence: 0, industry: 0, aid: [] },
      moves: [],
      refuse: [],
    };
    await bob.do("draft", { turn: 1, sheet });
    const typed = `${bob.entry.rejoin.slice(0, 5)} ${bob.entry.rejoin.slice(5).toLowerCase()}`;
    const { status, body } = await suite.server.post("/api/rejoin", { code: typed });
    const again: Entry = body;
    expect(status).toBe(200);
    expect(again).toEqual({ ...bob.entry, token: expect.not.stringMatching(bob.entry.token) });
    const elsewhere = await suite.enter(again);
    expect([elsewhere.view.you, elsewhere.view.orders]).toEqual([bob.view.you, { state: "draft", sheet }]);
  });

  it("with an unknown rejoin code or token is refused with a sentence", async () => {
    const rejoin = await suite.server.post("/api/rejoin", { code: "AAAAAAAAAA" });
    expect([rejoin.status, rejoin.refusal?.code]).toEqual([404, "rejoin.unknown"]);
    const enter = await suite.server.post("/api/enter", { token: "x".repeat(32), version: PROTOCOL_VERSION });
    expect([enter.status, enter.refusal?.code]).toEqual([404, "token.unknown"]);
  });

  it("in an old page is told to reload", async () => {
    const { token } = await suite.server.create();
    const answer = await suite.server.post("/api/enter", { token, version: 0 });
    expect([answer.status, answer.refusal?.code]).toEqual([409, "version.old"]);
  });

  it("a second connection supersedes the first, which is told and closed", async () => {
    const { ada, bob } = await suite.table();
    const second = await suite.enter(ada.entry);
    expect(await ada.untilClosed()).toBe(4100);
    expect(ada.superseded).toBe(true);
    expect(second.view.you).toBe(ada.view.you);
    await second.do("say", { to: { kind: "all" }, text: "still here" });
    await bob.until(({ messages }) => messages.some(({ text }) => text === "still here"), "the message");
  });
});

describe("guessing", () => {
  it("is limited for the guesser; a class at the same address joins all the same", async () => {
    const { code } = await suite.server.create();
    const guesses = await Promise.all(Array.from({ length: 70 }, () => suite.server.get("/api/matches/ZZZZZZ")));
    const statuses = guesses.map(({ status }) => status);
    expect(statuses.filter((status) => status === 404).length).toBeGreaterThanOrEqual(60);
    expect(statuses.at(-1)).toBe(429);
    expect(guesses.at(-1)?.refusal?.code).toBe("guess.tooMany");
    expect((await suite.server.join(code, "Bob")).country).not.toBeNull();
  });
});

describe("the server's other answers", () => {
  it("carry security headers, and no header that lets other sites read them", async () => {
    for (const path of ["/api/health", "/api/nothing", "/nothing", "/play/ABCDEF"]) {
      const { headers } = await suite.server.get(path);
      expect(headers.get("content-security-policy"), path).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("access-control-allow-origin"), path).toBeNull();
      expect(headers.get("x-powered-by"), path).toBeNull();
    }
  });

  it("help when there is no such page, and say so when there is no such route", async () => {
    const page = await suite.server.get("/nowhere");
    expect(page.status).toBe(404);
    expect(page.body).toMatch(/<a href="\/">the start page<\/a>/);
    const route = await suite.server.get("/api/nowhere");
    expect([route.status, route.refusal?.code]).toEqual([404, "route.unknown"]);
  });

  it("refuse a body that is no JSON, or too long", async () => {
    const broken = await suite.server.post("/api/join", "{");
    expect([broken.status, broken.refusal?.code]).toEqual([400, "body.malformed"]);
    const long = await suite.server.post("/api/join", { code: "A".repeat(20_000), name: "Bob" });
    expect([long.status, long.refusal?.code]).toEqual([400, "body.malformed"]);
  });

  it("list the scenarios and give each whole", async () => {
    const { body } = await suite.server.get("/api/scenarios");
    expect(body).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: "strait", title: expect.any(String) })]),
    );
    const strait = await suite.server.get("/api/scenarios/strait");
    expect(strait.body).toMatchObject({ id: "strait", turns: 3 });
    expect((await suite.server.get("/api/scenarios/../../package")).status).toBe(404);
  });

  it.each([
    ["br", "br"],
    ["gzip, br;q=0.9", "br"],
    ["gzip", null],
  ])("pack a scenario for whoever accepts %s: %s", async (accepted, packed) => {
    const headers = { "accept-encoding": accepted };
    const response = await fetch(`${suite.server.origin}/api/scenarios/strait`, { headers });
    expect([response.headers.get("content-encoding"), response.headers.get("vary")]).toEqual([
      packed,
      "accept-encoding",
    ]);
    expect(await response.json()).toMatchObject({ id: "strait" });
  });

  it("leave none of the library's own doors open", async () => {
    for (const method of ["joinOrCreate", "create", "join", "joinById", "reconnect"]) {
      const { status } = await suite.server.post(`/matchmake/${method}/match`, {});
      expect(status, method).toBeGreaterThanOrEqual(400);
    }
  });

  it("turn away sockets from other sites before the handshake", async () => {
    const upgrade = (origin: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect(suite.server.port, "127.0.0.1", () =>
          socket.write(
            `GET /x/y?sessionId=z HTTP/1.1\r\nHost: 127.0.0.1:${suite.server.port}\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
              "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
          ),
        );
        socket.once("data", (data) => {
          resolve(data.toString("latin1").split("\r\n")[0] ?? "");
          socket.destroy();
        });
      });
    expect(await upgrade("https://evil.example")).toBe("HTTP/1.1 403 Forbidden");
    expect(await upgrade(suite.server.origin)).toBe("HTTP/1.1 101 Switching Protocols");
  });
});
