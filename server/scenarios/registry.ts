import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Scenario } from "#shared/model/scenario.ts";
import type { ScenarioSummary } from "#shared/protocol/messages.ts";
import { parseScenario } from "#shared/scenarios/parseScenario.ts";
import { parseVariant } from "#shared/scenarios/parseVariant.ts";

const FOLDER = resolve(import.meta.dirname, "../../shared/scenarios");
/** Shortest first: the tutorial, then the classroom, then the long evening. */
const byLength = (a: Scenario, b: Scenario): number =>
  a.recommended.minutes - b.recommended.minutes || a.title.localeCompare(b.title);

let known: ReadonlyMap<string, Scenario> | null = null;

/**
 * Every scenario folder and every variant in one, read and checked once. A file that does not parse stops the server with
 * its faults: better than a match that cannot start.
 */
export function allScenarios(): ReadonlyMap<string, Scenario> {
  known ??= new Map(readAll().map((scenario) => [scenario.id, scenario]));
  return known;
}

export const findScenario = (id: string): Scenario | null => allScenarios().get(id) ?? null;

export const listScenarios = (): readonly ScenarioSummary[] => [...allScenarios().values()].map(summaryOf);

function readAll(): Scenario[] {
  return readdirSync(FOLDER)
    .filter((name) => existsSync(join(FOLDER, name, "scenario.json")))
    .flatMap((name) => readFolder(join(FOLDER, name)))
    .sort(byLength);
}

function readFolder(folder: string): Scenario[] {
  const file = join(folder, "scenario.json");
  const base = readJson(file);
  const variants = join(folder, "variants");
  const names = existsSync(variants) ? readdirSync(variants).filter((name) => name.endsWith(".json")) : [];
  return [
    sound(file, parseScenario(base)),
    ...names.map((name) => sound(join(variants, name), parseVariant(base, readJson(join(variants, name))))),
  ];
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

function sound(file: string, parsed: ReturnType<typeof parseScenario>): Scenario {
  if (!parsed.ok) throw new Error(`${file}: ${parsed.error.text}`);
  return parsed.value;
}

const summaryOf = (scenario: Scenario): ScenarioSummary => ({
  id: scenario.id,
  title: scenario.title,
  era: scenario.era,
  summary: scenario.summary,
  countries: scenario.countries.map(({ id, name, brief }) => ({ id, name, brief })),
  turns: scenario.turns,
  level: scenario.recommended.level,
  minutes: scenario.recommended.minutes,
  people: scenario.recommended.people,
  modules: scenario.recommended.modules ?? [],
  ...(scenario.family !== undefined && { family: scenario.family }),
  ...(scenario.variantOf !== undefined && { variantOf: scenario.variantOf }),
});
