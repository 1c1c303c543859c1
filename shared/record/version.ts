/** Version of the shape of `MatchRecord` that this code writes. Raised only together with a migration and a fixture. */
export const RECORD_VERSION = 4;
