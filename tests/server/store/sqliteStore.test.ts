import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, expect, it } from "vitest";
import { sqliteStore } from "#server/store/sqliteStore.ts";
import { storeContract } from "./contract.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpoise-store-"));
const file = join(folder, "matches.sqlite");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

storeContract("SqliteStore", {
  open: async () => {
    const store = sqliteStore(file);
    await store.open();
    return store;
  },
  clear: async () => ["", "-wal", "-shm"].forEach((end) => rmSync(file + end, { force: true })),
});

it("writes ahead, so that a reader is never blocked", async () => {
  const store = sqliteStore(file);
  await store.open();
  const reader = new Database(file, { readonly: true });
  expect(reader.pragma("journal_mode", { simple: true })).toBe("wal");
  reader.close();
  await store.close();
});
