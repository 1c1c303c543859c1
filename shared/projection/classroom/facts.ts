import type { ScreenChoice } from "../../model/classView.ts";
import type { MatchState } from "../../model/match.ts";
import type { Scenario } from "../../model/scenario.ts";

/** What is not in the match's record about one seat. Epoch milliseconds; null = someone of it is here, or active. */
export interface SeatPresence {
  /** A sheet is begun and not handed in. Its content is no business of the class. */
  readonly draft: boolean;
  /** Its people say that the phase may end. */
  readonly ready: boolean;
  readonly awaySince: number | null;
  readonly idleSince: number | null;
}

/** One table of the present session as the server knows it, once its match is made. */
export interface TableFacts {
  readonly number: number;
  readonly state: MatchState;
  /** By country index. */
  readonly seats: readonly SeatPresence[];
}

/** What every view of a class is made of, beside its record. */
export interface ClassFacts {
  readonly now: number;
  /** The present session's scenario; null = no session yet. */
  readonly scenario: Pick<Scenario, "countries" | "provinces" | "crises"> | null;
  /** Tables whose matches are made, in any order. */
  readonly tables: readonly TableFacts[];
}

/** For an instructor. */
export interface HostFacts extends ClassFacts {
  readonly role: "owner" | "cohost";
  readonly label: string;
  /** Labels of the instructors connected now. */
  readonly hosts: readonly string[];
  readonly screens: number;
}

/** For a projector. */
export interface ScreenFacts extends ClassFacts {
  readonly showing: ScreenChoice;
}
