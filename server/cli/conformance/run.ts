import { readFileSync } from "node:fs";
import type { Result } from "#shared/lib/result.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Parameters } from "#shared/model/parameters.ts";
import { ANSWERS } from "./answers.ts";
import { EXACT, FOUR_DIGITS, misses, type Miss } from "./check.ts";
import { caseFileSchema, complaints, type CaseFile, type CaseKind, type CaseOf } from "./format.ts";
import { GIVEN, LABELS } from "./given.ts";
import { settingsOf } from "./settings.ts";

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** One line for each value that missed, and for each case that could not be worked. */
  readonly lines: readonly string[];
}

/** Reads a file of cases; an error is one sentence a line, each naming the file. */
export function readCases(path: string): Result<CaseFile, readonly string[]> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return fail([missing ? `${path}: there is no such file` : `${path}: cannot be read (${reasonOf(error)})`]);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return fail([`${path}: is not JSON (${reasonOf(error)})`]);
  }
  const parsed = caseFileSchema.safeParse(json);
  return parsed.success ? ok(parsed.data) : fail(complaints(parsed.error, json).map((line) => `${path}: ${line}`));
}

/** Works every case of a file. A case passes when all that it states is met. */
export function runCases(file: CaseFile): Tally {
  const parameters = settingsOf(file);
  // Object.keys forgets that the table's keys are the kinds.
  const kinds = Object.keys(ANSWERS) as CaseKind[];
  return sumOf(kinds.map((kind) => runKind(kind, file[kind] ?? [], parameters)));
}

export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed, lines }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      lines: [...sum.lines, ...lines],
    }),
    { passed: 0, failed: 0, lines: [] },
  );
}

function runKind<K extends CaseKind>(kind: K, cases: readonly CaseOf<K>[], parameters: Parameters): Tally {
  return sumOf(
    cases.map((test, k) => {
      const lines = workCase(kind, test, parameters).map(
        (line) => `${test.number === undefined ? "" : `${test.number} `}${kind}[${k}]${line}`,
      );
      return { passed: lines.length === 0 ? 1 : 0, failed: lines.length === 0 ? 0 : 1, lines };
    }),
  );
}

function workCase<K extends CaseKind>(kind: K, test: CaseOf<K>, parameters: Parameters): string[] {
  const given: readonly string[] = [...LABELS, ...GIVEN[kind].map(String)];
  const expected = Object.fromEntries(
    Object.entries(test).filter(([key, value]) => value !== undefined && !given.includes(key)),
  );
  if (Object.keys(expected).length === 0) return [": states nothing to compare with"];
  try {
    return misses(
      expected,
      ANSWERS[kind](test, parameters),
      test.tolerance ?? (kind === "intent" ? FOUR_DIGITS : EXACT),
    ).map(missText);
  } catch (error) {
    return [`: ${reasonOf(error)}`];
  }
}

const missText = ({ at, expected, got }: Miss): string => `.${at}: expected ${textOf(expected)}, got ${textOf(got)}`;
const textOf = (value: unknown): string =>
  value === undefined ? "nothing" : typeof value === "number" ? String(value) : JSON.stringify(value);
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
