import type { LessonPlan } from "../model/classroom.ts";
import type { PlanAnswer } from "../model/classView.ts";
import { LEAST_SECONDS, LEAST_TURNS, leastDebrief, MOST_TABLES, MOST_TEAM, turnSeconds } from "./lessonTime.ts";

type Warning = PlanAnswer["warnings"][number];

/** A debrief that fills more than this share of the lesson: the scenario is short for it, and could be played twice. */
const MUCH_DEBRIEF = 0.6;

/** What an instructor should know before it happens; every code with the numbers a sentence needs. Minutes unless said. */
export function planWarnings(
  plan: LessonPlan,
  scenario: { readonly turns: number; readonly countries: readonly unknown[] },
): readonly Warning[] {
  return [...timeWarnings(plan, scenario.turns), ...seatWarnings(plan, scenario.countries.length)];
}

function timeWarnings(plan: LessonPlan, most: number): Warning[] {
  const { minutes, briefMinutes, debriefMinutes, turns, seconds } = plan;
  const play = (turns * turnSeconds(seconds)) / 60;
  const needed = Math.ceil(briefMinutes + play + debriefMinutes);
  const third = leastDebrief(minutes);
  return [
    ...told(debriefMinutes < third, "debriefShort", { debrief: debriefMinutes, third }),
    ...told(needed > minutes, "tooLong", { needed, minutes, over: needed - minutes }),
    ...told(debriefMinutes > minutes * MUCH_DEBRIEF, "spareTime", { debrief: debriefMinutes, minutes, turns }),
    ...told(turns < LEAST_TURNS, "fewTurns", { turns, least: LEAST_TURNS }),
    ...told(turns > most, "manyTurns", { turns, most }),
    ...phasesTooShort(plan),
  ];
}

/** Seconds. */
const phasesTooShort = ({ seconds }: LessonPlan): Warning[] =>
  (["dispatches", "diplomacy", "orders", "reveal"] as const).flatMap((phase) =>
    told(seconds[phase] < LEAST_SECONDS[phase], `phaseShort.${phase}`, {
      seconds: seconds[phase],
      least: LEAST_SECONDS[phase],
    }),
  );

function seatWarnings({ students, tables, seats, teamSize }: LessonPlan, countries: number): Warning[] {
  const places = tables * seats * teamSize;
  const computers = countries - Math.min(seats, Math.floor(students / tables));
  return [
    ...told(places < students, "fewPlaces", { students, places, over: students - places }),
    ...told(teamSize > MOST_TEAM, "bigTeams", { team: teamSize, most: MOST_TEAM }),
    ...told(computers > countries / 2, "manyComputers", { computers, countries, people: countries - computers }),
    ...told(tables > MOST_TABLES, "manyTables", { tables, most: MOST_TABLES }),
    ...told(tables > students, "emptyTables", { tables, students }),
    ...told(seats > countries, "fewCountries", { seats, countries }),
  ];
}

const told = (when: boolean, code: string, numbers: Warning["numbers"]): Warning[] => (when ? [{ code, numbers }] : []);
