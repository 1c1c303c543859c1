import { type Kysely, Migrator, type Selectable, type Transaction } from "kysely";
import { PERSONALITIES, type Command, type Filler, type MatchRecord } from "#shared/model/match.ts";
import { type CountryId, type MatchId, personId, type PersonId } from "#shared/model/ids.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import type { RecordHeader } from "#shared/record/header.ts";
import {
  type Draft,
  type MatchRow,
  type NewMatch,
  type NewPerson,
  type Person,
  UnusableDatabase,
} from "./MatchStore.ts";
import type { ClassStore } from "./ClassStore.ts";
import { isCodeTaken } from "./joinCodes.ts";
import { KyselyClassStore } from "./KyselyClassStore.ts";
import { migrationProvider } from "./migrations.ts";
import type { Store } from "./Store.ts";
import type { Tables } from "./tables.ts";
import { WriteQueue } from "./WriteQueue.ts";

type Tx = Transaction<Tables>;

/** The queries of a store, the same for every database Kysely speaks. */
export class KyselyStore implements Store {
  readonly classes: ClassStore;
  readonly #db: Kysely<Tables>;
  readonly #writes: WriteQueue<Tx>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
    this.#writes = new WriteQueue((body) =>
      db
        .transaction()
        .execute(body)
        .catch((error: unknown) => Promise.reject(plainly(error))),
    );
    this.classes = new KyselyClassStore(db, this.#writes);
  }

  async open(): Promise<void> {
    const { error } = await new Migrator({ db: this.#db, provider: migrationProvider })
      .migrateToLatest()
      .catch((reason: unknown) => ({ error: reason }));
    if (error) throw new UnusableDatabase(`the database cannot be used (${sayError(error)})`, { cause: error });
  }

  create({ header, code, creator, class: classId, computers, commands }: NewMatch): Promise<"created" | "codeTaken"> {
    return this.#writes.add(async (tx) => {
      if (await isCodeTaken(tx, code)) return "codeTaken";
      await tx
        .insertInto("match")
        .values({
          id: header.match,
          code,
          creator: creator?.id ?? NOBODY,
          class: classId ?? null,
          computers: JSON.stringify(computers),
          created_at: header.createdAt,
          last_seq: commands.at(-1)?.seq ?? 0,
          header: JSON.stringify(header),
        })
        .execute();
      await insertCommands(tx, header.match, commands);
      if (creator) await insertPerson(tx, creator);
      return "created";
    });
  }

  append(match: MatchId, expected: number, commands: readonly Command[]): Promise<"appended" | "stale"> {
    const last = commands.at(-1)?.seq ?? expected;
    return this.#writes.add(async (tx) => {
      const fenced = await tx
        .updateTable("match")
        .set({ last_seq: last })
        .where("id", "=", match)
        .where("last_seq", "=", expected)
        .executeTakeFirst();
      if (fenced.numUpdatedRows !== 1n) return "stale";
      await insertCommands(tx, match, commands);
      return "appended";
    });
  }

  async load(match: MatchId): Promise<MatchRecord | null> {
    const row = await this.#db.selectFrom("match").select("header").where("id", "=", match).executeTakeFirst();
    if (!row) return null;
    const rows = await this.#db
      .selectFrom("command")
      .select("body")
      .where("match", "=", match)
      .orderBy("seq")
      .execute();
    // Written by this store from the same types; older versions are brought up to date by record/migrate.
    const header = JSON.parse(row.header) as RecordHeader;
    return { ...header, commands: rows.map(({ body }) => JSON.parse(body) as Command) };
  }

  async find(match: MatchId): Promise<MatchRow | null> {
    const row = await this.#db
      .selectFrom("match")
      .leftJoin("class", "class.id", "match.class")
      .selectAll("match")
      .select("class.code as class_code")
      .where("match.id", "=", match)
      .executeTakeFirst();
    return toMatchRow(row);
  }

  async findByCode(code: string): Promise<MatchRow | null> {
    return toMatchRow(await this.#db.selectFrom("match").selectAll().where("code", "=", code).executeTakeFirst());
  }

  async listLive(): Promise<readonly MatchId[]> {
    const rows = await this.#db
      .selectFrom("match")
      .select("id")
      .where("ended_at", "is", null)
      .orderBy("created_at")
      .execute();
    return rows.map(({ id }) => id);
  }

  async markEnded(match: MatchId, at: number): Promise<void> {
    await this.#writes.add((tx) => tx.updateTable("match").set({ ended_at: at }).where("id", "=", match).execute());
  }

  addPerson(person: NewPerson): Promise<void> {
    return this.#writes.add((tx) => insertPerson(tx, person));
  }

  async addToken(person: PersonId, tokenHash: string, at: number): Promise<void> {
    await this.#writes.add((tx) =>
      tx.insertInto("token").values({ hash: tokenHash, person, created_at: at }).execute(),
    );
  }

  async personByToken(tokenHash: string): Promise<Person | null> {
    const row = await this.#db
      .selectFrom("token")
      .innerJoin("person", "person.id", "token.person")
      .select(["person.id", "person.match", "person.name"])
      .where("token.hash", "=", tokenHash)
      .executeTakeFirst();
    return row ?? null;
  }

  async personByRejoin(rejoinHash: string): Promise<Person | null> {
    const row = await this.#db
      .selectFrom("person")
      .select(["id", "match", "name"])
      .where("rejoin_hash", "=", rejoinHash)
      .executeTakeFirst();
    return row ?? null;
  }

  persons(match: MatchId): Promise<readonly Person[]> {
    return this.#db
      .selectFrom("person")
      .select(["id", "match", "name"])
      .where("match", "=", match)
      .orderBy("joined_at")
      .orderBy("id")
      .execute();
  }

  async saveDraft(match: MatchId, country: CountryId, draft: Draft | null): Promise<void> {
    await this.#writes.add(async (tx) => {
      if (!draft) {
        await tx.deleteFrom("seat_draft").where("match", "=", match).where("country", "=", country).execute();
        return;
      }
      const saved = { turn: draft.turn, sheet: JSON.stringify(draft.sheet), people: JSON.stringify(draft.people) };
      const insert = tx.insertInto("seat_draft").values({ match, country, ...saved });
      await insert.onConflict((conflict) => conflict.columns(["match", "country"]).doUpdateSet(saved)).execute();
    });
  }

  async drafts(match: MatchId): Promise<ReadonlyMap<CountryId, Draft>> {
    const rows = await this.#db.selectFrom("seat_draft").selectAll().where("match", "=", match).execute();
    return new Map(rows.map((row) => [row.country, toDraft(row)]));
  }

  async close(): Promise<void> {
    await this.#writes.settled();
    await this.#db.destroy();
  }
}

