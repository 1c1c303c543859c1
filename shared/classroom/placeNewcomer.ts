import type { Place, Session } from "../model/classroom.ts";
import type { CountryId, PersonId } from "../model/ids.ts";
import { countriesOpen, countriesPlanned, TEAM_MOST } from "./seats.ts";
import type { SeatingScenario } from "./seats.ts";

/** What is to be known beside the class's record. */
export interface SeatFacts {
  readonly scenario: SeatingScenario;
  /** Tables whose match is over: nobody is seated there while another is played. */
  readonly over?: readonly number[];
  /** A place at this table if it can be; null or absent = at any. */
  readonly table?: number | null;
}

interface Team {
  readonly table: number;
  readonly country: CountryId;
  readonly size: number;
  /** Of all at its table. */
  readonly people: number;
  /** Rank of the country by power, 0 first. */
  readonly rank: number;
  readonly planned: boolean;
}

/**
 * A place for someone who comes late, at once and always: a country that a computer player leads, the strongest at the table
 * with fewest people; else a team with room; else beside the smallest team, as co-pilot; else one watches. Before play the
 * plan's countries and teams are filled before further countries are opened. Where students choose, they get a table and
 * choose there.
 */
export function placeNewcomer(session: Session, member: PersonId, facts: SeatFacts): Omit<Place, "member"> {
  const places = session.places.filter((place) => place.member !== member);
  const tables = tablesFor(session, facts);
  if (session.plan.seating === "chosen" && session.state === "gathering") {
    return { table: emptiest(tables, places, () => true), country: null };
  }
  const teams = tables.flatMap((table) => teamsAt(table, { session, places, facts }));
  const found = session.state === "gathering" ? beforePlay(teams, session) : inPlay(teams, session);
  return found
    ? { table: found.table, country: found.country }
    : { table: emptiest(tables, places, ({ country }) => country === null), country: null };
}

/** Those still played, or all when all are over; the one asked for if it is among them. */
function tablesFor({ plan }: Session, { over = [], table = null }: SeatFacts): readonly number[] {
  const all = Array.from({ length: plan.tables }, (_, k) => k + 1);
  const played = all.filter((number) => !over.includes(number));
  const open = played.length > 0 ? played : all;
  return table !== null && open.includes(table) ? [table] : open;
}

function teamsAt(
  table: number,
  {
    session,
    places,
    facts,
  }: { readonly session: Session; readonly places: readonly Place[]; readonly facts: SeatFacts },
): Team[] {
  const planned = new Set(countriesPlanned(session.plan, table, facts.scenario));
  const here = places.filter((place) => place.table === table && place.country !== null);
  return countriesOpen(session.plan, table, facts.scenario).map((country, rank) => ({
    table,
    country,
    size: here.filter((place) => place.country === country).length,
    people: here.length,
    rank,
    planned: planned.has(country),
  }));
}

const inPlay = (teams: readonly Team[], { plan }: Pick<Session, "plan">): Team | undefined =>
  best(teams.filter(({ size }) => size === 0)) ??
  best(teams.filter(({ size }) => size < plan.teamSize)) ??
  best(teams.filter(({ size }) => size < TEAM_MOST));

const beforePlay = (teams: readonly Team[], { plan }: Pick<Session, "plan">): Team | undefined =>
  best(teams.filter(({ size, planned }) => planned && size === 0)) ??
  best(teams.filter(({ size, planned }) => planned && size < plan.teamSize)) ??
  inPlay(teams, { plan });

/** Where teams are smallest; there at the table with fewest people; there the strongest country. */
const best = (teams: readonly Team[]): Team | undefined =>
  [...teams].sort((a, b) => a.size - b.size || a.people - b.people || a.table - b.table || a.rank - b.rank)[0];

/** The table with fewest of such places, the first of equals. */
function emptiest(tables: readonly number[], places: readonly Place[], counts: (place: Place) => boolean): number {
  const here = (table: number): number => places.filter((place) => place.table === table && counts(place)).length;
  return [...tables].sort((a, b) => here(a) - here(b) || a - b)[0] ?? 1;
}
