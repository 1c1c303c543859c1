import type { Patch } from "../../lib/diff.ts";
import type { WireView } from "../../protocol/wire.ts";

/** The views' bit sets, one bit a seat. */
const FLAGS = ["here", "sent", "ready"] as const;

/** Seat 0 is the lowest bit. Arithmetic instead of bit operators: these end at 32 seats. */
export const pack = (bits: readonly boolean[]): number => bits.reduce((sum, bit, at) => sum + (bit ? 2 ** at : 0), 0);
export const bitAt = (set: number, at: number): boolean => Math.floor(set / 2 ** at) % 2 === 1;

/** One flag of one seat has changed: 3 × seat + flag. Null when the patch holds anything else. Most patches of a turn are such. */
export function flipIn(before: WireView, patch: Patch): number | null {
  if (patch[0] !== 2) return null;
  const [change, ...more] = Object.entries(patch[1]);
  if (!change || more.length > 0) return null;
  const flag = FLAGS.findIndex((name) => name === change[0]);
  const name = FLAGS[flag];
  if (name === undefined || change[1][0] !== 1) return null;
  const step = Math.abs(Number(change[1][1]) - before[name]);
  const seat = Math.log2(step);
  // A step by a power of two is one bit only where no carry runs on.
  return Number.isInteger(seat) && flipped(before[name], seat) === change[1][1] ? 3 * seat + flag : null;
}

/** The view with one flag the other way. */
export function flip(view: WireView, code: number): WireView {
  const name = FLAGS[code % 3] ?? "here";
  return { ...view, [name]: flipped(view[name], Math.floor(code / 3)) };
}

const flipped = (set: number, seat: number): number => set + (bitAt(set, seat) ? -1 : 1) * 2 ** seat;
