import type { LessonPlan } from "../model/classroom.ts";
import type { PlanAnswer } from "../model/classView.ts";
import type { ScenarioId } from "../model/ids.ts";
import type { PlayPhase } from "../model/match.ts";
import type { Level, Module } from "../model/scenario.ts";
import { completeModules, defaultModules, messageRules, phaseSeconds } from "../rules/index.ts";
import { LEAST_TURNS, leastDebrief, MOST_TABLES, MOST_TEAM, turnSeconds } from "./lessonTime.ts";
import { planWarnings } from "./planWarnings.ts";

/** What of a scenario the planner must know; the list of scenarios a page has (`ScenarioSummary`) will do. */
export interface PlanScenario {
  readonly id: ScenarioId;
  readonly turns: number;
  readonly countries: readonly unknown[];
  /** The level it is written for, and what is ticked there besides the level's own. */
  readonly level?: Level;
  readonly modules?: readonly Module[];
}

/** What an instructor answers. All else of a plan follows, unless it is said in `fixed`. */
export interface PlanQuestions {
  readonly scenario: PlanScenario;
  readonly students: number;
  readonly minutes: number;
  readonly level: Level;
  /** Members of the plan set by hand: what is left is made to fit. */
  readonly fixed?: Partial<LessonPlan>;
}

/** Share of computer-played countries from which sharing countries at fewer tables is the better lesson. */
const MANY_COMPUTERS = 1 / 3;
/** How much a phase may be stretched to fill the time (the relaxed pace), and shortened to fit three turns (the brisk one). */
const STRETCH = 2;
const SQUEEZE = 0.5;
const STEP = 5;

/**
 * A lesson from a few answers: a place for every student, as many turns as fit, and at least a third of the time for the
 * debrief. Warnings name what had to be squeezed, with numbers. Time adds up to `minutes` or less.
 */
export function planLesson(questions: PlanQuestions): PlanAnswer {
  const { scenario, level, minutes, students, fixed = {} } = questions;
  const seating = roomFor(students, countriesForPeople(scenario, fixed), fixed);
  const time = timeFor(questions, seating.teamSize);
  const plan: LessonPlan = {
    scenario: scenario.id,
    level,
    modules: fixed.modules ?? modulesFor(scenario, level),
    students,
    minutes,
    ...(fixed.endsAt === undefined ? {} : { endsAt: fixed.endsAt }),
    ...seating,
    ...time,
    protectDebrief: fixed.protectDebrief ?? true,
    clock: fixed.clock ?? "together",
    seating: fixed.seating ?? "random",
    submitter: fixed.submitter ?? "any",
    messages: fixed.messages ?? messageRules(),
    intentions: fixed.intentions ?? "computed",
    difficulty: fixed.difficulty ?? "normal",
    treatments: fixed.treatments ?? [],
    dealt: (fixed.dealt ?? []).slice(0, seating.tables),
    conceptCheck: fixed.conceptCheck ?? false,
  };
  return { plan, warnings: planWarnings(plan, scenario) };
}

/**
 * The same lesson for as many as have come: turns, times and rules stay. Fewer sit as was planned, at as many tables as they
 * fill; for more than were expected, tables, seats and teams are found anew.
 */
export function replanFor(plan: LessonPlan, present: number, scenario: PlanScenario): PlanAnswer {
  const { tables: _tables, seats: _seats, teamSize: _teamSize, ...rest } = plan;
  const students = Math.max(1, present);
  const { minutes, level } = plan;
  const fixed = students <= plan.students ? { ...rest, ...roomForFewer(plan, students) } : rest;
  return planLesson({ scenario, students, minutes, level, fixed });
}

function roomForFewer({ seats, teamSize }: LessonPlan, students: number): Room {
  const tables = Math.ceil(students / (seats * teamSize));
  return { tables, seats: Math.min(seats, Math.ceil(students / tables)), teamSize };
}

const modulesFor = (scenario: PlanScenario, level: Level): readonly Module[] =>
  completeModules([...defaultModules(level), ...(scenario.level === level ? (scenario.modules ?? []) : [])]);

/** Where the strongest country's conduct is a treatment, a computer player leads it. */
const countriesForPeople = ({ countries }: PlanScenario, { treatments = [] }: Partial<LessonPlan>): number =>
  Math.max(1, countries.length - (treatments.some(({ strongest }) => strongest !== null) ? 1 : 0));

type Room = Pick<LessonPlan, "tables" | "seats" | "teamSize">;

/**
 * Everyone alone on a country at tables as full as can be; two or three on one where there would be too many tables for one
 * instructor, or too many computer players at each.
 */
