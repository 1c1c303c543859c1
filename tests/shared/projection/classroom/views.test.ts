import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryId } from "#shared/model/ids.ts";
import type { ClassCommandBody, ClassSettings } from "#shared/model/classroom.ts";
import type { HostFacts, ScreenFacts, SeatPresence, TableFacts } from "#shared/projection/classroom/facts.ts";
import { deletedAt, hostView } from "#shared/projection/classroom/hostView.ts";
import { screenView } from "#shared/projection/classroom/screenView.ts";
import { studentView } from "#shared/projection/classroom/studentView.ts";
import { tableDetail } from "#shared/projection/classroom/tableDetail.ts";
import {
  as,
  host,
  must,
  newClass,
  OPENED,
  planFor,
  refusal,
  scenarioOf,
  server,
  student,
  tablesFor,
  withStudents,
} from "#tests/shared/classroom/lesson.ts";
import type { Lesson } from "#tests/shared/classroom/lesson.ts";
import { advance, advanceTo, after, host as hostAct, say, sheet, started, submit } from "#tests/shared/record/table.ts";
import type { Table } from "#tests/shared/record/table.ts";

const CANARY = "canary";
const strait = scenarioOf("strait");
const here: SeatPresence = { draft: false, ready: false, awaySince: null, idleSince: null };
const factsOf = (number: number, { state }: Table, seats: readonly Partial<SeatPresence>[] = []): TableFacts => ({
  number,
  state,
  seats: state.board.ids.map((_, k) => ({ ...here, ...seats[k] })),
});
const hostFacts = (...tables: readonly TableFacts[]): HostFacts => ({
  now: OPENED,
  scenario: strait,
  tables,
  role: "owner",
  label: "Ms Ford",
  hosts: ["Ms Ford"],
  screens: 1,
});
const screenFacts = (...tables: readonly TableFacts[]): ScreenFacts => ({
  now: OPENED,
  scenario: strait,
  tables,
  showing: { table: null, sound: false },
});
const SEATS = ["aldany", "borun", "cask", "dell"];
const seated = (count: number): ClassCommandBody => ({
  kind: "deal",
  places: Array.from({ length: count }, (_, k) => ({
    member: student(k + 1),
    table: 1 + Math.floor(k / 4),
    country: countryId(SEATS[k % 4] ?? ""),
  })),
});
const treatments = [
  { name: `${CANARY} treatment`, board: "power", strongest: null, kappa: 1.33, delta: 0, messages: null },
  { name: `${CANARY} control`, board: "full", strongest: null, kappa: null, delta: null, messages: null },
] as const;
const plan = planFor("strait", 8, { tables: 2, seats: 4, teamSize: 1, treatments, dealt: [0, 1], conceptCheck: true });
const opening: ClassCommandBody = { kind: "openSession", plan, rehearsal: false };
const playing = (lesson: Lesson): Lesson => must(lesson, { kind: "begin", tables: tablesFor(plan) }, server);

/** Eight at two tables of the Strait, everything secret planted with the canary's name. */
function planted(settings: Partial<ClassSettings> = {}): Lesson {
  const steps: readonly (readonly [ClassCommandBody, Parameters<typeof must>[2]])[] = [
    [{ kind: "settings", settings: { ...settings, roster: [`${CANARY} roster`] } }, host],
    [
      { kind: "concepts", questions: [{ text: "Which?", options: ["this", "that"], right: 1, about: "dilemma" }] },
      host,
    ],
    [opening, host],
    [seated(8), host],
    [{ kind: "temperament", member: student(2), answers: [4, 3, 2, 1, 0] }, as(2)],
    [{ kind: "conceptAnswers", answers: { stage: "before", pair: `${CANARY}01`, answers: [1] } }, server],
    [{ kind: "begin", tables: tablesFor(plan) }, server],
    [{ kind: "help", member: student(2), text: `${CANARY} help` }, as(2)],
    [{ kind: "report", member: student(3), table: 1, message: 2, why: `${CANARY} report` }, as(3)],
    [{ kind: "tell", to: student(3), text: `${CANARY} note` }, host],
    [{ kind: "remove", member: student(4), reason: `${CANARY} reason` }, host],
    [{ kind: "tableAct", tables: [1], act: `${CANARY} act` }, host],
    [
      {
        kind: "lead",
        lead: {
          kind: "poll",
          poll: { id: "poll-1", question: "fear", text: "", options: SEATS, open: true, tallyShown: false },
        },
      },
      host,
    ],
    [{ kind: "vote", member: student(2), poll: "poll-1", option: 3 }, as(2)],
  ];
  return steps.reduce((lesson, [body, by]) => must(lesson, body, by), withStudents(newClass(), 8));
}

