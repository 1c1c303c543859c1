import type { Member, Session } from "../../model/classroom.ts";
import type { TableCard } from "../../model/classView.ts";

/** Points by which a table needs an instructor: someone asks; someone is locked out; play cannot go on; someone is lost. */
const HELP = 100;
const AWAY = 30;
const IDLE = 15;
const LAST_ONE = 25;
const STOPPED = 10;
/** Someone who does nothing for so long is lost or elsewhere, in milliseconds. */
const IDLE_AFTER = 60_000;

/** 0 = needs nobody; higher = sooner. The sum of its reasons, so that two calls weigh more than one. */
export function needOf(
  card: Omit<TableCard, "need">,
  asked: { readonly members: readonly Member[]; readonly session: Session; readonly now: number },
): number {
  const { members, now } = asked;
  const here = new Set([...card.seats.flatMap((seat) => seat.members), ...card.observers]);
  const calls = members.filter(({ id, help }) => help !== null && here.has(id)).length;
  if (card.phase === "ended") return calls * HELP;
  const away = card.seats.filter(({ awaySince, kept }) => awaySince !== null && !kept).length;
  const idle = card.seats.filter(({ idleSince }) => idleSince !== null && now - idleSince >= IDLE_AFTER).length;
  return calls * HELP + away * AWAY + idle * IDLE + (waitsForOne(card) ? LAST_ONE : 0) + (card.pause ? STOPPED : 0);
}

/** All but one of the people's seats are in. */
function waitsForOne({ phase, seats }: Omit<TableCard, "need">): boolean {
  if (phase !== "orders") return false;
  const people = seats.filter(({ state }) => state !== "computer" && state !== "empty");
  return people.length > 1 && people.filter(({ state }) => state !== "submitted").length === 1;
}
