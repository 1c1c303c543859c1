import type { ColumnType } from "kysely";
import type { ClassId, CountryId, MatchId, PersonId } from "#shared/model/ids.ts";
import type { ClassTables } from "./classTables.ts";

/** Tables as Kysely types them; JSON columns hold text. Times in epoch milliseconds. */
export interface Tables extends ClassTables {
  readonly match: {
    readonly id: MatchId;
    readonly code: string;
    readonly creator: PersonId;
    /** JSON list of personalities. */
    readonly computers: string;
    readonly created_at: number;
    readonly ended_at: ColumnType<number | null, number | null | undefined, number | null>;
    /** Sequence number of the last command: every append is fenced by it. */
    readonly last_seq: ColumnType<number, number, number>;
    /** The record without its commands. */
    readonly header: string;
    /** Whose table it is; null = a match of its own. */
    readonly class: ColumnType<ClassId | null, ClassId | null | undefined, never>;
  };
  readonly command: { readonly match: MatchId; readonly seq: number; readonly body: string };
  readonly person: {
    readonly id: PersonId;
    readonly match: MatchId;
    readonly name: string;
    readonly rejoin_hash: string;
    readonly joined_at: number;
  };
  readonly token: { readonly hash: string; readonly person: PersonId; readonly created_at: number };
  readonly seat_draft: {
    readonly match: MatchId;
    readonly country: CountryId;
    readonly turn: ColumnType<number, number, number>;
    readonly sheet: ColumnType<string, string, string>;
    /** JSON list of persons. */
    readonly people: ColumnType<string, string, string>;
  };
}
