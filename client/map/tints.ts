import type { MapBoard } from "./mapSight.ts";

/** Owner tints `t1`…`t5`. Neighbours differ where five tints allow it; the meaning is the name, not the tint. */
export type Tint = 1 | 2 | 3 | 4 | 5;
const TINTS: readonly Tint[] = [1, 2, 3, 4, 5];

/**
 * Greedy colouring of the land borders in index order: the first tint no neighbour has, the one used least so far
 * among several; if all five stand next to it, the one used least by its neighbours.
 */
export function tintsOf(board: MapBoard): readonly Tint[] {
  const tints: Tint[] = [];
  board.ids.forEach((_, country) => {
    const near = tints.filter((_, other) => board.borders[country]?.[other] ?? false);
    const uses = (tint: Tint): number => count(near, tint) * board.ids.length + count(tints, tint);
    tints.push(TINTS.reduce((best, tint) => (uses(tint) < uses(best) ? tint : best)));
  });
  return tints;
}

const count = (tints: readonly Tint[], tint: Tint): number => tints.filter((one) => one === tint).length;
