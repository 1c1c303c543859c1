import type { MatchId } from "#shared/model/ids.ts";
import { foldRecord } from "#shared/record/foldRecord.ts";
import { migrate } from "#shared/record/migrate.ts";
import { MatchController } from "./MatchController.ts";
import type { MatchDeps, StoredMatch } from "./matchDeps.ts";

/** The matches this process runs: every live one, and those over that someone still looks at. */
export class Matches {
  readonly #deps: MatchDeps;
  readonly #running = new Map<MatchId, Promise<MatchController | null>>();
  #closing = false;

  constructor(deps: MatchDeps) {
    this.#deps = deps;
  }

  /** Takes up every live match of the store where its record left it. One that cannot be read is left alone and logged. */
  async restore(): Promise<number> {
    const live = await this.#deps.store.listLive();
    const found = await Promise.all(
      live.map((match) => this.get(match).catch((error: unknown) => this.#unreadable(match, error))),
    );
    return found.filter((controller) => controller !== null).length;
  }

  /** The match, brought into memory if need be; null when there is none. */
  get(match: MatchId): Promise<MatchController | null> {
    const running = this.#running.get(match);
    if (running) return running;
    if (this.#closing) return Promise.resolve(null);
    const loading = this.#load(match);
    this.#running.set(match, loading);
    // One that is not there, or cannot be read, must not be remembered as such.
    loading.then((controller) => controller ?? this.#running.delete(match)).catch(() => this.#running.delete(match));
    return loading;
  }

  async findByCode(code: string): Promise<MatchController | null> {
    const row = await this.#deps.store.findByCode(code);
    return row ? this.get(row.match) : null;
  }

  /** Nobody is in its room any more: a match that is over leaves memory, a live one goes on without onlookers. */
  async release(controller: MatchController): Promise<void> {
    if (!controller.isOver || !controller.people.attendance.isEmpty) return;
    this.#running.delete(controller.match);
    await controller.close();
  }

  /** Stops a match that is about to be deleted. */
  async forget(match: MatchId): Promise<void> {
    const running = this.#running.get(match);
    this.#running.delete(match);
    const controller = await running?.catch(() => null);
    await controller?.close();
  }

  /** Takes up no more matches and resolves when every record is durable. */
  async close(): Promise<void> {
    this.#closing = true;
    const controllers = await Promise.all([...this.#running.values()].map((running) => running.catch(() => null)));
    await Promise.all(controllers.flatMap((controller) => (controller ? [controller.close()] : [])));
    this.#running.clear();
  }

  async #load(match: MatchId): Promise<MatchController | null> {
    const stored = await readMatch(this.#deps, match);
    if (!stored) return null;
    if (stored.state.hashMismatches.length > 0) {
      this.#deps.log.warn({ match, turns: stored.state.hashMismatches }, "the replay differs from the stored hashes");
    }
    const controller = new MatchController(stored, this.#deps);
    controller.open(() => this.#running.delete(match));
    return controller;
  }

  #unreadable(match: MatchId, error: unknown): null {
    this.#deps.log.error(
      { match, error: error instanceof Error ? error.stack : String(error) },
      "a match could not be restored",
    );
    return null;
  }
}

async function readMatch({ store }: MatchDeps, match: MatchId): Promise<StoredMatch | null> {
  const [row, record] = await Promise.all([store.find(match), store.load(match)]);
  if (!row || !record) return null;
  const migrated = migrate(record);
  if (!migrated.ok) throw new Error(migrated.error.text);
  const [persons, drafts] = await Promise.all([store.persons(match), store.drafts(match)]);
  return { row, state: foldRecord(migrated.value), persons, drafts };
}
