import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");

/** A real server of our own, on a free port and an empty folder. */
export interface RunningServer {
  readonly origin: string;
  /** Everything it printed so far. */
  readonly output: () => string;
  /** Ends the process: SIGTERM, or SIGKILL as a power cut would. */
  readonly stop: (signal?: "SIGTERM" | "SIGKILL") => Promise<void>;
  /** Starts it again on the same port and folder. */
  readonly restart: () => Promise<void>;
  readonly dispose: () => Promise<void>;
}

export async function startServer(): Promise<RunningServer> {
  const data = mkdtempSync(join(tmpdir(), "counterpoise-e2e-"));
  let output = "";
  const launch = async (port: string): Promise<{ child: ChildProcess; origin: string }> => {
    const child = spawn(process.execPath, ["server/main.ts"], {
      cwd: root,
      env: { ...process.env, PORT: port, HOST: "127.0.0.1", DATA_DIR: data, LOG_LEVEL: "error", ALLOW_SEED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const origin = await new Promise<string>((settle, refuse) => {
      const read = (chunk: Buffer): void => {
        output += chunk.toString();
        const found = /ready: (http:\/\/\S+)/.exec(output);
        if (found?.[1]) settle(found[1]);
      };
      child.stdout?.on("data", read);
      child.stderr?.on("data", read);
      child.once("exit", (code) => refuse(new Error(`the server ended with ${code}:\n${output}`)));
    });
    return { child, origin };
  };
  let running = await launch("0");
  const { origin } = running;
  const stop = async (signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> => {
    const { child } = running;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((settle) => child.once("exit", settle));
    child.kill(signal);
    await ended;
  };
  return {
    origin,
    output: () => output,
    stop,
    restart: async () => {
      output = "";
      running = await launch(new URL(origin).port);
    },
    dispose: async () => {
      await stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
