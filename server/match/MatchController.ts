import { ok, type Result } from "#shared/lib/result.ts";
import type { CountryId, MatchId, PersonId } from "#shared/model/ids.ts";
import type { MatchState, Occupant, Filler } from "#shared/model/match.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { playerView, type Presence, publicView, type PublicView } from "#shared/projection/playerView.ts";
import type { PhaseBody } from "#shared/record/nextPhase.ts";
import type { Clock, Timers } from "#server/lib/time.ts";
import type { Log } from "#server/lib/log.ts";
import { illegal } from "#server/lib/refusals.ts";
import type { Draft, MatchRow, MatchStore, Person } from "#server/store/MatchStore.ts";
import { enterNext, isEveryoneReady, submitMissing } from "./advance.ts";
import { Attendance } from "./Attendance.ts";
import type { Autopilot, ComputerSeat } from "./Autopilot.ts";
import { ComputerPlayers } from "./ComputerPlayers.ts";
import { type Entry, Ledger } from "./Ledger.ts";
import { People } from "./People.ts";
import { fillings, keptFor, seated, seatFor, seatOf } from "./seating.ts";

export interface MatchDeps {
  readonly store: MatchStore;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly autopilot: Autopilot;
  readonly log: Log;
  /** Scales every phase and delay; 1 but in tests and rehearsals. */
  readonly paceFactor: number;
}

/** All the store knows of a match, read together. */
export interface StoredMatch {
  readonly row: MatchRow;
  readonly state: MatchState;
  readonly persons: readonly Person[];
  readonly drafts: ReadonlyMap<PersonId, Draft>;
}

/** Someone who shows the match to others. */
export interface Onlooker {
  /** Something that anyone may see has changed. */
  readonly changed: () => void;
  /** Another process owns the match now. */
  readonly lost: () => void;
}

/** Milliseconds the table waits for someone whose connection broke. */
const GRACE = 20_000;
/** Milliseconds until a phase that could not be recorded as over is tried again. */
const RETRY = 1_000;

/**
 * One match: its record, its clock, its computer players and the people at it. The only place where turns
 * are resolved. Everything that changes the match goes through the ledger: checked, made durable, applied,
 * then shown and acknowledged. It outlives rooms and sockets.
 */
export class MatchController {
  readonly match: MatchId;
  readonly code: string;
  readonly creator: PersonId;
  readonly people: People;
  readonly #deps: MatchDeps;
  readonly #ledger: Ledger;
  readonly #computers: ComputerPlayers;
  readonly #fillers: readonly Filler[];
  readonly #onlookers = new Set<Onlooker>();
  #cancelDeadline: () => void = () => undefined;
  #cancelRetry: () => void = () => undefined;
  #advancing = false;
  #lost: () => void = () => undefined;

  constructor(stored: StoredMatch, deps: MatchDeps) {
    const { row, state, persons, drafts } = stored;
    this.match = row.match;
    this.code = row.code;
    this.creator = row.creator;
    this.#deps = deps;
    this.#fillers = row.computers;
    this.#ledger = new Ledger(state, deps, { changed: (before) => this.#changed(before), lost: () => this.#giveUp() });
    const attendance = new Attendance(deps.timers, GRACE * Math.min(1, deps.paceFactor), () => this.#maybeAdvance());
    this.people = new People(persons, drafts, attendance);
    this.#computers = new ComputerPlayers(deps);
  }

  /** Starts the clock where the record left it: a deadline that has passed fires at once. People are given a moment to come back. */
  open(lost: () => void): void {
    this.#lost = lost;
    for (const occupant of this.state.occupants)
      if (occupant.kind === "person" && !this.isOver) this.people.attendance.expect(occupant.person);
    this.#phaseOpened();
  }

  /** Stops all timers, takes no more commands, and resolves when the last one is durable. */
  async close(): Promise<void> {
    this.#stop();
    await this.#ledger.close();
  }

  get state(): MatchState {
    return this.#ledger.state;
  }
  get isOver(): boolean {
    return this.state.phase === "ended";
  }
  // People at the table.

  subscribe(onlooker: Onlooker): () => void {
    this.#onlookers.add(onlooker);
    return () => this.#onlookers.delete(onlooker);
  }

  enter(person: PersonId, session: string): void {
    this.people.attendance.enter(person, session);
    this.#notify();
  }

  leave(person: PersonId, session: string): void {
    this.people.attendance.leave(person, session);
    this.#notify();
  }

  /** The country whose secrets this person may see: their own, or the one a computer player keeps for them. */
  countryOf(person: PersonId): CountryId | null {
    const seat = seatOf(this.state, person) ?? keptFor(this.state, person);
    return seat === null ? null : (this.state.board.ids[seat] ?? null);
  }

  /** Whether a newcomer can have a seat (the wanted one if named), before they are let in. */
  checkSeat(person: PersonId, wanted: CountryId | undefined): Result<unknown, Refusal> {
    return seatFor(this.state, person, wanted);
  }

  /** Gives a newcomer a seat, the wanted one if named; null = the table is full and they watch. */
  async takeSeat(person: Person, wanted: CountryId | undefined): Promise<Result<CountryId | null, Refusal>> {
    const result = await this.record((entry) => {
      const seat = seatFor(entry.state, person.id, wanted);
      if (!seat.ok) return seat.error;
      const country = seat.value === null ? undefined : entry.state.board.ids[seat.value];
      return country ? entry.add(seated(country, person)) : null;
    });
    return result.ok ? ok(this.countryOf(person.id)) : result;
  }

  /** Whether this person may start the match: its creator, or anyone seated while the creator is away. */
  mayStart(person: PersonId): boolean {
    if (person === this.creator) return true;
    return !this.people.attendance.isPresent(this.creator) && seatOf(this.state, person) !== null;
  }

  // What they see.

  viewFor(person: PersonId): PlayerView {
    return playerView(this.state, this.countryOf(person), this.#presence(person));
  }

  publicView(): PublicView {
    return publicView(this.state, this.#presence(null));
  }

  // What they do. Rules are checked by the record; what is not in the record is checked here.

  record(write: (entry: Entry) => Refusal | null): Promise<Result<void, Refusal>> {
    return this.#ledger.record(write);
  }

  /** Leaves the lobby: empty seats go to computer players. */
  start(): Promise<Result<void, Refusal>> {
    return this.record((entry) => {
      if (entry.state.phase !== "lobby") return illegal("match.started", "The match has already begun.");
      for (const [at, filler] of fillings(entry.state, this.#fillers)) {
        const country = entry.state.board.ids[at];
        const refusal = country
          ? entry.add({ kind: "seat", country, occupant: { kind: "computer", ...filler } })
          : null;
        if (refusal) return refusal;
      }
      return this.#enterNext(entry, "start");
    });
  }

  /** Drafts lie beside the record: durable, but no part of the match. */
  async saveDraft(person: PersonId, draft: Draft): Promise<void> {
    await this.#deps.store.saveDraft(person, draft);
    this.people.setDraft(person, draft);
    this.#notify();
  }

  setReady(person: PersonId, ready: boolean): void {
    this.people.setReady(person, ready);
    this.#notify();
    this.#maybeAdvance();
  }

  // The clock.

  #changed(before: MatchState): void {
    const { phase, turn } = this.state;
    if (phase !== before.phase || turn !== before.turn) this.#phaseOpened();
    else this.#computers.tableChanged(before, this.state, (seat) => this.#computerActs(seat));
    if (phase === "ended" && before.phase !== "ended") this.#finish();
    this.#notify();
    this.#maybeAdvance();
  }

  #phaseOpened(): void {
    this.people.nobodyReady();
    this.#cancelDeadline();
    const { deadline } = this.state;
    if (deadline !== null) {
      this.#cancelDeadline = this.#deps.timers.after(
        Math.max(0, deadline - this.#deps.clock.now()),
        () => void this.#advance("deadline"),
      );
    }
    this.#computers.phaseOpened(this.state, (seat) => this.#computerActs(seat));
  }

  #computerActs(seat: ComputerSeat): void {
    void this.record((entry) => {
      this.#computers.perform(entry, seat);
      return null;
    });
  }

  #maybeAdvance(): void {
    if (isEveryoneReady(this.state, this.people)) void this.#advance("ready");
  }

