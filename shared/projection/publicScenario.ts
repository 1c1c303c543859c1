import type { Scenario } from "../model/scenario.ts";
import { keptFor } from "../lib/keptFor.ts";

/**
 * A scenario as players may have it: without the crises to come and the treaties that are secret when it begins. Secret
 * treaties stand last in its file, so that the numbers of the others are the same.
 */
export const publicScenario = keptFor((scenario: Scenario): Scenario => {
  const { crises: _crises, treaties, ...rest } = scenario;
  return { ...rest, treaties: treaties.filter(({ secret }) => secret !== true) };
});
