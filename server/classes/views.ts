import type { HostView, ScreenView, StudentView } from "#shared/model/classView.ts";
import type { CountryId, PersonId } from "#shared/model/ids.ts";
import type { ClassFacts, SeatPresence, TableFacts } from "#shared/projection/classroom/facts.ts";
import { hostView } from "#shared/projection/classroom/hostView.ts";
import { screenView } from "#shared/projection/classroom/screenView.ts";
import { studentView } from "#shared/projection/classroom/studentView.ts";
import { leadersOf, ownersOf } from "#shared/record/occupants.ts";
import type { MatchController } from "#server/match/MatchController.ts";
import type { ClassController } from "./ClassController.ts";

/** Milliseconds after which a seat that does nothing is told as idle; shorter would only flicker. */
const STILL = 30_000;

/** What views are made of beside the record; the same for all who are shown something at one moment. */
export function factsOf(room: ClassController): ClassFacts {
  return {
    now: room.now(),
    scenario: room.scenario,
    tables: room.tables.all.map(({ number, controller }) => tableFacts(room, number, controller)),
  };
}

export const viewForHost = (
  room: ClassController,
  facts: ClassFacts,
  who: { readonly role: "owner" | "cohost"; readonly label: string },
): HostView => hostView(room.state, { ...facts, ...who, hosts: room.people.hosts, screens: room.people.screens });

export const viewForScreen = (room: ClassController, facts: ClassFacts): ScreenView =>
  screenView(room.state, { ...facts, showing: room.showing });

export const viewForStudent = (room: ClassController, facts: ClassFacts, member: PersonId): StudentView | null =>
  studentView(room.state, member, facts);

function tableFacts(room: ClassController, number: number, controller: MatchController): TableFacts {
  const { state } = controller;
  const drafts = controller.drafts();
  const placed = new Map<CountryId, PersonId[]>();
  for (const { member, table, country } of room.session?.places ?? []) {
    if (table !== number || country === null) continue;
    placed.set(country, [...(placed.get(country) ?? []), member]);
  }
  return {
    number,
    state,
    seats: state.board.ids.map((country, at) =>
      seatFacts(room, controller, { at, people: placed.get(country) ?? [], draft: (drafts[at] ?? null) !== null }),
    ),
  };
}

function seatFacts(
  room: ClassController,
  controller: MatchController,
  { at, people, draft }: { readonly at: number; readonly people: readonly PersonId[]; readonly draft: boolean },
): SeatPresence {
  const { state } = controller;
  const occupant = state.occupants[at];
  const leaders = leadersOf(occupant).map(({ person }) => person);
  const submitted = (state.submitted[at] ?? null) !== null;
  const ready = submitted || leaders.some((person) => controller.people.isReady(person));
  const away = people.length === 0 ? null : room.people.awaySince(people);
  const playing = state.phase !== "lobby" && state.phase !== "ended";
  const idle = !playing || ready || leaders.length === 0 ? null : stillSince(room, controller, ownersOf(occupant));
  return { draft: draft && !submitted, ready, awaySince: away, idleSince: idle };
}

/** Since when nobody of these did anything, in this phase; null = just now. */
function stillSince(room: ClassController, controller: MatchController, people: readonly PersonId[]): number | null {
  const acted = people.flatMap((person) => controller.people.lastActive(person) ?? []);
  const since = Math.max(room.tables.phaseSince(controller.match), ...acted);
  return room.now() - since >= STILL ? since : null;
}
