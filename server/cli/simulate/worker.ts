import { parentPort, workerData } from "node:worker_threads";
import { drawAt, type Row } from "./bar.ts";
import { ALL_BARS } from "./bars/index.ts";
import { type Setting, tableOf } from "./setting.ts";

/** Matches of one bar, by number. `index` tells the asker which list they belong to. */
export interface Task {
  readonly index: number;
  readonly bar: string;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}
export interface Answer {
  readonly task: Task;
  readonly found: readonly Row[];
}

// A worker's data is what `playShared` gave it.
const table = tableOf(workerData as Setting);

parentPort?.on("message", (task: Task) => {
  const bar = ALL_BARS.find(({ id }) => id === task.bar);
  const found = Array.from({ length: task.to - task.from }, (_, k) =>
    bar ? bar.observe(table, drawAt(table, task.seed, task.from + k)) : [],
  );
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage({ task, found } satisfies Answer);
});
