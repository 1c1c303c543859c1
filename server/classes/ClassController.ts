import type { ClassCommand, ClassCommandBody, ClassState, Session } from "#shared/model/classroom.ts";
import type { ScreenChoice } from "#shared/model/classView.ts";
import type { ClassId, MatchId, PersonId } from "#shared/model/ids.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { Result } from "#shared/lib/result.ts";
import { openSessionOf } from "#shared/classroom/check/present.ts";
import { placeNewcomer } from "#shared/classroom/placeNewcomer.ts";
import { type Chance, drawSeed } from "#server/lib/chance.ts";
import type { Log } from "#server/lib/log.ts";
import type { Clock, Timers } from "#server/lib/time.ts";
import type { Autopilot } from "#server/match/Autopilot.ts";
import type { Matches } from "#server/match/Matches.ts";
import type { Store } from "#server/store/Store.ts";
import { type Actor, type ClassEntry, ClassLedger, SERVER } from "./ClassLedger.ts";
import { ClassPeople } from "./ClassPeople.ts";
import { Keeper } from "./Keeper.ts";
import { Rehearsal } from "./Rehearsal.ts";
import { Tables } from "./Tables.ts";

export interface ClassDeps {
  readonly store: Store;
  readonly matches: Matches;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly chance: Chance;
  readonly log: Log;
  readonly autopilot: Autopilot;
  readonly findScenario: (id: string) => Scenario | null;
  /** Scales every delay; 1 but in tests. */
  readonly paceFactor: number;
}

/** Someone who shows the class to others. */
export interface ClassOnlooker {
  /** These have been recorded; or none, and something beside the record has changed. */
  readonly changed: (commands: readonly ClassCommand[]) => void;
  readonly tableChanged: (match: MatchId) => void;
  /** The keys of this label open nothing any more. */
  readonly keysEnded: (label: string) => void;
  /** The class is gone: purged, or another process owns it. */
  readonly lost: () => void;
}

/** Milliseconds someone whose connection broke still counts as here. */
const GRACE = 20_000;

/**
 * One class: its record, who is there, and its tables. What is wanted stands in the record; what follows from it – matches
 * made, people seated – is done by `Tables`, again after a restart. Outlives rooms and sockets.
 */
export class ClassController {
  readonly id: ClassId;
  readonly code: string;
  readonly people: ClassPeople;
  readonly tables: Tables;
  readonly rehearsal: Rehearsal;
  readonly #deps: ClassDeps;
  readonly #ledger: ClassLedger;
  readonly #keeper: Keeper;
  readonly #onlookers = new Set<ClassOnlooker>();
  /** Who has answered a concept check in this process: answers themselves name nobody. */
  readonly #answered = new Set<string>();
  #showing: ScreenChoice = { table: null, sound: false };
  #lost: () => void = () => undefined;

