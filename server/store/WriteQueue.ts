/** A write inside a transaction. It must not wait for anything but its own queries. */
export type Write<Tx, T> = (tx: Tx) => Promise<T>;

interface Waiting<Tx> {
  readonly run: (tx: Tx) => Promise<void>;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Group commit: what arrives within one turn of the event loop, or while the last group is being written,
 * becomes one transaction and so one wait for the disk. A write that fails is separated from the others, which
 * are then written one by one; a transaction that cannot be committed fails all its writes.
 */
export class WriteQueue<Tx> {
  readonly #transaction: (body: (tx: Tx) => Promise<void>) => Promise<void>;
  #waiting: Waiting<Tx>[] = [];
  #running: Promise<void> | null = null;

  constructor(transaction: (body: (tx: Tx) => Promise<void>) => Promise<void>) {
    this.#transaction = transaction;
  }

  /** Resolves with the write's result once its transaction is on the disk. */
  add<T>(write: Write<Tx, T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let result: T;
      this.#waiting.push({
        run: async (tx) => {
          result = await write(tx);
        },
        done: () => resolve(result),
        failed: reject,
      });
      this.#running ??= this.#drain();
    });
  }

  /** Resolves when nothing is waiting or being written. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #drain(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      await this.#write(group);
    }
    this.#running = null;
  }

  async #write(group: readonly Waiting<Tx>[]): Promise<void> {
    let culprit: Waiting<Tx> | null = null;
    try {
      await this.#transaction(async (tx) => {
        for (const waiting of group) {
          culprit = waiting;
          await waiting.run(tx);
        }
        culprit = null;
      });
      for (const waiting of group) waiting.done();
    } catch (error) {
      if (culprit && group.length > 1) for (const waiting of group) await this.#write([waiting]);
      else for (const waiting of group) waiting.failed(error);
    }
  }
}
