import { ok } from "../lib/result.ts";
import type { Result } from "../lib/result.ts";
import type { Command, MatchRecord } from "../model/match.ts";
import type { Refusal } from "../model/refusal.ts";
import { parseScenario } from "../scenarios/parseScenario.ts";
import { MIGRATIONS } from "./migrations.ts";
import type { Migration, OldRecord } from "./migrations.ts";
import { recordSchema } from "./recordSchema.ts";
import { invalid, malformed } from "./refusals.ts";
import { RECORD_VERSION } from "./version.ts";

/** How many faults one refusal tells of. */
const TOLD = 5;

/**
 * A record of any version from unknown JSON, brought up to the present version and checked for shape, bounds, and references
 * of its scenario. Whether its commands are legal is for `checkRecord`.
 */
export function migrate(input: unknown): Result<MatchRecord, Refusal> {
  const raised = raise(input, { migrations: MIGRATIONS, version: RECORD_VERSION });
  return raised.ok ? parse(raised.value) : raised;
}

/** Runs the migrations that a record still needs to reach `version`. */
export function raise(
  input: unknown,
  { migrations, version }: { readonly migrations: readonly Migration[]; readonly version: number },
): Result<OldRecord, Refusal> {
  if (!isObject(input)) return malformed("record.shape", "This is not a match record: a JSON object is expected.");
  const from = input["version"];
  if (typeof from !== "number" || !Number.isInteger(from) || from < 1) {
    return malformed("record.version", "This is not a match record: it has no version number.");
  }
  if (from > version) {
    return invalid(
      "record.newer",
      `This record has version ${from}; this program reads up to ${version}. Update the program.`,
      { from, version },
    );
  }
  const needed = migrations.filter(({ to }) => to > from);
  return ok(needed.reduce<OldRecord>((record, { to, up }) => ({ ...up(record), version: to }), input));
}

function parse(input: OldRecord): Result<MatchRecord, Refusal> {
  const parsed = recordSchema.safeParse(input);
  if (!parsed.success) {
    const faults = parsed.error.issues
      .slice(0, TOLD)
      .map(({ path, message }) => `${path.join(".") || "record"}: ${message}`);
    return malformed("record.shape", `This match record cannot be read: ${faults.join("; ")}.`, {
      faults: parsed.error.issues.length,
    });
  }
  const scenario = parseScenario(parsed.data.scenario);
  if (!scenario.ok) return scenario;
  // The schema proves the shape; ids are branded strings, sheets in a record have passed `checkOrder`.
  const record = { ...parsed.data, scenario: scenario.value } as unknown as MatchRecord;
  return gapIn(record.commands) ?? ok(record);
}

/** Numbers run 1, 2, 3, …: a record with a hole is not the whole truth. */
function gapIn(commands: readonly Command[]): ReturnType<typeof malformed> | null {
  const at = commands.findIndex(({ seq }, k) => seq !== k + 1);
  if (at < 0) return null;
  const seq = commands[at]?.seq ?? 0;
  return malformed("record.gap", `This match record is damaged: entry ${at + 1} carries the number ${seq}.`, {
    entry: at + 1,
    seq,
  });
}

const isObject = (input: unknown): input is OldRecord =>
  typeof input === "object" && input !== null && !Array.isArray(input);
