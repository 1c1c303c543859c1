import type { ClassState } from "../../model/classroom.ts";
import type { TableCard } from "../../model/classView.ts";
import { membersById } from "../../classroom/lookUp.ts";
import type { SeatPresence } from "./facts.ts";

/** Points by which a table needs an instructor: someone asks, or was wronged; someone is lost; everyone waits for one; it stands still. */
const HELP = 100;
const REPORTED = 60;
const AWAY = 30;
const LAST_ONE = 25;
const IDLE = 15;
const STOPPED = 10;
/** Someone who does nothing for so long is lost or elsewhere, in milliseconds. */
const IDLE_AFTER = 60_000;

type Card = Omit<TableCard, "need">;

/** 0 = needs nobody; higher = sooner. The sum of its reasons, so that two calls weigh more than one. */
export function needOf(
  card: Card,
  asked: {
    readonly state: Pick<ClassState, "members" | "reports" | "sessions">;
    /** By country index. */
    readonly seats: readonly SeatPresence[];
    readonly now: number;
  },
): number {
  const { state, seats, now } = asked;
  const here = [...card.seats.flatMap((seat) => seat.members), ...card.observers];
  const members = membersById(state.members);
  const calls = here.filter((id) => (members.get(id)?.help ?? null) !== null).length;
  const told = state.reports.filter((one) => !one.handled && one.table === card.number && here.includes(one.by)).length;
  const asking = calls * HELP + told * REPORTED;
  if (card.phase === "ended") return asking;
  const away = card.seats.filter(({ awaySince, kept }) => awaySince !== null && !kept).length;
  const idle = card.seats.filter(
    ({ idleSince, awaySince }) => awaySince === null && idleSince !== null && now - idleSince >= IDLE_AFTER,
  ).length;
  const waits = waitsForOne(card, seats) ? LAST_ONE : 0;
  return asking + away * AWAY + idle * IDLE + waits + (card.pause ? STOPPED : 0);
}

/** All but one of the seats that people lead are done with the phase. */
function waitsForOne({ phase, seats }: Card, presence: readonly SeatPresence[]): boolean {
  if (phase === "lobby" || phase === "ended") return false;
  const people = seats.flatMap(({ state }, k) =>
    state === "computer" || state === "empty" ? [] : [state === "submitted" || presence[k]?.ready === true],
  );
  return people.length > 1 && people.filter((done) => !done).length === 1;
}
