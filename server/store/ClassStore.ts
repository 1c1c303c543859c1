import type { ClassCommand, ClassHeader, ClassRecord } from "#shared/model/classroom.ts";
import type { ClassId, MatchId, PersonId } from "#shared/model/ids.ts";

/** What a key opens: the class as an instructor, invited or its owner, or as a projector. */
export interface ClassKey {
  readonly class: ClassId;
  readonly role: "owner" | "cohost" | "screen";
  /** Who it was given to: told in the record beside what they do. */
  readonly label: string;
}

/** Secrets come in hashed and never leave. */
export interface NewKey extends ClassKey {
  readonly hash: string;
  readonly at: number;
}

export interface NewClass {
  readonly header: ClassHeader;
  readonly owner: NewKey;
  readonly recoveryHash: string;
}

/** A human being in a class and all its matches. Their name is in the record alone. */
export interface ClassPerson {
  readonly id: PersonId;
  readonly class: ClassId;
}
export interface NewClassPerson extends ClassPerson {
  readonly tokenHash: string;
  readonly rejoinHash: string;
  readonly at: number;
}

/**
 * Where classes outlive the process, beside their matches and under the same promise: when a write's promise resolves, it
 * is on the disk; when it rejects, nothing of it is.
 */
export interface ClassStore {
  /** `codeTaken` when another class or a match has the code: draw again. */
  readonly create: (made: NewClass) => Promise<"created" | "codeTaken">;
  /** Fenced as a match's: `stale` when the record has moved on without the caller. */
  readonly append: (id: ClassId, expected: number, commands: readonly ClassCommand[]) => Promise<"appended" | "stale">;
  readonly load: (id: ClassId) => Promise<ClassRecord | null>;
  readonly findByCode: (code: string) => Promise<ClassId | null>;
  readonly list: () => Promise<readonly ClassId[]>;

  readonly addKey: (key: NewKey) => Promise<void>;
  readonly keys: (id: ClassId) => Promise<readonly ClassKey[]>;
  readonly keyOf: (hash: string) => Promise<ClassKey | null>;
  /** Ends the invited keys of this label; the owner's stay. */
  readonly endKeys: (id: ClassId, label: string) => Promise<void>;
  /** The class of a recovery code: its owner's keys end and `key` takes their place; null when the code is not known. */
  readonly recover: (recoveryHash: string, key: Omit<NewKey, "class" | "role">) => Promise<ClassId | null>;

  readonly addPerson: (person: NewClassPerson) => Promise<void>;
  /** A further token for the same person: another device. */
  readonly addToken: (person: PersonId, tokenHash: string, at: number) => Promise<void>;
  readonly personByToken: (tokenHash: string) => Promise<ClassPerson | null>;
  readonly personByRejoin: (rejoinHash: string) => Promise<ClassPerson | null>;

  /** All matches its tables ever played. */
  readonly matches: (id: ClassId) => Promise<readonly MatchId[]>;
  /** Removes the class and everything of it: records, keys, people, matches, drafts. */
  readonly purge: (id: ClassId) => Promise<void>;
}
