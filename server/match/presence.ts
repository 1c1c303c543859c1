import type { CountryIndex, PersonId } from "#shared/model/ids.ts";
import type { MatchState, Occupant } from "#shared/model/match.ts";
import type { TeamPresence } from "#shared/projection/hostedFor.ts";
import type { Presence } from "#shared/projection/playerView.ts";
import { leadersOf, ownersOf } from "#shared/record/occupants.ts";
import type { Drafts } from "./Drafts.ts";
import type { People } from "./People.ts";
import { maySubmit, seatHeldBy } from "./seating.ts";

interface Around {
  readonly code: string;
  readonly people: People;
  readonly drafts: Drafts;
  readonly mayStart: boolean;
}

/** What is not in the record, for one reader (null = the public): who is there, who is ready, the own seat's draft and team. */
export function presenceOf(
  state: MatchState,
  person: PersonId | null,
  { code, people, drafts, mayStart }: Around,
): Presence {
  const { occupants, phase, submitted } = state;
  const holds = (occupant: Occupant, test: (person: PersonId) => boolean): boolean =>
    occupant.kind === "computer" || leadersOf(occupant).some((member) => test(member.person));
  const at = person === null ? null : seatHeldBy(state, person);
  return {
    code,
    connected: occupants.map((occupant) => holds(occupant, (id) => people.attendance.isConnected(id))),
    ready: occupants.map((occupant, i) => {
      // Of the seat kept for the reader: whether they have said to go on. Nobody else learns that it is kept.
      if (occupant.kind === "computer" && person !== null && ownersOf(occupant).includes(person))
        return people.isReady(person);
      return phase === "orders" ? Boolean(submitted[i]) : holds(occupant, (id) => people.isReady(id));
    }),
    draft: at === null ? null : drafts.at(state, at),
    mayStart,
    ...(person === null || at === null ? {} : { team: teamOf(state, people, { person, at }) }),
  };
}

function teamOf(
  { board, occupants, settings }: MatchState,
  people: People,
  { person, at }: { readonly person: PersonId; readonly at: CountryIndex },
): TeamPresence {
  const occupant = occupants[at];
  const country = board.ids[at];
  const names = new Map((occupant && "crew" in occupant ? occupant.crew : [])?.map((one) => [one.person, one.name]));
  const nameOf = (id: PersonId): string => names.get(id) ?? people.find(id)?.name ?? "";
  const leaders = leadersOf(occupant);
  const team = leaders.length > 0 ? leaders : ownersOf(occupant).map((id) => ({ person: id, name: nameOf(id) }));
  return {
    crew: team.length < 2 ? [] : team.map((one) => ({ ...one, present: people.attendance.isConnected(one.person) })),
    editing: country === undefined || team.length < 2 ? null : people.editing.by(country),
    maySubmit: maySubmit(settings, occupant, { person, isPresent: (id) => people.attendance.isPresent(id) }),
  };
}
