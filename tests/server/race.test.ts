import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { sqliteStore } from "#server/store/sqliteStore.ts";
import type { Store } from "#server/store/Store.ts";
import { startServer, temporaryFolder, type TestServer } from "#tests/helpers/server.ts";
import { QUIET, ServerPlayer } from "#tests/helpers/serverPlayer.ts";
import { playUntil } from "#tests/helpers/serverSuite.ts";

const folder = temporaryFolder();
let server: TestServer | null = null;
const players: ServerPlayer[] = [];
afterEach(async () => {
  await Promise.all(players.map((player) => player.vanish()));
  await server?.close();
  folder.remove();
});

/** A store on a disk that takes its time while `slow`. */
function slowStore(disk: { slow: boolean }): Store {
  const store = sqliteStore(join(folder.path, "counterpoise.sqlite"));
  return new Proxy(store, {
    get: (target, name) => {
      if (name === "append") {
        return async (...what: Parameters<Store["append"]>) => {
          if (disk.slow) await new Promise((resolve) => setTimeout(resolve, 150));
          return target.append(...what);
        };
      }
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? (member.bind(target) as unknown) : member;
    },
  });
}

it("orders taken back while the last sheet is being written are taken back: the turn waits for them", async () => {
  const disk = { slow: false };
  server = await startServer(folder.path, { store: slowStore(disk) });
  const ada = await ServerPlayer.enter(server.origin, await server.create({ country: "borun" }));
  const bob = await ServerPlayer.enter(server.origin, await server.join(ada.entry.code, "Bob", "cask"));
  players.push(ada, bob);
  await ada.do("start");
  await playUntil([ada, bob], "orders");
  await bob.ready({ spending: { ...QUIET.spending, industry: 1 } });
  disk.slow = true;
  const submitted = ada.do("submit", { turn: 1, sheet: QUIET });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await Promise.all([submitted, bob.do("withdraw", { turn: 1 })]);
  disk.slow = false;
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect([bob.view.phase, bob.view.orders.state]).toEqual(["orders", "draft"]);
  await bob.ready({ spending: { ...QUIET.spending, industry: 2 } });
  await bob.until(({ phase }) => phase === "reveal", "the reveal");
  const at = bob.view.seats.findIndex(({ country }) => country === "cask");
  expect(bob.view.history[0]?.sheets[at]).toMatchObject({ source: "person", sheet: { spending: { industry: 2 } } });
});
