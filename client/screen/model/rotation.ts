/** How long one table is shown before the next, ms. */
export const STAY = 12_000;

/** A table as the choice of what to show sees it. */
export interface TableNow {
  /** From 1. */
  readonly number: number;
  /** Its view has come. */
  readonly ready: boolean;
  /** Its turn is being told step by step: nobody is led away in the middle of it. */
  readonly telling: boolean;
}

export interface Shown {
  readonly table: number;
  /** Epoch ms. */
  readonly since: number;
}

export interface RotationNow {
  readonly tables: readonly TableNow[];
  readonly shown: Shown | null;
  /** Chosen by an instructor; null = all in turn. */
  readonly chosen: number | null;
  /** Epoch ms. */
  readonly now: number;
}

/** Which table stands on the screen now; null = none is there yet. The same object while nothing changes. */
export function shownNow({ tables, shown, chosen, now }: RotationNow): Shown | null {
  const ready = tables.filter((table) => table.ready).sort((a, b) => a.number - b.number);
  const wanted = chosen === null ? undefined : ready.find(({ number }) => number === chosen);
  if (wanted) return shown?.table === wanted.number ? shown : { table: wanted.number, since: now };
  const present = ready.find(({ number }) => number === shown?.table);
  const first = ready[0];
  if (!first) return null;
  if (!present || !shown) return { table: first.number, since: now };
  if (ready.length === 1 || present.telling || now - shown.since < STAY) return shown;
  const next = ready.find(({ number }) => number > present.number) ?? first;
  return { table: next.number, since: now };
}

/** A step is read by a whole room: never under two seconds, and no longer than it takes. */
const SHORTEST = 2000;
const LONGEST = 6000;

/** Milliseconds a step of the reveal stands, from what is left of the phase (null = no clock) and the steps still to come, this one included. */
export function stepTime(left: number | null, steps: number): number {
  if (left === null) return LONGEST;
  return Math.min(LONGEST, Math.max(SHORTEST, left / (steps + 1)));
}
