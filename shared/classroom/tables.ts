import type { ClassSettings, ClassTable, LessonPlan, Place, Treatment } from "../model/classroom.ts";
import type { CountryId, MatchId } from "../model/ids.ts";
import type { Filler, MatchSettings, MessageRules, Personality } from "../model/match.ts";
import type { PartialParameters } from "../model/parameters.ts";
import { next, seedPrng, shuffled, stream } from "../lib/prng.ts";
import { messageRules } from "../rules/index.ts";
import { countriesByPower, treatmentOf } from "./seats.ts";
import type { SeatingScenario } from "./seats.ts";

/** The plan's tables as play begins: each with a match, and a seed of its own, so that no table's secrets are another's. */
export function tablesOf(plan: LessonPlan, seed: number, matchOf: (table: number) => MatchId): readonly ClassTable[] {
  return Array.from({ length: plan.tables }, (_, k) => ({
    number: k + 1,
    match: matchOf(k + 1),
    seed: Math.floor(next(seedPrng(seed, `table ${k + 1}`)).value * 2 ** 31),
    treatment: plan.dealt[k] ?? null,
  }));
}

/** The settings of a table's match: the plan, changed by the table's treatment, and what the class was told. */
export function settingsOfTable(
  plan: LessonPlan,
  { number, seed }: Pick<ClassTable, "number" | "seed">,
  told: Pick<ClassSettings, "hostReads" | "hostSeesOrders">,
): MatchSettings {
  const treatment = treatmentOf(plan, number);
  return {
    scenario: plan.scenario,
    level: plan.level,
    modules: plan.modules,
    pace: "standard",
    seconds: plan.seconds,
    parameters: parametersOf(treatment),
    intentions: plan.intentions,
    messages: messagesOf(plan, treatment),
    turns: plan.turns,
    classroom: {
      board: treatment?.board ?? "full",
      submitter: plan.submitter,
      hostReads: told.hostReads,
      hostSeesOrders: told.hostSeesOrders,
    },
    seed,
  };
}

/** What of κ and δ the treatment sets. */
function parametersOf(treatment: Treatment | null): PartialParameters {
  const { kappa, delta } = treatment ?? { kappa: null, delta: null };
  return { ...(kappa === null ? {} : { kappa }), ...(delta === null ? {} : { delta }) };
}

/** In every phase of play; before and after it as planned. */
function messagesOf({ messages }: LessonPlan, treatment: Treatment | null): MessageRules {
  const mode = treatment?.messages ?? null;
  if (mode === null) return messages;
  const { dispatches, diplomacy, orders, reveal } = messageRules({
    dispatches: mode,
    diplomacy: mode,
    orders: mode,
    reveal: mode,
  });
  return { ...messages, dispatches, diplomacy, orders, reveal };
}

const STRONGEST: Readonly<Record<NonNullable<Treatment["strongest"]>, Personality>> = {
  reassuring: "reassurer",
  blustering: "blusterer",
};
/** Who plays countries without people: mostly as the theory says, with some variety, so that nobody can rely on it. */
const CAST: readonly Personality[] = ["theorist", "lion", "theorist", "titForTat", "theorist", "jackal"];

/**
 * Computer players for the countries of a table that no people lead. A country's character follows from its rank and the
 * table's seed, whoever sits elsewhere; where tables differ by treatment it is the same at all of them, so that they
 * differ in that alone.
 */
export function castOfTable(
  plan: LessonPlan,
  table: Pick<ClassTable, "number" | "seed">,
  places: readonly Place[],
  scenario: SeatingScenario,
): ReadonlyMap<CountryId, Filler> {
  const led = new Set(places.flatMap((place) => (place.table === table.number ? [place.country] : [])));
  const { draw } = stream(seedPrng(table.seed, "cast"));
  const cast = plan.treatments.length > 0 ? CAST : shuffled(CAST, draw);
  const conduct = treatmentOf(plan, table.number)?.strongest ?? null;
  const { difficulty } = plan;
  return new Map(
    countriesByPower(scenario).flatMap((country, rank) => {
      if (led.has(country)) return [];
      const usual = cast[rank % cast.length] ?? "theorist";
      const personality = conduct !== null && rank === 0 ? STRONGEST[conduct] : usual;
      return [[country, { personality, difficulty }] as const];
    }),
  );
}
