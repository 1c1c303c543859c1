import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anonymousNames } from "#shared/classroom/anonymousNames.ts";
import { CONCEPT_QUESTIONS } from "#shared/classroom/concepts.ts";
import { gainByTreatment, scoreOfAnswers } from "#shared/classroom/gains.ts";
import { nameAtTable } from "#shared/classroom/names.ts";
import { pollOf, tallyOf } from "#shared/classroom/polls.ts";
import { temperamentOf } from "#shared/classroom/temperament.ts";
import type { ConceptAnswers } from "#shared/model/classroom.ts";
import { countryId } from "#shared/model/ids.ts";
import { CLASS_MESSAGES } from "#shared/protocol/classMessages.ts";
import { NAME_LENGTH } from "#shared/protocol/limits.ts";
import { as, must, newClass, refusal, scenarioOf, student, withStudents } from "./lesson.ts";

describe("temperament", () => {
  it("runs from −2, content with the world as it is, to 2, bent on changing it", () => {
    expect(temperamentOf([4, 0, 0, 0, 4]).revisionism).toBe(-2);
    expect(temperamentOf([2, 2, 2, 2, 2]).revisionism).toBe(0);
    expect(temperamentOf([0, 4, 4, 4, 0]).revisionism).toBe(2);
    expect(temperamentOf([2, 3, 2, 2, 2]).revisionism).toBe(0.2);
  });
  it("stays within its bounds and rises with every answer for change", () => {
    const answers = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(answers, (given) => {
        const { revisionism } = temperamentOf(given);
        expect(Math.abs(revisionism)).toBeLessThanOrEqual(2);
        expect(temperamentOf(given.with(1, 4)).revisionism).toBeGreaterThan(revisionism);
        expect(temperamentOf(given.with(0, 4)).revisionism).toBeLessThan(revisionism);
      }),
    );
  });
});

describe("given names", () => {
  it("are as many as asked, all different, none taken, short enough to join with", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer(), (count, seed) => {
        const taken = anonymousNames(20, 1);
        const names = anonymousNames(count, seed, taken);
        expect(names).toHaveLength(count);
        expect(new Set([...names, ...taken]).size).toBe(count + taken.length);
        expect(Math.max(0, ...names.map((name) => name.length))).toBeLessThanOrEqual(NAME_LENGTH);
      }),
      { numRuns: 20 },
    );
    expect(anonymousNames(2, 7)).toEqual(anonymousNames(2, 7));
    expect(anonymousNames(2, 7)).not.toEqual(anonymousNames(2, 8));
    expect(
      refusal(
        newClass(),
        { kind: "join", member: student(1), name: anonymousNames(1, 3)[0] ?? "", waiting: false },
        as(1),
      ),
    ).toBe("accepted");
  });

  it("where names are roles a student is their country, the second of a team by number", () => {
    const scenario = scenarioOf("europe-1914");
    const austria = countryId("austria-hungary");
    const places = [1, 2, 3].map((k) => ({ member: student(k), table: k === 3 ? 2 : 1, country: austria }));
    const facts = { settings: { naming: "role" }, places, scenario } as const;
    const called = (k: number): string => nameAtTable({ id: student(k), name: "Ada" }, facts);
    const short = scenario.countries.find(({ id }) => id === austria)?.short ?? "";
    expect([1, 2, 3, 4].map(called)).toEqual([short, `${short} 2`, short, ""]);
    expect(nameAtTable({ id: student(1), name: "Ada" }, { ...facts, settings: { naming: "real" } })).toBe("Ada");
  });
});

describe("polls", () => {
  const made = { id: "poll-1", countries: ["cask", "dell"].map(countryId) };
  const ask = { text: "", options: ["own"], tallyShown: false };
  it("have the options that their question has", () => {
    expect(pollOf({ ...ask, question: "fear" }, made).options).toEqual(["cask", "dell"]);
    expect(pollOf({ ...ask, question: "balance" }, made).options).toEqual(["balance", "bandwagon", "hide"]);
    expect(pollOf({ ...ask, question: "yesNo" }, made).options).toEqual(["yes", "no"]);
    expect(pollOf({ ...ask, question: "own" }, made).options).toEqual(["own"]);
  });

  it("count the last vote of each who is still in; who is away and did not vote is not asked", () => {
    const poll = pollOf({ ...ask, question: "balance" }, made);
    const vote = (k: number, option: number) => ({ kind: "vote", member: student(k), poll: "poll-1", option }) as const; // oxlint-disable-line typescript/explicit-function-return-type
    const voted = [vote(1, 0), vote(1, 2), vote(2, 2), vote(3, 1), vote(5, 0)].reduce(
      (now, body) => must(now, body, { kind: "member", member: body.member }),
      must(withStudents(newClass(), 6), { kind: "lead", lead: { kind: "poll", poll } }),
    );
    const server = { kind: "server" } as const;
    const gone = must(
      must(voted, { kind: "remove", member: student(3), reason: "x" }),
      { kind: "presence", member: student(4), present: false },
      server,
    );
    const away = must(gone, { kind: "presence", member: student(5), present: false }, server);
    expect(tallyOf(away.state, poll)).toEqual({ poll: "poll-1", counts: [1, 0, 2], asked: 4 });
  });
});

