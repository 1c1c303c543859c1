import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Row } from "./bar.ts";
import type { Answer, Task } from "./worker.ts";
import type { Setting } from "./setting.ts";

/** Rows of one bar, in the order of matches, whoever played them. */
export interface Wanted {
  readonly bar: string;
  readonly draws: number;
}

interface Order {
  readonly setting: Setting;
  readonly seed: number;
  readonly wanted: readonly Wanted[];
  readonly threads?: number;
  /** Told how many of all matches are done. */
  readonly progress?: (done: number, of: number) => void;
}

/** Matches a thread takes at a time. */
const BLOCK = 8;

/**
 * Plays the matches of several bars on all cores. Every match is a function of its seed alone, and rows come back in the
 * order of matches: the figures do not depend on how many threads there are.
 */
export async function playShared({
  setting,
  seed,
  wanted,
  threads,
  progress,
}: Order): Promise<readonly (readonly Row[])[]> {
  const rows = wanted.map(({ draws }): Row[] => Array.from({ length: draws }, () => []));
  const total = wanted.reduce((sum, { draws }) => sum + draws, 0);
  const tasks = wanted.flatMap(({ bar, draws }, index) =>
    Array.from({ length: Math.ceil(draws / BLOCK) }, (_, k): Task => ({
      index,
      bar,
      seed,
      from: k * BLOCK,
      to: Math.min(draws, (k + 1) * BLOCK),
    })),
  );
  let done = 0;
  const keep = ({ task, found }: Answer): void => {
    for (const [k, row] of found.entries()) {
      const list = rows[task.index];
      if (list) list[task.from + k] = row;
    }
    done += found.length;
    progress?.(done, total);
  };
  const count = Math.max(1, Math.min(threads ?? availableParallelism(), tasks.length));
  await Promise.all(Array.from({ length: count }, () => oneThread(setting, tasks, keep)));
  return rows;
}

/** Takes task after task from the common list until it is empty. */
function oneThread(setting: Setting, tasks: Task[], keep: (answer: Answer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("worker.ts", import.meta.url), { workerData: setting });
    const next = (): void => {
      const task = tasks.shift();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      if (task) worker.postMessage(task);
      else void worker.terminate().then(() => resolve());
    };
    worker.on("message", (answer: Answer) => {
      keep(answer);
      next();
    });
    worker.on("error", reject);
    next();
  });
}
