import { useEffect, useState } from "preact/hooks";
import type { ScenarioSummary } from "#shared/protocol/messages.ts";
import { listScenarios } from "../../net/api.ts";

/** What is told of a scenario on the list of scenarios; null until it is known, and without a scenario. */
export function useSummary(scenario: string | null): ScenarioSummary | null {
  const [all, setAll] = useState<readonly ScenarioSummary[]>([]);
  useEffect(() => {
    if (scenario === null) return;
    listScenarios().then(
      (answer) => {
        if (answer.ok) setAll(answer.value);
      },
      () => undefined,
    );
  }, [scenario]);
  return all.find(({ id }) => id === scenario) ?? null;
}
