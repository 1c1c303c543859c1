import type { Clock } from "./time.ts";

/**
 * One bucket per key: `burst` tokens at first, refilled at `perSecond`. Full buckets are forgotten, so
 * memory holds only keys seen lately.
 */
export class TokenBuckets {
  readonly #clock: Clock;
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(clock: Clock, limits: { readonly burst: number; readonly perSecond: number }) {
    this.#clock = clock;
    this.#burst = limits.burst;
    this.#perSecond = limits.perSecond;
  }

  /** Whether a token is left, without taking it. */
  allows(key: string): boolean {
    return this.#level(key) >= 1;
  }

  /** Takes a token; false when there was none. */
  take(key: string): boolean {
    const level = this.#level(key);
    if (level < 1) return false;
    this.#buckets.set(key, { tokens: level - 1, at: this.#clock.now() });
    if (this.#buckets.size > 10_000) this.#forget();
    return true;
  }

  #level(key: string): number {
    const bucket = this.#buckets.get(key);
    if (!bucket) return this.#burst;
    const refilled = bucket.tokens + (Math.max(0, this.#clock.now() - bucket.at) / 1000) * this.#perSecond;
    return Math.min(this.#burst, refilled);
  }

  #forget(): void {
    for (const key of this.#buckets.keys()) if (this.#level(key) >= this.#burst) this.#buckets.delete(key);
  }
}
