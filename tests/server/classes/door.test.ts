import { describe, expect, it } from "vitest";
import type { ClassSummary, OpenedClass } from "#shared/protocol/classMessages.ts";
import { classSuite, planFor } from "#tests/helpers/classSuite.ts";
import { serverSuite } from "#tests/helpers/serverSuite.ts";

const HERE = { PORT: 0, HOST: "127.0.0.1", PUBLIC_ORIGIN: undefined, TRUSTED_PROXIES: 0 } as const;

describe("a server that asks for a password", () => {
  const suite = serverSuite({ env: { ...HERE, HOST_PASSWORD: "swordfish", ALLOW_SEED: false } });

  it("opens classes only for those who know it; anyone may join, and play on their own", async () => {
    const { server } = suite;
    const open = (more: object) => server.post("/api/classes", { name: "IR 101", ...more });
    expect((await open({})).refusal?.code).toBe("password.wrong");
    expect((await open({ password: "Swordfish" })).refusal?.code).toBe("password.wrong");
    const opened = await open({ password: "swordfish" });
    expect(opened.status).toBe(200);
    const { code } = opened.body as OpenedClass;
    expect((await server.post("/api/join", { code, name: "Ada" })).status).toBe(200);
    expect((await server.create()).code).not.toBe(code);
  });

  it("draws chance by itself where nobody may fix it", async () => {
    await expect(suite.server.create({ seed: 7 })).rejects.toThrow("seed.notAllowed");
  });
});

describe("the door of a class", () => {
  const suite = classSuite();
  const summary = async (): Promise<ClassSummary> => (await suite.server.get(`/api/matches/${suite.opened.code}`)).body;

  it("tells what one must know before joining, and nothing of who is in it", async () => {
    expect(await summary()).toEqual({
      kind: "class",
      code: suite.opened.code,
      name: "IR 101",
      naming: "real",
      roster: [],
      needsPin: false,
      locked: false,
      session: null,
    });
  });

  it("offers the names still free on the roster, and no others", async () => {
    const host = await suite.host();
    await host.do("settings", { settings: { roster: ["Ada", "Bob"] } });
    await suite.join("Ada");
    expect((await summary()).roster).toEqual(["Bob"]);
    await expect(suite.join("Eve")).rejects.toThrow("name.roster");
    await expect(suite.join("ADA")).rejects.toThrow("name.taken");
  });

  it("gives names where nobody is to be known", async () => {
    const host = await suite.host();
    await host.do("settings", { settings: { naming: "anonymous" } });
    const names = await Promise.all(["", ""].map(async (typed) => (await suite.join(typed)).name));
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  });

  it("says why a name is refused", async () => {
    await expect(suite.join("fuck")).rejects.toThrow("name.refused");
    await expect(suite.join("   ")).rejects.toThrow("name.empty");
  });

  it("never turns away those who have the code, however often someone beside them guesses", async () => {
    await suite.join("Ada");
    const codes = Array.from({ length: 90 }, (_, k) => `ZZZZ${"ABCDEFGHJK"[k % 10]}${"ABCDEFGHJ"[Math.floor(k / 10)]}`);
    const guesses = await Promise.all(codes.map((code) => suite.server.get(`/api/matches/${code}`)));
    expect(guesses.some(({ refusal }) => refusal?.code === "guess.tooMany")).toBe(true);
    const entries = await Promise.all(Array.from({ length: 40 }, (_, k) => suite.join(`Student ${k}`)));
    expect(entries).toHaveLength(40);
  });

  it("is found by the same code in the next session, and its members keep their tokens", async () => {
    const host = await suite.host();
    const student = await suite.student(await suite.join("Ada"));
    for (const number of [1, 2]) {
      await host.do("openSession", { plan: planFor(1), rehearsal: false });
      await host.do("begin");
      await student.until(({ session }) => session?.number === number && session.match !== null, `session ${number}`);
      await student.untilTable(({ match }) => match === student.view.session?.match, "its table");
      expect(await host.refused("openSession", { plan: planFor(1), rehearsal: false })).toBe("session.open");
      await host.do("finish");
    }
    await host.until(({ deletedAt, sessions }) => deletedAt === (sessions.at(-1)?.endedAt ?? 0) + 30 * 86_400_000);
  });
});
