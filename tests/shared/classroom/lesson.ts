import { findScenario } from "#server/scenarios/registry.ts";
import type { ClassActor } from "#shared/classroom/check/asked.ts";
import { applyClassCommand } from "#shared/classroom/applyClassCommand.ts";
import { checkClassCommand } from "#shared/classroom/checkClassCommand.ts";
import { planLesson } from "#shared/classroom/planLesson.ts";
import type { PlanScenario } from "#shared/classroom/planLesson.ts";
import { startClass } from "#shared/classroom/startClass.ts";
import { CLASS_VERSION } from "#shared/classroom/version.ts";
import type { ClassCommand, ClassCommandBody, ClassRecord, ClassState, LessonPlan } from "#shared/model/classroom.ts";
import { classId, matchId, personId } from "#shared/model/ids.ts";
import type { PersonId } from "#shared/model/ids.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { Scenario } from "#shared/model/scenario.ts";

/** A class on paper: commands go through the gate and into the record, as on the server but without server. */
export interface Lesson {
  readonly state: ClassState;
  readonly record: ClassRecord;
}

export const MINUTE = 60_000;
export const OPENED = 1_700_000_000_000;
export const host: ClassActor = { kind: "host", label: "Ms Ford" };
export const server: ClassActor = { kind: "server" };
/** The k-th student, from 1: p00000001 … */
export const student = (k: number): PersonId => personId(`p${String(k).padStart(8, "0")}`);
export const as = (k: number): ClassActor => ({ kind: "member", member: student(k) });

export function scenarioOf(id: string): Scenario {
  const scenario = findScenario(id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return scenario;
}

export const planned = (scenario: Scenario): PlanScenario => ({
  id: scenario.id,
  turns: scenario.turns,
  countries: scenario.countries,
  level: scenario.recommended.level,
  modules: scenario.recommended.modules ?? [],
});

export const planFor = (scenario: string, students: number, fixed: Partial<LessonPlan> = {}): LessonPlan =>
  planLesson({ scenario: planned(scenarioOf(scenario)), students, minutes: 50, level: "standard", fixed }).plan;

export function newClass(name = "World Politics"): Lesson {
  const header = { version: CLASS_VERSION, class: classId("c-1"), code: "K7MQ4T", createdAt: OPENED, name };
  return { state: startClass(header), record: { ...header, commands: [] } };
}

/** The class after a command, or why it was refused. */
export function attempt(
  { state, record }: Lesson,
  body: ClassCommandBody,
  by: ClassActor = host,
  at?: number,
): Lesson | Refusal {
  const checked = checkClassCommand(state, body, by, findScenario);
  if (!checked.ok) return checked.error;
  const seq = state.lastSeq + 1;
  const command: ClassCommand = { seq, at: at ?? OPENED + 1000 * seq, by, ...checked.value };
  return { state: applyClassCommand(state, command), record: { ...record, commands: [...record.commands, command] } };
}

/** A command that must be accepted. */
export function must(lesson: Lesson, body: ClassCommandBody, by: ClassActor = host, at?: number): Lesson {
  const next = attempt(lesson, body, by, at);
  if ("code" in next) throw new Error(`${body.kind} refused: ${next.code}: ${next.text}`);
  return next;
}

/** Why a command is refused, or "accepted". */
export function refusal(lesson: Lesson, body: ClassCommandBody, by: ClassActor = host): string {
  const next = attempt(lesson, body, by);
  return "code" in next ? `${next.code}: ${next.text}` : "accepted";
}

export const NAMES = ["Ada", "Ben", "Cleo", "Dan", "Eve", "Fay", "Gus", "Hal", "Ida", "Jon", "Kim", "Lou"];

/** So many students, who are in and here. */
export const withStudents = (lesson: Lesson, count: number): Lesson =>
  Array.from({ length: count }, (_, k) => k + 1).reduce(
    (now, k) =>
      must(now, { kind: "join", member: student(k), name: NAMES[k - 1] ?? `Student ${k}`, waiting: false }, as(k)),
    lesson,
  );

/** Tables as the server makes them when play begins. */
export const tablesFor = (plan: LessonPlan): Extract<ClassCommandBody, { kind: "begin" }>["tables"] =>
  Array.from({ length: plan.tables }, (_, k) => ({
    number: k + 1,
    match: matchId(`m-${k + 1}`),
    seed: 100 + k,
    treatment: plan.dealt[k] ?? null,
  }));
