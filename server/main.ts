import { networkInterfaces } from "node:os";
import { join, resolve } from "node:path";
import pino from "pino";
import { type App, createApp } from "./app.ts";
import { ensureClient } from "./buildClient.ts";
import { type Env, parseEnv } from "./env.ts";
import { systemChance } from "./lib/chance.ts";
import { systemClock, systemTimers } from "./lib/time.ts";
import { computerAutopilot } from "./match/computerAutopilot.ts";
import { findScenario, listScenarios } from "./scenarios/registry.ts";
import { lockFolder } from "./store/folderLock.ts";
import { UnusableDatabase } from "./store/MatchStore.ts";
import type { Store } from "./store/Store.ts";
import { sqliteStore } from "./store/sqliteStore.ts";

const root = resolve(import.meta.dirname, "..");

await main();

async function main(): Promise<void> {
  const env = parseEnv(process.env);
  if (!env.ok) return stop(["The environment is not right:", ...env.error.map((line) => `  ${line}`)].join("\n"));
  const store = openStore(env.value);
  if (!(await ensureClient(root))) return stop("The pages could not be built; what went wrong is said above.");
  try {
    const app = appFor(env.value, store);
    const { port, restored } = await app.listen();
    console.log(greeting(env.value, port, restored));
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void closeAndExit(app));
  } catch (error) {
    stop(whyNot(error, env.value));
  }
}

function openStore({ DATA_DIR }: Env): Store {
  const folder = resolve(root, DATA_DIR);
  try {
    if (!lockFolder(folder)) {
      return stop(
        `DATA_DIR=${DATA_DIR}: another server is running on ${folder}. Stop it, or choose another folder: DATA_DIR=./other npm start`,
      );
    }
    return sqliteStore(join(folder, "counterpoise.sqlite"));
  } catch (error) {
    return stop(`DATA_DIR=${DATA_DIR}: nothing can be kept in ${folder} (${sayError(error)}).`);
  }
}

function appFor(env: Env, store: Store): App {
  const log = pino({ level: env.LOG_LEVEL });
  // A promise nobody waited for must not take every table down; what it was about is in the log.
  process.on("unhandledRejection", (reason) => log.error({ reason: sayError(reason) }, "unhandled rejection"));
  return createApp({
    env,
    store,
    clock: systemClock,
    timers: systemTimers(),
    chance: systemChance,
    autopilot: computerAutopilot,
    log,
    paceFactor: 1,
    listScenarios,
    findScenario,
    pages: join(root, "client/dist"),
  });
}

/** Where to open the game: here, and from other machines on the network. */
function greeting({ PUBLIC_ORIGIN, HOST }: Env, port: number, restored: number): string {
  const everywhere = HOST === "0.0.0.0" || HOST === "::";
  const nearby = everywhere
    ? Object.values(networkInterfaces()).flatMap((list) =>
        (list ?? []).filter(({ family, internal }) => family === "IPv4" && !internal),
      )
    : [];
  return [
    "",
    `Counterpoise is ready: ${PUBLIC_ORIGIN ?? `http://${everywhere ? "localhost" : HOST}:${port}`}`,
    ...(PUBLIC_ORIGIN ? [] : nearby.map(({ address }) => `  from other machines:  http://${address}:${port}`)),
    ...(restored > 0
      ? [
          `  ${restored} ${restored === 1 ? "match goes" : "matches go"} on where ${restored === 1 ? "it" : "they"} stopped.`,
        ]
      : []),
    "",
  ].join("\n");
}

function whyNot(error: unknown, { PORT, HOST, DATA_DIR }: Env): string {
  if (error instanceof UnusableDatabase) {
    return `DATA_DIR=${DATA_DIR}: ${error.message}. Put a backup in its place, or start with an empty folder: DATA_DIR=./other npm start`;
  }
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return `Port ${PORT} is in use. Stop the other program, or choose another: PORT=8080 npm start`;
  }
  if (code === "EACCES") return `Port ${PORT} on ${HOST} may not be used by this account. Choose one above 1023.`;
  if (code === "EADDRNOTAVAIL") return `HOST=${HOST} is not an address of this machine.`;
  return `The server could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

function sayError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function closeAndExit(app: App): Promise<void> {
  // A second signal ends the process at once: what was acknowledged is on the disk anyway.
  await app.close();
  process.exit(0);
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