/** A match in orders, with secrets in every hand. */
const secretTable = (): Table => {
  const table = advanceTo(started(), "orders");
  return after(
    table,
    submit("aldany", { note: `${CANARY} order` }),
    say("borun", `${CANARY} talk`, ["cask"]),
    say("borun", "hello all"),
  );
};

/** Every string and every key in a value. */
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...wordsOf(member)]);
}
const leaks = (view: unknown): readonly string[] => wordsOf(view).filter((word) => word.includes(CANARY));
const FORBIDDEN = [
  "right",
  "treatment",
  "treatments",
  "dealt",
  "temperament",
  "answers",
  "votes",
  "seed",
  "simulated",
  "places",
  "members",
  "reports",
  "revisionism",
];

describe("what a student never sees", () => {
  const tables = [factsOf(1, secretTable()), factsOf(2, secretTable())];
  it("treatments, others' help, reports, notes, reasons and answers, orders and talk: not in any student's view", () => {
    const { state } = planted();
    for (const k of [1, 2, 5, 8]) {
      const view = studentView(state, student(k), screenFacts(...tables));
      const own = k === 2 ? [`${CANARY} help`] : [];
      expect(leaks(view)).toEqual(own);
      expect(wordsOf(view).filter((word) => FORBIDDEN.includes(word))).toEqual([]);
    }
  });

  it("a note to one reaches that one, a reason the one it is about, the call for help its caller", () => {
    const { state } = planted();
    const of = (k: number): readonly string[] => leaks(studentView(state, student(k), screenFacts(...tables)));
    expect(of(3)).toEqual([`${CANARY} note`]);
    expect(of(4)).toEqual([`${CANARY} reason`]);
    expect(of(2)).toEqual([`${CANARY} help`]);
  });

  it("which answer of the concept check is right, before play and after it", () => {
    const open = must(withStudents(newClass(), 8), opening);
    const over = must(planted(), { kind: "finish" });
    for (const { state } of [open, over]) {
      const view = studentView(state, student(1), screenFacts());
      expect(view?.concept?.questions.length).toBeGreaterThan(0);
      expect(view?.concept?.questions.map((question) => Object.keys(question).sort())).toEqual(
        view?.concept?.questions.map(() => ["options", "text"]),
      );
      expect(wordsOf(view).filter((word) => FORBIDDEN.includes(word))).toEqual([]);
    }
  });

  it("who was removed is told why, and sees nothing more of the class", () => {
    const { state } = must(planted(), { kind: "tell", to: null, text: "to all" });
    const view = studentView(state, student(4), screenFacts(...tables));
    expect(view).toMatchObject({
      you: { state: "removed" },
      session: null,
      concept: null,
      lead: null,
      tally: null,
      notices: [],
    });
  });

  it("who waits at the door sees nothing of the session either; a stranger nothing at all", () => {
    const waiting = must(
      must(planted(), { kind: "settings", settings: { approve: true, roster: [] } }),
      { kind: "join", member: student(9), name: "Zoe", waiting: true },
      as(9),
    );
    expect(studentView(waiting.state, student(9), screenFacts(...tables))).toMatchObject({
      you: { state: "waiting" },
      session: null,
      lead: null,
    });
    expect(studentView(waiting.state, student(99), screenFacts(...tables))).toBeNull();
  });

  it("counts of a poll before they are shown; one's own vote always", () => {
    const { state } = planted();
    expect(studentView(state, student(2), screenFacts())).toMatchObject({ vote: 3, tally: null });
    expect(studentView(state, student(1), screenFacts())).toMatchObject({ vote: null, tally: null });
    const poll = state.polls[0];
    if (!poll) throw new Error("no poll");
    const shown = must(planted(), {
      kind: "lead",
      lead: { kind: "poll", poll: { ...poll, open: false, tallyShown: true } },
    });
    expect(studentView(shown.state, student(1), screenFacts())?.tally).toEqual({
      poll: "poll-1",
      counts: [0, 0, 0, 1],
      asked: 7,
    });
  });

  it("no name where names are roles: teams are called by their country", () => {
    const role = must(planted(), { kind: "settings", settings: { naming: "role" } });
    const teamed = must(role, { kind: "place", member: student(5), place: { table: 1, country: countryId("borun") } });
    const view = studentView(teamed.state, student(2), screenFacts(...tables));
    expect(view?.session?.team.map(({ name, member }) => [member, name])).toEqual([
      [student(2), "Borun"],
      [student(5), "Borun 2"],
    ]);
    const others = teamed.state.members.filter(({ id }) => id !== student(2)).map(({ name }) => name);
    expect(wordsOf(view).filter((word) => others.includes(word))).toEqual([]);
  });

  it("nobody's name but one's team's, however they are named", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.constantFrom("real", "anonymous", "role"), (k, naming) => {
        const { state } = must(planted(), { kind: "settings", settings: { naming } });
        const view = studentView(state, student(k), screenFacts(...tables));
        const others = state.members.filter(({ id }) => id !== student(k)).map(({ name }) => name);
        expect(wordsOf(view).filter((word) => others.includes(word))).toEqual([]);
      }),
      { numRuns: 24 },
    );
  });
});

