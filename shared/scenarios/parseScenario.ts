import { fail, ok, type Result } from "../lib/result.ts";
import type { Refusal } from "../model/refusal.ts";
import type { Scenario } from "../model/scenario.ts";
import { checkScenario } from "./checkScenario.ts";
import { scenarioSchema } from "./scenarioSchema.ts";

/** How many faults one refusal tells of. */
const TOLD = 5;

/** A scenario from untrusted JSON. Refuses unknown keys, wrong shapes and references to nothing, each with its place. */
export function parseScenario(input: unknown): Result<Scenario, Refusal> {
  const parsed = scenarioSchema.safeParse(input);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".") || "scenario"}: ${issue.message}`);
    return fail(refusal("malformed", "scenario.shape", faults));
  }
  // The schema proves the shape; ids are branded strings, and which parameters exist is a type only.
  const scenario = parsed.data as unknown as Scenario;
  const faults = checkScenario(scenario);
  return faults.length === 0 ? ok(scenario) : fail(refusal("invalid", "scenario.reference", faults));
}

function refusal(kind: Refusal["kind"], code: string, faults: readonly string[]): Refusal {
  const told = faults.slice(0, TOLD).join("; ");
  const more = faults.length > TOLD ? `; and ${faults.length - TOLD} more` : "";
  return { kind, code, text: `This scenario cannot be used: ${told}${more}.`, numbers: { faults: faults.length } };
}
