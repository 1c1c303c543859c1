import { afterEach, beforeEach, expect, it } from "vitest";
import { systemClock } from "#server/lib/time.ts";
import type { OpenedClass } from "#shared/protocol/classMessages.ts";
import { startServer, temporaryFolder } from "#tests/helpers/server.ts";

const DAY = 86_400_000;
let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

it("a class is deleted with everything of it when its days are over, at the next start at the latest", async () => {
  const first = await startServer(folder.path);
  const { code } = (await first.post("/api/classes", { name: "IR 101" })).body as OpenedClass;
  await first.close();
  const later = async (days: number): Promise<number> => {
    const server = await startServer(folder.path, { clock: { now: () => systemClock.now() + days * DAY } });
    const { status } = await server.get(`/api/matches/${code}`);
    await server.close();
    return status;
  };
  expect(await later(29)).toBe(200);
  expect(await later(31)).toBe(404);
});
