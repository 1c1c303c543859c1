import type { ColumnType, Kysely } from "kysely";
import type { ClassId, PersonId } from "#shared/model/ids.ts";
import type { ClassKey } from "./ClassStore.ts";

/** The tables of classes as Kysely types them; JSON columns hold text. Times in epoch milliseconds. */
export interface ClassTables {
  readonly class: {
    readonly id: ClassId;
    readonly code: string;
    readonly recovery_hash: string;
    readonly created_at: number;
    /** Sequence number of the last command: every append is fenced by it. */
    readonly last_seq: ColumnType<number, number, number>;
    /** The record without its commands. */
    readonly header: string;
  };
  readonly class_command: { readonly class: ClassId; readonly seq: number; readonly body: string };
  readonly class_key: {
    readonly hash: string;
    readonly class: ClassId;
    readonly role: ClassKey["role"];
    readonly label: string;
    readonly created_at: number;
  };
  readonly member: {
    readonly id: PersonId;
    readonly class: ClassId;
    readonly rejoin_hash: string;
    readonly joined_at: number;
  };
  readonly member_token: { readonly hash: string; readonly member: PersonId; readonly created_at: number };
}

/** Everything of a class hangs on its row, its matches too: when the row goes, all of it goes. */
export async function createClasses(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("class")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("code", "text", (column) => column.notNull().unique())
    .addColumn("recovery_hash", "text", (column) => column.notNull().unique())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("last_seq", "integer", (column) => column.notNull())
    .addColumn("header", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("class_command")
    .addColumn("class", "text", (column) => column.notNull().references("class.id").onDelete("cascade"))
    .addColumn("seq", "integer", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("class_command_pk", ["class", "seq"])
    .execute();
  await createKeysAndMembers(db);
  await db.schema
    .alterTable("match")
    .addColumn("class", "text", (column) => column.references("class.id").onDelete("cascade"))
    .execute();
  await db.schema.createIndex("match_class").on("match").column("class").execute();
}

async function createKeysAndMembers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("class_key")
    .addColumn("hash", "text", (column) => column.primaryKey())
    .addColumn("class", "text", (column) => column.notNull().references("class.id").onDelete("cascade"))
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("label", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("class_key_class").on("class_key").column("class").execute();
  await db.schema
    .createTable("member")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("class", "text", (column) => column.notNull().references("class.id").onDelete("cascade"))
    .addColumn("rejoin_hash", "text", (column) => column.notNull().unique())
    .addColumn("joined_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("member_class").on("member").column("class").execute();
  await db.schema
    .createTable("member_token")
    .addColumn("hash", "text", (column) => column.primaryKey())
    .addColumn("member", "text", (column) => column.notNull().references("member.id").onDelete("cascade"))
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("member_token_member").on("member_token").column("member").execute();
}
