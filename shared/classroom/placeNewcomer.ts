import type { Member, Place, Session } from "../model/classroom.ts";
import type { CountryId, PersonId } from "../model/ids.ts";
import { next, seedPrng } from "../lib/prng.ts";
import { countriesOpen, TEAM_MOST } from "./seats.ts";
import type { SeatingScenario } from "./seats.ts";

/** What is to be known beside the class's record. */
export interface SeatFacts {
  readonly scenario: SeatingScenario;
  /** For the lot that decides among equals. */
  readonly seed: number;
  /** Tables whose match is over: nobody is seated there while another is played. */
  readonly over?: readonly number[];
  /** A place at this table if it can be; null or absent = at any. */
  readonly table?: number | null;
}

type Newcomer = Pick<Member, "id" | "temperament">;
type Where = Omit<Place, "member">;

/**
 * A place for someone who comes, at once and always: a country that a computer player leads, at the table with fewest people;
 * else a team with room; else beside the smallest team, as co-pilot; else one watches. Before play the plan's countries and
 * teams are filled before further countries are opened; where students choose, they get a table and choose there; where the
 * instructor alone seats people, null until play has begun. Which country of a table is for the seating to say: by lot, by
 * temperament, or – once play has begun, or where the instructor seats – the strongest.
 */
export function placeNewcomer(session: Session, newcomer: Newcomer, facts: SeatFacts): Where | null {
  const { plan, state } = session;
  if (state !== "gathering") return placeIn(session, newcomer, { ...facts, when: "play" });
  if (plan.seating === "byHost") return null;
  if (plan.seating !== "chosen") return placeIn(session, newcomer, { ...facts, when: "before" });
  const others = session.places.filter(({ member }) => member !== newcomer.id);
  return { table: emptiest(tablesFor(session, facts), others, () => true), country: null };
}

/** As `placeNewcomer`, with a country where there can be one, however the class is seated. */
export function placeIn(
  session: Pick<Session, "plan" | "places">,
  newcomer: Newcomer,
  facts: SeatFacts & { readonly when: "before" | "play" },
): Where {
  const { plan } = session;
  const places = session.places.filter(({ member }) => member !== newcomer.id);
  const tables = tablesFor(session, facts);
  const fits = fitOf({ plan, newcomer, facts });
  const teams = teamsAt(tables, { plan, places, scenario: facts.scenario });
  const choices = facts.when === "before" ? beforePlay(teams, plan) : inPlay(teams, plan);
  const found = best(choices.find((some) => some.length > 0) ?? [], fits);
  return found
    ? { table: found.table, country: found.country }
    : { table: emptiest(tables, places, ({ country }) => country === null), country: null };
}

/** Those still played, or all when all are over; the one asked for if it is among them. */
function tablesFor({ plan }: Pick<Session, "plan">, { over = [], table = null }: SeatFacts): readonly number[] {
  const all = Array.from({ length: plan.tables }, (_, k) => k + 1);
  const played = all.filter((number) => !over.includes(number));
  const open = played.length > 0 ? played : all;
  return table !== null && open.includes(table) ? [table] : open;
}

interface Team {
  readonly table: number;
  readonly country: CountryId;
  readonly size: number;
  /** Of all at its table. */
  readonly people: number;
  /** Of the country by power, 0 the strongest. */
  readonly rank: number;
  readonly planned: boolean;
}

/** How a country suits a newcomer: lower is better. */
type Fit = (team: Team) => number;

function fitOf(asked: {
  readonly plan: Session["plan"];
  readonly newcomer: Newcomer;
  readonly facts: SeatFacts & { readonly when: "before" | "play" };
}): Fit {
  const { plan, newcomer, facts } = asked;
  const byPower: Fit = ({ rank }) => rank;
  if (facts.when === "play" || plan.seating === "byHost" || plan.seating === "chosen") return byPower;
  const byLot: Fit = ({ country, table }) => lot(facts.seed, newcomer.id, `${table} ${country}`);
  if (plan.seating === "random" || newcomer.temperament === null) return byLot;
  const wanted = newcomer.temperament.revisionism / 2;
  const r = new Map(facts.scenario.countries.map(({ id, revisionism }) => [id, revisionism ?? 0]));
  // Half a hundredth of chance only tells equals apart: r is judged in tenths.
  return (team) => Math.abs((r.get(team.country) ?? 0) - wanted) + byLot(team) / 200;
}

const lot = (seed: number, who: PersonId, what: string): number => next(seedPrng(seed, `${who} ${what}`)).value;

function teamsAt(
  tables: readonly number[],
  asked: { readonly plan: Session["plan"]; readonly places: readonly Place[]; readonly scenario: SeatingScenario },
): Team[] {
  const { plan, places, scenario } = asked;
  const sizes = new Map<string, number>();
  const people = new Map<number, number>();
  for (const { table, country } of places) {
    if (country === null) continue;
    sizes.set(`${table} ${country}`, (sizes.get(`${table} ${country}`) ?? 0) + 1);
    people.set(table, (people.get(table) ?? 0) + 1);
  }
  return tables.flatMap((table) =>
    countriesOpen(plan, scenario).map((country, rank) => ({
      table,
      country,
      size: sizes.get(`${table} ${country}`) ?? 0,
      people: people.get(table) ?? 0,
      rank,
      planned: rank < plan.seats,
    })),
  );
}

/** What comes first, then second, then third: a free country, a team with room, a co-pilot's place. */
const inPlay = (teams: readonly Team[], { teamSize }: Session["plan"]): readonly (readonly Team[])[] => [
  teams.filter(({ size }) => size === 0),
  teams.filter(({ size }) => size < teamSize),
  teams.filter(({ size }) => size < TEAM_MOST),
];

function beforePlay(teams: readonly Team[], plan: Session["plan"]): readonly (readonly Team[])[] {
  const planned = teams.filter((team) => team.planned);
  return [
    planned.filter(({ size }) => size === 0),
    planned.filter(({ size }) => size < plan.teamSize),
    ...inPlay(teams, plan),
  ];
}

/** Where teams are smallest; there at the table with fewest people; there the country that suits best. */
function best(teams: readonly Team[], fits: Fit): Team | undefined {
  const first = teams.reduce<Team | undefined>(
    (one, other) => (one && order(one, other) <= 0 ? one : other),
    undefined,
  );
  const equals = first ? teams.filter((team) => order(team, first) === 0) : [];
  return equals.map((team) => ({ team, fit: fits(team) })).sort((a, b) => a.fit - b.fit)[0]?.team;
}

const order = (a: Team, b: Team): number => a.size - b.size || a.people - b.people || a.table - b.table;

/** The table with fewest of such places, the first of equals. */
function emptiest(tables: readonly number[], places: readonly Place[], counts: (place: Place) => boolean): number {
  const here = (table: number): number => places.filter((place) => place.table === table && counts(place)).length;
  return [...tables].sort((a, b) => here(a) - here(b) || a - b)[0] ?? 1;
}
