import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allScenarios } from "#server/scenarios/registry.ts";
import { LEAST_TURNS, leastDebrief, turnSeconds } from "#shared/classroom/lessonTime.ts";
import { planLesson, replanFor } from "#shared/classroom/planLesson.ts";
import type { PlanAnswer } from "#shared/model/classView.ts";
import { LEVELS } from "#shared/model/scenario.ts";
import { lessonPlanSchema } from "#shared/protocol/classSchemas.ts";
import { planned, scenarioOf } from "./lesson.ts";

const scenarios = [...allScenarios().values()].map(planned);
const answers = fc.record({
  scenario: fc.constantFrom(...scenarios),
  students: fc.integer({ min: 5, max: 400 }),
  minutes: fc.integer({ min: 20, max: 180 }),
  level: fc.constantFrom(...LEVELS),
});
const codes = ({ warnings }: PlanAnswer): string[] => warnings.map(({ code }) => code);
const minutesOf = ({ plan }: PlanAnswer): number =>
  plan.briefMinutes + plan.debriefMinutes + (plan.turns * turnSeconds(plan.seconds)) / 60;
const plan = (scenario: string, students: number, minutes: number): PlanAnswer =>
  planLesson({ scenario: planned(scenarioOf(scenario)), students, minutes, level: "standard" });

describe("a lesson from a few answers", () => {
  it("has a place for every student, and never more seats than countries", () => {
    fc.assert(
      fc.property(answers, (asked) => {
        const { plan, warnings } = planLesson(asked);
        expect(plan.tables * plan.seats * plan.teamSize).toBeGreaterThanOrEqual(asked.students);
        expect(plan.seats).toBeLessThanOrEqual(asked.scenario.countries.length);
        expect(plan.tables).toBeLessThanOrEqual(asked.students);
        expect(warnings.map(({ code }) => code)).not.toContain("fewPlaces");
      }),
    );
  });

  it("adds up to the minutes there are, with a third of them for the debrief", () => {
    fc.assert(
      fc.property(answers, (asked) => {
        const answer = planLesson(asked);
        expect(minutesOf(answer)).toBeLessThanOrEqual(asked.minutes);
        expect(answer.plan.debriefMinutes).toBeGreaterThanOrEqual(leastDebrief(asked.minutes));
        expect(answer.plan.turns).toBeGreaterThanOrEqual(1);
        expect(answer.plan.turns < LEAST_TURNS).toBe(codes(answer).includes("fewTurns"));
      }),
    );
  });

  it("travels: it has the shape that the server takes", () => {
    fc.assert(
      fc.property(answers, (asked) => {
        expect(lessonPlanSchema.safeParse(planLesson(asked).plan).success).toBe(true);
      }),
    );
  });

  it("has no fewer turns when there is more time, and no fewer tables when there are more students in like teams", () => {
    fc.assert(
      fc.property(answers, (asked) => {
        const { plan } = planLesson(asked);
        const longer = planLesson({ ...asked, minutes: asked.minutes + 1 }).plan;
        expect(longer.turns).toBeGreaterThanOrEqual(plan.turns);
        const more = planLesson({ ...asked, students: asked.students + 1 }).plan;
        if (more.teamSize === plan.teamSize) expect(more.tables).toBeGreaterThanOrEqual(plan.tables);
      }),
    );
  });

  it("minute by minute: never a turn less for a minute more", () => {
    for (const level of LEVELS) {
      const turns = Array.from(
        { length: 161 },
        (_, k) =>
          planLesson({ scenario: planned(scenarioOf("ring")), students: 24, minutes: 20 + k, level }).plan.turns,
      );
      expect(turns).toEqual([...turns].sort((a, b) => a - b));
    }
  });

  it("takes three turns of shorter phases rather than two of the usual length", () => {
    const short = plan("ring", 12, 20);
    expect(short.plan.turns).toBe(3);
    expect(turnSeconds(short.plan.seconds)).toBeLessThan(285);
  });

  it("27 students, 50 minutes, twelve countries: three tables of nine, everyone alone on a country", () => {
    const { plan: lesson } = plan("europe-1914", 27, 50);
    expect(lesson).toMatchObject({ tables: 3, seats: 9, teamSize: 1, briefMinutes: 5, protectDebrief: true });
    expect(lesson.debriefMinutes).toBeGreaterThanOrEqual(17);
  });

  it("13 students and twelve countries: one table with one pair, not two with five computer players each", () => {
    expect(plan("europe-1914", 13, 50).plan).toMatchObject({ tables: 1, seats: 12, teamSize: 2 });
  });

  it("300 students: teams, so that one instructor can keep an eye on the tables", () => {
    const { plan: lesson } = plan("europe-1914", 300, 40);
    expect(lesson.teamSize).toBe(3);
    expect(lesson.tables).toBeLessThanOrEqual(12);
  });

  it("leaves the strongest country to the computer where its conduct is a treatment", () => {
    const treatment = { board: "full", kappa: null, delta: null, messages: null } as const;
    const { plan: lesson } = planLesson({
      scenario: planned(scenarioOf("europe-1914")),
      students: 24,
      minutes: 50,
      level: "standard",
      fixed: { treatments: [{ ...treatment, name: "Reassuring", strongest: "reassuring" }] },
    });
    expect(lesson).toMatchObject({ tables: 3, seats: 8 });
  });
});

