import { planLesson, type PlanScenario } from "#shared/classroom/planLesson.ts";
import type { LessonPlan, Treatment } from "#shared/model/classroom.ts";
import type { PlanAnswer } from "#shared/model/classView.ts";
import type { MessageMode, MessageRules } from "#shared/model/match.ts";
import type { Level } from "#shared/model/scenario.ts";
import { messageRules } from "#shared/rules/levels.ts";

/** What an instructor has answered, and what she has set by hand. Everything else follows. */
export interface PlanForm {
  readonly scenario: string;
  readonly students: number;
  readonly minutes: number;
  readonly level: Level;
  readonly fixed: Partial<LessonPlan>;
}

/** Figures that the planner finds and anyone may change. */
export const FIGURES = ["tables", "seats", "teamSize", "turns", "briefMinutes", "debriefMinutes"] as const;
export type Figure = (typeof FIGURES)[number];
/** Least and most of what the server takes. */
export const BOUNDS: Readonly<Record<Figure | "students" | "minutes", readonly [number, number]>> = {
  students: [1, 400],
  minutes: [10, 600],
  tables: [1, 60],
  seats: [1, 16],
  teamSize: [1, 8],
  turns: [1, 12],
  briefMinutes: [0, 120],
  debriefMinutes: [0, 300],
};

/** What every plan is asked with at first: a class of thirty, one lesson. */
export const firstForm = (
  scenarios: readonly (PlanScenario & { readonly level: Level })[],
  wanted: string,
): PlanForm => {
  const scenario = scenarios.find(({ id }) => id === wanted) ?? scenarios[0];
  return { scenario: scenario?.id ?? "", students: 27, minutes: 50, level: scenario?.level ?? "intro", fixed: {} };
};

/** The plan with its warnings; null while the scenario is not among those listed. */
export function answerOf(form: PlanForm, scenarios: readonly PlanScenario[]): PlanAnswer | null {
  const scenario = scenarios.find(({ id }) => id === form.scenario);
  if (!scenario) return null;
  const { students, minutes, level, fixed } = form;
  return planLesson({ scenario, students, minutes, level, fixed });
}

/** A whole number within the bounds; what is no number becomes the least. */
export function within(name: keyof typeof BOUNDS, value: number): number {
  const [least, most] = BOUNDS[name];
  return Math.min(most, Math.max(least, Number.isFinite(value) ? Math.round(value) : least));
}

export const fix = (form: PlanForm, part: Partial<LessonPlan>): PlanForm => ({
  ...form,
  fixed: { ...form.fixed, ...part },
});

/** Leaves figures to the planner again. */
export function free(form: PlanForm, keys: readonly (keyof LessonPlan)[]): PlanForm {
  const fixed = Object.fromEntries(Object.entries(form.fixed).filter(([key]) => !keys.some((each) => each === key)));
  return { ...form, fixed };
}

export const isFixed = (form: PlanForm, key: keyof LessonPlan): boolean => form.fixed[key] !== undefined;

/** Another scenario brings its own level and countries; what was set for the old one goes. */
export const withScenario = (form: PlanForm, scenario: PlanScenario): PlanForm => ({
  ...free(form, ["modules", "seats", "tables", "teamSize", "turns", "seconds", "dealt"]),
  scenario: scenario.id,
  level: scenario.level ?? form.level,
});

export const withLevel = (form: PlanForm, level: Level): PlanForm => ({
  ...free(form, ["modules", "seconds", "turns"]),
  level,
});

/** A plan to begin the next session with: when the last one had to end is no concern of it, nor which table had what. */
export const nextForm = (plan: LessonPlan, scenarios: readonly PlanScenario[]): PlanForm =>
  free(formOf(plan, scenarios), ["endsAt", "dealt"]);

const FOUND = [...FIGURES, "seconds", "modules"] as const;

/** A plan as the form that gives it: figures that the planner would find by itself are left to it. */
export function formOf(plan: LessonPlan, scenarios: readonly PlanScenario[]): PlanForm {
  const { scenario, students, minutes, level, ...rest } = plan;
  return settled(free({ scenario, students, minutes, level, fixed: rest }, FOUND), plan, scenarios);
}

/** Sets what differs from the plan, until nothing does: one figure set moves others. Ends, for each round sets one more. */
function settled(form: PlanForm, plan: LessonPlan, scenarios: readonly PlanScenario[]): PlanForm {
  const found = answerOf(form, scenarios)?.plan;
  const key = FOUND.find((each) => !isFixed(form, each) && !isSame(found?.[each], plan[each]));
  return key === undefined ? form : settled(fix(form, { [key]: plan[key] }), plan, scenarios);
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export const TALK = ["all", "diplomacy", "public", "none"] as const;
export type Talk = (typeof TALK)[number] | "own";

/** One choice for what may be said in a lesson. */
export function talkRules(talk: (typeof TALK)[number]): MessageRules {
  const same = (mode: MessageMode): MessageRules =>
    messageRules({ dispatches: mode, diplomacy: mode, orders: mode, reveal: mode });
  return talk === "diplomacy"
    ? messageRules({ dispatches: "none", diplomacy: "all", orders: "none", reveal: "none" })
    : same(talk);
}

export const talkOf = (rules: MessageRules): Talk =>
  TALK.find((talk) => JSON.stringify(talkRules(talk)) === JSON.stringify(rules)) ?? "own";

/** A treatment that differs in nothing yet. */
export const plainTreatment = (name: string): Treatment => ({
  name,
  board: "full",
  strongest: null,
  kappa: null,
  delta: null,
  messages: null,
});

/** With one treatment of the list changed, taken out (`null`), or added at its end. */
export function withTreatment(form: PlanForm, at: number, treatment: Treatment | null): PlanForm {
  const now = form.fixed.treatments ?? [];
  const treatments =
    treatment === null ? now.filter((_, k) => k !== at) : [...now.slice(0, at), treatment, ...now.slice(at + 1)];
  // Numbers of treatments moved: dealt anew.
  return treatment === null ? fix(free(form, ["dealt"]), { treatments }) : fix(form, { treatments });
}

/** Computer players at each table, and the students who share a country or sit alone. */
export function seatFigures(
  plan: LessonPlan,
  countries: number,
): { readonly computers: number; readonly places: number } {
  const people = Math.min(plan.seats, Math.ceil(plan.students / plan.tables));
  return { computers: Math.max(0, countries - people), places: plan.tables * plan.seats * plan.teamSize };
}
