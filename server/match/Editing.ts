import type { CountryId, PersonId } from "#shared/model/ids.ts";
import type { Timers } from "#server/lib/time.ts";

/** Milliseconds after the last change of a sheet in which its writer still counts as writing. */
const WRITING = 8_000;

/** Who of a team is writing on its sheet. */
export class Editing {
  readonly #timers: Timers;
  readonly #changed: () => void;
  readonly #writing = new Map<CountryId, { readonly person: PersonId; readonly cancel: () => void }>();

  /** `changed` is called when someone has put the pen down. */
  constructor(timers: Timers, changed: () => void) {
    this.#timers = timers;
    this.#changed = changed;
  }

  writes(country: CountryId, person: PersonId): void {
    this.#writing.get(country)?.cancel();
    const cancel = this.#timers.after(WRITING, () => {
      this.#writing.delete(country);
      this.#changed();
    });
    this.#writing.set(country, { person, cancel });
  }

  /** The sheet is handed in. */
  done(country: CountryId): void {
    this.#writing.get(country)?.cancel();
    this.#writing.delete(country);
  }

  by(country: CountryId): PersonId | null {
    return this.#writing.get(country)?.person ?? null;
  }

  stop(): void {
    for (const { cancel } of this.#writing.values()) cancel();
    this.#writing.clear();
  }
}
