import { describe, expect, it } from "vitest";
import { classSuite, type Host, planFor, type Student } from "#tests/helpers/classSuite.ts";

const suite = classSuite();

async function playing(
  count: number,
  over = {},
): Promise<{ readonly host: Host; readonly students: readonly Student[] }> {
  const host = await suite.host();
  await host.do("openSession", { plan: planFor(count, over), rehearsal: false });
  const students = await suite.students(count);
  await host.do("begin");
  await Promise.all(
    students.map((student) => student.untilTable(({ you, phase }) => you !== null && phase !== "lobby", "a table")),
  );
  return { host, students };
}
const two = { tables: 2, seats: 2, teamSize: 1 } as const;

/** The first of a list that must have one. */
function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error("nobody");
  return one;
}
/** Students by table: the first of each. */
const atTable = (students: readonly Student[], number: number): Student =>
  first(students.filter(({ view }) => view.session?.table === number));

describe("at one table and at all", () => {
  it("pause, extend, resume", async () => {
    const { host, students } = await playing(4, two);
    const [one, other] = [atTable(students, 1), atTable(students, 2)];
    await host.do("pause", { tables: [1] });
    await one.untilTable(({ hosted }) => hosted?.pause?.frozen === false, "the pause");
    expect(other.table?.hosted?.pause ?? null).toBeNull();
    expect(await host.refused("pause", { tables: "all" })).toBe("pause.already");
    await other.untilTable(({ hosted }) => hosted?.pause !== null, "the pause at the other table");
    await host.do("resume", { tables: "all" });
    const { deadline } = await one.untilTable(
      ({ hosted, deadline: at }) => !hosted?.pause && at !== null,
      "play again",
    );
    await host.do("extend", { tables: [1], seconds: 60 });
    await one.untilTable((view) => view.deadline === (deadline ?? 0) + 60_000, "a minute more");
  });

  it("what some tables refuse is told in one sentence, and done at the others", async () => {
    const { host } = await playing(4, two);
    await host.do("pause", { tables: [2] });
    const reply = await host.ask("pause", { tables: "all" });
    expect(!reply.ok && reply.refusal.text).toMatch(/^Table 2: .* It is done at the other tables\.$/);
    await host.until(({ tables }) => tables.every(({ pause }) => pause !== null), "both paused");
    expect(await host.refused("pause", { tables: [9] })).toBe("tables.unknown");
  });

  it("next phase skips none where a table has moved on since the button was drawn", async () => {
    const { host, students } = await playing(2);
    const student = first(students);
    const seen = [{ table: 1, turn: 1, phase: "dispatches" as const }];
    await host.do("advance", { tables: "all", seen });
    await host.do("advance", { tables: "all", seen });
    await student.untilTable(({ phase }) => phase === "diplomacy", "diplomacy");
    await host.do("advance", { tables: "all", seen });
    await host.until(({ tables }) => tables[0]?.phase === "diplomacy", "the same phase on the dashboard");
    expect(student.table?.phase).toBe("diplomacy");
  });

  it("freeze, next phase, step back, crisis, news, last turn, end", async () => {
    const { host, students } = await playing(2);
    const student = first(students);
    await host.do("freeze", { tables: "all", text: "Look here." });
    await student.untilTable(({ hosted }) => hosted?.pause?.text === "Look here.", "the freeze");
    await host.do("resume", { tables: "all" });
    await host.do("inject", { tables: [1], crisis: { title: "A storm", text: "Ships stay in port." } });
    await host.do("news", { tables: "all", text: "Three more minutes." });
    for (const phase of ["diplomacy", "orders", "reveal", "dispatches"]) {
      await host.do("advance", { tables: "all" });
      await student.untilTable((view) => view.phase === phase, phase);
    }
    expect(JSON.stringify(student.table?.history[0]?.events)).toContain("A storm");
    await host.do("stepBack", { tables: [1] });
    await student.untilTable(({ turn, hosted }) => turn === 1 && hosted?.epoch === 1, "turn 1 again");
    await host.do("lastTurn", { tables: "all" });
    await host.do("end", { tables: "all" });
    await student.untilTable(({ phase }) => phase === "ended", "the end");
  });

  it("all go on together when the last of them is ready", async () => {
    const { students } = await playing(4, { ...two, clock: "together" });
    const [one, ...others] = students;
    await Promise.all(others.map((student) => student.ready()));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(students.map(({ table }) => table?.phase)).toEqual(Array(4).fill("dispatches"));
    await one?.ready();
    await Promise.all(students.map((student) => student.untilTable(({ phase }) => phase === "diplomacy", "diplomacy")));
  });
});