describe("the concept check", () => {
  it("has six questions on balancing, bandwagoning, the four sources and the security dilemma, fit to be sent", () => {
    expect(CONCEPT_QUESTIONS).toHaveLength(6);
    expect(new Set(CONCEPT_QUESTIONS.map(({ about }) => about))).toEqual(
      new Set(["balancing", "bandwagoning", "sources", "dilemma"]),
    );
    expect(CLASS_MESSAGES.concepts.safeParse({ questions: CONCEPT_QUESTIONS }).success).toBe(true);
    expect(refusal(newClass(), { kind: "concepts", questions: CONCEPT_QUESTIONS })).toBe("accepted");
  });

  it("gives nothing away by place or length: the right option is not always first, nor always longest", () => {
    expect(new Set(CONCEPT_QUESTIONS.map(({ right }) => right)).size).toBeGreaterThan(2);
    const longest = CONCEPT_QUESTIONS.filter(({ options, right }) =>
      options.every(({ length }) => length <= (options[right]?.length ?? 0)),
    );
    expect(longest.length).toBeLessThanOrEqual(3);
  });

  const concepts = CONCEPT_QUESTIONS;
  const right = concepts.map((question) => question.right);
  const knows = (count: number): readonly (number | null)[] => right.map((answer, k) => (k < count ? answer : null));
  const given = (pair: string, stage: "before" | "after", count: number, treatment: number | null): ConceptAnswers => ({
    session: 1,
    stage,
    pair,
    answers: knows(count),
    treatment: stage === "before" ? null : treatment,
  });
  const student3 = (pair: string, before: number, after: number, treatment: number | null): ConceptAnswers[] => [
    given(pair, "before", before, treatment),
    given(pair, "after", after, treatment),
  ];

  it("a score is the number right; an open question is not", () => {
    expect(scoreOfAnswers(concepts, knows(4))).toBe(4);
    expect(scoreOfAnswers(concepts, [])).toBe(0);
  });

  it("worked example: 2→5, 3→5, 4→5 of 6 in one arm; 3→3, 3→4 in another; one came only before", () => {
    const answers = [
      ...student3("aaaaaaaa", 2, 5, 0),
      ...student3("bbbbbbbb", 3, 5, 0),
      ...student3("cccccccc", 4, 5, 0),
      ...student3("dddddddd", 3, 3, 1),
      ...student3("eeeeeeee", 3, 4, 1),
      given("ffffffff", "before", 6, 1),
    ];
    const [all, first, second] = gainByTreatment({ concepts, conceptAnswers: answers }, 1);
    // Mean gain 2/6; s of (3, 2, 1)/6 = 1/6; t(2) = 4.303: half-width 4.303 / (6 √3) = .414.
    expect(first).toMatchObject({
      treatment: 0,
      everyone: false,
      n: 3,
      before: 0.5,
      after: 0.833333,
      gain: 0.333333,
      normalised: 0.666667,
    });
    expect(first?.interval?.[0]).toBeCloseTo(0.3333 - 0.4141, 3);
    expect(first?.interval?.[1]).toBeCloseTo(0.3333 + 0.4141, 3);
    expect(second).toMatchObject({ treatment: 1, n: 2, before: 0.5, after: 0.583333 });
    expect(all).toMatchObject({ everyone: true, n: 5, before: 0.5 });
    expect(all?.questions[4]).toEqual({ before: 0, after: 0.6 });
  });

  it("says nothing that cannot be said: no pairs, one pair, all known before, another session", () => {
    const one = student3("aaaaaaaa", 6, 6, null);
    expect(gainByTreatment({ concepts, conceptAnswers: [given("aaaaaaaa", "before", 3, null)] }, 1)).toEqual([]);
    expect(gainByTreatment({ concepts, conceptAnswers: one }, 2)).toEqual([]);
    expect(gainByTreatment({ concepts, conceptAnswers: one }, 1)).toMatchObject([
      { n: 1, interval: null, normalised: null, gain: 0 },
    ]);
  });
});
