import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Scenario } from "#shared/model/scenario.ts";
import { parseScenario } from "#shared/scenarios/parseScenario.ts";

const folder = fileURLToPath(new URL("../../shared/scenarios", import.meta.url));

/** Every folder of shared/scenarios that holds a scenario, in id order. */
export const scenarioIds = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "scenario.json")))
    .sort();

/** A shipped scenario; one that does not parse stops the build with the reason. */
export function readScenario(id: string): Scenario {
  const parsed = parseScenario(JSON.parse(readFileSync(join(folder, id, "scenario.json"), "utf8")));
  if (!parsed.ok) throw new Error(`${id}: ${parsed.error.text}`);
  return parsed.value;
}
