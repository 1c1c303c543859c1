import type { ScenarioId } from "#shared/model/ids.ts";
import type * as tableStage from "./TableStage.tsx";

export type TableModule = typeof tableStage;

export const fetchTable = (): Promise<TableModule> => import("./TableStage.tsx");

/** Fetches what the first turn needs while people are still sitting down. A miss costs nothing: the table fetches it itself. */
export function prefetchTable(scenario: ScenarioId): void {
  void fetchTable().catch(() => undefined);
  void import("../map/mountMap.ts").catch(() => undefined);
  void fetch(`/maps/${scenario}.json`).catch(() => undefined);
}
