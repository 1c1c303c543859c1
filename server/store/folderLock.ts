import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database, { SqliteError } from "better-sqlite3";

/** Locks held by this process, for as long as it lives. */
const held: Database.Database[] = [];

/**
 * Takes a data folder for this process; false when another has it. Two servers on one file would take matches from each
 * other. The lock is the operating system's: it goes with the process, however that ends.
 */
export function lockFolder(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  const lock = new Database(join(folder, "counterpoise.lock"), { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (error instanceof SqliteError && error.code === "SQLITE_BUSY") return false;
    throw error;
  }
  held.push(lock);
  return true;
}
