import type { Refusal } from "#shared/model/refusal.ts";
import type { Result } from "#shared/lib/result.ts";
import type { ScenarioSummary } from "#shared/protocol/messages.ts";
import { useMemo } from "preact/hooks";
import { useLoaded, type Loaded } from "../../play/useLoaded.ts";
import { useHost } from "../state/hostState.ts";

/** The scenarios of this server. */
export function useScenarios(): Loaded<readonly ScenarioSummary[]> {
  const { scenarios } = useHost();
  const load = useMemo(() => (): Promise<Result<readonly ScenarioSummary[], Refusal>> => scenarios.list(), [scenarios]);
  return useLoaded("all", load);
}
