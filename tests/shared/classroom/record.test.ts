import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classFromJson, classToJson } from "#shared/classroom/classJson.ts";
import { CLASS_MIGRATIONS } from "#shared/classroom/classMigrations.ts";
import { checkClassRecord, foldClass } from "#shared/classroom/foldClass.ts";
import { migrateClass, raiseClass } from "#shared/classroom/migrateClass.ts";
import { CLASS_VERSION } from "#shared/classroom/version.ts";
import type { ClassCommandBody, LessonPlan, Place } from "#shared/model/classroom.ts";
import { countryId, personId } from "#shared/model/ids.ts";
import {
  as,
  attempt,
  host,
  MINUTE,
  must,
  newClass,
  OPENED,
  planFor,
  refusal,
  server,
  student,
  tablesFor,
  withStudents,
} from "./lesson.ts";
import type { Lesson } from "./lesson.ts";

const join1 = (name: string): ClassCommandBody => ({ kind: "join", member: student(1), name, waiting: false });
const sit = (k: number, table: number, country: string | null): Place => ({
  member: student(k),
  table,
  country: country === null ? null : countryId(country),
});
const gathering = (fixed: Partial<LessonPlan> = {}, count = 4): Lesson =>
  must(withStudents(newClass(), count), {
    kind: "openSession",
    plan: planFor("strait", count, fixed),
    rehearsal: false,
  });
const playing = (fixed: Partial<LessonPlan> = {}): Lesson => {
  const open = must(gathering(fixed), {
    kind: "deal",
    places: [sit(1, 1, "aldany"), sit(2, 1, "borun"), sit(3, 1, "cask"), sit(4, 1, "dell")],
  });
  return must(open, { kind: "begin", tables: tablesFor(planOf(open)) }, server);
};
const planOf = ({ state }: Lesson): LessonPlan => {
  const plan = state.sessions.at(-1)?.plan;
  if (!plan) throw new Error("no session");
  return plan;
};
const sessionOf = ({ state }: Lesson) => state.sessions.at(-1); // oxlint-disable-line typescript/explicit-function-return-type
const poll = {
  id: "poll-1",
  question: "yesNo",
  text: "",
  options: ["yes", "no"],
  open: true,
  tallyShown: false,
} as const;
const questions = [{ text: "Which?", options: ["this", "that"], right: 0, about: "other" }] as const;

/** A whole term in brief: every kind of command at least once. */
function term(): Lesson {
  const settled = [
    [{ kind: "rename", name: "IR 101" }, host],
    [{ kind: "settings", settings: { approve: true, roster: [" Ada ", "Ben", "ada"] } }, host],
    [{ kind: "settings", settings: { approve: false, roster: [], retentionDays: 90 } }, host],
    [{ kind: "concepts", questions }, host],
    [{ kind: "nameMember", member: student(2), name: "Benno" }, host],
    [{ kind: "mute", member: student(2), until: OPENED + 5 * MINUTE }, host],
    [
      { kind: "openSession", plan: planFor("strait", 4, { conceptCheck: true, seating: "chosen" }), rehearsal: false },
      host,
    ],
    [
      { kind: "replan", plan: planFor("strait", 4, { conceptCheck: true, seating: "chosen", protectDebrief: false }) },
      host,
    ],
    [{ kind: "temperament", member: student(1), answers: [0, 4, 4, 4, 0] }, as(1)],
    [{ kind: "deal", places: [1, 2, 3, 4].map((k) => sit(k, 1, null)) }, host],
    [{ kind: "place", member: student(1), place: { table: 1, country: countryId("cask") } }, as(1)],
    [{ kind: "conceptAnswers", answers: { stage: "before", pair: "aaaaaaaa", answers: [1] } }, server],
    [{ kind: "begin", tables: tablesFor(planFor("strait", 4)) }, server],
    [{ kind: "help", member: student(3), text: " what is  hiding? " }, as(3)],
    [{ kind: "report", member: student(3), table: 1, message: 5, why: "rude" }, as(3)],
    [{ kind: "tell", to: null, text: "Two minutes left.\nSign now." }, host],
    [{ kind: "presence", member: student(1), present: false }, server],
    [{ kind: "keep", table: 1, country: countryId("cask"), kept: true }, server],
    [{ kind: "lead", lead: { kind: "poll", poll } }, host],
    [{ kind: "vote", member: student(3), poll: "poll-1", option: 0 }, as(3)],
    [{ kind: "vote", member: student(3), poll: "poll-1", option: 1 }, as(3)],
    [{ kind: "lead", lead: { kind: "poll", poll: { ...poll, open: false, tallyShown: true } } }, host],
    [
      { kind: "lead", lead: { kind: "dyad", table: 1, observer: countryId("cask"), country: countryId("borun") } },
      host,
    ],
    [{ kind: "tableAct", tables: [1], act: "pause" }, host],
    [{ kind: "remove", member: student(4), reason: "left the room" }, host],
    [{ kind: "conceptAnswers", answers: { stage: "after", pair: "aaaaaaaa", answers: [0] }, treatment: null }, server],
    [{ kind: "finish" }, host],
    [{ kind: "admit", member: student(4) }, host],
  ] as const satisfies readonly (readonly [ClassCommandBody, Parameters<typeof must>[2]])[];
  const told = settled.reduce((lesson, [body, by]) => must(lesson, body, by), withStudents(newClass(), 4));
  const report = told.state.reports[0]?.seq ?? 0;
  return must(told, { kind: "handled", report });
}

