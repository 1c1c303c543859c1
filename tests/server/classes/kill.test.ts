import { afterEach, beforeEach, expect, it } from "vitest";
import { setTimeout as pause } from "node:timers/promises";
import type { HostView, StudentView } from "#shared/model/classView.ts";
import type { ClassEntry, OpenedClass } from "#shared/protocol/classMessages.ts";
import { ClassClient } from "#tests/helpers/classClient.ts";
import { planFor } from "#tests/helpers/classSuite.ts";
import { temporaryFolder } from "#tests/helpers/server.ts";
import { type KillableServer, spawnServer } from "#tests/helpers/serverProcess.ts";

let folder: ReturnType<typeof temporaryFolder>;
let server: KillableServer;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await server.kill();
  folder.remove();
});

async function post<T>(path: string, body: object): Promise<T> {
  const response = await fetch(server.origin + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T; // as the routes answer
}

it.each([0, 30])(
  "pulled out %i ms after play has begun, the plug costs nobody a seat",
  async (delay) => {
    server = await spawnServer(folder.path);
    const opened = await post<OpenedClass>("/api/classes", { name: "IR 101" });
    const host = await ClassClient.enter<HostView>(server.origin, { key: opened.key });
    await host.do("openSession", { plan: planFor(6, { tables: 3, seats: 2, teamSize: 1 }), rehearsal: false });
    const entries: ClassEntry[] = [];
    for (let k = 1; k <= 6; k += 1)
      entries.push(await post<ClassEntry>("/api/join", { code: opened.code, name: `Student ${k}` }));
    // Nobody waits for the answer.
    host.ask("begin").catch(() => undefined);
    await host.until(({ sessions }) => sessions[0]?.state === "playing", "play in the record");
    const places = host.view.sessions[0]?.places;
    await pause(delay);
    await server.kill();

    server = await spawnServer(folder.path);
    const back = await Promise.all(
      entries.map(({ token }) => ClassClient.enter<StudentView>(server.origin, { token })),
    );
    await Promise.all(
      back.map((student) => student.untilTable(({ you, phase }) => you !== null && phase !== "lobby", "a table")),
    );
    const now = back.map(({ view, table }) => ({
      member: view.you.member,
      table: view.session?.table,
      country: table?.you,
    }));
    for (const place of places ?? []) expect(now).toContainEqual(place);
    await Promise.all(back.map((student) => student.vanish()));
  },
  60_000,
);