function roomFor(students: number, countries: number, fixed: Partial<LessonPlan>): Room {
  const places = Math.max(1, Math.min(countries, fixed.seats ?? countries));
  const { tables, teamSize } = tablesFor(students, places, fixed);
  const most = Math.ceil(students / tables);
  // Who asked for teams gets teams; else every country first gets one.
  const wanted = fixed.teamSize === undefined ? most : Math.ceil(most / teamSize);
  return { tables, seats: Math.max(1, Math.min(places, fixed.seats ?? wanted)), teamSize };
}

type Tables = Pick<LessonPlan, "tables" | "teamSize">;

function tablesFor(students: number, places: number, fixed: Partial<LessonPlan>): Tables {
  const { tables, teamSize } = fixed;
  if (tables !== undefined) {
    return { tables, teamSize: teamSize ?? Math.max(1, Math.ceil(Math.ceil(students / tables) / places)) };
  }
  if (teamSize !== undefined) return { tables: Math.ceil(students / (places * teamSize)), teamSize };
  for (let size = 1; size <= MOST_TEAM; size += 1) {
    const fewest = Math.ceil(students / (places * size));
    if (size === 1 && fewest <= MOST_TABLES) return aloneOrInPairs(students, places);
    if (fewest <= MOST_TABLES || size === MOST_TEAM) return { tables: fewest, teamSize: size };
  }
  return { tables: 1, teamSize: 1 };
}

/** 13 students and 12 countries: one table with one pair, not two tables with five computer players each. */
function aloneOrInPairs(students: number, countries: number): Tables {
  const alone = Math.ceil(students / countries);
  const computers = 1 - Math.ceil(students / alone) / countries;
  return students > countries && computers > MANY_COMPUTERS
    ? { tables: Math.floor(students / countries), teamSize: 2 }
    : { tables: alone, teamSize: 1 };
}

type Time = Pick<LessonPlan, "turns" | "seconds" | "briefMinutes" | "debriefMinutes">;

/** Debrief first, then the brief; what is left is play. What play does not need goes to the debrief. */
function timeFor({ scenario, minutes, level, fixed = {} }: PlanQuestions, teamSize: number): Time {
  const briefMinutes = fixed.briefMinutes ?? briefFor(minutes);
  const debrief = fixed.debriefMinutes ?? leastDebrief(minutes);
  const play = Math.max(0, minutes - briefMinutes - debrief) * 60;
  const usual = usualSeconds(level, teamSize);
  const turns =
    fixed.turns ?? turnsIn(play, turnSeconds(fixed.seconds ?? usual), { scenario, fixed: fixed.seconds !== undefined });
  const seconds = fixed.seconds ?? scaled(usual, play / (turns * turnSeconds(usual)));
  const left = Math.floor((play - turns * turnSeconds(seconds)) / 60);
  return {
    turns,
    seconds,
    briefMinutes,
    debriefMinutes: fixed.debriefMinutes ?? debrief + Math.max(0, left),
  };
}

/** A twelfth and a minute: steps that never fall together with those of the debrief, so that a longer lesson has more play. */
const briefFor = (minutes: number): number => Math.min(10, 1 + Math.floor(minutes / 12));

/** Those who share a country must agree first: a quarter more for talk and orders with each of them. */
function usualSeconds(level: Level, teamSize: number): Readonly<Record<PlayPhase, number>> {
  const { dispatches, diplomacy, orders, reveal } = phaseSeconds(level, "standard");
  const more = 1 + 0.25 * (Math.min(teamSize, MOST_TEAM) - 1);
  return { dispatches, diplomacy: Math.round(diplomacy * more), orders: Math.round(orders * more), reveal };
}

/** As many as fit at their usual length; three by shortening them, if three fit at all. */
function turnsIn(
  play: number,
  usual: number,
  { scenario, fixed }: { readonly scenario: PlanScenario; readonly fixed: boolean },
): number {
  const most = Math.max(1, Math.min(12, scenario.turns));
  const fit = Math.floor(play / usual);
  const squeezed = fixed ? fit : Math.floor(play / (usual * SQUEEZE));
  return Math.max(1, Math.min(most, Math.max(fit, Math.min(LEAST_TURNS, squeezed))));
}

/** Whole steps of five seconds, so that the sum never exceeds what it was given. */
function scaled(usual: Readonly<Record<PlayPhase, number>>, factor: number): Readonly<Record<PlayPhase, number>> {
  const by = Math.min(STRETCH, factor);
  const part = (phase: PlayPhase): number => Math.max(STEP, Math.floor((usual[phase] * by) / STEP) * STEP);
  return {
    dispatches: part("dispatches"),
    diplomacy: part("diplomacy"),
    orders: part("orders"),
    reveal: part("reveal"),
  };
}
