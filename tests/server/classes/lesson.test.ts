import { expect, it } from "vitest";
import { classSuite, type Host, planFor, type Student } from "#tests/helpers/classSuite.ts";

const suite = classSuite();

/** Everyone at every table is ready until the next phase has come. */
async function nextPhase(students: readonly Student[]): Promise<void> {
  const before = students.map(({ table }) => `${table?.turn} ${table?.phase}`);
  await Promise.all(students.map((student) => student.ready()));
  await Promise.all(
    students.map((student, k) =>
      student.untilTable(({ turn, phase }) => `${turn} ${phase}` !== before[k], "next phase"),
    ),
  );
}

async function began(
  count: number,
  over = {},
): Promise<{ readonly host: Host; readonly students: readonly Student[] }> {
  const host = await suite.host();
  const students = await suite.students(count);
  await host.do("openSession", { plan: planFor(count, over), rehearsal: false });
  await host.do("begin");
  await Promise.all(
    students.map((student) => student.untilTable(({ you, phase }) => you !== null && phase !== "lobby", "a table")),
  );
  return { host, students };
}

it("is opened, joined by twelve, dealt, begun, and a turn is played at every table", async () => {
  const host = await suite.host();
  expect(host.role).toBe("owner");
  await host.do("openSession", { plan: planFor(12), rehearsal: false });
  const students = await suite.students(12);
  await Promise.all(
    students.map((student) => student.until(({ session }) => session?.country !== null && session !== null, "a place")),
  );
  await host.do("deal");
  const dealt = await host.until(({ sessions }) => sessions[0]?.places.length === 12, "all places");
  const seats = dealt.sessions[0]?.places.map(({ table, country }) => `${table} ${country}`);
  expect(new Set(seats).size, "one person on each country").toBe(12);
  await host.do("begin");
  await Promise.all(students.map((student) => student.untilTable(({ phase }) => phase === "dispatches", "play")));
  for (const student of students) {
    await student.until(({ session }) => session?.match !== null && session !== null, "the match");
    expect(student.table?.you).toBe(student.view.session?.country);
    expect(student.table?.code, "people come in by the class's code").toBe(suite.opened.code);
  }
  for (const phase of ["diplomacy", "orders", "reveal", "dispatches"]) {
    await nextPhase(students);
    expect(new Set(students.map(({ table }) => table?.phase))).toEqual(new Set([phase]));
  }
  await host.until(({ tables }) => tables.every(({ turn }) => turn === 2), "turn 2 everywhere");
  await host.untilIs(() => host.tables.size === host.view.tables.length, "all tables watched");
});

it("seats anew who sat at tables that a smaller plan has no more", async () => {
  const host = await suite.host();
  await host.do("openSession", { plan: planFor(8, { tables: 4 }), rehearsal: false });
  await suite.students(4);
  await host.until(({ sessions }) => new Set(sessions[0]?.places.map(({ table }) => table)).size === 4, "four tables");
  await host.do("replan", { plan: planFor(4, { tables: 1 }) });
  const { sessions } = await host.until(({ sessions: [one] }) => one?.plan.tables === 1, "the smaller plan");
  expect(sessions[0]?.places.map(({ table }) => table)).toEqual([1, 1, 1, 1]);
});

it("gives a late comer a place at once, and everyone a way back by the rejoin code", async () => {
  const { host } = await began(2);
  const late = await suite.student(await suite.join("Late"));
  await late.untilTable(({ you }) => you !== null, "a seat");
  await late.vanish();
  const answer = await suite.server.post("/api/rejoin", { code: late.entry.rejoin });
  const again = await suite.student(answer.body);
  await again.untilTable(({ you }) => you === late.view.session?.country, "the same seat");
  await host.until(({ members }) => members.length === 3, "no second member");
});

it("moves a student to another table on the same line", async () => {
  const { host, students } = await began(6, { tables: 2, seats: 3, teamSize: 1 });
  const [mover] = students;
  if (!mover) throw new Error("nobody");
  const from = mover.view.session?.table;
  const other = students.find(({ view }) => view.session?.table !== from);
  const country = other?.view.session?.country;
  await host.do("place", { member: mover.view.you.member, place: { table: other?.view.session?.table, country } });
  await mover.untilTable(({ match, you }) => match === other?.table?.match && you === country, "the other table");
  await mover.until(({ session }) => session?.team.length === 2, "a team of two");
  expect(mover.closed).toBeNull();
  await host.until(
    ({ tables }) =>
      tables.find(({ number }) => number === from)?.seats.some(({ state }) => state === "computer") === true,
    "a computer player in the seat left",
  );
});

it("removes someone with a reason, and lets them back in", async () => {
  const { host, students } = await began(3);
  const [student] = students;
  if (!student) throw new Error("nobody");
  const { member } = student.view.you;
  await host.do("remove", { member, reason: "Please talk to me after class." });
  const view = await student.until(({ you }) => you.state === "removed", "being removed");
  expect(view.you.reason).toBe("Please talk to me after class.");
  await student.untilIs(() => student.table === null, "no table");
  expect(await student.refused("say", { to: { kind: "all" }, text: "hello" })).toBe("seat.none");
  await host.do("admit", { members: [member] });
  await student.untilTable(({ you }) => you !== null, "a seat again");
});

it("lets newcomers wait, keeps them out, or asks them for four digits", async () => {
  const host = await suite.host();
  await host.do("openSession", { plan: planFor(3), rehearsal: false });
  await host.do("settings", { settings: { approve: true } });
  const waiting = await suite.student(await suite.join("Waiting"));
  expect(waiting.view.you.state).toBe("waiting");
  expect(waiting.view.session).toBeNull();
  await host.do("admit", { members: [waiting.view.you.member] });
  await waiting.until(({ session }) => session?.country !== null && session !== null, "a place");
  await host.do("settings", { settings: { approve: false, pin: "0417" } });
  await expect(suite.join("No digits")).rejects.toThrow("pin.needed");
  await expect(suite.join("Wrong digits", { pin: "1234" })).rejects.toThrow("pin.wrong");
  await suite.join("Right digits", { pin: "0417" });
  await host.do("settings", { settings: { pin: null, locked: true } });
  await expect(suite.join("Too late")).rejects.toThrow("join.locked");
});

it("cannot be joined at a table by the match's own code", async () => {
  const { students } = await began(3);
  const answer = await suite.server.post("/api/join", { code: students[0]?.table?.match, name: "Stranger" });
  expect(answer.refusal?.code).toBe("code.shape");
});