/** Who made a class's table. */
const NOBODY = personId("");

/** Written by `saveDraft`. */
const toDraft = ({ turn, sheet, people }: Selectable<Tables["seat_draft"]>): Draft => ({
  turn,
  sheet: JSON.parse(sheet) as OrderSheet,
  people: JSON.parse(people) as PersonId[],
});

const sayError = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** SQLite rolls back by itself when the disk is full or fails; that nothing is left to roll back hides why. */
const plainly = (error: unknown): unknown =>
  sayError(error).includes("no transaction is active")
    ? new Error("the transaction was given up by the database: is the disk full?", { cause: error })
    : error;

async function insertCommands(tx: Tx, match: MatchId, commands: readonly Command[]): Promise<void> {
  if (commands.length === 0) return;
  const rows = commands.map((command) => ({ match, seq: command.seq, body: JSON.stringify(command) }));
  await tx.insertInto("command").values(rows).execute();
}

async function insertPerson(tx: Tx, person: NewPerson): Promise<void> {
  const { id, match, name, rejoinHash, tokenHash, at } = person;
  await tx.insertInto("person").values({ id, match, name, rejoin_hash: rejoinHash, joined_at: at }).execute();
  await tx.insertInto("token").values({ hash: tokenHash, person: id, created_at: at }).execute();
}

function toMatchRow(
  row: (Selectable<Tables["match"]> & { readonly class_code?: string | null }) | undefined,
): MatchRow | null {
  if (!row) return null;
  // Written by `create`; rows from before characters hold names of personalities alone.
  const stored = JSON.parse(row.computers) as readonly (Filler | string)[];
  const computers = stored.map((one): Filler => (typeof one === "string" ? { personality: personalityOf(one) } : one));
  const { id, creator, class: classId, ended_at: endedAt } = row;
  return { match: id, code: row.class_code ?? row.code, creator, class: classId, computers, ended: endedAt !== null };
}

/** The opportunist became the jackal, the expander the wolf. */
const personalityOf = (stored: string): Filler["personality"] =>
  PERSONALITIES.find((one) => one === (RENAMED[stored] ?? stored)) ?? "theorist";
const RENAMED: Readonly<Record<string, string>> = { opportunist: "jackal", expander: "wolf" };
