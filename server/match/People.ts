import type { PersonId } from "#shared/model/ids.ts";
import type { Person } from "#server/store/MatchStore.ts";
import type { Attendance } from "./Attendance.ts";
import type { Editing } from "./Editing.ts";

interface Beside {
  readonly attendance: Attendance;
  readonly editing: Editing;
}

/** The people of one match and what is known of them beside the record: who is there, who is ready, who writes. */
export class People {
  readonly attendance: Attendance;
  readonly editing: Editing;
  readonly #persons: Map<PersonId, Person>;
  readonly #ready = new Set<PersonId>();
  readonly #active = new Map<PersonId, number>();

  constructor(persons: readonly Person[], { attendance, editing }: Beside) {
    this.attendance = attendance;
    this.editing = editing;
    this.#persons = new Map(persons.map((person) => [person.id, person]));
  }

  get all(): readonly Person[] {
    return [...this.#persons.values()];
  }

  find(person: PersonId): Person | null {
    return this.#persons.get(person) ?? null;
  }

  add(person: Person): void {
    this.#persons.set(person.id, person);
  }

  isReady(person: PersonId): boolean {
    return this.#ready.has(person);
  }

  setReady(person: PersonId, ready: boolean): void {
    if (ready) this.#ready.add(person);
    else this.#ready.delete(person);
  }

  nobodyReady(): void {
    this.#ready.clear();
  }

  /** Someone did something, at this time (epoch milliseconds). */
  acted(person: PersonId, at: number): void {
    this.#active.set(person, at);
  }

  /** When this person last did anything here; null = never, since the process began. */
  lastActive(person: PersonId): number | null {
    return this.#active.get(person) ?? null;
  }
}
