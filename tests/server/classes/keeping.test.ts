import Database from "better-sqlite3";
import { matchMaker } from "@colyseus/core";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { OpenedClass } from "#shared/protocol/classMessages.ts";
import { classSuite, type Host, planFor, type Student } from "#tests/helpers/classSuite.ts";

const suite = classSuite();

async function gathered(count: number): Promise<{ readonly host: Host; readonly students: readonly Student[] }> {
  const host = await suite.host();
  await host.do("openSession", { plan: planFor(count), rehearsal: false });
  return { host, students: await suite.students(count) };
}

async function playing(count: number): Promise<{ readonly host: Host; readonly students: readonly Student[] }> {
  const { host, students } = await gathered(count);
  await host.do("begin");
  await Promise.all(students.map((student) => student.untilTable(({ you }) => you !== null, "a table")));
  return { host, students };
}

const backAtTables = async (students: readonly Student[]): Promise<readonly string[]> => {
  const again = await Promise.all(students.map(({ entry }) => suite.student(entry)));
  await Promise.all(again.map((student) => student.untilTable(({ you }) => you !== null, "a table")));
  return again.map(({ table }) => `${table?.match} ${table?.you}`);
};

describe("a restart", () => {
  it("while gathering keeps places, keys and tokens", async () => {
    const { students } = await gathered(3);
    const places = students.map(({ view }) => view.session?.country);
    await suite.restart();
    const host = await suite.host();
    expect(host.view.sessions[0]?.places).toHaveLength(3);
    const again = await Promise.all(students.map(({ entry }) => suite.student(entry)));
    expect(again.map(({ view }) => view.session?.country)).toEqual(places);
  });

  it("while playing brings everyone back to their table", async () => {
    const { students } = await playing(3);
    const before = students.map(({ table }) => `${table?.match} ${table?.you}`);
    await suite.restart();
    expect(await backAtTables(students)).toEqual(before);
  });

  it("after the session shows the last table for the debrief", async () => {
    const { host, students } = await playing(3);
    await host.do("finish");
    await Promise.all(students.map((student) => student.untilTable(({ phase }) => phase === "ended", "the end")));
    await suite.restart();
    expect(await backAtTables(students)).toHaveLength(3);
  });

  it("between the class's record and its tables' is mended: a match that was not made is made", async () => {
    const { students } = await playing(3);
    const before = students.map(({ table }) => `${table?.match} ${table?.you}`);
    await suite.restart((file) => {
      const database = new Database(file);
      database.pragma("foreign_keys = ON");
      database.exec("delete from match");
      database.close();
    });
    expect(await backAtTables(students)).toEqual(before);
  });
});

describe("an owner's key", () => {
  it("that was lost is replaced by the recovery code, and the old one ends", async () => {
    const host = await suite.host();
    const answer = await suite.server.post("/api/classes/recover", { recovery: suite.opened.recovery.toLowerCase() });
    const { key, code } = answer.body as OpenedClass;
    expect(code).toBe(suite.opened.code);
    expect(await host.untilClosed()).toBe(4101);
    await expect(suite.host()).rejects.toThrow("key.unknown");
    expect((await suite.host(key)).role).toBe("owner");
    const wrong = await suite.server.post("/api/classes/recover", { recovery: "AAAAA-AAAAA-AAAAA-AAAAA" });
    expect(wrong.refusal?.code).toBe("recovery.unknown");
  });

  it("and its class go on without the instructor: the lesson is taken up by another", async () => {
    const { host, students } = await playing(2);
    const { key } = await host.do("invite", { role: "cohost", label: "Colleague" });
    await host.vanish();
    const colleague = await suite.host(key);
    await colleague.do("freeze", { tables: "all", text: "Look at the projector." });
    await students[0]?.untilTable(({ hosted }) => hosted?.pause?.text === "Look at the projector.", "the freeze");
    expect(await students[0]?.refused("say", { to: { kind: "all" }, text: "hello" })).toBe("match.frozen");
    await colleague.do("resume", { tables: "all" });
  });
});

describe("an archive", () => {
  it("holds the class, its finished matches and its tables, and what was said in private only if that was told", async () => {
    const { host, students } = await playing(2);
    await students[0]?.do("say", {
      to: { kind: "some", countries: [students[1]?.table?.you] },
      text: "canary-whisper",
    });
    const during = await archive();
    expect(Object.keys(during).filter((name) => name.startsWith("records/"))).toEqual([]);
    const tables = host.view.sessions[0]?.tables ?? [];
    expect(
      tables.map(({ seed }) => seed),
      "an instructor is not told from what chance follows",
    ).toEqual([0]);
    expect(during["class.json"]).toContain('"seed":0');
    await host.do("finish");
    await Promise.all(students.map((student) => student.untilTable(({ phase }) => phase === "ended", "the end")));
    const after = await archive();
    expect(Object.keys(after)).toEqual(
      expect.arrayContaining(["class.json", "records/session-1-table-1.json", "attendance.csv", "codebook.csv"]),
    );
    expect(after["class.json"]).toContain('"kind":"begin"');
    expect(Object.values(after).join("")).not.toContain("canary-whisper");
  });

  const archive = async (): Promise<Readonly<Record<string, string>>> => {
    const response = await fetch(`${suite.server.origin}/api/host/export`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ key: suite.opened.key }),
    });
    expect(response.headers.get("content-type")).toContain("application/zip");
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
  };
});

describe("deleting a class", () => {
  it("needs its name, sends everyone away and leaves nothing", async () => {
    const { host, students } = await playing(2);
    const { key } = suite.opened;
    const wrong = await suite.server.post("/api/host/delete", { key, name: "IR" });
    expect(wrong.refusal?.code).toBe("delete.name");
    const answer = await suite.server.post("/api/host/delete", { key, name: "IR 101" });
    expect(answer.status).toBe(200);
    await Promise.all([host, ...students].map((client) => client.untilClosed()));
    const code = await suite.server.get(`/api/matches/${suite.opened.code}`);
    expect(code.refusal?.code).toBe("code.unknown");
    const rejoin = await suite.server.post("/api/rejoin", { code: students[0]?.entry.rejoin });
    expect(rejoin.refusal?.code).toBe("rejoin.unknown");
    await expect.poll(() => matchMaker.stats.local.roomCount).toBe(0);
    await suite.restart((file) => {
      const database = new Database(file, { readonly: true });
      for (const table of ["class", "class_command", "class_key", "member", "member_token", "match", "command"])
        expect(database.prepare(`select * from ${table}`).all(), table).toEqual([]);
      database.close();
    });
  });
});
