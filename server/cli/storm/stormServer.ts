import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

/** A server in a process of its own, so that what it costs is not mixed with what three hundred clients cost. */
export interface StormServer {
  readonly origin: string;
  /** Milliseconds of CPU so far, user and system; null where the system does not tell. */
  readonly cpu: () => number | null;
  readonly stop: () => Promise<void>;
}

export async function stormServer(): Promise<StormServer> {
  const folder = mkdtempSync(join(tmpdir(), "counterpoise-storm-"));
  const child = spawn(process.execPath, [resolve(import.meta.dirname, "../../main.ts")], {
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", DATA_DIR: folder, LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const port = await Promise.race([portOf(child), ended.then(() => null)]);
  if (port === null) throw new Error("the server did not start");
  return {
    origin: `http://127.0.0.1:${port}`,
    cpu: () => cpuOf(child.pid),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The port in the server's greeting. */
async function portOf(child: ChildProcess): Promise<number | null> {
  if (!child.stdout) return null;
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /ready: http:\/\/[^:]+:(\d+)/.exec(line)?.[1];
    if (port === undefined) continue;
    child.stdout.resume();
    return Number(port);
  }
  return null;
}

/** Linux counts in ticks of a hundredth of a second: fields 14 and 15 of proc_pid_stat(5). */
const TICK = 10;
function cpuOf(pid: number | undefined): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  } catch {
    return null;
  }
}
