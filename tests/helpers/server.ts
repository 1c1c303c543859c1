import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, type AppDeps, createApp } from "#server/app.ts";
import { systemChance } from "#server/lib/chance.ts";
import { silentLog } from "#server/lib/log.ts";
import { systemClock, systemTimers } from "#server/lib/time.ts";
import { computerAutopilot } from "#server/match/computerAutopilot.ts";
import type { MatchController } from "#server/match/MatchController.ts";
import { findScenario, listScenarios } from "#server/scenarios/registry.ts";
import { sqliteStore } from "#server/store/sqliteStore.ts";
import type { CreateMatch } from "#shared/protocol/schemas.ts";
import type { Entry } from "#shared/protocol/messages.ts";
import type { Refusal } from "#shared/model/refusal.ts";

export interface TestServer {
  readonly origin: string;
  readonly port: number;
  /** The SQLite file. */
  readonly file: string;
  readonly restored: number;
  /** A match as the server itself holds it, by its code. */
  readonly controller: (code: string) => Promise<MatchController>;
  /** Timers of matches that are still waiting. */
  readonly waiting: () => number;
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly create: (over?: Partial<Record<keyof CreateMatch, unknown>>) => Promise<Entry>;
  readonly join: (code: string, name: string, country?: string) => Promise<Entry>;
  readonly close: () => Promise<void>;
}

/** A JSON answer; the tests read it as what the contract says. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Each test names the shape it expects; the parser cannot know.
  readonly body: never;
  readonly refusal: Refusal | undefined;
}

/** A folder for one test's database. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "counterpoise-server-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A whole server on a free port with a real SQLite file; phases are short unless `paceFactor` says otherwise. */
export async function startServer(folder: string, over: Partial<AppDeps> = {}): Promise<TestServer> {
  const timers = systemTimers();
  const file = join(folder, "counterpoise.sqlite");
  const app: App = createApp({
    env: {
      PORT: 0,
      HOST: "127.0.0.1",
      PUBLIC_ORIGIN: undefined,
      TRUSTED_PROXIES: 0,
      HOST_PASSWORD: undefined,
      ALLOW_SEED: true,
    },
    store: sqliteStore(file),
    clock: systemClock,
    timers,
    chance: systemChance,
    autopilot: computerAutopilot,
    log: silentLog,
    paceFactor: 1,
    listScenarios,
    findScenario,
    pages: join(folder, "pages"),
    ...over,
  });
  const { port, restored } = await app.listen();
  const origin = `http://127.0.0.1:${port}`;
  const post: TestServer["post"] = (path, body, headers = {}) =>
    ask(origin + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: textOf(body),
    });
  return {
    origin,
    port,
    file,
    restored,
    waiting: timers.waiting,
    controller: async (code) => {
      const controller = await app.matches.findByCode(code);
      if (!controller) throw new Error(`no match ${code}`);
      return controller;
    },
    get: (path) => ask(origin + path, {}),
    post,
    create: async (over = {}) =>
      wanted(
        await post("/api/matches", {
          scenario: "strait",
          level: "intro",
          pace: "standard",
          name: "Ada",
          solo: false,
          ...over,
        }),
      ),
    join: async (code, name, country) =>
      wanted(await post("/api/join", { code, name, ...(country ? { country } : {}) })),
    close: () => app.close(),
  };
}

const textOf = (body: unknown): string => (typeof body === "string" ? body : JSON.stringify(body));

async function ask(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  const body = (text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text) as { refusal?: Refusal };
  return { status: response.status, headers: response.headers, body: body as never, refusal: body.refusal };
}

/** The body of an answer that must be a success. */
function wanted(answer: Answer): never {
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.refusal)}`);
  return answer.body;
}
