import { describe, expect, it } from "vitest";
import fc from "fast-check";
import {
  answerOf,
  firstForm,
  fix,
  formOf,
  free,
  isFixed,
  nextForm,
  plainTreatment,
  seatFigures,
  talkOf,
  talkRules,
  TALK,
  withLevel,
  within,
  withScenario,
  withTreatment,
} from "#client/host/model/planForm.ts";
import type { LessonPlan } from "#shared/model/classroom.ts";
import { scenarioId } from "#shared/model/ids.ts";
import { messageRules } from "#shared/rules/index.ts";

function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("missing in the fixture");
  return value;
}

const scenario = (id: string, countries: number, level: "intro" | "standard") => ({
  id: scenarioId(id),
  turns: 8,
  countries: Array.from({ length: countries }),
  level,
  modules: [],
});
const SCENARIOS = [scenario("strait", 4, "intro"), scenario("europe-1914", 12, "standard")];
const first = firstForm(SCENARIOS, "europe-1914");
const planOf = (form: typeof first): LessonPlan => {
  const answer = answerOf(form, SCENARIOS);
  if (!answer) throw new Error("no plan");
  return answer.plan;
};

describe("the planner's form", () => {
  it("begins with the wanted scenario at its own level, or the first there is", () => {
    expect(first).toMatchObject({ scenario: "europe-1914", level: "standard" });
    expect(firstForm(SCENARIOS, "atlantis").scenario).toBe("strait");
    expect(answerOf({ ...first, scenario: "atlantis" }, SCENARIOS)).toBeNull();
  });

  it("keeps a figure set by hand and finds the others anew", () => {
    const before = planOf(first);
    const form = fix(first, { tables: before.tables + 1 });
    expect(planOf(form).tables).toBe(before.tables + 1);
    expect(planOf(form).seats).toBeLessThan(before.seats);
    expect(isFixed(form, "tables")).toBe(true);
    expect(planOf(free(form, ["tables"]))).toEqual(before);
  });

  it("warns, with numbers, when the debrief is cut below a third", () => {
    const answer = answerOf(fix(first, { debriefMinutes: 5 }), SCENARIOS);
    expect(answer?.warnings).toContainEqual({ code: "debriefShort", numbers: { debrief: 5, third: 17 } });
  });

  it("drops what belonged to another scenario or level, and keeps how it is played", () => {
    const form = fix(first, { tables: 5, turns: 2, clock: "apart" });
    const other = withScenario(form, must(SCENARIOS[0]));
    expect(other).toMatchObject({ scenario: "strait", level: "intro", fixed: { clock: "apart" } });
    expect(isFixed(other, "tables")).toBe(false);
    expect(withLevel(form, "advanced").fixed).toEqual({ tables: 5, clock: "apart" });
  });

  it("gives a plan back as the form that makes it", () => {
    const ways = fc.record(
      {
        tables: fc.integer({ min: 1, max: 8 }),
        turns: fc.integer({ min: 1, max: 8 }),
        debriefMinutes: fc.integer({ min: 5, max: 30 }),
        clock: fc.constantFrom("together" as const, "apart" as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(ways, fc.integer({ min: 4, max: 90 }), (fixed, students) => {
        const plan = planOf({ ...first, students, fixed });
        expect(planOf(formOf(plan, SCENARIOS))).toEqual(plan);
      }),
      { numRuns: 60 },
    );
  });

  it("begins the next session without the last one's end and deal", () => {
    const plan = { ...planOf(fix(first, { turns: 2 })), endsAt: 5, dealt: [0, 1, 0] };
    const next = nextForm(plan, SCENARIOS);
    expect(planOf(next).endsAt).toBeUndefined();
    expect(planOf(next).dealt).toEqual([]);
    expect(planOf(next).turns).toBe(2);
  });

  it("leaves to the planner what it would find by itself", () => {
    const plan = planOf(fix(first, { turns: 2 }));
    const form = formOf(plan, SCENARIOS);
    expect(isFixed(form, "turns")).toBe(true);
    expect(isFixed(form, "tables")).toBe(false);
  });

  it("takes whole numbers within what the server takes", () => {
    expect(within("students", 3000)).toBe(400);
    expect(within("minutes", 12.4)).toBe(12);
    expect(within("tables", Number.NaN)).toBe(1);
  });

  it("knows each way of talking by its rules, and own rules as such", () => {
    for (const talk of TALK) expect(talkOf(talkRules(talk))).toBe(talk);
    const own = messageRules({ dispatches: "all", diplomacy: "none", orders: "public", reveal: "none" });
    expect(talkOf(own)).toBe("own");
  });

  it("deals treatments anew when one is taken out, for its number is another's now", () => {
    const two = withTreatment(withTreatment(first, 0, plainTreatment("A")), 1, plainTreatment("B"));
    const dealt = fix(two, { dealt: [0, 1, 0] });
    expect(withTreatment(dealt, 0, { ...plainTreatment("A"), board: "power" }).fixed.dealt).toEqual([0, 1, 0]);
    const one = withTreatment(dealt, 0, null);
    expect(one.fixed.treatments?.map(({ name }) => name)).toEqual(["B"]);
    expect(isFixed(one, "dealt")).toBe(false);
  });

  it("says how many countries are left to the computer", () => {
    const plan = { ...planOf(first), students: 27, tables: 3, seats: 9, teamSize: 1 };
    expect(seatFigures(plan, 12)).toEqual({ computers: 3, places: 27 });
  });
});
