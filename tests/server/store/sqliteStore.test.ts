import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, expect, it } from "vitest";
import { sqliteStore } from "#server/store/sqliteStore.ts";
import { classId, personId } from "#shared/model/ids.ts";
import { classStoreContract } from "./classContract.ts";
import { storeContract } from "./contract.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpoise-store-"));
const file = join(folder, "matches.sqlite");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const underTest = {
  open: async () => {
    const store = sqliteStore(file);
    await store.open();
    return store;
  },
  clear: async () => ["", "-wal", "-shm"].forEach((end) => rmSync(file + end, { force: true })),
};
storeContract("SqliteStore", underTest);
classStoreContract("SqliteStore", underTest);

it("leaves nothing of a purged class in any table", async () => {
  const store = await underTest.open();
  const id = classId("c1");
  const header = { version: 1, class: id, code: "AAAAAA", createdAt: 1, name: "canary" };
  const owner = { hash: "canary", class: id, role: "owner", label: "canary", at: 1 } as const;
  await store.classes.create({ header, owner, recoveryHash: "canary" });
  await store.classes.addPerson({ id: personId("p1"), class: id, tokenHash: "canary", rejoinHash: "canary", at: 1 });
  await store.classes.purge(id);
  await store.close();
  const reader = new Database(file, { readonly: true });
  const tables = reader
    .prepare("select name from sqlite_master where type = 'table' and name not like 'kysely%'")
    .pluck();
  for (const table of tables.all())
    expect(reader.prepare(`select * from "${String(table)}"`).all(), String(table)).toEqual([]);
  reader.close();
  await underTest.clear();
});

it("writes ahead, so that a reader is never blocked", async () => {
  const store = sqliteStore(file);
  await store.open();
  const reader = new Database(file, { readonly: true });
  expect(reader.pragma("journal_mode", { simple: true })).toBe("wal");
  reader.close();
  await store.close();
});
