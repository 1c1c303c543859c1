/** The wall clock, injected so that tests and the simulator own time. */
export interface Clock {
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** One-shot timers, injected like the clock. */
export interface Timers {
  /** Runs `action` once after `delay` milliseconds; the result cancels it. */
  readonly after: (delay: number, action: () => void) => () => void;
}

export const systemClock: Clock = { now: () => Date.now() };

/** The longest delay of `setTimeout`; a later deadline is reached in several steps. */
const LONGEST = 2 ** 31 - 1;

/** Timers of the running process that can say how many are waiting, so that a test can show that none is left. */
export function systemTimers(): Timers & { readonly waiting: () => number } {
  const waiting = new Set<NodeJS.Timeout>();
  const after = (delay: number, action: () => void): (() => void) => {
    let timer: NodeJS.Timeout;
    const arm = (rest: number): void => {
      timer = setTimeout(
        () => {
          waiting.delete(timer);
          if (rest > LONGEST) arm(rest - LONGEST);
          else action();
        },
        Math.min(Math.max(0, rest), LONGEST),
      );
      waiting.add(timer);
    };
    arm(delay);
    return () => {
      clearTimeout(timer);
      waiting.delete(timer);
    };
  };
  return { after, waiting: () => waiting.size };
}
