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
 * Makes the occupants of these seats exactly what is wanted; what is so already is left alone. All who are to go leave
 * first, so that two people can change places.
 */
export function seatCrews(entry: Entry, wanted: readonly CrewSeat[]): Refusal | null {
  for (const write of [makeRoom, sitDown])
    for (const seat of wanted) {
      const at = indexOf(entry.state, seat.country);
      if (!at.ok) return at.error;
      const refusal = write(entry, seat, at.value);
      if (refusal) return refusal;
    }
  return null;
}

/** Those who are not to have the seat leave it; a computer player takes it where nobody stays. */
function makeRoom(entry: Entry, seat: CrewSeat, at: CountryIndex): Refusal | null {
  const { country, people } = seat;
  const { occupants, phase } = entry.state;
  const owners = ownersOf(occupants[at]);
  const staying = owners.filter((person) => people.some((one) => one.person === person));
  if (staying.length === owners.length) return null;
  const [first, ...others] = people.filter(({ person }) => staying.includes(person));
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
