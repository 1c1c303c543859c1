import type { Kysely, Transaction } from "kysely";
import type { ClassCommand, ClassHeader, ClassRecord } from "#shared/model/classroom.ts";
import type { ClassId, MatchId, PersonId } from "#shared/model/ids.ts";
import type { ClassKey, ClassPerson, ClassStore, NewClass, NewClassPerson, NewKey } from "./ClassStore.ts";
import { isCodeTaken } from "./joinCodes.ts";
import type { Tables } from "./tables.ts";
import type { WriteQueue } from "./WriteQueue.ts";

type Tx = Transaction<Tables>;

/** Rows of one insert: SQLite binds 32 766 values at most. */
const CHUNK = 1000;

/** The queries of classes. Shares the database and its queue of writes with the matches. */
export class KyselyClassStore implements ClassStore {
  readonly #db: Kysely<Tables>;
  readonly #writes: WriteQueue<Tx>;

  constructor(db: Kysely<Tables>, writes: WriteQueue<Tx>) {
    this.#db = db;
    this.#writes = writes;
  }

  create({ header, owner, recoveryHash }: NewClass): Promise<"created" | "codeTaken"> {
    return this.#writes.add(async (tx) => {
      if (await isCodeTaken(tx, header.code)) return "codeTaken";
      await tx
        .insertInto("class")
        .values({
          id: header.class,
          code: header.code,
          recovery_hash: recoveryHash,
          created_at: header.createdAt,
          last_seq: 0,
          header: JSON.stringify(header),
        })
        .execute();
      await insertKey(tx, owner);
      return "created";
    });
  }

  append(id: ClassId, expected: number, commands: readonly ClassCommand[]): Promise<"appended" | "stale"> {
    const last = commands.at(-1)?.seq ?? expected;
    return this.#writes.add(async (tx) => {
      const fenced = await tx
        .updateTable("class")
        .set({ last_seq: last })
        .where("id", "=", id)
        .where("last_seq", "=", expected)
        .executeTakeFirst();
      if (fenced.numUpdatedRows !== 1n) return "stale";
      const rows = commands.map((command) => ({ class: id, seq: command.seq, body: JSON.stringify(command) }));
      for (let at = 0; at < rows.length; at += CHUNK)
        await tx
          .insertInto("class_command")
          .values(rows.slice(at, at + CHUNK))
          .execute();
      return "appended";
    });
  }

  async load(id: ClassId): Promise<ClassRecord | null> {
    const row = await this.#db.selectFrom("class").select("header").where("id", "=", id).executeTakeFirst();
    if (!row) return null;
    const rows = await this.#db
      .selectFrom("class_command")
      .select("body")
      .where("class", "=", id)
      .orderBy("seq")
      .execute();
    // Written by this store from the same types; older versions are brought up to date by `migrateClass`.
    const header = JSON.parse(row.header) as ClassHeader;
    return { ...header, commands: rows.map(({ body }) => JSON.parse(body) as ClassCommand) };
  }

  async findByCode(code: string): Promise<ClassId | null> {
    const row = await this.#db.selectFrom("class").select("id").where("code", "=", code).executeTakeFirst();
    return row?.id ?? null;
  }

  async list(): Promise<readonly ClassId[]> {
    const rows = await this.#db.selectFrom("class").select("id").orderBy("created_at").execute();
    return rows.map(({ id }) => id);
  }

  addKey(key: NewKey): Promise<void> {
    return this.#writes.add((tx) => insertKey(tx, key));
  }

  keys(id: ClassId): Promise<readonly ClassKey[]> {
    return this.#db
      .selectFrom("class_key")
      .select(["class", "role", "label"])
      .where("class", "=", id)
      .orderBy("created_at")
      .execute();
  }

  async keyOf(hash: string): Promise<ClassKey | null> {
    const row = await this.#db
      .selectFrom("class_key")
      .select(["class", "role", "label"])
      .where("hash", "=", hash)
      .executeTakeFirst();
    return row ?? null;
  }

  async endKeys(id: ClassId, label: string): Promise<void> {
    await this.#writes.add((tx) =>
      tx
        .deleteFrom("class_key")
        .where("class", "=", id)
        .where("label", "=", label)
        .where("role", "!=", "owner")
        .execute(),
    );
  }

  recover(recoveryHash: string, key: Omit<NewKey, "class" | "role">): Promise<ClassId | null> {
    return this.#writes.add(async (tx) => {
      const row = await tx
        .selectFrom("class")
        .select("id")
        .where("recovery_hash", "=", recoveryHash)
        .executeTakeFirst();
      if (!row) return null;
      await tx.deleteFrom("class_key").where("class", "=", row.id).where("role", "=", "owner").execute();
      await insertKey(tx, { ...key, class: row.id, role: "owner" });
      return row.id;
    });
  }

  async addPerson({ id, class: classId, rejoinHash, tokenHash, at }: NewClassPerson): Promise<void> {
    await this.#writes.add(async (tx) => {
      await tx.insertInto("member").values({ id, class: classId, rejoin_hash: rejoinHash, joined_at: at }).execute();
      await tx.insertInto("member_token").values({ hash: tokenHash, member: id, created_at: at }).execute();
    });
  }

  async addToken(person: PersonId, tokenHash: string, at: number): Promise<void> {
    await this.#writes.add((tx) =>
      tx.insertInto("member_token").values({ hash: tokenHash, member: person, created_at: at }).execute(),
    );
  }

  async personByToken(tokenHash: string): Promise<ClassPerson | null> {
    const row = await this.#db
      .selectFrom("member_token")
      .innerJoin("member", "member.id", "member_token.member")
      .select(["member.id", "member.class"])
      .where("member_token.hash", "=", tokenHash)
      .executeTakeFirst();
    return row ?? null;
  }

  async personByRejoin(rejoinHash: string): Promise<ClassPerson | null> {
    const row = await this.#db
      .selectFrom("member")
      .select(["id", "class"])
      .where("rejoin_hash", "=", rejoinHash)
      .executeTakeFirst();
    return row ?? null;
  }

  async matches(id: ClassId): Promise<readonly MatchId[]> {
    const rows = await this.#db
      .selectFrom("match")
      .select("id")
      .where("class", "=", id)
      .orderBy("created_at")
      .execute();
    return rows.map((row) => row.id);
  }

  async purge(id: ClassId): Promise<void> {
    await this.#writes.add((tx) => tx.deleteFrom("class").where("id", "=", id).execute());
  }
}

async function insertKey(tx: Tx, { hash, class: id, role, label, at }: NewKey): Promise<void> {
  await tx.insertInto("class_key").values({ hash, class: id, role, label, created_at: at }).execute();
}
