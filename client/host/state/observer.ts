import type { MatchId } from "#shared/model/ids.ts";
import { t } from "../../i18n/t.ts";
import type { Connection } from "../../net/connection.ts";
import { watchOnly } from "../../net/watchOnly.ts";
import type { Host } from "./hostState.ts";

/** A table as its panels want it: an observer's line that only looks. What changes a table goes through the class. */
export const observerOf = ({ connection }: Host, match: MatchId): Connection =>
  watchOnly(connection, match, t("hostTable.onlyWatches"));
