import type { ClassState, ClassTable, Session } from "#shared/model/classroom.ts";
import type { CountryId } from "#shared/model/ids.ts";
import type { CrewMember, Filler, MatchState, Occupant } from "#shared/model/match.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { nameAtTable } from "#shared/classroom/names.ts";
import { castOfTable } from "#shared/classroom/tables.ts";
import type { CrewSeat } from "#server/match/seatCrews.ts";

interface At {
  readonly table: ClassTable;
  readonly state: Pick<MatchState, "board" | "occupants">;
  readonly scenario: Scenario | null;
}

/** Who is to sit where at one table: people by their places, computer players elsewhere. One that plays already stays who it is. */
export function crewsOf(
  state: ClassState,
  session: Session,
  { table, state: match, scenario }: At,
): readonly CrewSeat[] {
  const cast = scenario ? castOfTable(session.plan, table, session.places, scenario) : new Map<CountryId, Filler>();
  return match.board.ids.map((country, at) => {
    const people = peopleAt(state, session, { table, country, scenario });
    const kept = session.kept.some((one) => one.table === table.number && one.country === country);
    const sitting = fillerIn(match.occupants[at]);
    const filler = sitting ?? cast.get(country) ?? { personality: "theorist", difficulty: session.plan.difficulty };
    return {
      country,
      people,
      ...(kept && people.length > 0 ? { kept: filler } : {}),
      ...(sitting ? {} : { else: filler }),
    };
  });
}

function peopleAt(
  { members, settings }: ClassState,
  { places }: Session,
  { table, country, scenario }: Pick<At, "table" | "scenario"> & { readonly country: CountryId },
): readonly CrewMember[] {
  return places.flatMap((place) => {
    if (place.table !== table.number || place.country !== country) return [];
    const member = members.find(({ id }) => id === place.member);
    if (!member) return [];
    return [{ person: member.id, name: nameAtTable(member, { settings, places, scenario }) }];
  });
}

function fillerIn(occupant: Occupant | undefined): Filler | null {
  if (occupant?.kind !== "computer") return null;
  const { kind: _kind, keeps: _keeps, crew: _crew, ...filler } = occupant;
  return filler;
}
