import type { LessonPlan, Member, Place, Session } from "../model/classroom.ts";
import type { CountryId } from "../model/ids.ts";
import { seedPrng, shuffled, stream } from "../lib/prng.ts";
import { placeIn } from "./placeNewcomer.ts";
import type { SeatFacts } from "./placeNewcomer.ts";
import { countriesPlanned } from "./seats.ts";
import type { SeatingScenario } from "./seats.ts";

type Draw = () => number;

/**
 * Places for all who are in and here, as the plan seats: `random` – tables, countries and teams by lot; `survey` – every
 * table gets all tempers, and at it the content lead satisfied countries, those bent on change revisionist ones (where the
 * scenario judges none, countries go by lot); `chosen` – tables by lot, the country is one's own choice (none yet);
 * `byHost` – none: the instructor seats. Tables differ by one person at most, teams at a table too. The same seed gives
 * the same places.
 */
export function deal(
  plan: LessonPlan,
  members: readonly Member[],
  seed: number,
  scenario: SeatingScenario,
): readonly Place[] {
  const here = members.filter(({ state, present }) => state === "in" && present);
  const { draw } = stream(seedPrng(seed, "places"));
  switch (plan.seating) {
    case "byHost":
      return [];
    case "chosen":
      return tablesOfPeople(plan, shuffled(here, draw)).flatMap((group, k) =>
        group.map(({ id }) => ({ member: id, table: k + 1, country: null })),
      );
    case "random":
      return tablesOfPeople(plan, shuffled(here, draw)).flatMap((group, k) =>
        paired(group, spread(countriesPlanned(plan, scenario), group.length), k + 1),
      );
    case "survey":
      return bySurvey(plan, here, { scenario, draw });
    default:
      return plan.seating satisfies never;
  }
}

/** Everyone's turn at the tables, one after another: sizes differ by one at most. */
function tablesOfPeople<T>({ tables }: LessonPlan, people: readonly T[]): T[][] {
  return Array.from({ length: tables }, (_, k) => people.filter((__, at) => at % tables === k));
}

/** The countries, strongest first, over and over until there is one for each person: teams differ by one at most. */
const spread = (countries: readonly CountryId[], people: number): CountryId[] =>
  Array.from({ length: people }, (_, k) => countries[k % countries.length]).filter((one) => one !== undefined);

const paired = (people: readonly Member[], countries: readonly CountryId[], table: number): Place[] =>
  people.map(({ id }, k) => ({ member: id, table, country: countries[k] ?? null }));

/** −2 … 2; who did not answer counts as in between. */
const tempers = ({ temperament }: Member): number => temperament?.revisionism ?? 0;

/**
 * In order of temper, as many as there are tables at a time, each to another table: so all tables get all tempers. At a
 * table people and countries stand in order, of temper and of revisionism r, and go together; equals by lot.
 */
function bySurvey(
  plan: LessonPlan,
  here: readonly Member[],
  { scenario, draw }: { readonly scenario: SeatingScenario; readonly draw: Draw },
): Place[] {
  const ordered = shuffled(here, draw).sort((a, b) => tempers(a) - tempers(b));
  const groups: Member[][] = Array.from({ length: plan.tables }, () => []);
  for (let at = 0; at < ordered.length; at += plan.tables) {
    const order = shuffled(groups, draw);
    // The last few go to drawn tables: still no table has two more than another.
    ordered.slice(at, at + plan.tables).forEach((member, k) => order[k]?.push(member));
  }
  const r = revisionismOf(scenario);
  return groups.flatMap((group, k) => {
    const countries = spread(countriesPlanned(plan, scenario), group.length);
    const sorted = shuffled(countries, draw).sort((a, b) => r(a) - r(b));
    return paired(group, sorted, k + 1);
  });
}

/** r as the scenario judges it; 0 where it says none. */
function revisionismOf({ countries }: SeatingScenario): (id: CountryId) => number {
  const known = new Map(countries.map(({ id, revisionism }) => [id, revisionism ?? 0]));
  return (id) => known.get(id) ?? 0;
}

/**
 * The places with which play begins: as they are, and everyone who is in and here but has none – or has not chosen – given
 * one. Who was seated by the instructor to watch watches.
 */
export function settled(
  session: Session,
  members: readonly Member[],
  facts: Pick<SeatFacts, "scenario" | "seed">,
): readonly Place[] {
  const chosen = session.plan.seating === "chosen";
  const kept = session.places.filter(({ country }) => country !== null || !chosen);
  const tableOf = new Map(session.places.map(({ member, table }) => [member, table]));
  const seated = new Set(kept.map(({ member }) => member));
  const rest = members.filter(({ id, state, present }) => state === "in" && present && !seated.has(id));
  let places: readonly Place[] = kept;
  for (const member of rest) {
    const table = tableOf.get(member.id) ?? null;
    const place = placeIn({ plan: session.plan, places }, member, { ...facts, table, when: "before" });
    places = [...places, { member: member.id, ...place }];
  }
  return places;
}
