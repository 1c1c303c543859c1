import { fail, ok, type Result } from "#shared/lib/result.ts";
import type { Command, CommandBody, MatchState } from "#shared/model/match.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { applyCommand } from "#shared/record/applyCommand.ts";
import { checkCommand } from "#shared/record/checkCommand.ts";
import type { Clock } from "#server/lib/time.ts";
import type { Log } from "#server/lib/log.ts";
import { FAULT, NOT_SAVED, STOPPING } from "#server/lib/refusals.ts";
import type { MatchStore } from "#server/store/MatchStore.ts";

interface LedgerDeps {
  readonly store: Pick<MatchStore, "append">;
  readonly clock: Clock;
  readonly log: Log;
}

interface LedgerEvents {
  /** New entries are durable and `state` includes them. */
  readonly changed: (before: MatchState) => void;
  /** The record has another owner: this ledger takes nothing more. */
  readonly lost: () => void;
}

interface Waiting {
  readonly entry: Entry;
  readonly settle: (result: Result<void, Refusal>) => void;
}

/** Commands being put together; all of them are recorded, or none. */
export class Entry {
  readonly commands: Command[] = [];
  #state: MatchState;
  readonly #at: number;

  constructor(state: MatchState, at: number) {
    this.#state = state;
    this.#at = at;
  }

  /** The match as it will be with the commands so far. */
  get state(): MatchState {
    return this.#state;
  }

  /** Checks a command against the state so far and takes it; or says why not, and nothing changes. */
  add(body: CommandBody): Refusal | null {
    const checked = checkCommand(this.#state, body);
    if (!checked.ok) return checked.error;
    const command: Command = { seq: this.#state.lastSeq + 1, at: this.#at, ...checked.value };
    this.#state = applyCommand(this.#state, command);
    this.commands.push(command);
    return null;
  }
}

/**
 * The record of one match as it grows. A command is checked against everything accepted before it, then
 * appended durably, and only then part of `state`, which is all that anyone is shown. What is asked for
 * while an append is under way goes out together in the next.
 */
export class Ledger {
  readonly #deps: LedgerDeps;
  readonly #events: LedgerEvents;
  #state: MatchState;
  /** `state` plus what is on its way to the disk. */
  #ahead: MatchState;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;
  #open = true;

  constructor(state: MatchState, deps: LedgerDeps, events: LedgerEvents) {
    this.#state = state;
    this.#ahead = state;
    this.#deps = deps;
    this.#events = events;
  }

  /** The match as far as it is durable. */
  get state(): MatchState {
    return this.#state;
  }

  /** Resolves when the commands added by `write` are durable; a refusal from it or from the store leaves nothing behind. */
  record(write: (entry: Entry) => Refusal | null): Promise<Result<void, Refusal>> {
    if (!this.#open) return Promise.resolve(fail(STOPPING));
    const entry = new Entry(this.#ahead, this.#deps.clock.now());
    const refusal = this.#attempt(entry, write);
    if (refusal) return Promise.resolve(fail(refusal));
    if (entry.commands.length === 0) return Promise.resolve(ok(undefined));
    this.#ahead = entry.state;
    return new Promise((settle) => {
      this.#waiting.push({ entry, settle });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Takes nothing more, and resolves when what was taken is durable. */
  async close(): Promise<void> {
    this.#open = false;
    await this.#writing;
  }

  /** A fault in the rules spoils this entry, not the process: other matches run on. */
  #attempt(entry: Entry, write: (entry: Entry) => Refusal | null): Refusal | null {
    try {
      return write(entry);
    } catch (error) {
      this.#deps.log.error(
        { match: this.#state.match, error: error instanceof Error ? error.stack : String(error) },
        "a command failed",
      );
      return FAULT;
    }
  }

  async #writeAll(): Promise<void> {
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      const answer = await this.#append(group);
      if (answer === "appended") this.#accept(group);
      else this.#undo(group, answer);
    }
    this.#writing = null;
  }

  async #append(group: readonly Waiting[]): Promise<"appended" | "stale" | "failed"> {
    const commands = group.flatMap(({ entry }) => entry.commands);
    try {
      return await this.#deps.store.append(this.#state.match, this.#state.lastSeq, commands);
    } catch (error) {
      this.#deps.log.error({ match: this.#state.match, error: String(error) }, "append failed");
      return "failed";
    }
  }

  #accept(group: readonly Waiting[]): void {
    const before = this.#state;
    this.#state = group.at(-1)?.entry.state ?? before;
    this.#events.changed(before);
    for (const { settle } of group) settle(ok(undefined));
  }

  /** Everything accepted after a failed append was checked against a state that never came to be: it fails too. */
  #undo(group: readonly Waiting[], answer: "stale" | "failed"): void {
    const all = [...group, ...this.#waiting];
    this.#waiting = [];
    this.#ahead = this.#state;
    for (const { settle } of all) settle(fail(NOT_SAVED));
    if (answer === "failed") return;
    this.#open = false;
    this.#deps.log.error({ match: this.#state.match }, "the record has another owner");
    this.#events.lost();
  }
}
