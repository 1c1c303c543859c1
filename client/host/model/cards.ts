import type { HostView, SeatCard, TableCard } from "#shared/model/classView.ts";
import type { PersonId } from "#shared/model/ids.ts";
import type { Phase } from "#shared/model/match.ts";
import { clockText } from "../../viewmodel/clock.ts";

export type SortBy = "need" | "number";

/** Those that need the instructor most first, or by number. */
export const sortedCards = (tables: readonly TableCard[], by: SortBy): readonly TableCard[] =>
  tables.toSorted((a, b) => (by === "need" ? b.need - a.need : 0) || a.number - b.number);

/** How a seat stands, by form: tick, half, dashed, c, empty square. */
export type Square = "done" | "thinking" | "away" | "computer" | "empty";

export interface SeatMark {
  readonly country: SeatCard["country"];
  /** Of the country. */
  readonly name: string;
  readonly square: Square;
  readonly who: readonly string[];
  /** Epoch ms since when nobody of it is here, or does anything; null = busy. */
  readonly since: number | null;
  readonly idle: boolean;
  readonly kept: boolean;
}

/** People's seats in the board's order, then those of computer players, as on the card. */
export function seatMarks(card: TableCard, names: ReadonlyMap<PersonId, string>): readonly SeatMark[] {
  const marks = card.seats.map((seat) => markOf(seat, names));
  return [
    ...marks.filter(({ square }) => square !== "computer"),
    ...marks.filter(({ square }) => square === "computer"),
  ];
}

function markOf(seat: SeatCard, names: ReadonlyMap<PersonId, string>): SeatMark {
  return {
    country: seat.country,
    name: seat.name,
    square: squareOf(seat),
    who: seat.members.map((id) => names.get(id) ?? ""),
    since: seat.awaySince ?? seat.idleSince,
    idle: seat.awaySince === null && seat.idleSince !== null,
    kept: seat.kept,
  };
}

function squareOf({ state, ready, awaySince }: SeatCard): Square {
  switch (state) {
    case "computer":
    case "empty":
    case "away":
      return state;
    case "submitted":
      return "done";
    case "draft":
    case "none":
      // Outside the orders there is nothing to hand in: who has pressed on is done.
      if (awaySince !== null) return "away";
      return ready ? "done" : "thinking";
  }
}

/** "6 of 8 in": of the seats that people play. */
export function countIn(marks: readonly SeatMark[]): { readonly done: number; readonly of: number } {
  const people = marks.filter(({ square }) => square !== "computer" && square !== "empty");
  return { done: people.filter(({ square }) => square === "done").length, of: people.length };
}

export type Badge =
  | { readonly kind: "frozen" | "paused" | "ended" | "waiting" }
  | { readonly kind: "away"; readonly count: number }
  | { readonly kind: "elsewhere"; readonly turn: number; readonly phase: Phase; readonly clock: string }
  | { readonly kind: "in"; readonly done: number; readonly of: number };

/** What stands in a card's corner: the first of these that is so. */
export function badgeOf(card: TableCard, marks: readonly SeatMark[], pace: Pace & { readonly now: number }): Badge {
  if (card.pause) return { kind: card.pause.frozen ? "frozen" : "paused" };
  if (card.phase === "ended") return { kind: "ended" };
  if (card.phase === "lobby") return { kind: "waiting" };
  const away = marks.filter(({ square }) => square === "away").length;
  if (away > 0) return { kind: "away", count: away };
  const { phase, turn } = card;
  if (phase !== pace.phase || turn !== pace.turn)
    return { kind: "elsewhere", turn, phase, clock: clockText(card.deadline, pace.now) ?? "" };
  return { kind: "in", ...countIn(marks) };
}

/** Where most tables are. */
export interface Pace {
  readonly phase: Phase;
  readonly turn: number;
  readonly tables: number;
  readonly of: number;
  /** When the first of them must go on; null = no clock, or paused. */
  readonly deadline: number | null;
  readonly paused: boolean;
}

export function paceOf(tables: readonly TableCard[]): Pace {
  const counts = new Map<string, TableCard[]>();
  for (const card of tables) {
    const key = `${card.phase} ${card.turn}`;
    counts.set(key, [...(counts.get(key) ?? []), card]);
  }
  const most = [...counts.values()].toSorted((a, b) => b.length - a.length || order(a) - order(b))[0] ?? [];
  const deadlines = most.flatMap(({ deadline }) => (deadline === null ? [] : [deadline]));
  return {
    phase: most[0]?.phase ?? "lobby",
    turn: most[0]?.turn ?? 0,
    tables: most.length,
    of: tables.length,
    deadline: deadlines.length > 0 ? Math.min(...deadlines) : null,
    paused: tables.length > 0 && tables.every(({ pause, phase }) => pause !== null || phase === "ended"),
  };
}

/** The slower tables decide when as many are in one place as in another. */
const order = (cards: readonly TableCard[]): number => cards[0]?.turn ?? 0;

export const namesOf = (view: Pick<HostView, "members">): ReadonlyMap<PersonId, string> =>
  new Map(view.members.map(({ id, name }) => [id, name]));

/**
 * The turn to whose dispatches a step back leads: the present one, or the one before where dispatches are read. Null where
 * tables go back to different turns.
 */
export function stepBackTo(tables: readonly Pick<TableCard, "phase" | "turn">[]): number | null {
  const turns = new Set(tables.map(({ phase, turn }) => Math.max(1, phase === "dispatches" ? turn - 1 : turn)));
  const [only] = turns;
  return turns.size === 1 ? (only ?? null) : null;
}
