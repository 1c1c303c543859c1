/** A class record as JSON of some older version: nothing but that it is an object is known of it. */
export type OldClass = Readonly<Record<string, unknown>>;

/** One step from version `to − 1` to version `to`. `up` leaves its input alone and need not set `version`. */
export interface ClassMigration {
  readonly to: number;
  /** What changed, in a few words. */
  readonly name: string;
  readonly up: (record: OldClass) => OldClass;
}

/**
 * Every change of the class record's shape since version 1, in order and without gaps. A migration, once released, is never
 * changed; `tests/golden/classes` keeps a record of every version for ever.
 */
export const CLASS_MIGRATIONS: readonly ClassMigration[] = [];
