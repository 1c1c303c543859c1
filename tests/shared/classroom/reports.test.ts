import { describe, expect, test } from "vitest";
import { csvOf } from "#shared/classroom/report/csv.ts";
import { attendance } from "#shared/classroom/report/attendance.ts";
import { calibrations, forecasts } from "#shared/classroom/report/forecasts.ts";
import { grading } from "#shared/classroom/report/grading.ts";
import { messages } from "#shared/classroom/report/messages.ts";
import { participation } from "#shared/classroom/report/participation.ts";
import { reasons } from "#shared/classroom/report/reasons.ts";
import { reportsOf } from "#shared/classroom/report/reports.ts";
import type { Lesson } from "#shared/classroom/report/lesson.ts";
import type { ClassCommand, ClassCommandBody, ClassState, Member, Session } from "#shared/model/classroom.ts";
import { classId, countryId, personId } from "#shared/model/ids.ts";
import { advance, advanceTo, after, say, started, submit, type Table } from "#tests/shared/record/table.ts";

const NAMES = ["Ann", "Ben", "Cem", "Dea"];
const MINUTE = 60_000;
const START = 1_700_000_000_000;
const COUNTRIES = ["aldany", "borun", "cask", "dell"];

/** Turn 1 of the Strait: Ann forecasts and explains, Ben talks, Cem hands orders in without a reason, Dea lets the clock run. */
function firstTurn(): Table {
  let table = started();
  table = after(table, {
    kind: "forecast",
    by: countryId("aldany"),
    forecast: { fears: countryId("borun"), balancers: [countryId("cask"), countryId("dell")] },
  });
  table = advance(table);
  table = after(table, say("borun", "Nobody needs to fear us, friends."), say("borun", "=2+2", ["cask"]));
  table = advanceTo(table, "orders");
  table = after(
    table,
    submit("aldany", {
      alignment: { kind: "balance", against: countryId("borun") },
      reason: "proximity",
      note: "They stand, armed, at our door.",
    }),
    submit("borun", { reason: "power" }),
    submit("cask", { alignment: { kind: "balance", against: countryId("borun") } }),
  );
  return advance(table, "deadline");
}

const member = (at: number): Member => ({
  id: personId(`p${at}`),
  name: NAMES[at] ?? "",
  joinedAt: START,
  state: "in",
  reason: "",
  temperament: null,
  simulated: false,
  help: null,
  mutedUntil: null,
  present: true,
});

function lessonOf(table: Table, more: readonly (ClassCommandBody & { readonly after: number })[] = []): Lesson {
  const session = {
    number: 1,
    plan: { treatments: [{ name: "Power only" }] },
    rehearsal: false,
    state: "over",
    openedAt: START,
    startedAt: START + 10 * MINUTE,
    endedAt: START + 40 * MINUTE,
    places: COUNTRIES.map((country, at) => ({ member: personId(`p${at}`), table: 1, country: countryId(country) })),
    tables: [{ number: 1, match: table.state.match, seed: 7, treatment: 0 }],
    kept: [],
  } as unknown as Session; // a plan of which the reports read the names of treatments alone
  const commands = more.map(({ after: minutes, ...body }, at): ClassCommand => ({
    seq: at + 1,
    at: START + minutes * MINUTE,
    by: { kind: "server" },
    ...body,
  }));
  const state = {
    header: { version: 1, class: classId("c"), code: "ABCDEF", createdAt: START, name: "Class" },
    members: NAMES.map((_, at) => member(at)),
    sessions: [session],
  } as unknown as ClassState; // members and sessions are all that is read
  const [classTable] = session.tables;
  if (!classTable) throw new Error("a session with a table");
  return { class: state, commands, session, tables: [{ table: classTable, record: table.record, state: table.state }] };
}

const presence = (at: number, present: boolean, minutes: number) =>
  ({ kind: "presence", member: personId(`p${at}`), present, after: minutes }) as const;

