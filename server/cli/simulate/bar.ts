import type { Board } from "#shared/model/world.ts";
import type { MatchOptions } from "./playMatch.ts";

/** One figure held against its bar. `margin`: half of its 95 % interval. */
export interface BarResult {
  readonly id: string;
  readonly what: string;
  readonly figure: number;
  readonly margin: number;
  readonly unit: string;
  readonly bar: string;
  /** `null`: a figure to read beside the others, with no bar of its own. */
  readonly pass: boolean | null;
}

/** Where the matches of a bar are played. */
export interface Table {
  readonly board: Board;
  /** What is switched off, if anything. */
  readonly options: MatchOptions;
}

/** One match to look at: its seed, and the seat under test, which goes round the table. */
export interface Draw {
  readonly seed: number;
  readonly seat: number;
}

/** What one match shows, as plain figures, so that any thread can look at any match. Empty: nothing of the kind happened. */
export type Row = readonly number[];

/** One of the bars of the design text: what to look at in each match, and what all of them show together. */
export interface Bar {
  /** The bar's number. */
  readonly id: string;
  /** Matches looked at of those asked for: a look ahead costs hundreds of matches a case. */
  readonly draws: (matches: number) => number;
  readonly observe: (table: Table, draw: Draw) => Row;
  readonly judge: (table: Table, rows: readonly Row[]) => readonly BarResult[];
}

export const all = (matches: number): number => matches;

/** The k-th match of a run. */
export const drawAt = ({ board }: Pick<Table, "board">, seed: number, k: number): Draw => ({
  seed: seed * 1_000_003 + k,
  seat: k % board.ids.length,
});

/** A bar held on one thread. */
export function hold(
  bar: Bar,
  table: Table,
  { matches, seed }: { readonly matches: number; readonly seed: number },
): readonly BarResult[] {
  const rows = Array.from({ length: bar.draws(matches) }, (_, k) => bar.observe(table, drawAt(table, seed, k)));
  return bar.judge(table, rows);
}

/** The k-th figure of every row. */
export const column = (rows: readonly Row[], k: number): number[] =>
  rows.filter((row) => row.length > 0).map((row) => row[k] ?? 0);
