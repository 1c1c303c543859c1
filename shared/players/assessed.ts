import type { Board, PublicWorld } from "../model/world.ts";
import { assess, type Assessment } from "../theory/assess.ts";

/** A world never changes, and every computer player asks the same of it: the answer is kept as long as the world lives. */
const known = new WeakMap<PublicWorld, { readonly board: Board; readonly assessment: Assessment }>();

export function assessed(board: Board, world: PublicWorld): Assessment {
  const before = known.get(world);
  if (before?.board === board) return before.assessment;
  const assessment = assess(board, world);
  known.set(world, { board, assessment });
  return assessment;
}
