/** A server in a process of its own, to be killed: `node serverProcess.ts FOLDER` prints its port when ready. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { startServer } from "./server.ts";

const [, self, folder] = process.argv;
if (self === import.meta.filename && folder) {
  const { port } = await startServer(folder);
  console.log(port);
}

export interface KillableServer {
  readonly origin: string;
  /** As a power cut does: nothing is finished, nothing is told. */
  readonly kill: () => Promise<void>;
}

export async function spawnServer(folder: string): Promise<KillableServer> {
  const child: ChildProcess = spawn(process.execPath, [import.meta.filename, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  if (!child.stdout) throw new Error("no output");
  const [port] = await Promise.race([once(child.stdout), ended.then((): string[] => [])]);
  if (!port) throw new Error("the server did not start");
  return {
    origin: `http://127.0.0.1:${port}`,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** The first line a stream carries. */
async function once(output: NonNullable<ChildProcess["stdout"]>): Promise<string[]> {
  for await (const line of createInterface({ input: output })) if (/^\d+$/.test(line)) return [line];
  return [];
}
