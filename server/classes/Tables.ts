import type { ClassTable, Session } from "#shared/model/classroom.ts";
import type { MatchId } from "#shared/model/ids.ts";
import type { MatchState } from "#shared/model/match.ts";
import { settingsOfTable } from "#shared/classroom/tables.ts";
import { newHeader } from "#shared/record/header.ts";
import { ownersOf } from "#shared/record/occupants.ts";
import { startState } from "#shared/record/startState.ts";
import { Entry } from "#server/match/Ledger.ts";
import type { MatchController } from "#server/match/MatchController.ts";
import type { Governor } from "#server/match/PhaseClock.ts";
import { seatCrews } from "#server/match/seatCrews.ts";
import type { ClassController, ClassDeps } from "./ClassController.ts";
import { rehearsed } from "./rehearsed.ts";
import { crewsOf } from "./crews.ts";
import { inStep } from "./inStep.ts";

interface Running {
  readonly table: ClassTable;
  readonly controller: MatchController;
  readonly stop: () => void;
  /** The phase being played, and since when (epoch milliseconds): as far as this process has seen. */
  phase: { readonly key: string; readonly since: number };
}

/**
 * The matches of a class's present session. `settle` drives them to what the class record wants: makes, starts, seats, ends.
 * It may be asked at any time and any number of times, so a crash between the two records mends itself.
 */
export class Tables {
  readonly #class: ClassController;
  readonly #deps: ClassDeps;
  readonly #running = new Map<MatchId, Running>();
  #settling: Promise<void> | null = null;
  #again = false;
  #closed = false;
  #stepping = false;
  readonly #governor: Governor = { mayAdvance: () => this.#class.session?.plan.clock !== "together" };

  constructor(owner: ClassController, deps: ClassDeps) {
    this.#class = owner;
    this.#deps = deps;
  }

