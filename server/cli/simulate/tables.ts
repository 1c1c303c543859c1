import type { Board } from "#shared/model/world.ts";
import { PERSONALITIES } from "#shared/model/match.ts";
import { seedPrng, shuffled, stream } from "#shared/lib/prng.ts";
import type { Policy } from "./policies.ts";

/** Theory players all round. */
export const theorists = (board: Board): Policy[] => board.ids.map(() => "theorist");

/** The same table with another policy in one seat. */
export const seated = (table: readonly Policy[], seat: number, policy: Policy): Policy[] =>
  table.map((one, k) => (k === seat ? policy : one));

/** Every character dealt to the table, anew for each seed. */
export function mixedTable(board: Board, seed: number): Policy[] {
  const deck = shuffled(PERSONALITIES, stream(seedPrng(seed, "seats")).draw);
  return board.ids.map((_, k) => deck[k % deck.length] ?? "theorist");
}