  constructor(state: ClassState, deps: ClassDeps) {
    this.id = state.header.class;
    this.code = state.header.code;
    this.#deps = deps;
    this.#ledger = new ClassLedger(
      state,
      { ...deps, classes: deps.store.classes },
      {
        changed: (_before, commands) => this.#changed(commands),
        lost: () => this.#gone(),
      },
    );
    const grace = GRACE * Math.min(1, deps.paceFactor);
    this.people = new ClassPeople({ ...deps, grace, gone: () => this.#noteAbsent() });
    this.tables = new Tables(this, deps);
    this.#keeper = new Keeper(this, deps);
    this.rehearsal = new Rehearsal(this, deps);
  }

  /** Takes up what its record says: makes what is missing, gives those who were here a moment to come back. */
  async open(lost: () => void): Promise<void> {
    this.#lost = lost;
    for (const { id, present, simulated } of this.state.members) if (present && !simulated) this.people.expect(id);
    await this.tables.settle();
    this.#keeper.wake();
    this.rehearsal.wake();
  }

  /** Stops all timers and resolves when everything taken is durable. Its matches run on. */
  async close(): Promise<void> {
    this.rehearsal.stop();
    this.#keeper.stop();
    this.people.attendance.stopWaiting();
    await this.tables.close();
    await this.#ledger.close();
  }

  get state(): ClassState {
    return this.#ledger.state;
  }
  /** The present session, over or not. */
  get session(): Session | null {
    return this.state.sessions.at(-1) ?? null;
  }
  get scenario(): Scenario | null {
    return this.session ? this.#deps.findScenario(this.session.plan.scenario) : null;
  }
  get showing(): ScreenChoice {
    return this.#showing;
  }
  now(): number {
    return this.#deps.clock.now();
  }
  seed(): number {
    return drawSeed(this.#deps.chance);
  }

  subscribe(onlooker: ClassOnlooker): () => void {
    this.#onlookers.add(onlooker);
    return () => this.#onlookers.delete(onlooker);
  }

  /** All of these, or none. */
  record(by: Actor, ...bodies: readonly ClassCommandBody[]): Promise<Result<void, Refusal>> {
    return this.write((entry) => addAll(entry, by, bodies));
  }
  write(write: (entry: ClassEntry) => Refusal | null): Promise<Result<void, Refusal>> {
    return this.#ledger.record(write);
  }

  enter(member: PersonId, connection: string): void {
    this.people.enter(member, connection);
    void this.#noteHere(member);
    this.notify();
  }
  leave(member: PersonId, connection: string): void {
    this.people.leave(member, connection);
    this.notify();
  }

  /** What all projectors show. Not in the record, for it changes nothing. */
  show(choice: ScreenChoice): void {
    this.#showing = choice;
    this.notify();
  }

  /** Whether a member has answered this check of the present session, as far as the process remembers. */
  hasAnswered(member: PersonId, stage: string): boolean {
    return this.#answered.has(`${this.session?.number} ${stage} ${member}`);
  }
  noteAnswered(member: PersonId, stage: string): void {
    this.#answered.add(`${this.session?.number} ${stage} ${member}`);
  }
  forgetAnswered(member: PersonId, stage: string): void {
    this.#answered.delete(`${this.session?.number} ${stage} ${member}`);
  }

  notify(): void {
    for (const { changed } of this.#onlookers) changed([]);
  }
  tableChanged(match: MatchId): void {
    for (const onlooker of this.#onlookers) onlooker.tableChanged(match);
  }
  keysEnded(label: string): void {
    for (const onlooker of this.#onlookers) onlooker.keysEnded(label);
  }

  /** A place for each of these who is in and has none, while a session is open: at once and always. */
  placeNew(entry: ClassEntry, members: readonly PersonId[]): Refusal | null {
    for (const id of members) {
      const refusal = this.#placeOne(entry, id);
      if (refusal) return refusal;
    }
    return null;
  }

  #placeOne(entry: ClassEntry, id: PersonId): Refusal | null {
    const session = openSessionOf(entry.state);
    const member = entry.state.members.find((one) => one.id === id);
    const scenario = session && this.#deps.findScenario(session.plan.scenario);
    if (!session || !scenario || member?.state !== "in") return null;
    if (session.places.some((place) => place.member === id)) return null;
    const place = placeNewcomer(session, member, { scenario, seed: this.seed(), over: this.tables.over });
    if (!place) return null;
    return entry.add({ by: SERVER, body: { kind: "place", member: id, place } }) ?? this.handBack(entry, id);
  }

  /** Here (again): counted, given a place, and handed back the seat a computer player kept. */
  async #noteHere(member: PersonId): Promise<void> {
    await this.write((entry) => {
      const known = entry.state.members.find(({ id }) => id === member);
      if (!known || known.state === "removed") return null;
      const refusal = known.present
        ? null
        : (entry.add({ by: SERVER, body: { kind: "presence", member, present: true } }) ??
          this.handBack(entry, member));
      return refusal ?? this.placeNew(entry, [member]);
    });
  }

  /** What a computer player keeps at this member's place is led by people again: one of them is here. */
  handBack(entry: ClassEntry, member: PersonId): Refusal | null {
    const session = openSessionOf(entry.state);
    const place = session?.places.find((one) => one.member === member);
    const kept = session?.kept.find(({ table, country }) => table === place?.table && country === place.country);
    return kept ? entry.add({ by: SERVER, body: { kind: "keep", ...kept, kept: false } }) : null;
  }

  #noteAbsent(): void {
    void this.write((entry) => {
      for (const { id, present } of entry.state.members) {
        if (!present || this.people.attendance.isPresent(id)) continue;
        const refusal = entry.add({ by: SERVER, body: { kind: "presence", member: id, present: false } });
        if (refusal) return refusal;
      }
      return null;
    });
  }

  #changed(commands: readonly ClassCommand[]): void {
    for (const { changed } of this.#onlookers) changed(commands);
    void this.tables.settle();
    this.#keeper.wake();
    this.rehearsal.wake();
  }

  /** Purged, or another's. */
  #gone(): void {
    this.rehearsal.stop();
    this.#keeper.stop();
    this.people.attendance.stopWaiting();
    this.#lost();
    for (const { lost } of this.#onlookers) lost();
  }

  /** Sends everyone away: the class is about to be deleted. */
  async end(): Promise<void> {
    this.#gone();
    await this.close();
  }
}

export function addAll(entry: ClassEntry, by: Actor, bodies: readonly ClassCommandBody[]): Refusal | null {
  for (const body of bodies) {
    const refusal = entry.add({ by, body });
    if (refusal) return refusal;
  }
  return null;
}
