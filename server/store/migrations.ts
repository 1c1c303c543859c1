import type { Kysely, Migration, MigrationProvider } from "kysely";
import { createClasses } from "./classTables.ts";

/** Numbered and contiguous; a shipped one is never edited. The same code runs on every database. */
const migrations: Readonly<Record<string, Migration>> = {
  "0001_matches": { up: createMatches },
  "0002_seat_drafts": { up: createSeatDrafts },
  "0003_classes": { up: createClasses },
};

export const migrationProvider: MigrationProvider = { getMigrations: () => Promise.resolve({ ...migrations }) };

async function createMatches(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("match")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("code", "text", (column) => column.notNull().unique())
    .addColumn("creator", "text", (column) => column.notNull())
    .addColumn("computers", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("ended_at", "bigint")
    .addColumn("last_seq", "integer", (column) => column.notNull())
    .addColumn("header", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("command")
    .addColumn("match", "text", (column) => column.notNull().references("match.id").onDelete("cascade"))
    .addColumn("seq", "integer", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("command_pk", ["match", "seq"])
    .execute();
  await createPeople(db);
}

async function createPeople(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("person")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("match", "text", (column) => column.notNull().references("match.id").onDelete("cascade"))
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("rejoin_hash", "text", (column) => column.notNull().unique())
    .addColumn("joined_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("person_match").on("person").column("match").execute();
  await db.schema
    .createTable("token")
    .addColumn("hash", "text", (column) => column.primaryKey())
    .addColumn("person", "text", (column) => column.notNull().references("person.id").onDelete("cascade"))
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("draft")
    .addColumn("person", "text", (column) => column.primaryKey().references("person.id").onDelete("cascade"))
    .addColumn("turn", "integer", (column) => column.notNull())
    .addColumn("sheet", "text", (column) => column.notNull())
    .execute();
}

/** Drafts belong to seats, which several people may share. Those of persons, of use for one turn at most, are let go. */
async function createSeatDrafts(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable("draft").execute();
  await db.schema
    .createTable("seat_draft")
    .addColumn("match", "text", (column) => column.notNull().references("match.id").onDelete("cascade"))
    .addColumn("country", "text", (column) => column.notNull())
    .addColumn("turn", "integer", (column) => column.notNull())
    .addColumn("sheet", "text", (column) => column.notNull())
    .addColumn("people", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("seat_draft_pk", ["match", "country"])
    .execute();
}
