import type { Clock } from "#server/lib/time.ts";
import { TokenBuckets } from "#server/lib/tokenBuckets.ts";

/** Wrong codes an address may type at once, and regains per second. */
const WRONG = { burst: 60, perSecond: 1 };
/** Pairs of address and code remembered; the oldest are forgotten first. */
const REMEMBERED = 20_000;

/**
 * Limits guessing of join codes by address. An address with no wrong guesses left is heard only about codes
 * it has used rightly before (or made itself): one guesser at a school cannot lock a class out, and cannot
 * find a stranger's match faster than one try a second.
 */
export class CodeGuard {
  readonly #wrong: TokenBuckets;
  readonly #pins: TokenBuckets;
  readonly #known = new Set<string>();

  constructor(clock: Clock) {
    this.#wrong = new TokenBuckets(clock, WRONG);
    this.#pins = new TokenBuckets(clock, WRONG);
  }

  /** Whether this code may be looked up for this address. */
  admits(address: string, code: string): boolean {
    return this.#known.has(pair(address, code)) || this.#wrong.allows(address);
  }

  /** Whether the digits that go with a code may be tried from this address; apart from codes, and for each class by itself. */
  admitsPin(address: string, code: string): boolean {
    return this.#pins.allows(pair(address, code));
  }
  wrongPin(address: string, code: string): void {
    this.#pins.take(pair(address, code));
  }

  /** Counts a wrong guess; false when the address had none left. */
  wrong(address: string): boolean {
    return this.#wrong.take(address);
  }

  right(address: string, code: string): void {
    this.#known.delete(pair(address, code));
    this.#known.add(pair(address, code));
    if (this.#known.size <= REMEMBERED) return;
    const [oldest] = this.#known;
    if (oldest !== undefined) this.#known.delete(oldest);
  }
}

const pair = (address: string, code: string): string => `${address} ${code}`;
