import type { PersonId } from "../model/ids.ts";
import type { CrewMember, Occupant } from "../model/match.ts";

/** Who leads this seat now: one person or a team, in order; nobody where it is empty or a computer player's. */
export function leadersOf(occupant: Occupant | undefined): readonly CrewMember[] {
  if (occupant?.kind !== "person") return [];
  const { person, name, crew = [] } = occupant;
  return [{ person, name }, ...crew];
}

/** Whose seat it is: who leads it, or for whom a computer player keeps it. In order. */
export function ownersOf(occupant: Occupant | undefined): readonly PersonId[] {
  if (occupant?.kind === "person") return leadersOf(occupant).map(({ person }) => person);
  if (occupant?.kind !== "computer" || occupant.keeps === undefined) return [];
  return [occupant.keeps, ...(occupant.crew ?? []).map(({ person }) => person)];
}

/** Whether two lists of people have someone in common: a seat passes within a team, not to strangers. */
export const haveInCommon = (some: readonly PersonId[], others: readonly PersonId[]): boolean =>
  some.some((person) => others.includes(person));
