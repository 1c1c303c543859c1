import { ok } from "../lib/result.ts";
import type { Result } from "../lib/result.ts";
import type { ClassCommand, ClassRecord } from "../model/classroom.ts";
import type { Refusal } from "../model/refusal.ts";
import { invalid, malformed } from "../record/refusals.ts";
import { CLASS_MIGRATIONS } from "./classMigrations.ts";
import type { ClassMigration, OldClass } from "./classMigrations.ts";
import { classRecordSchema } from "./classSchema.ts";
import { CLASS_VERSION } from "./version.ts";

/** How many faults one refusal tells of. */
const TOLD = 5;

/**
 * A class record of any version from unknown JSON, brought up to the present version and checked for shape and bounds.
 * Whether its commands are legal is for `checkClassRecord`.
 */
export function migrateClass(input: unknown): Result<ClassRecord, Refusal> {
  const raised = raiseClass(input, { migrations: CLASS_MIGRATIONS, version: CLASS_VERSION });
  return raised.ok ? parse(raised.value) : raised;
}

/** Runs the migrations that a record still needs to reach `version`. */
export function raiseClass(
  input: unknown,
  { migrations, version }: { readonly migrations: readonly ClassMigration[]; readonly version: number },
): Result<OldClass, Refusal> {
  if (!isObject(input)) return malformed("class.record", "This is not a class record: a JSON object is expected.");
  const from = input["version"];
  if (typeof from !== "number" || !Number.isInteger(from) || from < 1) {
    return malformed("class.version", "This is not a class record: it has no version number.");
  }
  if (from > version) {
    return invalid(
      "class.newer",
      `This class record has version ${from}; this program reads up to ${version}. Update the program.`,
      { from, version },
    );
  }
  const needed = migrations.filter(({ to }) => to > from);
  return ok(needed.reduce<OldClass>((record, { to, up }) => ({ ...up(record), version: to }), input));
}

function parse(input: OldClass): Result<ClassRecord, Refusal> {
  const parsed = classRecordSchema.safeParse(input);
  if (!parsed.success) {
    const faults = parsed.error.issues
      .slice(0, TOLD)
      .map(({ path, message }) => `${path.join(".") || "record"}: ${message}`);
    return malformed("class.record", `This class record cannot be read: ${faults.join("; ")}.`, {
      faults: parsed.error.issues.length,
    });
  }
  // The schema proves the shape; ids are branded strings.
  const record = parsed.data as unknown as ClassRecord;
  return gapIn(record.commands) ?? ok(record);
}

/** Numbers run 1, 2, 3, …: a record with a hole is not the whole truth. */
function gapIn(commands: readonly ClassCommand[]): ReturnType<typeof malformed> | null {
  const at = commands.findIndex(({ seq }, k) => seq !== k + 1);
  if (at < 0) return null;
  const seq = commands[at]?.seq ?? 0;
  return malformed("class.gap", `This class record is damaged: entry ${at + 1} carries the number ${seq}.`, {
    entry: at + 1,
    seq,
  });
}

const isObject = (input: unknown): input is OldClass =>
  typeof input === "object" && input !== null && !Array.isArray(input);
