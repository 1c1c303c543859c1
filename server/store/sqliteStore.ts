import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { KyselyStore } from "./KyselyStore.ts";
import type { Store } from "./Store.ts";
import type { Tables } from "./tables.ts";

/**
 * One SQLite file. Write-ahead log with `synchronous = FULL`: a commit has reached the disk before it
 * returns, and readers (backups, a curious teacher) are never blocked.
 */
export function sqliteStore(file: string): Store {
  mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file);
  // Where a damaged file first shows: at the opening of the store, which says what the database said.
  const onCreateConnection = async (): Promise<void> => {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    database.pragma("busy_timeout = 5000");
  };
  return new KyselyStore(new Kysely<Tables>({ dialect: new SqliteDialect({ database, onCreateConnection }) }));
}
