import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "#server/store/folderLock.ts";
import { UnusableDatabase } from "#server/store/MatchStore.ts";
import { sqliteStore } from "#server/store/sqliteStore.ts";
import { temporaryFolder } from "#tests/helpers/server.ts";

const MODULE = resolve(import.meta.dirname, "../../../server/store/folderLock.ts");
/** Takes the folder and keeps it until killed. */
const HOLDER = `import { lockFolder } from ${JSON.stringify(MODULE)};
process.stdout.write(String(lockFolder(process.argv[1])));
setInterval(() => undefined, 1000);`;

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

describe("a data folder", () => {
  it("belongs to one server at a time, and to the next as soon as that is gone", async () => {
    const other = spawn(process.execPath, ["--input-type=module", "-e", HOLDER, folder.path], { stdio: "pipe" });
    const gone = once(other, "exit");
    const [said] = (await once(other.stdout, "data")) as [Buffer];
    expect(String(said)).toBe("true");
    expect(lockFolder(folder.path)).toBe(false);
    other.kill("SIGKILL");
    await gone;
    expect(lockFolder(folder.path)).toBe(true);
    expect(lockFolder(folder.path)).toBe(false);
  });

  it("with a damaged database is refused with what the database said", async () => {
    const file = join(folder.path, "counterpoise.sqlite");
    const store = sqliteStore(file);
    await store.open();
    await store.close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xaa, 4096));
    const damaged = sqliteStore(file);
    await expect(damaged.open()).rejects.toThrow(/^the database cannot be used \(.*malformed/);
    await damaged.close();
  });

  it("whose database another program wrote is refused, too", async () => {
    const file = join(folder.path, "counterpoise.sqlite");
    const store = sqliteStore(file);
    await store.open();
    await store.close();
    const database = new Database(file);
    database.exec("INSERT INTO kysely_migration VALUES ('zzz-from-the-future', '2099-01-01')");
    database.close();
    const late = sqliteStore(file);
    await expect(late.open()).rejects.toThrow(UnusableDatabase);
    await late.close();
  });
});