describe("a class is its record", () => {
  const lesson = term();

  it("the fold of the record is the state that came about step by step", () => {
    expect(foldClass(lesson.record)).toEqual(lesson.state);
    expect(checkClassRecord(lesson.record)).toEqual({ ok: true, value: lesson.state });
  });

  it("survives a file, and every kind of command is in this term", () => {
    const read = classFromJson(classToJson(lesson.record));
    expect(read).toEqual({ ok: true, value: lesson.record });
    const kinds = new Set(lesson.record.commands.map(({ kind }) => kind));
    expect(kinds.size).toBe(25);
  });

  it("each beginning of the record folds to what stood then", () => {
    const { commands, ...header } = lesson.record;
    for (let k = 0; k <= commands.length; k += 1) {
      expect(foldClass({ ...header, commands: commands.slice(0, k) }).lastSeq).toBe(k);
    }
  });

  it("says what came of it", () => {
    const { state } = lesson;
    expect(state).toMatchObject({ name: "IR 101", settings: { retentionDays: 90, roster: [] } });
    expect(state.members.map(({ name, state: now, help }) => [name, now, help])).toEqual([
      ["Ada", "in", null],
      ["Benno", "in", null],
      ["Cleo", "in", "what is hiding?"],
      ["Dan", "in", null],
    ]);
    expect(state.votes).toEqual([{ poll: "poll-1", member: student(3), option: 1 }]);
    expect(state.polls).toEqual([{ ...poll, open: false, tallyShown: true }]);
    expect(state.conceptAnswers.map(({ session, treatment, stage }) => [session, treatment, stage])).toEqual([
      [1, null, "before"],
      [1, null, "after"],
    ]);
    expect(sessionOf(lesson)).toMatchObject({
      state: "over",
      kept: [],
      places: [sit(2, 1, null), sit(3, 1, null), sit(1, 1, "cask")],
    });
    expect(state.reports[0]?.handled).toBe(true);
    expect(state.notices[0]?.text).toBe("Two minutes left.\nSign now.");
  });

  it("nothing that was given is changed", () => {
    const before = structuredClone(lesson.state);
    must(lesson, { kind: "openSession", plan: planFor("strait", 4), rehearsal: true });
    expect(lesson.state).toEqual(before);
  });
});