describe("people", () => {
  it("a seat is handed to a computer player and back, by the instructor or the student", async () => {
    const { host, students } = await playing(2);
    const student = first(students);
    const { table, country } = student.view.session ?? {};
    await host.do("handSeat", { table, country, kept: true });
    await host.until(({ tables }) => tables[0]?.seats.some(({ kept }) => kept) === true, "a kept seat");
    await student.untilTable(
      ({ seats, you }) => seats.find((seat) => seat.country === you)?.occupant === "computer",
      "kept",
    );
    await student.do("takeBack");
    await student.untilTable(
      ({ seats, you }) => seats.find((seat) => seat.country === you)?.occupant === "person",
      "led",
    );
    const free = host.view.tables[0]?.seats.find(({ members }) => members.length === 0);
    expect(await host.refused("handSeat", { table: 1, country: free?.country, kept: true })).toBe("seat.computer");
  });

  it("who is muted cannot speak, and refused words are not sent", async () => {
    const { host, students } = await playing(2);
    const student = first(students);
    const say = (text: string): object => ({ to: { kind: "all" }, text });
    await host.do("muteMember", { member: student.view.you.member, minutes: 5 });
    expect(await student.refused("say", say("hello"))).toBe("message.muted");
    await host.do("muteMember", { member: student.view.you.member, minutes: null });
    await student.do("say", say("hello"));
    expect(await student.refused("say", say("what the fuck"))).toBe("message.refused");
    await host.do("settings", { settings: { filter: false } });
    await student.do("say", say("what the fuck"));
  });

  it("help, reports and what is told reach whom they are for", async () => {
    const { host, students } = await playing(2);
    const [one, other] = students;
    await one?.do("help", { text: "What is hiding?" });
    await host.until(({ members }) => members.some(({ help }) => help === "What is hiding?"), "the call");
    expect(host.view.tables[0]?.need).toBeGreaterThan(0);
    await other?.do("say", { to: { kind: "all" }, text: "rude" });
    const table = await one?.untilTable(({ messages }) => messages.length > 0, "the message");
    await one?.do("report", { message: table?.messages.at(-1)?.seq, why: "rude" });
    const { reports } = await host.until((view) => view.reports.length === 1, "the report");
    await host.do("handled", { report: reports[0]?.seq });
    expect(await one?.refused("report", { message: 9999, why: "none" })).toBe("report.unread");
    await host.do("tell", { to: one?.view.you.member, text: "Hiding is waiting." });
    await one?.until(({ notices }) => notices.some(({ text }) => text === "Hiding is waiting."), "the answer");
    expect(JSON.stringify(other?.view)).not.toContain("Hiding is waiting.");
  });

  it("a team shares a seat: one draft, one sheet", async () => {
    const { host, students } = await playing(4, { tables: 1, seats: 2, teamSize: 2 });
    const [one] = students;
    const mate = students.find(
      ({ view }) => view !== one?.view && view.session?.country === one?.view.session?.country,
    );
    expect(one?.view.session?.team).toHaveLength(2);
    await host.do("advance", { tables: "all" });
    await host.do("advance", { tables: "all" });
    await one?.untilTable(({ phase }) => phase === "orders", "orders");
    await mate?.untilTable(({ phase }) => phase === "orders", "orders");
    await one?.ready({ note: "as agreed" });
    await mate?.untilTable(
      ({ orders }) => orders.state === "submitted" && orders.sheet?.note === "as agreed",
      "the sheet",
    );
  });
});

describe("leading", () => {
  it("a spotlight and a poll reach every phone and the projector, with live counts once shown", async () => {
    const { host, students } = await playing(2);
    const [one, other] = students;
    const { key } = await host.do("invite", { role: "screen", label: "Front" });
    const screen = await suite.screen(key ?? "");
    await host.do("spotlight", { table: 1, country: "borun" });
    await one?.until(({ lead }) => lead?.kind === "country", "the spotlight");
    await host.do("poll", { question: "fear", text: "", options: [], table: 1, tallyShown: false });
    const asked = await one?.until(({ lead }) => lead?.kind === "poll", "the poll");
    const poll = asked?.lead?.kind === "poll" ? asked.lead.poll : null;
    expect(poll?.options).toEqual(["aldany", "borun", "cask", "dell"]);
    await one?.do("vote", { poll: poll?.id, option: 1 });
    await one?.do("vote", { poll: poll?.id, option: 2 });
    await host.until(({ tallies }) => tallies[0]?.counts.join() === "0,0,1,0", "one vote");
    expect(other?.view.tally).toBeNull();
    await host.do("closePoll", { tallyShown: true });
    await other?.until(({ tally }) => tally?.counts.join() === "0,0,1,0", "the counts");
    await screen.until(({ tally }) => tally?.counts.join() === "0,0,1,0", "the counts on the projector");
    await host.do("show", { table: 1, sound: true });
    await screen.until(({ showing }) => showing.table === 1 && showing.sound, "what is shown");
    await screen.untilIs(() => screen.tables.size === 1, "the table");
  });

  it("a concept check is answered once, and names nobody", async () => {
    const host = await suite.host();
    await host.do("openSession", { plan: planFor(1, { conceptCheck: true }), rehearsal: false });
    const student = await suite.student(await suite.join("Ada"));
    const view = await student.until(({ concept }) => concept?.stage === "before", "the check");
    const answers = view.concept?.questions.map(() => 0);
    await student.do("answerConcepts", { stage: "before", pair: "abcdefgh", answers });
    expect(await student.refused("answerConcepts", { stage: "before", pair: "ijklmnop", answers })).toBe(
      "answers.twice",
    );
    await host.until(({ conceptCount }) => conceptCount.before === 1, "one answer");
  });
});
