import type { Board, PublicWorld } from "#shared/model/world.ts";
import { createWorld } from "#shared/rules/index.ts";

const openings = new WeakMap<Board, PublicWorld>();

/** The world before the first turn. Chance plays no part in what is public of it, so any seed will do. */
export function openingWorld(board: Board): PublicWorld {
  const known = openings.get(board);
  if (known) return known;
  const world = createWorld(board, 0);
  openings.set(board, world);
  return world;
}
