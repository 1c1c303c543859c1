import type { Board } from "#shared/model/world.ts";
import { PERSONALITIES } from "#shared/model/match.ts";
import { seedPrng, shuffled, stream } from "#shared/lib/prng.ts";
import type { Policy } from "./policies.ts";

/** One figure held against its bar. `margin`: half of its 95 % interval. */
export interface BarResult {
  readonly id: string;
  readonly what: string;
  readonly figure: number;
  readonly margin: number;
  readonly unit: string;
  readonly bar: string;
  readonly pass: boolean;
}

export interface BarRun {
  readonly board: Board;
  readonly matches: number;
  readonly seed: number;
}

/** One seed a match; the seat under test goes round the table. */
export const draws = ({ board, matches, seed }: BarRun): { readonly seed: number; readonly seat: number }[] =>
  Array.from({ length: matches }, (_, k) => ({ seed: seed * 1_000_003 + k, seat: k % board.ids.length }));

export const seated = (table: readonly Policy[], seat: number, policy: Policy): Policy[] =>
  table.map((one, k) => (k === seat ? policy : one));

/** Every character dealt to the table, anew for each seed. */
export function mixedTable(board: Board, seed: number): Policy[] {
  const deck = shuffled(PERSONALITIES, stream(seedPrng(seed, "seats")).draw);
  return board.ids.map((_, k) => deck[k % deck.length] ?? "theorist");
}
