import { fail, ok, type Result } from "#shared/lib/result.ts";
import type { ScenarioId } from "#shared/model/ids.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { MapGeometry } from "../map/geometry/types.ts";
import { t } from "../i18n/t.ts";
import { fetchGeometry } from "./geometry.ts";
import type * as classSeat from "./classroom/ClassSeat.tsx";
import type * as joinClass from "./classroom/JoinClass.tsx";
import type * as tableStage from "./TableStage.tsx";

type Fetched<T> = Promise<Result<T, Pick<Refusal, "text">>>;

/** The table's code: a chunk of its own, so that the lobby is there first. */
export const fetchTable = (): Fetched<typeof tableStage> => import("./TableStage.tsx").then(ok, unreachable);

/** The pages of a class: not for those who play among friends. */
export const fetchClassSeat = (): Fetched<typeof classSeat> =>
  import("./classroom/ClassSeat.tsx").then(ok, unreachable);
export const fetchJoinClass = (): Fetched<typeof joinClass> =>
  import("./classroom/JoinClass.tsx").then(ok, unreachable);

/** The drawn map. */
export const readGeometry = (scenario: ScenarioId): Fetched<MapGeometry> =>
  fetchGeometry(scenario).then(ok, unreachable);

/** Fetches what the first turn needs while people are still sitting down. A miss costs nothing: the table fetches it itself. */
export function prefetchTable(scenario: ScenarioId): void {
  void fetchTable();
  void import("../map/mountMap.ts").catch(() => undefined);
  void readGeometry(scenario);
}

const unreachable = (): Result<never, Pick<Refusal, "text">> => fail({ text: t("api.unreachable") });
