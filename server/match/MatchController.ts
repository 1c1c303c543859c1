import { ok, type Result } from "#shared/lib/result.ts";
import type { CountryId, CountryIndex, MatchId, PersonId } from "#shared/model/ids.ts";
import type { CrewMember, Filler, MatchState } from "#shared/model/match.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { numberInRecord } from "#shared/projection/messagesFor.ts";
import { playerView, type Presence, publicView, type PublicView } from "#shared/projection/playerView.ts";
import { ownersOf } from "#shared/record/occupants.ts";
import { illegal } from "#server/lib/refusals.ts";
import type { Person } from "#server/store/MatchStore.ts";
import { Attendance } from "./Attendance.ts";
import type { ComputerSeat } from "./Autopilot.ts";
import { ComputerPlayers } from "./ComputerPlayers.ts";
import { Drafts } from "./Drafts.ts";
import { Editing } from "./Editing.ts";
import { actAsHost, type HostRequest, restoreTime } from "./hostActs.ts";
import { type Entry, Ledger } from "./Ledger.ts";
import type { MatchDeps, Onlooker, StoredMatch } from "./matchDeps.ts";
import { People } from "./People.ts";
import { type Governor, PhaseClock } from "./PhaseClock.ts";
import { presenceOf } from "./presence.ts";
import { type CrewSeat, seatCrews } from "./seatCrews.ts";
import { fillEmpty, seatFor, seatHeldBy, seatOf, sitDown } from "./seating.ts";

