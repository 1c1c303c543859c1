import type { Result } from "#shared/lib/result.ts";
import type { MatchSettings } from "#shared/model/match.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import type { WireSheet, WireView } from "#shared/protocol/wire.ts";

/** Reads and writes what travels, on one match's board. */
export interface Reader {
  readonly board: Board;
  /** Null when it does not add up here: another edition of the scenario, rules that differ. */
  readonly read: (wire: WireView) => PlayerView | null;
  readonly write: (sheet: OrderSheet) => WireSheet;
}

/** unreachable: worth another try · unknown: the server has no such scenario, or what it has makes no board. */
export type ReaderFailure = "unreachable" | "unknown";

/** Gets ready to read a match: its scenario, unless `given`, and the rules. */
export type OpenReader = (
  settings: Omit<MatchSettings, "seed">,
  given: Scenario | null,
) => Promise<Result<Reader, ReaderFailure>>;