describe("attendance", () => {
  const rows = attendance(
    lessonOf(firstTurn(), [
      presence(0, true, -5),
      presence(1, true, 0),
      presence(1, false, 10),
      presence(1, true, 20),
      presence(2, true, 15),
    ]),
  );
  const of = (at: number) => rows.find((row) => row.member.name === NAMES[at]);

  test("minutes are those of the session, gaps left out", () => {
    expect(of(0)).toMatchObject({ minutes: 40, share: 1, late: false, role: "seat", country: "Aldany" });
    expect(of(1)).toMatchObject({ minutes: 30, share: 0.75, late: false });
  });
  test("who comes after the start is late, who never comes has no minutes", () => {
    expect(of(2)).toMatchObject({ minutes: 25, late: true });
    expect(of(3)).toMatchObject({ minutes: 0, cameAt: null, late: false });
  });
  test("a session that nobody finished was over with its last entry, however late the server ended it", () => {
    const [first] = attendance(
      lessonOf(firstTurn(), [presence(0, true, 0), presence(0, false, 20), { kind: "finish", after: 40 }]),
    );
    expect(first).toMatchObject({ minutes: 20, share: 1 });
  });
});

test("participation counts what each person did, and nothing the clock did", () => {
  const rows = participation(lessonOf(firstTurn()));
  expect(
    rows.map(({ member: { name }, ...row }) => [name, row.turns, row.ordered, row.reasoned, row.explained]),
  ).toEqual([
    ["Ann", 1, 1, 1, 1],
    ["Ben", 1, 1, 1, 0],
    ["Cem", 1, 1, 0, 0],
    ["Dea", 1, 0, 0, 0],
  ]);
  expect(rows.map(({ forecasts: cast, messages: sent, words }) => [cast, sent, words])).toEqual([
    [1, 0, 0],
    [0, 2, 7],
    [0, 0, 0],
    [0, 0, 0],
  ]);
});

test("forecasts are set beside what the others did; calibration divides them", () => {
  const lesson = lessonOf(firstTurn());
  expect(forecasts(lesson)).toMatchObject([
    {
      country: "Aldany",
      members: "Ann",
      fears: "Borun",
      fearedRank: 2,
      highest: "Cask",
      hits: 1,
      falseAlarms: 1,
      misses: 0,
      rightNo: 1,
    },
  ]);
  const [table, all] = calibrations(lesson);
  expect(table).toMatchObject({ table: 1, treatment: "Power only", n: 3, precision: 0.5, recall: 1, fearsHighest: 0 });
  expect(table?.right).toBeCloseTo(2 / 3);
  expect(all).toMatchObject({ table: null, n: 3 });
});

test("reasons hold people's choices with the threat they faced; the default sheet is nobody's choice", () => {
  const rows = reasons(lessonOf(firstTurn()));
  expect(rows.map(({ country, alignment, target, reason }) => [country, alignment, target, reason])).toEqual([
    ["Aldany", "balance", "Borun", "proximity"],
    ["Borun", "hide", "", "power"],
    ["Cask", "balance", "Borun", ""],
  ]);
  // Its own board puts Cask, across the narrow strait, before the stronger Borun.
  expect(rows[0]).toMatchObject({ highest: "Cask" });
  expect(rows[0]?.highestThreat).toBeGreaterThan(rows[0]?.targetThreat ?? 100);
});

test("private talk is counted, not quoted, where the class was not told that it would be read", () => {
  expect(messages(lessonOf(firstTurn())).map(({ to, text, words }) => [to, text, words])).toEqual([
    ["all", "Nobody needs to fear us, friends.", 6],
    ["private", "", 1],
  ]);
});

test("a grade puts taking part and reasons before results, and leaves out what cannot be judged", () => {
  const [ann, , , dea] = grading(lessonOf(firstTurn(), [presence(0, true, 0)]));
  expect(ann).toMatchObject({ participation: 100, reasoning: 100, results: null, suggestion: 100 });
  expect(dea).toMatchObject({ participation: 0, reasoning: 0, suggestion: 0 });
});

test("a cell that a spreadsheet would run is led by an apostrophe; quotes, commas and lines are kept", () => {
  const columns = [{ name: "text", meaning: "", unit: "", of: (text: string) => text }];
  expect(csvOf(columns, ["=1+1", "-2", "@x", 'he said "no", twice', "a\nb"])).toBe(
    '\uFEFFtext\r\n\'=1+1\r\n\'-2\r\n\'@x\r\n"he said ""no"", twice"\r\n"a\nb"\r\n',
  );
});

test("the code book names every column of every file once", () => {
  const files = reportsOf([lessonOf(firstTurn())], (at) => String(at));
  const book = files.find(({ name }) => name === "codebook.csv")?.text ?? "";
  for (const { name, text } of files.filter((file) => file.name !== "codebook.csv")) {
    for (const column of text.replace("\uFEFF", "").split("\r\n")[0]?.split(",") ?? []) {
      expect(book.split("\r\n").filter((line) => line.startsWith(`${name},${column},`))).toHaveLength(1);
    }
  }
});