describe("what a projector never shows", () => {
  it("anything secret, or anyone's name", () => {
    const { state } = planted();
    const view = screenView(state, screenFacts(factsOf(2, secretTable()), factsOf(1, secretTable())));
    expect(leaks(view)).toEqual([]);
    const names = new Set(state.members.map(({ name }) => name));
    expect(wordsOf(view).filter((word) => FORBIDDEN.includes(word) || names.has(word))).toEqual([]);
    expect(view).toMatchObject({ here: 7, code: "K7MQ4T", tally: null, session: { state: "playing" } });
    expect(view.tables.map(({ number, phase }) => [number, phase])).toEqual([
      [1, "orders"],
      [2, "orders"],
    ]);
  });

  it("shows the second step's code, and notices to all", () => {
    const lesson = must(must(planted(), { kind: "settings", settings: { pin: "4711" } }), {
      kind: "tell",
      to: null,
      text: "Five minutes.",
    });
    const view = screenView(lesson.state, screenFacts());
    expect(view.pin).toBe("4711");
    expect(view.notices.map(({ text }) => text)).toEqual(["Five minutes."]);
    expect(wordsOf(studentView(lesson.state, student(1), screenFacts()))).not.toContain("4711");
  });
});

describe("what an instructor sees", () => {
  it("no order, no note, no private talk, and who voted or answered what", () => {
    const { state } = planted();
    const view = hostView(state, hostFacts(factsOf(1, secretTable()), factsOf(2, secretTable())));
    const told = leaks(view);
    expect(told.filter((word) => /order|talk/.test(word))).toEqual([]);
    expect(told).toEqual(expect.arrayContaining([`${CANARY} help`, `${CANARY} reason`, `${CANARY} treatment`]));
    expect(view.tallies).toEqual([{ poll: "poll-1", counts: [0, 0, 0, 1], asked: 7 }]);
    expect(wordsOf(view)).not.toContain(`${CANARY}01`);
    expect(view.conceptCount).toEqual({ before: 1, after: 0 });
  });

  it("of the concept check how many answered in this session, not in one before", () => {
    const next = must(must(planted(), { kind: "finish" }), opening);
    expect(hostView(next.state, hostFacts()).conceptCount).toEqual({ before: 0, after: 0 });
  });

  it("orders change what she sees by the fact that they are in, whatever they say", () => {
    const lesson = planted();
    const table = advanceTo(started(), "orders");
    const view = (plan: Parameters<typeof sheet>[0]): unknown =>
      hostView(lesson.state, hostFacts(factsOf(1, after(table, submit("aldany", plan)))));
    expect(view({ alignment: { kind: "balance", against: countryId("borun") }, note: "x" })).toEqual(view({}));
    expect(view({})).not.toEqual(hostView(lesson.state, hostFacts(factsOf(1, table))));
  });

  it("seats: in, begun, not begun, away, kept by the computer, led by the computer", () => {
    const lesson = must(must(withStudents(newClass(), 8), opening), seated(8));
    const kept = must(playing(lesson), { kind: "keep", table: 1, country: countryId("dell"), kept: true }, server);
    const orders = advanceTo(started(), "orders");
    const table = after(orders, submit("aldany"), {
      kind: "seat",
      country: countryId("dell"),
      occupant: { kind: "computer", personality: "theorist" },
    });
    const { tables } = hostView(
      kept.state,
      hostFacts(
        factsOf(1, table, [{}, { draft: true, idleSince: 6 }, { awaySince: 5 }, { awaySince: 4, idleSince: 4 }]),
      ),
    );
    // Nobody is idle at a seat that is kept for them.
    expect(tables[0]?.seats.map(({ idleSince }) => idleSince)).toEqual([null, 6, null, null]);
    expect(tables[0]?.seats.map(({ state, kept: held, awaySince }) => [state, held, awaySince])).toEqual([
      ["submitted", false, null],
      ["draft", false, null],
      ["away", false, 5],
      ["computer", true, 4],
    ]);
  });

  it("before play: tables as the plan and the places have them", () => {
    const [first, second] = treatments;
    const blustering = {
      ...plan,
      seats: 3,
      teamSize: 2,
      treatments: [{ ...first, strongest: "blustering" as const }, second],
    };
    const open = must(withStudents(newClass(), 3), { kind: "openSession", plan: blustering, rehearsal: false });
    const lesson = must(open, { kind: "place", member: student(1), place: { table: 1, country: countryId("cask") } });
    const { tables, timeline } = hostView(lesson.state, hostFacts());
    expect(timeline).toBeNull();
    expect(tables.map(({ number, match, treatment }) => [number, match, treatment])).toEqual([
      [1, null, `${CANARY} treatment`],
      [2, null, `${CANARY} control`],
    ]);
    // The conduct of Borun, the strongest, is a treatment: a computer player leads it at both tables.
    expect(tables[0]?.seats.map(({ state }) => state)).toEqual(["empty", "computer", "none", "empty"]);
    expect(tables[1]?.seats.map(({ state }) => state)).toEqual(["empty", "computer", "empty", "empty"]);
    expect(
      refusal(open, { kind: "place", member: student(1), place: { table: 2, country: countryId("borun") } }),
    ).toContain("places.computer: A computer player leads this country at every table: choose another.");
  });

  it("when all will be deleted: the days set, from the end of the last session; not while one is open", () => {
    const open = must(withStudents(newClass(), 1), opening);
    const day = 86_400_000;
    expect(deletedAt(newClass().state)).toBe(OPENED + 30 * day);
    expect(deletedAt(open.state)).toBeNull();
    const over = must(must(open, { kind: "finish" }, host, OPENED + 5000), {
      kind: "settings",
      settings: { retentionDays: 10 },
    });
    expect(deletedAt(over.state)).toBe(OPENED + 5000 + 10 * day);
  });

  it("is JSON through and through", () => {
    const view = hostView(planted().state, hostFacts(factsOf(1, secretTable())));
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });
});

