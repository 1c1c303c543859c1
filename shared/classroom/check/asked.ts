import type { ClassCommand, ClassState } from "../../model/classroom.ts";
import type { ScenarioId } from "../../model/ids.ts";
import type { Scenario } from "../../model/scenario.ts";

/** Who did something to a class. */
export type ClassActor = ClassCommand["by"];
/** What of a scenario the gate must know: whether a country is in it, and how long it lasts. Null = no such scenario. */
export type ScenarioLookUp = (id: ScenarioId) => Pick<Scenario, "countries" | "provinces" | "turns"> | null;

/** What the checks are given beside the body. */
export interface Asked {
  readonly state: ClassState;
  readonly by: ClassActor;
  readonly scenarioOf: ScenarioLookUp | undefined;
}
