import type { CommandBody, MatchState, Occupant } from "#shared/model/match.ts";
import type { CountryIndex } from "#shared/model/ids.ts";
import { isOpen } from "#shared/record/nextPhase.ts";
import type { Log } from "#server/lib/log.ts";
import type { Timers } from "#server/lib/time.ts";
import type { Autopilot, ComputerSeat } from "./Autopilot.ts";
import type { Entry } from "./Ledger.ts";

/** Milliseconds after a phase opens (or a proposal arrives) in which the first and the last computer player act. */
const FIRST = 150;
const LAST = 900;

interface ComputerPlayersDeps {
  readonly autopilot: Autopilot;
  readonly timers: Timers;
  readonly log: Log;
  readonly paceFactor: number;
}

type Deed = (seat: ComputerSeat) => void;
interface Due {
  readonly cancel: () => void;
  readonly kind: "open" | "answer";
}

/**
 * When the computer players of one match act: within a second of a phase's opening, one after another,
 * and at once when the phase closes before their turn came.
 */
export class ComputerPlayers {
  readonly #autopilot: Autopilot;
  readonly #timers: Timers;
  readonly #log: Log;
  readonly #pace: number;
  readonly #due = new Map<CountryIndex, Due>();
  /** Whose time came while the match was frozen. */
  readonly #held = new Map<CountryIndex, ComputerSeat>();

  /** `paceFactor` scales the delays, at most to 1. */
  constructor({ autopilot, timers, log, paceFactor }: ComputerPlayersDeps) {
    this.#autopilot = autopilot;
    this.#timers = timers;
    this.#log = log;
    this.#pace = Math.min(1, paceFactor);
  }

  /** A phase has opened: every computer player will act in it. */
  phaseOpened(state: MatchState, perform: Deed): void {
    this.stop();
    if (!isOpen(state.phase)) return;
    const seats = computerSeats(state.occupants);
    seats.forEach((seat, at) => this.#plan(seat, "open", this.#delay(at, seats.length), perform));
  }

  /** Within a phase, seats have changed hands or proposals have changed. */
  tableChanged(before: MatchState, state: MatchState, perform: Deed): void {
    if (state.occupants !== before.occupants) this.#seatsChanged(before, state, perform);
    if (state.proposals !== before.proposals) this.#proposalsChanged(state, perform);
  }

  /** Adds what a seat does now. */
  perform(entry: Entry, seat: ComputerSeat): void {
    const kind = this.#due.get(seat.me)?.kind;
    this.#due.get(seat.me)?.cancel();
    this.#due.delete(seat.me);
    this.#held.delete(seat.me);
    const { phase, occupants } = entry.state;
    // Its person may have come back while this was on its way.
    if (!isOpen(phase) || occupants[seat.me]?.kind !== "computer") return;
    if (phase === "orders") this.#order(entry, seat);
    else if (kind === "open") this.#addAll(entry, () => this.#autopilot.act(entry.state, seat));
    this.#addAll(entry, () => this.#autopilot.answer(entry.state, seat));
  }

  /** The match is frozen: this one acts once it runs again. */
  hold(seat: ComputerSeat): void {
    this.#held.set(seat.me, seat);
  }

  /** It runs again. */
  letGo(perform: Deed): void {
    const held = [...this.#held.values()];
    this.#held.clear();
    held.forEach((seat, at) =>
      this.#plan(seat, this.#due.get(seat.me)?.kind ?? "open", this.#delay(at, held.length), perform),
    );
  }

  /** The phase closes: whoever has not acted yet does so now. */
  performAll(entry: Entry): void {
    for (const seat of computerSeats(entry.state.occupants)) this.perform(entry, seat);
  }

  stop(): void {
    for (const { cancel } of this.#due.values()) cancel();
    this.#due.clear();
    this.#held.clear();
  }

  /** A seat handed to a computer player is played in this phase too; one that was taken back is left alone. */
  #seatsChanged(before: MatchState, state: MatchState, perform: Deed): void {
    if (!isOpen(state.phase)) return;
    const now = computerSeats(state.occupants);
    for (const [me, { cancel }] of this.#due) {
      if (now.some((seat) => seat.me === me)) continue;
      cancel();
      this.#due.delete(me);
      this.#held.delete(me);
    }
    const taken = now.filter(({ me }) => before.occupants[me]?.kind !== "computer");
    taken.forEach((seat, at) => this.#plan(seat, "open", this.#delay(at, taken.length), perform));
  }

  /** Those asked to sign will answer. */
  #proposalsChanged(state: MatchState, perform: Deed): void {
    if (!isOpen(state.phase)) return;
    const asked = computerSeats(state.occupants).filter((seat) => isAsked(state, seat) && !this.#due.has(seat.me));
    asked.forEach((seat, at) => this.#plan(seat, "answer", this.#delay(at, asked.length), perform));
  }

  #order(entry: Entry, seat: ComputerSeat): void {
    if (entry.state.submitted[seat.me]) return;
    this.#addAll(entry, () => this.#autopilot.order(entry.state, seat));
  }

  /** A computer player that fails, or asks for what is not allowed, does nothing this time: nobody waits for it. */
  #addAll(entry: Entry, decide: () => readonly CommandBody[]): void {
    let bodies: readonly CommandBody[] = [];
    try {
      bodies = decide();
    } catch (error) {
      this.#log.error(
        { match: entry.state.match, error: error instanceof Error ? error.stack : String(error) },
        "a computer player failed",
      );
    }
    for (const body of bodies) {
      const refusal = entry.add(body);
      if (refusal)
        this.#log.debug(
          { match: entry.state.match, command: body.kind, code: refusal.code },
          "a computer player was refused",
        );
    }
  }

  #plan(seat: ComputerSeat, kind: "open" | "answer", delay: number, perform: Deed): void {
    this.#due.set(seat.me, { kind, cancel: this.#timers.after(delay, () => perform(seat)) });
  }

  #delay(at: number, of: number): number {
    return (FIRST + ((LAST - FIRST) * at) / Math.max(1, of)) * this.#pace;
  }
}

/** The seats the computer plays, in country order. */
function computerSeats(occupants: readonly Occupant[]): readonly ComputerSeat[] {
  return occupants.flatMap((occupant, me): ComputerSeat[] => {
    if (occupant.kind !== "computer") return [];
    const { kind: _kind, keeps: _keeps, crew: _crew, ...character } = occupant;
    return [{ me, ...character }];
  });
}

function isAsked(state: MatchState, { me }: ComputerSeat): boolean {
  const country = state.board.ids[me];
  if (!country) return false;
  return state.proposals.some(
    (proposal) =>
      proposal.by !== country &&
      proposal.parties.includes(country) &&
      !proposal.signed.includes(country) &&
      !proposal.declined.includes(country),
  );
}