describe("who may do what", () => {
  const lesson = playing();
  it.each<[string, ClassCommandBody, ReturnType<typeof as>, string]>([
    ["a student opens no session", { kind: "finish" }, as(1), "class.host"],
    ["nor reads for another", { kind: "help", member: student(2), text: "x" }, as(1), "class.others"],
    ["nor votes for another", { kind: "vote", member: student(2), poll: "p", option: 0 }, as(1), "class.others"],
    ["nor mutes anyone", { kind: "mute", member: student(2), until: null }, as(1), "class.host"],
    ["no instructor says who came", { kind: "presence", member: student(1), present: true }, host, "class.server"],
    [
      "nobody answers the concept check by name",
      { kind: "conceptAnswers", answers: { stage: "after", pair: "aaaaaaaa", answers: [] } },
      as(1),
      "class.server",
    ],
  ])("%s", (_, body, by, code) => expect(refusal(lesson, body, by)).toContain(code));
});

describe("what is refused says what to do", () => {
  const locked = must(newClass(), { kind: "settings", settings: { locked: true } });
  const listed = must(newClass(), { kind: "settings", settings: { roster: ["Ada", "Ben"] } });
  const two = withStudents(newClass(), 2);
  const open = gathering();
  const on = playing();
  const polled = must(on, { kind: "lead", lead: { kind: "poll", poll } });
  const closed = must(polled, { kind: "lead", lead: { kind: "poll", poll: { ...poll, open: false } } });
  const treatments = [
    { name: "A", board: "full", strongest: null, kappa: null, delta: null, messages: null },
    { name: "A", board: "power", strongest: null, kappa: null, delta: null, messages: null },
  ] as const;
  const opening = (fixed: Partial<LessonPlan>): ClassCommandBody => ({
    kind: "openSession",
    plan: { ...planFor("strait", 4), ...fixed },
    rehearsal: false,
  });

  it.each<[string, Lesson, ClassCommandBody, string]>([
    ["no name", newClass(), join1(" \u200B "), "name.empty: Type a name to be called by."],
    ["25 letters", newClass(), join1("a".repeat(25)), "name.tooLong: The name has 25 characters; at most 24 fit."],
    [
      "a name in use, in capitals",
      two,
      { ...join1("BEN"), member: student(3) } as ClassCommandBody,
      "name.taken: Someone in this class is called BEN already: add a letter, or choose another name.",
    ],
    [
      "a locked class",
      locked,
      join1("Ada"),
      "join.locked: The instructor has closed the class to newcomers: ask them to let you in.",
    ],
    [
      "a name off the roster",
      listed,
      join1("Cleo"),
      "name.roster: Cleo is not on this class's list of names: pick yours from the list.",
    ],
    ["in twice", two, join1("Zoe"), "join.twice: You are in this class already."],
    [
      "removal without a reason",
      two,
      { kind: "remove", member: student(1), reason: " " },
      "text.empty: The reason, which they are told, is empty: write something first.",
    ],
    [
      "a stranger",
      two,
      { kind: "admit", member: personId("p99999999") },
      "member.unknown: There is nobody like that in this class.",
    ],
    ["admitted twice", two, { kind: "admit", member: student(1) }, "member.in: Ada is in already."],
    [
      "a second session",
      open,
      opening({}),
      "session.open: A session is open already: finish it before you open the next.",
    ],
    ["no session", two, { kind: "finish" }, "session.none: No session is open: open one with the planner first."],
    [
      "no time for play",
      two,
      opening({ briefMinutes: 20, debriefMinutes: 30 }),
      "plan.noTime: Brief (20 min) and debrief (30 min) leave no time for play in 50 minutes: shorten one of them.",
    ],
    [
      "more seats than countries",
      two,
      opening({ seats: 5 }),
      "plan.seats: The scenario has 4 countries, 5 are to be played by people: take fewer seats, or more tables.",
    ],
    [
      "more turns than the scenario",
      two,
      opening({ turns: 4 }),
      "plan.turns: The scenario lasts 3 turns at most: plan no more.",
    ],
    [
      "no such scenario",
      two,
      opening({ scenario: planFor("ring", 4).scenario.replace("ring", "atlantis") as LessonPlan["scenario"] }),
      "plan.scenario: This server has no such scenario: choose another.",
    ],
    [
      "treatments for no table",
      two,
      opening({ treatments: treatments.slice(0, 1), dealt: [] }),
      "plan.dealt: Treatments are dealt to 0 of 1 tables: deal them again, so that every table has one.",
    ],
    [
      "treatments of one name",
      two,
      opening({ treatments, dealt: [0] }),
      "plan.treatmentNames: Two treatments have one name: the results could not tell them apart.",
    ],
    [
      "a treatment that is not there",
      two,
      opening({ treatments: treatments.slice(0, 1), dealt: [3] }),
      "plan.treatment: Table 1 has a treatment that is not in the plan: choose another.",
    ],
    [
      "begun with nobody seated",
      open,
      { kind: "begin", tables: tablesFor(planOf(open)) },
      "session.empty: Nobody has a country yet: deal the places, or seat people by hand, and begin then.",
    ],
    [
      "a table that is not",
      open,
      { kind: "place", member: student(1), place: { table: 2, country: null } },
      "places.table: There is no table 2: the plan has 1.",
    ],
    [
      "a country that is not",
      open,
      { kind: "place", member: student(1), place: { table: 1, country: countryId("mars") } },
      "places.country: There is no such country in this scenario.",
    ],
    [
      "one in two places",
      open,
      { kind: "deal", places: [sit(1, 1, "cask"), sit(1, 1, "dell")] },
      "places.twice: Ada cannot sit in two places.",
    ],
    [
      "dealt during play",
      on,
      { kind: "deal", places: [] },
      "places.playing: Play has begun: move people one by one; places are dealt only before it.",
    ],
    [
      "another scenario during play",
      on,
      { kind: "replan", plan: { ...planOf(on), turns: 2 } },
      "plan.playing: Play has begun: turns can no longer be changed; only the debrief, its protection, the clock and the end of the lesson can.",
    ],
    ["begun twice", on, { kind: "begin", tables: tablesFor(planOf(on)) }, "session.playing: Play has begun already."],
    [
      "shown before play",
      open,
      { kind: "lead", lead: { kind: "country", table: 1, country: countryId("cask") } },
      "lead.gathering: There is nothing to show before play has begun.",
    ],
    [
      "a country and itself",
      on,
      { kind: "lead", lead: { kind: "dyad", table: 1, observer: countryId("cask"), country: countryId("cask") } },
      "lead.self: Choose two different countries: who looks, and who is looked at.",
    ],
    [
      "a poll with one option",
      on,
      { kind: "lead", lead: { kind: "poll", poll: { ...poll, options: ["yes"] } } },
      "poll.options: A poll needs two options at least.",
    ],
    [
      "a poll opened again",
      closed,
      { kind: "lead", lead: { kind: "poll", poll } },
      "poll.closed: This poll is closed: ask anew instead.",
    ],
    [
      "a vote too late",
      closed,
      { kind: "vote", member: student(1), poll: "poll-1", option: 0 },
      "vote.closed: The poll is closed: votes no longer count.",
    ],
    [
      "a vote for nothing",
      polled,
      { kind: "vote", member: student(1), poll: "poll-1", option: 2 },
      "vote.option: The poll has no such option.",
    ],
    [
      "a question without its answer",
      two,
      { kind: "concepts", questions: [{ ...questions[0], right: 4 }] },
      "concepts.right: Question 1: mark one of its options as right.",
    ],
    [
      "too long a notice",
      two,
      { kind: "tell", to: null, text: "x".repeat(501) },
      "text.tooLong: The message has 501 characters; at most 500 fit. Shorten it by 1.",
    ],
    [
      "a report of nothing",
      two,
      { kind: "report", member: student(1), table: 1, message: 3, why: "" },
      "report.gathering: There is nothing to report yet.",
    ],
    ["an unknown report", two, { kind: "handled", report: 3 }, "report.unknown: There is no such report."],
    ["an unknown kind", two, { kind: "cheat" } as unknown as ClassCommandBody, "class.shape"],
    ["an extra member", two, { kind: "finish", quick: true } as unknown as ClassCommandBody, "class.shape"],
  ])("%s", (_, lesson, body, text) => expect(refusal(lesson, body, server)).toContain(text));

  it("too many on one country, however they are seated", () => {
    const crowd = gathering({}, 9);
    const places = Array.from({ length: 9 }, (_, k) => sit(k + 1, 1, "cask"));
    expect(refusal(crowd, { kind: "deal", places })).toContain("places.full");
    expect(refusal(crowd, { kind: "deal", places: places.slice(0, 8) })).toBe("accepted");
  });
});

