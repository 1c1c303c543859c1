import { fail, ok, type Result } from "#shared/lib/result.ts";
import type { CountryId, CountryIndex, PersonId } from "#shared/model/ids.ts";
import type { CommandBody, Filler, MatchSettings, MatchState, Occupant } from "#shared/model/match.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { leadersOf, ownersOf } from "#shared/record/occupants.ts";
import { illegal, invalid } from "#server/lib/refusals.ts";
import { castOf } from "./cast.ts";
import type { Entry } from "./Ledger.ts";

/** A person sits down. */
export const seated = (
  country: CountryId,
  { id, name }: { readonly id: PersonId; readonly name: string },
): CommandBody => ({
  kind: "seat",
  country,
  occupant: { kind: "person", person: id, name },
});

/** The seat a person holds, alone or with others, or null. */
export function seatOf(state: MatchState, person: PersonId): CountryIndex | null {
  const at = seatHeldBy(state, person);
  return at !== null && state.occupants[at]?.kind === "person" ? at : null;
}

/** The seat a computer player keeps warm for a person, or null. */
export function keptFor(state: MatchState, person: PersonId): CountryIndex | null {
  const at = seatHeldBy(state, person);
  return at !== null && state.occupants[at]?.kind === "computer" ? at : null;
}

/** The one or the other: nobody has two seats. */
export function seatHeldBy({ occupants }: MatchState, person: PersonId): CountryIndex | null {
  const at = occupants.findIndex((occupant) => ownersOf(occupant).includes(person));
  return at < 0 ? null : at;
}

interface Submitter {
  readonly person: PersonId;
  readonly isPresent: (person: PersonId) => boolean;
}

/** Whether someone may hand in the orders of their seat: anyone of it, or by the rules of a class the first who is there. */
export function maySubmit(
  { classroom }: MatchSettings,
  occupant: Occupant | undefined,
  { person, isPresent }: Submitter,
): boolean {
  const leaders = leadersOf(occupant).map((one) => one.person);
  if (classroom?.submitter !== "first") return leaders.includes(person);
  return (leaders.find(isPresent) ?? leaders[0]) === person;
}

export function indexOf(state: MatchState, country: CountryId): Result<CountryIndex, Refusal> {
  const index = state.board.indexOf.get(country);
  return index === undefined
    ? fail(invalid("country.unknown", `There is no country "${country}" in this match.`))
    : ok(index);
}

/** Whether anyone may sit down here: always on an empty seat, and on the computer's unless it is kept for someone else. */
export function isFree(occupant: Occupant | undefined, person: PersonId): boolean {
  if (!occupant || occupant.kind === "person") return false;
  const owners = ownersOf(occupant);
  return owners.length === 0 || owners.includes(person);
}

/**
 * The seat a newcomer gets: the one asked for, or any; null when the table is full. An empty seat before a
 * computer's. Refused when the wanted country is taken while others are free.
 */
export function seatFor(
  state: MatchState,
  person: PersonId,
  wanted: CountryId | undefined,
): Result<CountryIndex | null, Refusal> {
  const free = state.occupants.flatMap((occupant, at) => (isFree(occupant, person) ? [at] : []));
  const first = free.find((at) => state.occupants[at]?.kind === "empty") ?? free[0];
  if (first === undefined) return ok(null);
  if (wanted === undefined) return ok(first);
  const index = indexOf(state, wanted);
  if (!index.ok || free.includes(index.value)) return index;
  const names = free.map((at) => state.board.names[at]).join(", ");
  return fail(illegal("seat.taken", `${state.board.names[index.value]} is taken. Still free: ${names}.`));
}

/** Gives a newcomer the seat that `seatFor` finds; a full table leaves them watching. */
export function sitDown(
  entry: Entry,
  person: Parameters<typeof seated>[1],
  wanted: CountryId | undefined,
): Refusal | null {
  const seat = seatFor(entry.state, person.id, wanted);
  if (!seat.ok) return seat.error;
  const country = seat.value === null ? undefined : entry.state.board.ids[seat.value];
  return country ? entry.add(seated(country, person)) : null;
}

/** Seats computer players on what is empty. */
export function fillEmpty(entry: Entry, chosen: readonly Filler[]): Refusal | null {
  for (const [at, filler] of fillings(entry.state, chosen)) {
    const country = entry.state.board.ids[at];
    const refusal = country ? entry.add({ kind: "seat", country, occupant: { kind: "computer", ...filler } }) : null;
    if (refusal) return refusal;
  }
  return null;
}

/**
 * Computer players for the empty seats at the start, by country index. A list as long as the table names one for each seat;
 * any other is dealt to the empty seats in order, repeated as needed; with none, the scenario's own cast sits down.
 */
export function fillings(state: MatchState, chosen: readonly Filler[]): ReadonlyMap<CountryIndex, Filler> {
  const empty = state.occupants.flatMap((occupant, at) => (occupant.kind === "empty" ? [at] : []));
  const list = chosen.length > 0 ? chosen : castOf(state.board.scenario, state.settings.seed);
  const bySeat = list.length === state.occupants.length;
  return new Map(empty.map((at, i) => [at, (bySeat ? list[at] : list[i % list.length]) ?? PLAIN]));
}
const PLAIN: Filler = { personality: "theorist" };
