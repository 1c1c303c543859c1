import type { CountryId, CountryIndex, PersonId } from "#shared/model/ids.ts";
import type { CrewMember, Filler, MatchState, Occupant } from "#shared/model/match.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { leadersOf, ownersOf } from "#shared/record/occupants.ts";
import { castOf } from "./cast.ts";
import type { Entry } from "./Ledger.ts";
import { indexOf } from "./seating.ts";

/** Who is to have a seat. */
export interface CrewSeat {
  readonly country: CountryId;
  /** In order; empty = a computer player's. */
  readonly people: readonly CrewMember[];
  /** Who keeps the seat for these people; absent = they lead it themselves. */
  readonly kept?: Filler;
  /** Who plays a seat without people; absent = whoever plays it, or the scenario's own cast. */
  readonly else?: Filler;
}

/**
 * Makes the occupants of these seats exactly what is wanted; what is so already is left alone. All who are to go leave first, so
 * that two people can change places; who sits elsewhere leaves that seat too.
 */
export function seatCrews(entry: Entry, wanted: readonly CrewSeat[]): Refusal | null {
  for (const [at, country] of entry.state.board.ids.entries()) {
    const seat = wanted.find((one) => one.country === country);
    const refusal = makeRoom(entry, at, seat ?? { country, people: remainingAt(entry.state, at, wanted) });
    if (refusal) return refusal;
  }
  for (const seat of wanted) {
    const at = indexOf(entry.state, seat.country);
    const refusal = at.ok ? sitDown(entry, seat, at.value) : at.error;
    if (refusal) return refusal;
  }
  return null;
}

/** Who is left at a seat that was not asked about, once the others are where they are wanted. */
function remainingAt({ occupants }: MatchState, at: CountryIndex, wanted: readonly CrewSeat[]): readonly CrewMember[] {
  const moved = wanted.flatMap(({ people }) => people.map(({ person }) => person));
  return membersOf(occupants[at]).filter(({ person }) => !moved.includes(person));
}

/** The first of those a seat is kept for has no name in the record, and needs none. */
function membersOf(occupant: Occupant | undefined): readonly CrewMember[] {
  if (occupant?.kind !== "computer" || occupant.keeps === undefined) return leadersOf(occupant);
  return [{ person: occupant.keeps, name: "" }, ...(occupant.crew ?? [])];
}

/** Those who are not to have the seat leave it; a computer player takes it where nobody stays. */
function makeRoom(entry: Entry, at: CountryIndex, seat: CrewSeat): Refusal | null {
  const { country, people } = seat;
  const { occupants, phase } = entry.state;
  const owners = ownersOf(occupants[at]);
  const staying = people.filter(({ person }) => owners.includes(person));
  if (staying.length === owners.length) return null;
  const [first, ...others] = staying;
  if (first) return put(entry, at, remaining(occupants[at], first, others));
  return phase === "lobby"
    ? entry.add({ kind: "seat", country, occupant: { kind: "empty" } })
    : put(entry, at, { kind: "computer", ...fillerOf(entry.state, seat, at) });
}

/** A seat that is led goes on being led, one that is kept being kept, by those who stay. */
function remaining(occupant: Occupant | undefined, first: CrewMember, others: readonly CrewMember[]): Occupant {
  if (occupant?.kind !== "computer") return led(first, others);
  const { crew: _crew, ...rest } = occupant;
  return { ...rest, keeps: first.person, ...(others.length > 0 ? { crew: others } : {}) };
}

function sitDown(entry: Entry, seat: CrewSeat, at: CountryIndex): Refusal | null {
  const [first, ...others] = seat.people;
  if (!first) {
    if (entry.state.occupants[at]?.kind === "computer" && seat.else === undefined) return null;
    return put(entry, at, { kind: "computer", ...fillerOf(entry.state, seat, at) });
  }
  if (!seat.kept) return put(entry, at, led(first, others));
  // A computer player keeps a seat for those who led it: whoever is to have it kept sits down for a moment.
  const owners: readonly PersonId[] = ownersOf(entry.state.occupants[at]);
  const strangers = seat.people.some(({ person }) => !owners.includes(person));
  const refusal = strangers ? put(entry, at, led(first, others)) : null;
  const crew = others.length > 0 ? { crew: others } : {};
  return refusal ?? put(entry, at, { kind: "computer", ...seat.kept, keeps: first.person, ...crew });
}

const led = (first: CrewMember, others: readonly CrewMember[]): Occupant => ({
  kind: "person",
  ...first,
  ...(others.length > 0 ? { crew: others } : {}),
});

/** Records an occupant, unless it sits there already. */
function put(entry: Entry, at: CountryIndex, occupant: Occupant): Refusal | null {
  const { board, occupants } = entry.state;
  const country = board.ids[at];
  if (!country || isSame(occupants[at], occupant)) return null;
  return entry.add({ kind: "seat", country, occupant });
}

function isSame(a: Occupant | undefined, b: Occupant): boolean {
  if (a?.kind !== b.kind) return false;
  const people = (one: Occupant): string => JSON.stringify([ownersOf(one), leadersOf(one).map(({ name }) => name)]);
  const manner = (one: Occupant): string =>
    one.kind === "computer" ? [one.personality, one.temper ?? "steady", one.difficulty ?? "normal"].join() : "";
  return people(a) === people(b) && manner(a) === manner(b);
}

/** The one asked for; else whoever plays there already; else the scenario's own. */
function fillerOf({ board, occupants, settings }: MatchState, { else: wanted }: CrewSeat, at: CountryIndex): Filler {
  if (wanted) return wanted;
  const occupant = occupants[at];
  if (occupant?.kind === "computer") {
    const { kind: _kind, keeps: _keeps, crew: _crew, ...filler } = occupant;
    return filler;
  }
  return castOf(board.scenario, settings.seed)[at] ?? { personality: "theorist" };
}
