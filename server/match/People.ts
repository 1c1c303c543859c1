import type { PersonId } from "#shared/model/ids.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import type { Draft, Person } from "#server/store/MatchStore.ts";
import type { Attendance } from "./Attendance.ts";

/** The people of one match and what is known of them beside the record: who is there, who is ready, who drafts what. */
export class People {
  readonly attendance: Attendance;
  readonly #persons: Map<PersonId, Person>;
  readonly #drafts: Map<PersonId, Draft>;
  readonly #ready = new Set<PersonId>();

  constructor(persons: readonly Person[], drafts: ReadonlyMap<PersonId, Draft>, attendance: Attendance) {
    this.attendance = attendance;
    this.#persons = new Map(persons.map((person) => [person.id, person]));
    this.#drafts = new Map(drafts);
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

  /** A draft is for one turn; in the next it is no more. */
  draftFor(person: PersonId, turn: number): OrderSheet | null {
    const draft = this.#drafts.get(person);
    return draft?.turn === turn ? draft.sheet : null;
  }

  setDraft(person: PersonId, draft: Draft): void {
    this.#drafts.set(person, draft);
  }
}
