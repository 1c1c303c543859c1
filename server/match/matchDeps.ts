import type { CountryId } from "#shared/model/ids.ts";
import type { MatchState } from "#shared/model/match.ts";
import type { Log } from "#server/lib/log.ts";
import type { Clock, Timers } from "#server/lib/time.ts";
import type { Draft, MatchRow, MatchStore, Person } from "#server/store/MatchStore.ts";
import type { Autopilot } from "./Autopilot.ts";

export interface MatchDeps {
  readonly store: MatchStore;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly autopilot: Autopilot;
  readonly log: Log;
  /** Scales every phase and delay; 1 but in tests and rehearsals. */
  readonly paceFactor: number;
}

/** All the store knows of a match, read together. */
export interface StoredMatch {
  readonly row: MatchRow;
  readonly state: MatchState;
  readonly persons: readonly Person[];
  readonly drafts: ReadonlyMap<CountryId, Draft>;
}

/** Someone who shows the match to others. */
export interface Onlooker {
  /** Something that anyone may see has changed. */
  readonly changed: () => void;
  /** Another process owns the match now. */
  readonly lost: () => void;
}
