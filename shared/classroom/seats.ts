import type { LessonPlan, Treatment } from "../model/classroom.ts";
import type { CountryId } from "../model/ids.ts";
import type { Scenario } from "../model/scenario.ts";
import { keptFor } from "../lib/keptFor.ts";
import { powerShares } from "../theory/power.ts";

/** People on one country at the very most, however they come there: more cannot work on one sheet. */
export const TEAM_MOST = 8;

/** What of a scenario seating must know. */
export type SeatingScenario = Pick<Scenario, "countries" | "provinces">;

/** The scenario's countries, strongest first (shares of people, industry and arms at the start); equals by id. */
export const countriesByPower = keptFor(({ countries, provinces }: SeatingScenario): readonly CountryId[] => {
  const shares = powerShares(
    countries.map(({ id, offence, defence }) => {
      const held = provinces.filter(({ home, holder }) => (holder ?? home) === id);
      return {
        population: held.reduce((sum, { population }) => sum + population, 0),
        industry: held.reduce((sum, { industry }) => sum + industry, 0),
        military: offence + defence,
      };
    }),
  );
  return countries
    .map(({ id }, k) => ({ id, share: shares[k] ?? 0 }))
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
});

export const treatmentOf = ({ treatments, dealt }: LessonPlan, table: number): Treatment | null =>
  treatments[dealt[table - 1] ?? -1] ?? null;

/** Every country of a table that people may play, strongest first: all but one whose conduct is the table's treatment. */
export function countriesOpen(plan: LessonPlan, table: number, scenario: SeatingScenario): readonly CountryId[] {
  const all = countriesByPower(scenario);
  return (treatmentOf(plan, table)?.strongest ?? null) === null ? all : all.slice(1);
}

/** The countries that people play at a table if all goes by the plan, strongest first. */
export const countriesPlanned = (plan: LessonPlan, table: number, scenario: SeatingScenario): readonly CountryId[] =>
  countriesOpen(plan, table, scenario).slice(0, plan.seats);
