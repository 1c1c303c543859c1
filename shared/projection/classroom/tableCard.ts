import type { ClassState, Session } from "../../model/classroom.ts";
import type { SeatCard, TableCard } from "../../model/classView.ts";
import type { CountryId, PersonId } from "../../model/ids.ts";
import type { MatchState, Occupant } from "../../model/match.ts";
import type { Board, World } from "../../model/world.ts";
import { keptFor } from "../../lib/keptFor.ts";
import { placesAt } from "../../classroom/lookUp.ts";
import { countriesPlanned, treatmentOf } from "../../classroom/seats.ts";
import type { ClassFacts, SeatPresence, TableFacts } from "./facts.ts";
import { headlineOf } from "./headline.ts";
import { needOf } from "./need.ts";

/**
 * A table's card for the dashboard, of the present session: before its match is made as the plan and the places say. Of
 * orders it holds that they are begun or handed in, nothing else. Null without a session.
 */
export function tableCard(state: ClassState, number: number, facts: ClassFacts): TableCard | null {
  const session = state.sessions.at(-1);
  if (!session) return null;
  const table = facts.tables.find((one) => one.number === number);
  const card = table ? playedCard(table, session) : gatheringCard(number, session, facts);
  return { ...card, need: needOf(card, { state, seats: table?.seats ?? [], now: facts.now }) };
}

type Card = Omit<TableCard, "need">;

function playedCard({ number, state, seats }: TableFacts, session: Session): Card {
  const { match, phase, turn, deadline, pause, board, world } = state;
  return {
    number,
    match,
    treatment: treatmentOf(session.plan, number)?.name ?? null,
    phase,
    turn,
    deadline,
    pause: pause === null ? null : { frozen: pause.frozen, text: pause.text },
    seats: board.ids.map((country, k) => seatCard(state, k, { country, session, number, presence: seats[k] })),
    observers: observersOf(session, number),
    hottest: phase === "lobby" ? null : hottestOf(board)(world).pair,
    headline: headlineOf(state.played.at(-1)),
    wars: world.wars,
  };
}

function gatheringCard(number: number, session: Session, { scenario }: ClassFacts): Card {
  const planned = new Set(scenario ? countriesPlanned(session.plan, scenario) : []);
  const countries = [...(scenario?.countries ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    number,
    match: null,
    treatment: treatmentOf(session.plan, number)?.name ?? null,
    phase: "lobby",
    turn: 0,
    deadline: null,
    pause: null,
    seats: countries.map(({ id, name }) => {
      const people = teamOf(session, number, id);
      const open = planned.has(id) || people.length > 0;
      return {
        country: id,
        name,
        members: people,
        state: people.length > 0 ? "none" : open ? "empty" : "computer",
        ready: false,
        kept: false,
        awaySince: null,
        idleSince: null,
      };
    }),
    observers: observersOf(session, number),
    hottest: null,
    headline: null,
    wars: 0,
  };
}

/** In order, the first first. */
const teamOf = ({ places }: Session, table: number, country: CountryId): readonly PersonId[] =>
  placesAt(places, table).flatMap((place) => (place.country === country ? [place.member] : []));

const observersOf = ({ places }: Session, table: number): readonly PersonId[] =>
  placesAt(places, table).flatMap((place) => (place.country === null ? [place.member] : []));

interface SeatAsked {
  readonly country: CountryId;
  readonly session: Session;
  readonly number: number;
  readonly presence: SeatPresence | undefined;
}

function seatCard(state: MatchState, at: number, { country, session, number, presence }: SeatAsked): SeatCard {
  const members = teamOf(session, number, country);
  const kept = session.kept.some((one) => one.table === number && one.country === country);
  const submitted = (state.submitted[at] ?? null) !== null;
  const people = members.length > 0 && !kept;
  return {
    country,
    name: state.board.names[at] ?? country,
    members,
    state: seatState(state.occupants[at], { submitted, people, presence }),
    ready: submitted || presence?.ready === true,
    kept,
    awaySince: members.length > 0 ? (presence?.awaySince ?? null) : null,
    idleSince: people ? (presence?.idleSince ?? null) : null,
  };
}

function seatState(
  occupant: Occupant | undefined,
  now: { readonly submitted: boolean; readonly people: boolean; readonly presence: SeatPresence | undefined },
): SeatCard["state"] {
  if (occupant?.kind === "computer") return "computer";
  if (occupant === undefined || occupant.kind === "empty") return now.people ? "none" : "empty";
  if (now.submitted) return "submitted";
  if ((now.presence?.awaySince ?? null) !== null) return "away";
  return now.presence?.draft === true ? "draft" : "none";
}

/** Who fears whom most, by T as everyone may reckon it; the first pair of equals. */
const hottestOf = keptFor((board: Board) =>
  keptFor((world: World): { readonly pair: TableCard["hottest"] } => {
    let pair: TableCard["hottest"] = null;
    for (const [i, observer] of board.ids.entries()) {
      for (const [j, country] of board.ids.entries()) {
        const threat = world.threat[i]?.[j] ?? 0;
        if (i !== j && threat > (pair?.threat ?? 0)) pair = { observer, country, threat };
      }
    }
    return { pair };
  }),
);
