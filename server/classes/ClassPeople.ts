import type { PersonId } from "#shared/model/ids.ts";
import type { Clock, Timers } from "#server/lib/time.ts";
import { Attendance } from "#server/match/Attendance.ts";

interface ClassPeopleDeps {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Milliseconds in which someone whose connection broke still counts as here. */
  readonly grace: number;
  /** Someone's grace has passed. */
  readonly gone: () => void;
}

/** Who is connected to a class: students with a moment's patience, instructors and projectors without. */
export class ClassPeople {
  readonly attendance: Attendance;
  readonly #clock: Clock;
  readonly #leftAt = new Map<PersonId, number>();
  /** Labels by connection. */
  readonly #hosts = new Map<string, string>();
  readonly #screens = new Set<string>();

  constructor({ clock, timers, grace, gone }: ClassPeopleDeps) {
    this.#clock = clock;
    this.attendance = new Attendance(timers, grace, gone);
  }

  enter(member: PersonId, session: string): void {
    this.#leftAt.delete(member);
    this.attendance.enter(member, session);
  }

  leave(member: PersonId, session: string): void {
    this.attendance.leave(member, session);
    if (!this.attendance.isConnected(member)) this.#leftAt.set(member, this.#clock.now());
  }

  /** Was here when the process before this one ended: has a moment to come back. */
  expect(member: PersonId): void {
    this.#leftAt.set(member, this.#clock.now());
    this.attendance.expect(member);
  }

  /** Epoch milliseconds since when none of these people is connected; null = one of them is. */
  awaySince(members: readonly PersonId[]): number | null {
    if (members.some((member) => this.attendance.isConnected(member))) return null;
    const left = members.flatMap((member) => this.#leftAt.get(member) ?? []);
    return left.length > 0 ? Math.max(...left) : 0;
  }

  addHost(connection: string, label: string): void {
    this.#hosts.set(connection, label);
  }
  addScreen(connection: string): void {
    this.#screens.add(connection);
  }
  /** Of an instructor or a projector. */
  drop(connection: string): void {
    this.#hosts.delete(connection);
    this.#screens.delete(connection);
  }

  get hosts(): readonly string[] {
    return [...new Set(this.#hosts.values())].sort();
  }
  get screens(): number {
    return this.#screens.size;
  }
  get isEmpty(): boolean {
    return this.attendance.isEmpty && this.#hosts.size === 0 && this.#screens.size === 0;
  }
}
