import Database from "better-sqlite3";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import type { Command } from "#shared/model/match.ts";
import type { Entry } from "#shared/protocol/messages.ts";
import { temporaryFolder } from "#tests/helpers/server.ts";
import { ServerPlayer } from "#tests/helpers/serverPlayer.ts";
import { type KillableServer, spawnServer } from "#tests/helpers/serverProcess.ts";

async function create(origin: string): Promise<Entry> {
  const body = {
    scenario: "strait",
    level: "intro",
    pace: "relaxed",
    name: "Ada",
    solo: true,
    country: "borun",
    seed: 9,
  };
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${origin}/api/matches`, { method: "POST", headers, body: JSON.stringify(body) });
  return (await response.json()) as Entry;
}

function textsOnDisk(folder: string): readonly string[] {
  const reader = new Database(join(folder, "counterpoise.sqlite"), { readonly: true });
  const rows = reader.prepare("select body from command order by seq").all() as { readonly body: string }[];
  reader.close();
  const commands = rows.map(({ body }) => JSON.parse(body) as Command);
  expect(commands.map(({ seq }) => seq)).toEqual(commands.map((_, at) => at + 1));
  return commands.flatMap((command) => (command.kind === "message" && command.by === "borun" ? [command.text] : []));
}

/** Speaks, five messages at a time, until so many are acknowledged; then the server is killed under it. Gives what was acknowledged. */
async function speakUntilKilled(player: ServerPlayer, server: KillableServer, cut: number): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  const voices = [1, 2, 3, 4, 5].map(async (voice) => {
    for (let i = 0; player.closed === null && i < 10; i += 1) {
      const text = `${cut} ${voice} ${i}`;
      const reply = await player.ask("say", { to: { kind: "all" }, text }).catch(() => null);
      if (reply?.ok && acknowledged.push(text) === cut) void server.kill();
    }
  });
  await Promise.all(voices);
  await server.kill();
  return acknowledged;
}

let server: KillableServer;
const folder = temporaryFolder();
afterEach(async () => {
  await server.kill();
  folder.remove();
});

it("a server killed in mid-sentence has lost nothing it acknowledged, and goes on in the same phase", async () => {
  server = await spawnServer(folder.path);
  const entry = await create(server.origin);
  const acknowledged: string[] = [];
  for (const cut of [3, 11, 24]) {
    const player = await ServerPlayer.enter(server.origin, entry);
    const { phase, turn, deadline } = player.view;
    acknowledged.push(...(await speakUntilKilled(player, server, cut)));
    const kept = textsOnDisk(folder.path);
    expect(
      acknowledged.filter((text) => !kept.includes(text)),
      "acknowledged and lost",
    ).toEqual([]);
    expect(new Set(kept).size, "nothing twice").toBe(kept.length);
    server = await spawnServer(folder.path);
    const back = await ServerPlayer.enter(server.origin, entry);
    expect([back.view.phase, back.view.turn, back.view.deadline]).toEqual([phase, turn, deadline]);
    expect(back.view.messages.filter(({ from }) => from === "borun").map(({ text }) => text)).toEqual(kept);
    await back.vanish();
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(3 + 11 + 24);
}, 90_000);
