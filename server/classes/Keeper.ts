import type { CountryId, PersonId } from "#shared/model/ids.ts";
import { protectDebrief, tableClock } from "#shared/classroom/lessonClock.ts";
import type { ClassController, ClassDeps } from "./ClassController.ts";
import { SERVER } from "./ClassLedger.ts";

/** Milliseconds between looks at the clock, and after which a computer player keeps the seat of a team that is away. */
const LOOK = 5_000;
const AWAY = 45_000;
/** By whom a table is led to its debrief in time. */
const PLAN = "Lesson plan";

/** What the lesson's clock does by itself: keeps the debrief's time, and the seats of teams that are away. */
export class Keeper {
  readonly #class: ClassController;
  readonly #deps: ClassDeps;
  readonly #pace: number;
  #cancel: (() => void) | null = null;

  constructor(owner: ClassController, deps: ClassDeps) {
    this.#class = owner;
    this.#deps = deps;
    this.#pace = Math.min(1, deps.paceFactor);
  }

  /** Looks again in a while, as long as the session is played. */
  wake(): void {
    if (this.#cancel || this.#class.session?.state !== "playing") return;
    this.#cancel = this.#deps.timers.after(LOOK * this.#pace, () => void this.#look());
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  async #look(): Promise<void> {
    this.#cancel = null;
    if (this.#class.session?.state !== "playing") return;
    // Before anything that waits: a stop meanwhile must find the timer.
    this.wake();
    this.#class.notify();
    await this.#protect();
    await this.#keepSeats();
  }

  async #protect(): Promise<void> {
    const { session, tables } = this.#class;
    if (session?.state !== "playing") return;
    const clocks = tables.all.map(({ number, controller }) => tableClock(number, controller.state));
    const { lastTurn, end } = protectDebrief({ session, tables: clocks, now: this.#class.now() });
    const acts = [
      ...lastTurn.map((at) => ({ at, kind: "lastTurn" as const })),
      ...end.map((at) => ({ at, kind: "end" as const })),
    ];
    await Promise.all(acts.map(async ({ at, kind }) => tables.at(at)?.hosted(PLAN, { kind })));
    if (lastTurn.length > 0) await this.#class.record(SERVER, { kind: "tableAct", tables: lastTurn, act: "lastTurn" });
    if (end.length > 0) await this.#class.record(SERVER, { kind: "tableAct", tables: end, act: "end" });
  }

  async #keepSeats(): Promise<void> {
    const { session, tables } = this.#class;
    if (session?.state !== "playing") return;
    const since = this.#class.now() - AWAY * this.#pace;
    const kept = new Set(session.kept.map(({ table, country }) => `${table} ${country}`));
    const teams = new Map<
      string,
      { readonly table: number; readonly country: CountryId; readonly people: PersonId[] }
    >();
    for (const { member, table, country } of session.places) {
      const key = `${table} ${country}`;
      if (country === null || kept.has(key) || tables.over.includes(table)) continue;
      const team = teams.get(key) ?? { table, country, people: [] };
      team.people.push(member);
      teams.set(key, team);
    }
    const gone = [...teams.values()].filter(
      ({ people }) => (this.#class.people.awaySince(people) ?? Infinity) <= since,
    );
    const keep = gone.map(({ table, country }) => ({ kind: "keep" as const, table, country, kept: true }));
    if (keep.length > 0) await this.#class.record(SERVER, ...keep);
  }
}
