import { matchMaker } from "@colyseus/core";
import { afterEach, beforeEach, expect } from "vitest";
import type { AppDeps } from "#server/app.ts";
import type { Entry } from "#shared/protocol/messages.ts";
import { startServer, temporaryFolder, type TestServer } from "./server.ts";
import { ServerPlayer } from "./serverPlayer.ts";

export interface ServerSuite {
  readonly server: TestServer;
  readonly enter: (entry: Entry, origin?: string) => Promise<ServerPlayer>;
  /** Creates a match (The Strait, Intro) with Ada, and Bob beside her, both connected. */
  readonly table: (
    over?: Parameters<TestServer["create"]>[0],
  ) => Promise<{ readonly ada: ServerPlayer; readonly bob: ServerPlayer }>;
  /** Stops the server and starts another on the same file, as after a restart of the machine. */
  readonly restart: (meanwhile?: () => void) => Promise<void>;
}

/** A fresh server on a fresh file for each test; afterwards no socket, room or timer may be left. */
export function serverSuite(over: Partial<AppDeps> = {}): ServerSuite {
  let folder: ReturnType<typeof temporaryFolder>;
  let server: TestServer;
  let players: ServerPlayer[] = [];

  beforeEach(async () => {
    folder = temporaryFolder();
    server = await startServer(folder.path, over);
    players = [];
  });
  afterEach(async () => {
    await Promise.all(players.map((player) => player.vanish()));
    await server.close();
    expect(server.waiting(), "timers left").toBe(0);
    expect(matchMaker.stats.local.roomCount, "rooms left").toBe(0);
    await expect(fetch(server.origin), "still listening").rejects.toThrow();
    folder.remove();
  });

  const enter = async (entry: Entry, origin = server.origin): Promise<ServerPlayer> => {
    const player = await ServerPlayer.enter(origin, entry);
    players.push(player);
    return player;
  };
  return {
    get server() {
      return server;
    },
    enter,
    table: async (settings = {}) => {
      const ada = await enter(await server.create(settings));
      const bob = await enter(await server.join(ada.entry.code, "Bob"));
      return { ada, bob };
    },
    restart: async (meanwhile = () => undefined) => {
      await server.close();
      meanwhile();
      server = await startServer(folder.path, over);
    },
  };
}

/** Both are ready in every phase until the match is in `phase` (of `turn`). */
export async function playUntil(players: readonly ServerPlayer[], phase: string, turn?: number): Promise<void> {
  const there = (view: ServerPlayer["view"]): boolean =>
    view.phase === phase && (turn === undefined || view.turn === turn);
  const [first] = players;
  if (!first) return;
  await Promise.all(players.map((player) => player.until(({ phase }) => phase !== "lobby", "the start")));
  while (!there(first.view)) {
    const { phase: now, turn: at } = first.view;
    if (now === "ended") throw new Error(`the match ended before ${phase}`);
    await Promise.all(players.map((player) => player.ready()));
    await Promise.all(
      players.map((player) =>
        player.until((view) => view.phase !== now || view.turn !== at, `the end of ${now} ${at}`),
      ),
    );
  }
}