  async #advance(cause: "ready" | "deadline"): Promise<void> {
    if (this.#advancing) return;
    this.#advancing = true;
    const { phase, turn } = this.state;
    let tooEarly = false;
    const result = await this.record((entry) => {
      if (entry.state.phase !== phase || entry.state.turn !== turn) return null;
      // Orders may have been taken back by what is still on its way to the disk; once there, it is asked again.
      tooEarly = cause === "ready" && !isEveryoneReady(entry.state, this.people);
      if (tooEarly) return null;
      this.#computers.performAll(entry);
      return submitMissing(entry) ?? this.#enterNext(entry, cause);
    });
    this.#advancing = false;
    if (result.ok) return tooEarly ? undefined : this.#maybeAdvance();
    this.#deps.log.error({ match: this.match, phase, turn, code: result.error.code }, "a phase could not be ended");
    this.#cancelRetry();
    this.#cancelRetry = this.#deps.timers.after(RETRY, () => this.#tryAgain());
  }

  /** The deadline's own timer has fired once, or is still to come. */
  #tryAgain(): void {
    const { deadline } = this.state;
    if (deadline !== null && deadline <= this.#deps.clock.now()) void this.#advance("deadline");
    else this.#maybeAdvance();
  }

  #enterNext(entry: Entry, cause: PhaseBody["cause"]): Refusal | null {
    return enterNext(entry, { cause, now: this.#deps.clock.now(), paceFactor: this.#deps.paceFactor });
  }

  #finish(): void {
    this.#stop();
    this.#deps.store
      .markEnded(this.match, this.#deps.clock.now())
      .catch((error: unknown) =>
        this.#deps.log.error({ match: this.match, error: String(error) }, "could not mark the match ended"),
      );
  }

  #giveUp(): void {
    this.#stop();
    this.#lost();
    for (const { lost } of this.#onlookers) lost();
  }

  #stop(): void {
    this.#cancelDeadline();
    this.#cancelRetry();
    this.#computers.stop();
    this.people.attendance.stopWaiting();
  }

  #notify(): void {
    for (const { changed } of this.#onlookers) changed();
  }

  #presence(person: PersonId | null): Presence {
    const { occupants, phase, submitted, turn } = this.state;
    const { people } = this;
    const holds = (occupant: Occupant, test: (person: PersonId) => boolean): boolean =>
      occupant.kind === "computer" || (occupant.kind === "person" && test(occupant.person));
    return {
      code: this.code,
      connected: occupants.map((occupant) => holds(occupant, (id) => people.attendance.isConnected(id))),
      ready: occupants.map((occupant, at) => {
        // Of the seat kept for the reader: whether they have said to go on. Nobody else learns that it is kept.
        if (occupant.kind === "computer" && person !== null && occupant.keeps === person) return people.isReady(person);
        return phase === "orders" ? Boolean(submitted[at]) : holds(occupant, (id) => people.isReady(id));
      }),
      draft: person === null ? null : people.draftFor(person, turn),
      mayStart: person !== null && phase === "lobby" && this.mayStart(person),
    };
  }
}
