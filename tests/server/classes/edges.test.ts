import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "#server/lib/time.ts";
import { sqliteStore } from "#server/store/sqliteStore.ts";
import type { ClassId } from "#shared/model/ids.ts";
import type { OpenedClass } from "#shared/protocol/classMessages.ts";
import { PROTOCOL_VERSION } from "#shared/protocol/version.ts";
import { ClassClient } from "#tests/helpers/classClient.ts";
import { classSuite, type Host, planFor, type Student } from "#tests/helpers/classSuite.ts";
import { startServer, temporaryFolder } from "#tests/helpers/server.ts";

describe("a class", () => {
  const suite = classSuite();
  const played = async (count: number): Promise<{ readonly host: Host; readonly students: readonly Student[] }> => {
    const host = await suite.host();
    await host.do("openSession", { plan: planFor(count), rehearsal: false });
    const students = await suite.students(count);
    await host.do("begin");
    await Promise.all(
      students.map((student) => student.untilTable(({ you, phase }) => you !== null && phase !== "lobby", "a table")),
    );
    return { host, students };
  };

  it("is not filled by the computer students of its rehearsals", async () => {
    await suite.restart((file) => simulate(file, 600));
    expect((await suite.join("Ada")).name).toBe("Ada");
  });

  it("that is full has room again for each who is removed", async () => {
    const host = await suite.host();
    await suite.restart((file) => simulate(file, 600, {}));
    await expect(suite.join("Ada")).rejects.toThrow("class.full");
    await host.vanish();
    const again = await suite.host();
    await again.do("remove", { member: again.view.members[0]?.id, reason: "Not of this class" });
    expect((await suite.join("Ada")).name).toBe("Ada");
  });

  it("gives late comers, and who is moved, a country to lead where a computer player kept it for others", async () => {
    const { host } = await played(3);
    for (const { country } of host.view.sessions[0]?.places ?? [])
      await host.do("handSeat", { table: 1, country, kept: true });
    await host.until(({ sessions }) => sessions[0]?.kept.length === 3, "all kept");
    const late = await suite.student(await suite.join("Late"));
    const { you } = await late.untilTable((table) => table.you !== null, "a seat");
    expect(late.view.session?.country).toBe(you);
    const isKept = (country: unknown): boolean =>
      host.view.sessions[0]?.kept.some((one) => one.country === country) === true;
    await host.untilIs(() => !isKept(you), "the late comer's lead", 3_000);
    const other = host.view.sessions[0]?.kept.find(({ country }) => country !== you)?.country;
    await host.do("place", { member: late.view.you.member, place: { table: 1, country: other } });
    await late.untilTable((table) => table.you === other, "the other seat");
    await host.untilIs(() => !isKept(other), "their lead there", 3_000);
  });

  it("leaves it to the instructor who sits where and when play begins, whatever a page asks for", async () => {
    const { students } = await played(2);
    const [student] = students;
    const country = students[1]?.view.session?.country;
    const asked = {
      start: {},
      claim: { country },
      computer: { country, personality: "theorist" },
      handOver: { personality: "theorist" },
      empty: { country },
    };
    for (const [name, body] of Object.entries(asked))
      expect(await student?.refused(name, body), name).toBe("seat.class");
  });

  it("shows its tables no more to who is removed during the debrief, nor lets them speak there", async () => {
    const { host, students } = await played(2);
    const [rude] = students;
    if (!rude) throw new Error("nobody");
    await host.do("finish");
    await rude.untilTable(({ phase }) => phase === "ended", "the end");
    await host.do("remove", { member: rude.view.you.member, reason: "Insults" });
    await rude.until(({ you }) => you.state === "removed", "the removal");
    const said = await rude.ask("say", { to: { kind: "all" }, text: "Still here" });
    expect(said).toMatchObject({ ok: false, refusal: { code: "seat.none" } });
    expect((await suite.student(rude.entry)).table).toBeNull();
  });

  it("counts one answer to a concept check of who presses twice, whatever pair they say they are", async () => {
    const host = await suite.host();
    await host.do("openSession", { plan: planFor(2, { conceptCheck: true }), rehearsal: false });
    const student = await suite.student(await suite.join("Ada"));
    const answers = host.view.concepts.map(() => 0);
    const both = await Promise.all(
      ["aaaaaaaa", "bbbbbbbb"].map((pair) => student.ask("answerConcepts", { stage: "before", pair, answers })),
    );
    expect(both.map(({ ok }) => ok)).toEqual([true, false]);
    await host.until(({ conceptCount }) => conceptCount.before === 1, "one answer");
  });
});

/** Writes as many joins into the record of the only class: of computer students, as rehearsals leave them, unless told otherwise. */
function simulate(file: string, count: number, who: { readonly simulated?: true } = { simulated: true }): void {
  const database = new Database(file);
  const { id, last_seq: last } = database.prepare("select id, last_seq from class").get() as {
    readonly id: string;
    readonly last_seq: number;
  };
  const insert = database.prepare("insert into class_command (class, seq, body) values (?, ?, ?)");
  database.transaction(() => {
    for (let k = 1; k <= count; k += 1) {
      const member = `p${k.toString(16).padStart(16, "0")}`;
      const joined = { kind: "join", member, name: `Computer ${k}`, waiting: false, ...who };
      insert.run(id, last + k, JSON.stringify({ seq: last + k, at: Date.now(), by: { kind: "server" }, ...joined }));
    }
    database.prepare("update class set last_seq = ?").run(last + count);
  })();
  database.close();
}

describe("days", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  it("of a class whose session nobody finished are counted from when it was forgotten", async () => {
    const first = await startServer(folder.path);
    const { code, key } = (await first.post("/api/classes", { name: "IR 101" })).body as OpenedClass;
    const host = await ClassClient.enter(first.origin, { key });
    await host.do("openSession", { plan: planFor(2), rehearsal: false });
    await host.vanish();
    await first.close();
    const later = async (days: number): Promise<string> => {
      const server = await startServer(folder.path, { clock: { now: () => systemClock.now() + days * 86_400_000 } });
      const { status, body } = await server.get(`/api/matches/${code}`);
      await server.close();
      return status === 200 ? (body as { session: { state: string } }).session.state : String(status);
    };
    expect(await later(13)).toBe("gathering");
    expect(await later(15)).toBe("over");
    expect(await later(44)).toBe("over");
    expect(await later(46)).toBe("404");
  });

  it("end for good: nobody brings a class to life again while it is being deleted", async () => {
    const store = sqliteStore(`${folder.path}/counterpoise.sqlite`);
    const purge = store.classes.purge.bind(store.classes);
    const answers: number[] = [];
    const server = await startServer(folder.path, { store });
    const { code, key } = (await server.post("/api/classes", { name: "IR 101" })).body as OpenedClass;
    const { token } = (await server.post("/api/join", { code, name: "Ada" })).body as { token: string };
    // The real deletion, after the door was tried.
    Object.assign(store.classes, {
      purge: async (id: ClassId) => {
        answers.push((await server.get(`/api/matches/${code}`)).status);
        answers.push((await server.post("/api/enter", { token, version: PROTOCOL_VERSION })).status);
        await purge(id);
      },
    });
    expect((await server.post("/api/host/delete", { key, name: "IR 101" })).status).toBe(200);
    await server.close();
    expect(answers).toEqual([404, 404]);
  });
});
