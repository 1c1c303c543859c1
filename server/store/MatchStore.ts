import type { Command, MatchRecord, Filler } from "#shared/model/match.ts";
import type { ClassId, CountryId, MatchId, PersonId } from "#shared/model/ids.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import type { RecordHeader } from "#shared/record/header.ts";

export interface MatchRow {
  readonly match: MatchId;
  /** Where people join: the match's own, or its class's. */
  readonly code: string;
  /** Who made the match and may start it. Empty at a class's table: its instructors do. */
  readonly creator: PersonId;
  /** Whose table it is; null = a match of its own. */
  readonly class: ClassId | null;
  /** Personalities the creator asked for, for the seats that are empty at the start. */
  readonly computers: readonly Filler[];
  readonly ended: boolean;
}

/** A human being at one table. */
export interface Person {
  readonly id: PersonId;
  readonly match: MatchId;
  readonly name: string;
}

/** The database is damaged, or was written by a newer program; the message says what it said. */
export class UnusableDatabase extends Error {}

/** Secrets come in hashed and never leave. */
export interface NewPerson extends Person {
  readonly tokenHash: string;
  readonly rejoinHash: string;
  readonly at: number;
}

/** One draft per seat: the sheet of the turn it was written for, and whose seat it was then. Strangers do not inherit it. */
export interface Draft {
  readonly turn: number;
  readonly sheet: OrderSheet;
  readonly people: readonly PersonId[];
}

export interface NewMatch {
  readonly header: RecordHeader;
  readonly code: string;
  /** Null at a class's table. */
  readonly creator: NewPerson | null;
  /** A class's table: its code is the match's id, which nobody can type as a join code. */
  readonly class?: ClassId;
  readonly computers: readonly Filler[];
  /** First entries of the record, in the same transaction. */
  readonly commands: readonly Command[];
}

/**
 * Where matches outlive the process. When a promise of a write resolves, the write is on the disk; when it
 * rejects, nothing of it is. All stores pass one contract suite (tests/server/store/contract.ts).
 */
export interface MatchStore {
  /** Brings the tables up to date. Before anything else. */
  readonly open: () => Promise<void>;
  /** `codeTaken` when another match has the code: draw again. */
  readonly create: (match: NewMatch) => Promise<"created" | "codeTaken">;
  /**
   * Appends to a record whose last entry is `expected` (0 = empty). `stale` when the record has moved on:
   * someone else owns the match now and the caller must stop.
   */
  readonly append: (match: MatchId, expected: number, commands: readonly Command[]) => Promise<"appended" | "stale">;
  readonly load: (match: MatchId) => Promise<MatchRecord | null>;
  readonly find: (match: MatchId) => Promise<MatchRow | null>;
  readonly findByCode: (code: string) => Promise<MatchRow | null>;
  /** Matches not yet marked ended. */
  readonly listLive: () => Promise<readonly MatchId[]>;
  readonly markEnded: (match: MatchId, at: number) => Promise<void>;

  readonly addPerson: (person: NewPerson) => Promise<void>;
  /** A further token for the same person: another device. */
  readonly addToken: (person: PersonId, tokenHash: string, at: number) => Promise<void>;
  readonly personByToken: (tokenHash: string) => Promise<Person | null>;
  readonly personByRejoin: (rejoinHash: string) => Promise<Person | null>;
  readonly persons: (match: MatchId) => Promise<readonly Person[]>;

  /** Null removes it. */
  readonly saveDraft: (match: MatchId, country: CountryId, draft: Draft | null) => Promise<void>;
  readonly drafts: (match: MatchId) => Promise<ReadonlyMap<CountryId, Draft>>;

  /** Finishes what is under way, then lets go of the database. */
  readonly close: () => Promise<void>;
}
