import { fail, ok, type Result } from "#shared/lib/result.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { readScenario } from "./api.ts";
import type { OpenReader, ReaderFailure } from "./reader.ts";

/** By HTTP, where the browser keeps scenarios; the rules come as a chunk of their own, beside the first socket. */
export const openReader: OpenReader = async (settings, given) => {
  const code = import("./wireReader.ts").then(ok, () => fail("unreachable" as const));
  const scenario = given ? ok(given) : await scenarioOf(settings.scenario);
  const loaded = await code;
  if (!scenario.ok) return scenario;
  if (!loaded.ok) return loaded;
  try {
    return ok(loaded.value.wireReader(scenario.value, settings));
  } catch {
    return fail("unknown");
  }
};

async function scenarioOf(id: string): Promise<Result<Scenario, ReaderFailure>> {
  const answer = await readScenario(id);
  if (answer.ok) return answer;
  return fail(answer.error.code.startsWith("net.") ? "unreachable" : "unknown");
}