describe("choosing one's country", () => {
  const open = must(gathering({ seating: "chosen" }), { kind: "deal", places: [sit(1, 1, null), sit(2, 1, "dell")] });
  const choose = (k: number, table: number, country: string): ClassCommandBody => ({
    kind: "place",
    member: student(k),
    place: { table, country: countryId(country) },
  });
  it("at the own table, where there is room, before play, where it is free", () => {
    expect(refusal(open, choose(1, 1, "cask"), as(1))).toBe("accepted");
    expect(refusal(open, choose(1, 1, "dell"), as(1))).toContain("choice.taken");
    expect(refusal(open, choose(3, 1, "cask"), as(3))).toContain("choice.table");
    expect(refusal(gathering(), choose(1, 1, "cask"), as(1))).toContain("choice.none");
    expect(refusal(playing({ seating: "chosen" }), choose(1, 1, "dell"), as(1))).toContain("choice.playing");
  });
});

describe("coming and going", () => {
  it("a name as the roster spells it; with approval one waits, and is told nothing else", () => {
    const listed = must(newClass(), { kind: "settings", settings: { roster: ["Zoë  B."], approve: true } });
    const came = must(listed, join1("zoë b."), as(1));
    expect(came.state.members[0]).toMatchObject({ name: "Zoë B.", state: "waiting" });
    expect(must(came, { kind: "admit", member: student(1) }).state.members[0]?.state).toBe("in");
  });

  it("who is removed leaves the seat and the name free, and can be let in again", () => {
    const gone = must(playing(), { kind: "remove", member: student(2), reason: "insults" });
    expect(sessionOf(gone)?.places.map(({ member }) => member)).not.toContain(student(2));
    expect(gone.state.members[1]).toMatchObject({ state: "removed", reason: "insults" });
    expect(refusal(gone, { kind: "place", member: student(2), place: { table: 1, country: null } })).toContain(
      "member.removed",
    );
    const other = must(gone, { kind: "join", member: student(9), name: "Ben", waiting: false }, as(9));
    expect(refusal(gone, { kind: "admit", member: student(2) })).toBe("accepted");
    expect(refusal(other, { kind: "admit", member: student(2) })).toContain(
      "name.taken: Someone else is called Ben now: give one of them another name first.",
    );
  });

  it("computer students of a rehearsal go with it, and come into a locked class", () => {
    const locked = must(newClass(), { kind: "settings", settings: { locked: true, roster: ["Ada"] } });
    const bot: ClassCommandBody = {
      kind: "join",
      member: student(7),
      name: "Teal Heron",
      waiting: true,
      simulated: true,
    };
    const rehearsal = must(must(locked, bot, server), {
      kind: "openSession",
      plan: planFor("strait", 1),
      rehearsal: true,
    });
    expect(rehearsal.state.members[0]?.state).toBe("in");
    const real = must(
      must(rehearsal, { kind: "settings", settings: { locked: false, roster: [] } }),
      join1("Ada"),
      as(1),
    );
    expect(must(real, { kind: "finish" }).state.members[1]).toMatchObject({ state: "in", present: true });
    expect(must(rehearsal, { kind: "finish" }).state.members[0]).toMatchObject({ state: "removed", present: false });
  });

  it("fewer tables, or another scenario, and the places there are given up", () => {
    const open = must(gathering({ tables: 2, seats: 2, teamSize: 1 }), {
      kind: "deal",
      places: [sit(1, 1, "cask"), sit(2, 2, "dell")],
    });
    const fewer = must(open, { kind: "replan", plan: { ...planOf(open), tables: 1 } });
    expect(sessionOf(fewer)?.places).toEqual([sit(1, 1, "cask")]);
    const other = must(open, { kind: "replan", plan: planFor("ring", 4) });
    expect(sessionOf(other)?.places).toEqual([]);
  });

  it("while it is played a plan's debrief, protection, clock and end can change", () => {
    const on = playing();
    const later = { ...planOf(on), debriefMinutes: 20, protectDebrief: false, clock: "apart", endsAt: OPENED } as const;
    expect(planOf(must(on, { kind: "replan", plan: later }))).toEqual(later);
  });
});

