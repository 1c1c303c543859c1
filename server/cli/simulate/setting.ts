import type { PartialParameters } from "#shared/model/parameters.ts";
import type { Level, Scenario } from "#shared/model/scenario.ts";
import { scenarioId } from "#shared/model/ids.ts";
import { createBoard, defaultModules } from "#shared/rules/index.ts";
import { findScenario } from "#server/scenarios/registry.ts";
import { type Ablation, ablated } from "./ablations.ts";
import type { Table } from "./bar.ts";
import { ringOf } from "./generated.ts";

/** What is played, in plain data: every thread builds its own board from it. */
export interface Setting {
  /** A scenario's id, or `ring-of-N` for a generated ring of N countries. */
  readonly scenario: string;
  readonly level: Level;
  /** Put over the scenario's own. */
  readonly parameters: PartialParameters;
  /** Parts that are switched off. */
  readonly ablate: readonly Ablation[];
}

/** Null where there is no such scenario. */
export function scenarioOf(id: string): Scenario | null {
  const n = Number(/^ring-of-(\d+)$/.exec(id)?.[1] ?? Number.NaN);
  return n >= 3 ? ringOf(n) : findScenario(scenarioId(id));
}

export function tableOf({ scenario: id, level, parameters, ablate }: Setting): Table {
  const scenario = scenarioOf(id);
  if (!scenario) throw new Error(`There is no scenario “${id}”.`);
  const off = ablated(ablate);
  const modules = defaultModules(level).filter((module) => !off.modules.includes(module));
  const whole = { ...scenario, parameters: {} };
  return {
    board: createBoard(whole, { modules, parameters: merged([scenario.parameters, parameters, ...off.parameters]) }),
    options: { without: off.without },
  };
}

/** Parts of parameters put over each other, later ones last. */
function merged(parts: readonly PartialParameters[]): PartialParameters {
  return parts.reduce((base, part) => over(base, part) as PartialParameters, {});
}

function over(base: unknown, part: unknown): unknown {
  if (!isGroup(base) || !isGroup(part)) return part;
  return Object.fromEntries(
    [...new Set([...Object.keys(base), ...Object.keys(part)])].map((key) => [
      key,
      key in part ? over(base[key], part[key]) : base[key],
    ]),
  );
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
