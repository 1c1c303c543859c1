import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Scenario } from "#shared/model/scenario.ts";
import { parseScenario } from "#shared/scenarios/parseScenario.ts";
import { parseVariant } from "#shared/scenarios/parseVariant.ts";

const folder = fileURLToPath(new URL("../../shared/scenarios", import.meta.url));

interface Place {
  readonly id: string;
  readonly base: string;
  /** The variant's own file; absent for a base. */
  readonly variant?: string;
}

/** Every shipped scenario and variant, in id order. A variant's file is named by its id. */
function places(): readonly Place[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "scenario.json")))
    .flatMap((name) => {
      const base = join(folder, name, "scenario.json");
      return [{ id: name, base }, ...variantsOf(join(folder, name, "variants"), base)];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function variantsOf(folderOfVariants: string, base: string): readonly Place[] {
  if (!existsSync(folderOfVariants)) return [];
  return readdirSync(folderOfVariants)
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ id: name.slice(0, -".json".length), base, variant: join(folderOfVariants, name) }));
}

/** Ids of all shipped scenarios, variants among them, in ascending order. */
export const scenarioIds = (): readonly string[] => places().map((place) => place.id);

/** A shipped scenario or variant; one that does not parse stops the build with the reason. */
export function readScenario(id: string): Scenario {
  const place = places().find((one) => one.id === id);
  if (place === undefined) throw new Error(`there is no scenario ${id}`);
  const base = readJson(place.base);
  const parsed = place.variant === undefined ? parseScenario(base) : parseVariant(base, readJson(place.variant));
  if (!parsed.ok) throw new Error(`${id}: ${parsed.error.text}`);
  return parsed.value;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