describe("the concept check", () => {
  const open = gathering({ conceptCheck: true });
  const answer = (
    stage: "before" | "after",
    answers: readonly (number | null)[] = [0, 1, null, 3, 0, 1],
  ): ClassCommandBody => ({
    kind: "conceptAnswers",
    answers: { stage, pair: "abcdefgh", answers },
  });
  it("once before and once after, of all questions, which stay meanwhile", () => {
    const before = must(open, answer("before"), server);
    expect(refusal(before, answer("before"), server)).toContain("answers.twice");
    expect(refusal(open, answer("after"), server)).toContain("answers.stage");
    expect(refusal(open, answer("before", [0]), server)).toContain("answers.count: The check has 6 questions.");
    expect(refusal(open, answer("before", [0, 1, null, 5, 0, 1]), server)).toContain("answers.option: Question 4");
    expect(refusal(before, { kind: "concepts", questions }, host)).toContain("concepts.answered");
    expect(refusal(gathering(), answer("before"), server)).toContain("answers.none");
  });
});

describe("the gate", () => {
  it("never throws, whatever is asked of it, and what it accepts is accepted again as it was tidied", () => {
    const lesson = playing();
    const junk = fc.oneof(
      fc.anything(),
      fc.record({
        kind: fc.constantFrom("join", "deal", "lead", "tell"),
        text: fc.string(),
        name: fc.string(),
        member: fc.constant(student(1)),
        to: fc.constant(null),
      }),
    );
    fc.assert(
      fc.property(junk, (body) => {
        // Anything at all: that is the point.
        expect(() => attempt(lesson, body as ClassCommandBody, server)).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (name) => {
        const joined = attempt(newClass(), join1(name), server);
        if ("code" in joined) return;
        expect(attempt(newClass(), join1(joined.state.members[0]?.name ?? ""), server)).toEqual(joined);
      }),
    );
  });
});

describe("versions", () => {
  const folder = join(import.meta.dirname, "../../golden/classes");
  const file = join(folder, `version-${CLASS_VERSION}.json`);
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, classToJson(term().record));

  it("a record of every version opens for ever, and folds to its end", () => {
    const kept = readdirSync(folder).filter((name) => name.endsWith(".json"));
    expect(kept).toEqual(Array.from({ length: CLASS_VERSION }, (_, k) => `version-${k + 1}.json`));
    for (const name of kept) {
      const read = classFromJson(readFileSync(join(folder, name), "utf8"));
      if (!read.ok) throw new Error(read.error.text);
      const folded = checkClassRecord(read.value);
      if (!folded.ok) throw new Error(folded.error.text);
      expect(folded.value.sessions.at(-1)?.state).toBe("over");
    }
  });

  it("migrations lead from version 1 to the present one without a gap, and run in order", () => {
    expect(CLASS_MIGRATIONS.map(({ to }) => to)).toEqual(Array.from({ length: CLASS_VERSION - 1 }, (_, k) => k + 2));
    const migrations = [
      {
        to: 2,
        name: "label",
        up: ({ name, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, label: name }),
      },
    ];
    expect(raiseClass(Object.freeze({ version: 1, name: "x" }), { migrations, version: 2 })).toEqual({
      ok: true,
      value: { version: 2, label: "x" },
    });
  });

  it.each([
    ["nothing", null, "class.record"],
    ["another file", { name: "x" }, "class.version"],
    ["a later version", { version: CLASS_VERSION + 1 }, "class.newer"],
    ["an unknown member", { ...term().record, extra: 1 }, "class.record"],
    ["a hole in its numbers", { ...term().record, commands: term().record.commands.slice(1) }, "class.gap"],
  ])("%s is no class record", (_, input, code) => {
    const read = migrateClass(input);
    expect(read.ok ? "accepted" : read.error.code).toBe(code);
  });
});