describe("what was squeezed is said, with numbers", () => {
  const ring = planned(scenarioOf("ring"));
  const asked = { scenario: ring, students: 12, minutes: 50, level: "standard" } as const;
  it.each([
    ["a debrief under a third", { debriefMinutes: 10 }, "debriefShort", { debrief: 10, third: 17 }],
    ["a lesson longer than the class", { turns: 8, seconds: long() }, "tooLong", { minutes: 50 }],
    [
      "a scenario that is over long before the lesson",
      { debriefMinutes: 31 },
      "spareTime",
      { debrief: 31, minutes: 50 },
    ],
    ["two turns", { turns: 2 }, "fewTurns", { turns: 2, least: 3 }],
    ["more turns than the scenario has", { turns: 9 }, "manyTurns", { turns: 9, most: 8 }],
    [
      "orders in twenty seconds",
      { seconds: { ...long(), orders: 20 } },
      "phaseShort.orders",
      { seconds: 20, least: 30 },
    ],
    ["teams of four", { teamSize: 4 }, "bigTeams", { team: 4, most: 3 }],
    ["computers in more than half the seats", { tables: 6 }, "manyComputers", { computers: 4, people: 2 }],
    ["seats that nobody is there to fill", { tables: 6, seats: 6 }, "manyComputers", { computers: 4, people: 2 }],
    ["no place for some", { tables: 1, teamSize: 1 }, "fewPlaces", { students: 12, places: 6, over: 6 }],
    ["more tables than one can watch", { tables: 13, students: 12 }, "manyTables", { tables: 13 }],
  ])("%s", (_, fixed, code, numbers) => {
    const told = planLesson({ ...asked, fixed }).warnings.find((one) => one.code === code);
    expect(told?.numbers).toMatchObject(numbers);
  });

  it("nothing for a lesson that fits", () => {
    expect(planLesson(asked).warnings).toEqual([]);
  });

  function long(): { dispatches: number; diplomacy: number; orders: number; reveal: number } {
    return { dispatches: 60, diplomacy: 300, orders: 90, reveal: 90 };
  }
});

describe("when others come than were expected", () => {
  it("times and rules stay, and everyone who came has a place", () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 400 }), (asked, present) => {
        const before = planLesson(asked).plan;
        const { plan: after } = replanFor(before, present, asked.scenario);
        expect(after.students).toBe(present);
        expect(after.tables * after.seats * after.teamSize).toBeGreaterThanOrEqual(present);
        expect(after).toMatchObject({
          turns: before.turns,
          seconds: before.seconds,
          briefMinutes: before.briefMinutes,
          debriefMinutes: before.debriefMinutes,
        });
        if (present <= asked.students) expect(after.tables).toBeLessThanOrEqual(before.tables);
      }),
    );
  });

  it("two of 27 away: the same three tables", () => {
    const ring = planned(scenarioOf("europe-1914"));
    const { plan: before } = planLesson({ scenario: ring, students: 27, minutes: 50, level: "standard" });
    expect(replanFor(before, 25, ring).plan).toMatchObject({ tables: 3, seats: 9, teamSize: 1 });
    expect(replanFor(before, 18, ring).plan).toMatchObject({ tables: 2, seats: 9, teamSize: 1 });
  });
});
