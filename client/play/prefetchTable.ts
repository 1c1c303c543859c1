import type { Result } from "#shared/lib/result.ts";
import type { ScenarioId } from "#shared/model/ids.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { t } from "../i18n/t.ts";
import { readGeometry } from "../net/api.ts";
import type * as tableStage from "./TableStage.tsx";

/** The table's code: a chunk of its own, so that the lobby is there first. */
export const fetchTable = (): Promise<Result<typeof tableStage, Pick<Refusal, "text">>> =>
  import("./TableStage.tsx").then(
    (value) => ({ ok: true, value }),
    () => ({ ok: false, error: { text: t("api.unreachable") } }),
  );

/** Fetches what the first turn needs while people are still sitting down. A miss costs nothing: the table fetches it itself. */
export function prefetchTable(scenario: ScenarioId): void {
  void fetchTable();
  void import("../map/mountMap.ts").catch(() => undefined);
  void readGeometry(scenario);
}
