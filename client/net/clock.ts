/** The server's clock as this browser can best tell it. Only for showing deadlines: the server alone decides when time is up. */
export interface ServerClock {
  /** Takes in a server time (epoch ms) that has just arrived. */
  readonly sample: (serverNow: number) => void;
  /** Epoch ms on the server's clock. */
  readonly now: () => number;
}

/** How many of the latest samples count. Few enough to follow a clock that is set right after sleep. */
const KEPT = 8;

/**
 * Each message arrives late by its own travel time, so every sample puts the server's clock too far back; the largest
 * difference of the last few is the least wrong.
 */
export function createServerClock(localNow: () => number): ServerClock {
  let differences: readonly number[] = [];
  return {
    sample: (serverNow) => {
      differences = [...differences, serverNow - localNow()].slice(-KEPT);
    },
    now: () => localNow() + (differences.length === 0 ? 0 : Math.max(...differences)),
  };
}