  get all(): readonly { readonly number: number; readonly controller: MatchController }[] {
    return [...this.#running.values()]
      .map(({ table, controller }) => ({ number: table.number, controller }))
      .sort((a, b) => a.number - b.number);
  }
  find(match: MatchId): MatchController | null {
    return this.#running.get(match)?.controller ?? null;
  }
  at(number: number): MatchController | null {
    return this.all.find((one) => one.number === number)?.controller ?? null;
  }
  /** Epoch milliseconds since when the present phase of a match is played. */
  phaseSince(match: MatchId): number {
    return this.#running.get(match)?.phase.since ?? 0;
  }
  /** Numbers of the tables whose match is over. */
  get over(): readonly number[] {
    return this.all.flatMap(({ number, controller }) => (controller.isOver ? [number] : []));
  }

  /** Resolves when the matches are as the record wanted them at the time of asking. */
  settle(): Promise<void> {
    this.#again = true;
    this.#settling ??= this.#run();
    return this.#settling;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#settling;
    const all = [...this.#running.values()];
    this.#running.clear();
    for (const { stop } of all) stop();
    await Promise.all(all.map(({ controller }) => this.#deps.matches.release(controller)));
  }

  /** Someone has left a match: if it is none of the present session's, and over, it may leave memory. */
  left(controller: MatchController): void {
    if (!this.#running.has(controller.match)) void this.#deps.matches.release(controller);
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      try {
        await this.#settleOnce();
      } catch (error) {
        this.#deps.log.error(
          { class: this.#class.id, error: error instanceof Error ? error.stack : String(error) },
          "tables could not be brought to what the class wants",
        );
      }
    }
    this.#settling = null;
  }

  async #settleOnce(): Promise<void> {
    const { session } = this.#class;
    this.#dropOthers(session);
    if (session) await Promise.all(session.tables.map((table) => this.#settleTable(session, table)));
    // Of tables that were in step and now go on by themselves, some may have waited for others.
    for (const { controller } of this.#running.values()) controller.govern(this.#governor);
    this.#keepStep();
  }

  /** Tables of an earlier session: who sat there has left them. */
  #dropOthers(session: Session | null): void {
    const wanted = new Set(session?.tables.map(({ match }) => match));
    for (const [match, { controller, stop }] of this.#running) {
      if (wanted.has(match)) continue;
      stop();
      this.#running.delete(match);
      void this.#deps.matches.release(controller);
    }
  }

  async #settleTable(session: Session, table: ClassTable): Promise<void> {
    const known = this.#running.get(table.match)?.controller;
    const controller = known ?? (await this.#deps.matches.get(table.match)) ?? (await this.#make(session, table));
    if (!controller) return;
    if (!known) this.#takeUp(table, controller);
    if (session.state === "over") {
      if (!controller.isOver) await controller.hosted(CLASS, { kind: "end" });
      return;
    }
    if (controller.isOver) return;
    const crews = crewsOf(this.#class.state, session, {
      table,
      state: controller.state,
      scenario: this.#class.scenario,
    });
    const seated = await controller.seatCrews(crews);
    if (!seated.ok) this.#complain(table, seated.error.code);
    if (controller.state.phase !== "lobby") return;
    const started = await controller.start();
    if (!started.ok) this.#complain(table, started.error.code);
  }

  /** A match with everyone in their seats, in one write. */
  async #make(session: Session, table: ClassTable): Promise<MatchController | null> {
    const { scenario, state } = this.#class;
    if (!scenario || session.state !== "playing") return null;
    const settings = settingsOfTable(session.plan, table, state.settings);
    const header = newHeader({
      match: table.match,
      createdAt: this.#deps.clock.now(),
      scenario,
      settings: session.rehearsal ? rehearsed(settings) : settings,
    });
    const entry = new Entry(startState(header), header.createdAt);
    const refusal = seatCrews(entry, crewsOf(state, session, { table, state: entry.state, scenario }));
    if (refusal) this.#complain(table, refusal.code);
    await this.#deps.store.create({
      header,
      code: table.match,
      creator: null,
      class: this.#class.id,
      computers: [],
      commands: entry.commands,
    });
    return this.#deps.matches.get(table.match);
  }

  #takeUp(table: ClassTable, controller: MatchController): void {
    const unsubscribe = controller.subscribe({
      changed: () => {
        this.#notePhase(table.match);
        this.#class.tableChanged(table.match);
        this.#keepStep();
      },
      lost: () => this.#running.delete(table.match),
    });
    controller.govern(this.#governor);
    const stop = (): void => {
      unsubscribe();
      controller.govern(null);
    };
    this.#running.set(table.match, { table, controller, stop, phase: { key: "", since: 0 } });
    this.#notePhase(table.match);
    this.#class.tableChanged(table.match);
    // Their line is at the class: whoever is connected to it is at this table.
    for (const person of controller.state.occupants.flatMap(ownersOf))
      if (!this.#class.people.attendance.isConnected(person)) controller.people.attendance.expect(person);
  }

  #notePhase(match: MatchId): void {
    const running = this.#running.get(match);
    if (!running) return;
    const { phase, turn, epoch } = running.controller.state;
    const key = `${epoch} ${turn} ${phase}`;
    if (running.phase.key !== key) running.phase = { key, since: this.#deps.clock.now() };
  }

  /** All tables change phase together: when the last of them is ready, all go on. */
  #keepStep(): void {
    if (this.#stepping || this.#closed || this.#class.session?.plan.clock !== "together") return;
    const due = inStep(
      [...this.#running.values()].map(({ controller }) => ({
        controller,
        state: controller.state,
        isReady: controller.isReady,
        isAwaited: isAwaited(controller),
      })),
      this.#deps.clock.now(),
    );
    if (due.length === 0) return;
    this.#stepping = true;
    void Promise.all(due.map(({ controller }) => controller.advanceNow("ready"))).finally(() => {
      this.#stepping = false;
      this.#keepStep();
    });
  }

  #complain({ match, number }: ClassTable, code: string): void {
    this.#deps.log.warn({ class: this.#class.id, match, number, code }, "a table is not as the class wants it");
  }
}

/** By whom a match is ended when its session is. */
const CLASS = "Class";

/** Someone who leads a seat is there. */
function isAwaited(controller: MatchController): boolean {
  const { occupants }: Pick<MatchState, "occupants"> = controller.state;
  return occupants.some(
    (occupant) =>
      occupant.kind === "person" && ownersOf(occupant).some((id) => controller.people.attendance.isPresent(id)),
  );
}
