import type { ClassSummary } from "#shared/protocol/classMessages.ts";
import type { MatchSummary } from "#shared/protocol/messages.ts";
import { fill } from "../i18n/fill.ts";
import { home } from "../i18n/en/home.ts";
import { readMatch } from "../net/api.ts";
import type { KeptSeat, Seats } from "../net/seats.ts";
import { el } from "./dom.ts";

/** How many kept seats are asked about: the card is for the game just left, not an archive. */
const LATEST = 3;

/** Shows the latest match that still runs and in which this browser holds a seat. Matches that are gone are forgotten. */
export async function showResume(place: HTMLElement, seats: Seats): Promise<void> {
  const found = await firstRunning(seats, seats.all().slice(0, LATEST));
  if (!found) return;
  place.replaceChildren(...card(found.kept, found.match));
  place.hidden = false;
}

interface Running {
  readonly kept: KeptSeat;
  readonly match: MatchSummary | ClassSummary;
}

/** Asked one at a time and in order: usually the first answers, and then the rest need not be asked. */
async function firstRunning(seats: Seats, [kept, ...rest]: readonly KeptSeat[]): Promise<Running | null> {
  if (!kept) return null;
  const match = await readMatch(kept.entry.code);
  if (match.ok && (match.value.kind === "class" || match.value.phase !== "ended")) return { kept, match: match.value };
  if (!match.ok && /^(code|match)\./.test(match.error.code)) seats.forget(kept.entry.code);
  return firstRunning(seats, rest);
}

function card({ entry }: KeptSeat, match: MatchSummary | ClassSummary): readonly Node[] {
  if (match.kind === "class") return classCard(match, entry.name);
  const country = match.seats.find((seat) => seat.country === entry.country)?.name;
  const who = country === undefined ? home.resume.watching : fill(home.resume.as, { country });
  const when = match.phase === "lobby" ? home.resume.lobby : fill(home.resume.turn, { turn: match.turn });
  return [
    el("p", {}, el("strong", {}, match.title), el("br", {}), `${who} ${when}.`),
    el("a", { class: "button button-strong", href: `/play/${match.code}` }, home.resume.go),
  ];
}

function classCard({ name, code, session }: ClassSummary, who: string): readonly Node[] {
  const now = session && session.state !== "over" ? session.title : home.resume.between;
  return [
    el("p", {}, el("strong", {}, name), el("br", {}), `${fill(home.resume.inClass, { name: who })} ${now}.`),
    el("a", { class: "button button-strong", href: `/play/${code}` }, home.resume.goClass),
  ];
}
