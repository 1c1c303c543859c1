import type { Phase } from "#shared/model/match.ts";
import type { PlayerView, SeatView } from "#shared/model/view.ts";

/** The mark of a seat square: never told by colour alone. */
export type SeatMark = "done" | "thinking" | "away" | "computer" | "empty";

export function seatMark(seat: SeatView, phase: Phase): SeatMark {
  if (seat.occupant === "empty") return "empty";
  if (seat.occupant === "computer") return "computer";
  if (!seat.connected) return "away";
  return isDone(seat, phase) ? "done" : "thinking";
}

/** Done with the phase: orders are in, or ready to go on. */
export const isDone = (seat: SeatView, phase: Phase): boolean => seat.ready || (phase === "orders" && seat.submitted);

/** "7 of 11 in": people and computer players alike; away people do not hold a phase up. */
export function howManyIn(seats: readonly SeatView[], phase: Phase): { readonly done: number; readonly of: number } {
  const taking = seats.filter((seat) => seat.occupant !== "empty");
  return {
    done: taking.filter((seat) => isDone(seat, phase) || seat.occupant === "computer").length,
    of: taking.length,
  };
}

/** Connected people the phase still waits for. */
export const waitingFor = (seats: readonly SeatView[], phase: Phase): readonly SeatView[] =>
  seats.filter((seat) => seat.occupant === "person" && seat.connected && !isDone(seat, phase));

/** Whether the table waits for nobody who plays: then those whose seats are played for them say when to go on. */
export const isOnlyWatched = (view: Pick<PlayerView, "you" | "seats">): boolean =>
  isHandedOver(view) && !view.seats.some(({ occupant, connected }) => occupant === "person" && connected);

/** Whether a computer player plays the reader's own seat: it decides, signs and speaks there until the seat is taken back. */
export const isHandedOver = ({ you, seats }: Pick<PlayerView, "you" | "seats">): boolean =>
  seats.some(({ country, occupant }) => country === you && occupant === "computer");
