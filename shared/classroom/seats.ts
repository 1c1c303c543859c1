import type { LessonPlan, Treatment } from "../model/classroom.ts";
import type { CountryId } from "../model/ids.ts";
import type { Scenario } from "../model/scenario.ts";
import { keptFor } from "../lib/keptFor.ts";
import { quantise } from "../lib/quantise.ts";
import { powerShares } from "../theory/power.ts";

/** People on one country at the very most, however they come there: more cannot work on one sheet. */
export const TEAM_MOST = 8;

/** What of a scenario seating must know. */
export type SeatingScenario = Pick<Scenario, "countries" | "provinces">;

/** The scenario's countries, strongest first (shares of people, industry and arms at the start); of equals the one with more offence, then by id. */
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
    .map(({ id, offence }, k) => ({ id, offence, share: quantise(shares[k] ?? 0) }))
    .sort((a, b) => b.share - a.share || b.offence - a.offence || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
});

export const treatmentOf = ({ treatments, dealt }: LessonPlan, table: number): Treatment | null =>
  treatments[dealt[table - 1] ?? -1] ?? null;

/**
 * Every country that people may play, strongest first. Where the conduct of the strongest is a treatment, a computer player
 * leads it at all tables: at those of another arm as any other, so that arms differ in its conduct alone, and nobody can
 * tell a table's treatment by the countries on offer.
 */
export function countriesOpen(
  { treatments }: Pick<LessonPlan, "treatments">,
  scenario: SeatingScenario,
): readonly CountryId[] {
  const all = countriesByPower(scenario);
  return treatments.some(({ strongest }) => strongest !== null) ? all.slice(1) : all;
}

/** The countries that people play at each table if all goes by the plan, strongest first. */
export const countriesPlanned = (
  plan: Pick<LessonPlan, "treatments" | "seats">,
  scenario: SeatingScenario,
): readonly CountryId[] => countriesOpen(plan, scenario).slice(0, plan.seats);
