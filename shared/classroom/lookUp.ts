import { keptFor } from "../lib/keptFor.ts";
import type { Member, Place } from "../model/classroom.ts";
import type { PersonId } from "../model/ids.ts";

// Views of a class are made for every student and table after every command: what they look up is sorted once.

/** Members by id. */
export const membersById = keptFor(
  (members: readonly Member[]): ReadonlyMap<PersonId, Member> => new Map(members.map((member) => [member.id, member])),
);

/** How many are in and here. */
const present = keptFor((members: readonly Member[]) => ({
  count: members.filter((member) => member.state === "in" && member.present).length,
}));
export const presentCount = (members: readonly Member[]): number => present(members).count;

interface Places {
  readonly byMember: ReadonlyMap<PersonId, Place>;
  readonly byTable: ReadonlyMap<number, readonly Place[]>;
}
const sorted = keptFor((places: readonly Place[]): Places => {
  const byTable = new Map<number, Place[]>();
  for (const place of places) {
    const here = byTable.get(place.table) ?? [];
    here.push(place);
    byTable.set(place.table, here);
  }
  return { byMember: new Map(places.map((place) => [place.member, place])), byTable };
});

/** Where someone is, or null. */
export const placeOf = (places: readonly Place[], member: PersonId): Place | null =>
  sorted(places).byMember.get(member) ?? null;
/** Everyone at a table, in order. */
export const placesAt = (places: readonly Place[], table: number): readonly Place[] =>
  sorted(places).byTable.get(table) ?? [];
