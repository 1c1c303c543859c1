import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { Kysely, type SqliteDatabase, SqliteDialect } from "kysely";
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
  const dialect = new SqliteDialect({ database: preparedOnce(database), onCreateConnection });
  return new KyselyStore(new Kysely<Tables>({ dialect }));
}

/** Statements kept; inserts of several rows differ by their number. */
const STATEMENTS = 200;

/** The same few statements are asked for again and again: each is compiled once. */
function preparedOnce(database: Database.Database): SqliteDatabase {
  const known = new Map<string, ReturnType<SqliteDatabase["prepare"]>>();
  return {
    close: () => void database.close(),
    prepare: (sql) => {
      const statement = known.get(sql) ?? database.prepare(sql);
      if (known.size >= STATEMENTS) known.clear();
      known.set(sql, statement);
      return statement;
    },
  };
}
