import { fail, ok, type Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { Log } from "./log.ts";
import { FAULT, NOT_SAVED, STOPPING } from "./refusals.ts";
import type { Clock } from "./time.ts";

/** What a ledger must know of a kind of record: its fold, its gate, and where it is kept. */
export interface Book<State, Draft, Kept> {
  /** The command as it must be recorded, stamped and numbered; or why it may not happen. `at`: epoch milliseconds. */
  readonly check: (state: State, draft: Draft, at: number) => Result<Kept, Refusal>;
  readonly apply: (state: State, command: Kept) => State;
  /** Durable when it resolves; `stale`: the record has moved on without us. */
  readonly append: (expected: number, commands: readonly Kept[]) => Promise<"appended" | "stale">;
  /** Whose record it is, for the log. */
  readonly about: Readonly<Record<string, string>>;
}
export interface LedgerTools {
  readonly clock: Clock;
  readonly log: Log;
}

export interface LedgerEvents<State, Kept = never> {
  /** New entries are durable and `state` includes them. */
  readonly changed: (before: State, commands: readonly Kept[]) => void;
  /** The record has another owner: this ledger takes nothing more. */
  readonly lost: () => void;
}

/** Commands being put together; all of them are recorded, or none. */
export class RecordEntry<State extends { readonly lastSeq: number }, Draft, Kept extends { readonly seq: number }> {
  readonly commands: Kept[] = [];
  readonly #book: Pick<Book<State, Draft, Kept>, "check" | "apply">;
  /** Epoch milliseconds: when it is asked for. */
  readonly at: number;
  #state: State;

  constructor(state: State, at: number, book: Pick<Book<State, Draft, Kept>, "check" | "apply">) {
    this.#state = state;
    this.at = at;
    this.#book = book;
  }

  /** As it will be with the commands so far. */
  get state(): State {
    return this.#state;
  }

  /** Checks a command against the state so far and takes it; or says why not, and nothing changes. */
  add(draft: Draft): Refusal | null {
    const checked = this.#book.check(this.#state, draft, this.at);
    if (!checked.ok) return checked.error;
    this.#state = this.#book.apply(this.#state, checked.value);
    this.commands.push(checked.value);
    return null;
  }
}

interface Waiting<Entry> {
  readonly entry: Entry;
  readonly settle: (result: Result<void, Refusal>) => void;
}

/**
 * A record as it grows – a match's or a class's. A command is checked against everything accepted before it, then
 * appended durably, and only then part of `state`, which is all that anyone is shown. What is asked for
 * while an append is under way goes out together in the next.
 */
export class RecordLedger<State extends { readonly lastSeq: number }, Draft, Kept extends { readonly seq: number }> {
  readonly #book: Book<State, Draft, Kept>;
  readonly #tools: LedgerTools;
  readonly #events: LedgerEvents<State, Kept>;
  #state: State;
  /** `state` plus what is on its way to the disk. */
  #ahead: State;
  #waiting: Waiting<RecordEntry<State, Draft, Kept>>[] = [];
  #writing: Promise<void> | null = null;
  #open = true;

  constructor(
    state: State,
    {
      book,
      tools,
      events,
    }: {
      readonly book: Book<State, Draft, Kept>;
      readonly tools: LedgerTools;
      readonly events: LedgerEvents<State, Kept>;
    },
  ) {
    this.#state = state;
    this.#ahead = state;
    this.#book = book;
    this.#tools = tools;
    this.#events = events;
  }

  /** As far as it is durable. */
  get state(): State {
    return this.#state;
  }

  /** Resolves when the commands added by `write` are durable; a refusal from it or from the store leaves nothing behind. */
  record(write: (entry: RecordEntry<State, Draft, Kept>) => Refusal | null): Promise<Result<void, Refusal>> {
    if (!this.#open) return Promise.resolve(fail(STOPPING));
    const entry = new RecordEntry(this.#ahead, this.#tools.clock.now(), this.#book);
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

  /** A fault in the rules spoils this entry, not the process: other records run on. */
  #attempt(
    entry: RecordEntry<State, Draft, Kept>,
    write: (entry: RecordEntry<State, Draft, Kept>) => Refusal | null,
  ): Refusal | null {
    try {
      return write(entry);
    } catch (error) {
      this.#tools.log.error(
        { ...this.#book.about, error: error instanceof Error ? error.stack : String(error) },
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
      const answer = await this.#append(group.flatMap(({ entry }) => entry.commands));
      if (answer === "appended") this.#accept(group);
      else this.#undo(group, answer);
    }
    this.#writing = null;
  }

  async #append(commands: readonly Kept[]): Promise<"appended" | "stale" | "failed"> {
    try {
      return await this.#book.append(this.#state.lastSeq, commands);
    } catch (error) {
      this.#tools.log.error({ ...this.#book.about, error: String(error) }, "append failed");
      return "failed";
    }
  }

  #accept(group: readonly Waiting<RecordEntry<State, Draft, Kept>>[]): void {
    const before = this.#state;
    this.#state = group.at(-1)?.entry.state ?? before;
    this.#events.changed(
      before,
      group.flatMap(({ entry }) => entry.commands),
    );
    for (const { settle } of group) settle(ok(undefined));
  }

  /** Everything accepted after a failed append was checked against a state that never came to be: it fails too. */
  #undo(group: readonly Waiting<RecordEntry<State, Draft, Kept>>[], answer: "stale" | "failed"): void {
    const all = [...group, ...this.#waiting];
    this.#waiting = [];
    this.#ahead = this.#state;
    for (const { settle } of all) settle(fail(NOT_SAVED));
    if (answer === "failed") return;
    this.#open = false;
    this.#tools.log.error(this.#book.about, "the record has another owner");
    this.#events.lost();
  }
}