/** Milliseconds the table waits for someone whose connection broke. */
const GRACE = 20_000;

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
  readonly #clock: PhaseClock;
  readonly #drafts: Drafts;
  readonly #fillers: readonly Filler[];
  readonly #onlookers = new Set<Onlooker>();
  #lost: () => void = () => undefined;

  constructor(stored: StoredMatch, deps: MatchDeps) {
    const { row, state, persons, drafts } = stored;
    this.match = row.match;
    this.code = row.code;
    this.creator = row.creator;
    this.#deps = deps;
    this.#fillers = row.computers;
    this.#ledger = new Ledger(state, deps, { changed: (before) => this.#changed(before), lost: () => this.#giveUp() });
    const { timers, paceFactor } = deps;
    const attendance = new Attendance(timers, GRACE * Math.min(1, paceFactor), () => this.#clock.maybeAdvance());
    const editing = new Editing(timers, () => this.#notify());
    this.people = new People(persons, { attendance, editing });
    this.#drafts = new Drafts(drafts, { ...deps, match: row.match });
    this.#computers = new ComputerPlayers(deps);
    this.#clock = new PhaseClock({ ...deps, ledger: this.#ledger, people: this.people, computers: this.#computers });
  }

  /** Starts the clock where the record left it: a deadline that has passed fires at once. People are given a moment to come back. */
  open(lost: () => void): void {
    this.#lost = lost;
    const owners = this.isOver ? [] : this.state.occupants.flatMap(ownersOf);
    for (const person of owners) this.people.attendance.expect(person);
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
  /** When the present phase opened, epoch milliseconds; after a restart, when the match was taken up again. */
  get phaseSince(): number {
    return this.#clock.phaseSince;
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

  /** This person has done something: for telling who sits idle. */
  acted(person: PersonId): void {
    this.people.acted(person, this.#deps.clock.now());
  }

  /** The country whose secrets this person may see: their own, or the one a computer player keeps for them. */
  countryOf(person: PersonId): CountryId | null {
    const seat = seatHeldBy(this.state, person);
    return seat === null ? null : (this.state.board.ids[seat] ?? null);
  }

  /** Whether a newcomer can have a seat (the wanted one if named), before they are let in. */
  checkSeat(person: PersonId, wanted: CountryId | undefined): Result<unknown, Refusal> {
    return seatFor(this.state, person, wanted);
  }

  /** Gives a newcomer a seat, the wanted one if named; null = the table is full and they watch. */
  async takeSeat(person: Person, wanted: CountryId | undefined): Promise<Result<CountryId | null, Refusal>> {
    const result = await this.record((entry) => sitDown(entry, person, wanted));
    return result.ok ? ok(this.countryOf(person.id)) : result;
  }

  /** Makes the occupant of one seat exactly these people, or a computer player that keeps it for them, or one alone. */
  seatCrew(
    country: CountryId,
    people: readonly CrewMember[],
    fillers: Pick<CrewSeat, "kept" | "else"> = {},
  ): Promise<Result<void, Refusal>> {
    return this.seatCrews([{ country, people, ...fillers }]);
  }

  /** The same for several seats at once: people may change places. */
  seatCrews(wanted: readonly CrewSeat[]): Promise<Result<void, Refusal>> {
    return this.record((entry) => seatCrews(entry, wanted));
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

  /** As anyone may see it who only watches. */
  observerView(): PlayerView {
    return playerView(this.state, null, this.#presence(null));
  }

  /** The record's number of a message that this person reads as number `seq`; null = they read none of that number. */
  messageNumber(person: PersonId, seq: number): number | null {
    return numberInRecord(this.state.messages, this.countryOf(person), seq);
  }

  publicView(): PublicView {
    return publicView(this.state, this.#presence(null));
  }

  /** Sheets begun and not handed in, by country index: only for who may see orders. */
  drafts(): readonly (OrderSheet | null)[] {
    return this.state.board.ids.map((_, seat) => this.#drafts.at(this.state, seat));
  }

  // What they do. Rules are checked by the record; what is not in the record is checked here.

  record(write: (entry: Entry) => Refusal | null): Promise<Result<void, Refusal>> {
    return this.#ledger.record(write);
  }

  /** Leaves the lobby: empty seats go to computer players. */
  start(): Promise<Result<void, Refusal>> {
    return this.record((entry) => {
      if (entry.state.phase !== "lobby") return illegal("match.started", "The match has already begun.");
      return fillEmpty(entry, this.#fillers) ?? this.#clock.enterNext(entry, "start");
    });
  }

  /** Of the present turn; a team sees it at once. */
  async saveDraft(seat: CountryIndex, sheet: OrderSheet): Promise<void> {
    await this.#drafts.save(this.state, seat, sheet);
    this.#notify();
  }

  setReady(person: PersonId, ready: boolean): void {
    this.people.setReady(person, ready);
    this.#notify();
    this.#clock.maybeAdvance();
  }

  // What an instructor does.

  /** `host`: the label of the instructor's key. */
  hosted(host: string, request: HostRequest): Promise<Result<void, Refusal>> {
    const { paceFactor, clock } = this.#deps;
    return this.record((entry) =>
      request.kind === "advance"
        ? (this.#clock.endPhase(entry, "host") ?? restoreTime(entry, host, { paceFactor }))
        : actAsHost(entry, host, request, { now: clock.now(), paceFactor }),
    );
  }

  /** Gives this match's pace to someone who keeps several in step; null takes it back. */
  govern(governor: Governor | null): void {
    this.#clock.govern(governor);
    this.#clock.maybeAdvance();
  }

  /** Everyone who is there is ready for the next phase. */
  get isReady(): boolean {
    return this.#clock.isReady;
  }

  /** Ends the present phase, whoever is ready. */
  advanceNow(cause: "ready" | "deadline" | "host"): Promise<Result<void, Refusal>> {
    return this.#clock.advanceNow(cause);
  }

  // What follows from a change.

  #changed(before: MatchState): void {
    const { phase, turn, epoch, deadline, pause } = this.state;
    const moved = phase !== before.phase || turn !== before.turn || epoch !== before.epoch;
    if (epoch !== before.epoch) this.#drafts.dropAfter(turn);
    if (moved) this.#phaseOpened();
    else this.#computers.tableChanged(before, this.state, (seat) => this.#computerActs(seat));
    if (!moved && deadline !== before.deadline) this.#clock.arm();
    if (before.pause?.frozen === true && pause?.frozen !== true)
      this.#computers.letGo((seat) => this.#computerActs(seat));
    if (phase === "ended" && before.phase !== "ended") this.#finish();
    this.#notify();
    this.#clock.maybeAdvance();
  }

  #phaseOpened(): void {
    this.people.nobodyReady();
    this.#clock.phaseOpened();
    this.#computers.phaseOpened(this.state, (seat) => this.#computerActs(seat));
  }

  #computerActs(seat: ComputerSeat): void {
    if (this.state.pause?.frozen) return this.#computers.hold(seat);
    void this.record((entry) => {
      this.#computers.perform(entry, seat);
      return null;
    });
  }

  #finish(): void {
    this.#stop();
    const { store, clock, log } = this.#deps;
    store
      .markEnded(this.match, clock.now())
      .catch((error: unknown) => log.error({ match: this.match, error: String(error) }, "not marked as ended"));
  }

  #giveUp(): void {
    this.#stop();
    this.#lost();
    for (const { lost } of this.#onlookers) lost();
  }

  #stop(): void {
    this.#clock.stop();
    this.#computers.stop();
    this.people.attendance.stopWaiting();
    this.people.editing.stop();
  }

  #notify(): void {
    for (const { changed } of this.#onlookers) changed();
  }

  #presence(person: PersonId | null): Presence {
    const mayStart = person !== null && this.state.phase === "lobby" && this.mayStart(person);
    return presenceOf(this.state, person, {
      code: this.code,
      people: this.people,
      drafts: this.#drafts,
      mayStart,
    });
  }
}
