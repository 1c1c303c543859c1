import type { PersonId } from "#shared/model/ids.ts";
import type { Timers } from "#server/lib/time.ts";

/**
 * Who is at the table. A person who drops out still counts as present for a while, so that reloading a
 * page does not end a phase over their head.
 */
export class Attendance {
  readonly #timers: Timers;
  readonly #grace: number;
  readonly #gone: () => void;
  readonly #connections = new Map<PersonId, Set<string>>();
  readonly #leaving = new Map<PersonId, () => void>();
  #patient = true;

  /** `grace` in milliseconds; `gone` is called when it has passed for someone. */
  constructor(timers: Timers, grace: number, gone: () => void) {
    this.#timers = timers;
    this.#grace = grace;
    this.#gone = gone;
  }

  enter(person: PersonId, session: string): void {
    this.#leaving.get(person)?.();
    this.#leaving.delete(person);
    const sessions = this.#connections.get(person) ?? new Set<string>();
    sessions.add(session);
    this.#connections.set(person, sessions);
  }

  leave(person: PersonId, session: string): void {
    const sessions = this.#connections.get(person);
    if (!sessions?.delete(session) || sessions.size > 0) return;
    this.#connections.delete(person);
    this.expect(person);
  }

  /** Gives someone who is not connected a while to come (back). */
  expect(person: PersonId): void {
    if (!this.#patient || this.isPresent(person)) return;
    const cancel = this.#timers.after(this.#grace, () => {
      this.#leaving.delete(person);
      this.#gone();
    });
    this.#leaving.set(person, cancel);
  }

  /** Has an open connection. */
  isConnected(person: PersonId): boolean {
    return this.#connections.has(person);
  }

  /** Is connected, or was a moment ago: the table waits for them. */
  isPresent(person: PersonId): boolean {
    return this.isConnected(person) || this.#leaving.has(person);
  }

  get isEmpty(): boolean {
    return this.#connections.size === 0;
  }

  /** Waits for nobody any more. Who is connected is still counted. */
  stopWaiting(): void {
    this.#patient = false;
    for (const cancel of this.#leaving.values()) cancel();
    this.#leaving.clear();
  }
}