describe("a table needs its instructor", () => {
  const lesson = playing(must(must(withStudents(newClass(), 8), opening), seated(8)));
  const orders = advanceTo(started(), "orders");
  const need = (at: Lesson, table: Table, seats: readonly Partial<SeatPresence>[] = []): number =>
    hostView(at.state, { ...hostFacts(factsOf(1, table, seats)), now: OPENED + 100_000 }).tables[0]?.need ?? -1;

  it("not while all goes well", () => {
    expect(need(lesson, orders)).toBe(0);
  });

  it("a call for help before anyone away, that before the last one out, idle and standing still", () => {
    const help = need(must(lesson, { kind: "help", member: student(1), text: "" }, as(1)), orders);
    const report = need(
      must(lesson, { kind: "report", member: student(1), table: 1, message: 1, why: "" }, as(1)),
      orders,
    );
    const away = need(lesson, orders, [{ awaySince: OPENED }]);
    const last = need(lesson, after(orders, submit("aldany"), submit("borun"), submit("cask")));
    const idle = need(lesson, orders, [{ idleSince: OPENED }]);
    const frozen = need(lesson, after(orders, hostAct({ kind: "pause", frozen: true, text: "Listen", left: null })));
    const ranked = [help, report, away, last, idle, frozen, 0];
    expect(ranked).toEqual([...ranked].sort((a, b) => b - a));
    expect(new Set(ranked).size).toBe(ranked.length);
  });

  it("not for help at another table, a handled report, or someone who was quiet for a moment", () => {
    expect(need(must(lesson, { kind: "help", member: student(6), text: "" }, as(6)), orders)).toBe(0);
    const reported = must(lesson, { kind: "report", member: student(1), table: 1, message: 1, why: "" }, as(1));
    expect(need(must(reported, { kind: "handled", report: reported.state.lastSeq }), orders)).toBe(0);
    expect(need(lesson, orders, [{ idleSince: OPENED + 90_000 }])).toBe(0);
  });

  it("not for a report by someone who has gone to another table", () => {
    const reported = must(lesson, { kind: "report", member: student(1), table: 1, message: 1, why: "" }, as(1));
    const moved = must(reported, {
      kind: "place",
      member: student(1),
      place: { table: 2, country: countryId("dell") },
    });
    expect(need(moved, orders)).toBe(0);
  });

  it("ever more with every further reason", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ awaySince: fc.option(fc.constant(OPENED)), idleSince: fc.option(fc.constant(OPENED)) }), {
          minLength: 4,
          maxLength: 4,
        }),
        fc.integer({ min: 0, max: 3 }),
        (seats, k) => {
          const more = seats.with(k, { awaySince: OPENED, idleSince: null });
          if (seats[k]?.awaySince === null)
            expect(need(lesson, orders, more)).toBeGreaterThan(need(lesson, orders, seats));
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("a student's session", () => {
  const open = must(withStudents(newClass(), 8), opening);
  it("own table, country, team, and match once play begins", () => {
    const seats = must(open, seated(8));
    expect(studentView(seats.state, student(6), screenFacts())?.session).toMatchObject({
      table: 2,
      match: null,
      country: "borun",
      here: 8,
    });
    const on = playing(seats);
    expect(studentView(on.state, student(6), screenFacts())?.session).toMatchObject({ match: "m-2", state: "playing" });
    expect(studentView(open.state, student(6), screenFacts())?.session).toMatchObject({
      table: null,
      country: null,
      team: [],
    });
  });

  it("free choice: the countries of the own table that people may lead, and how many are there", () => {
    const chosen = must(withStudents(newClass(), 8), {
      kind: "openSession",
      plan: { ...plan, seating: "chosen" },
      rehearsal: false,
    });
    const dealt = must(chosen, {
      kind: "deal",
      places: [
        { member: student(1), table: 1, country: null },
        { member: student(2), table: 1, country: countryId("cask") },
      ],
    });
    const choices = studentView(dealt.state, student(1), screenFacts())?.session?.choices ?? [];
    expect(choices.find(({ country }) => country === "cask")).toEqual({ country: "cask", taken: 1, most: 1 });
    expect(choices).toHaveLength(4);
  });

  it("the survey while it is due; the check before play, and again when the own table has ended", () => {
    const surveyed = must(withStudents(newClass(), 8), {
      kind: "openSession",
      plan: { ...plan, seating: "survey" },
      rehearsal: false,
    });
    expect(studentView(surveyed.state, student(1), screenFacts())?.survey.due).toBe(true);
    const answered = must(surveyed, { kind: "temperament", member: student(1), answers: [1, 1, 1, 1, 1] }, as(1));
    expect(studentView(answered.state, student(1), screenFacts())?.survey.due).toBe(false);
    const on = playing(must(open, seated(8)));
    const stage = (lesson: Lesson, ...tables: readonly TableFacts[]): string | null =>
      studentView(lesson.state, student(1), screenFacts(...tables))?.concept?.stage ?? null;
    const begun = started();
    const ended = after(begun, hostAct({ kind: "end" }));
    expect(stage(open)).toBe("before");
    expect(stage(on, factsOf(1, begun), factsOf(2, ended))).toBeNull();
    expect(stage(on, factsOf(1, ended))).toBe("after");
    expect(stage(must(on, { kind: "finish" }))).toBe("after");
  });
});

describe("opening a table", () => {
  const told = (hostReads: boolean, hostSeesOrders: boolean): Table => {
    const table = secretTable();
    const classroom = { board: "full", submitter: "any", hostReads, hostSeesOrders } as const;
    return { ...table, state: { ...table.state, settings: { ...table.state.settings, classroom } } };
  };
  const drafts = [null, sheet({ note: "draft" }), null, null];
  it("public talk alone unless the class was told; orders only if it was told of orders", () => {
    const { state } = told(false, false);
    expect(leaks(tableDetail(state, { hostReads: false, hostSeesOrders: false }, drafts))).toEqual([]);
    const open = told(true, true).state;
    const detail = tableDetail(open, { hostReads: true, hostSeesOrders: true }, drafts);
    expect(leaks(detail)).toEqual([`${CANARY} talk`, `${CANARY} order`]);
    expect(detail.orders?.map((orders) => orders?.source ?? null)).toEqual(["person", "draft", null, null]);
  });

  it("what was promised when the match began holds, though the setting be changed since", () => {
    const { state } = told(false, false);
    expect(leaks(tableDetail(state, { hostReads: true, hostSeesOrders: true }, drafts))).toEqual([]);
    const open = told(true, true).state;
    expect(leaks(tableDetail(open, { hostReads: false, hostSeesOrders: false }, drafts))).toEqual([]);
  });
});

it("a turn on: wars and the fear that is greatest are those of the match", () => {
  const lesson = playing(must(must(withStudents(newClass(), 8), opening), seated(8)));
  const table = advance(advanceTo(started(), "orders"));
  const card = hostView(lesson.state, hostFacts(factsOf(1, table))).tables[0];
  const { threat } = table.state.world;
  expect(card?.hottest?.threat).toBe(Math.max(...threat.flat()));
  expect(card).toMatchObject({ phase: "reveal", turn: 1, wars: 0, match: "m-strait" });
});
