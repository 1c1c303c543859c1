import { availableParallelism, cpus } from "node:os";
import type { BarResult } from "./bar.ts";

/** One figure as every measuring command gives it (quality.md). */
export interface Result {
  readonly id: string;
  readonly figure: number;
  readonly margin?: number;
  readonly unit: string;
  readonly bar: string | null;
  readonly pass: boolean | null;
}

export function tellJson(seed: number, results: readonly Result[]): void {
  const machine = { cpu: cpus()[0]?.model ?? "unknown", cores: availableParallelism(), node: process.version };
  console.log(JSON.stringify({ name: "simulate", seed, machine, results }));
}

export const resultOf = ({ id, figure, margin, unit, bar, pass }: BarResult): Result => ({
  id,
  figure,
  margin,
  unit,
  bar: bar === "" ? null : bar,
  pass,
});

export function tellBars(bars: readonly BarResult[]): void {
  table(
    ["bar", "figure", "±95 %", "unit", "wanted", ""],
    bars.map(({ what, figure, margin, unit, bar, pass }) => [
      what,
      figure.toFixed(1),
      margin.toFixed(1),
      unit,
      bar,
      pass === null ? "" : pass ? "holds" : "FAILS",
    ]),
  );
}

/** Columns aligned: the first to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, k) => (k === 0 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0)))
      .join("  ")
      .trimEnd();
  console.log([line(head), ...rows.map(line)].join("\n"));
}

/** A line on stderr that is written over; nothing where nobody watches. */
export function progress(done: number, of: number): void {
  const step = Math.max(1, Math.floor(of / 100));
  if (done % step < 8 || done === of) process.stderr.write(`\r${done} of ${of}`);
  if (done === of) process.stderr.write("\r\u001b[K");
}

export const per = (sum: number, n: number): string => (sum / Math.max(1, n)).toFixed(1);
export const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(0)} %`;
