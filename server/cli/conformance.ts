import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { readCases, runCases, sumOf, type Tally } from "./conformance/run.ts";

/**
 * npm run -s conformance -- [FILE.json …]
 * Works the cases of the files against shared/theory and prints every miss, then `N passed, N failed`. Exit 1 on any miss
 * or error. Without a file: the cases that ship with the design. The format is in conformance/format.ts.
 */
const SHIPPED = join(import.meta.dirname, "../../tests/golden/theory-cases/theory-vectors.json");

function main(paths: readonly string[]): number {
  const option = paths.find((path) => path.startsWith("-"));
  if (option !== undefined) {
    console.error(`Unknown option ${option}. Use: npm run -s conformance -- [FILE.json …]`);
    return 1;
  }
  const tallies: Tally[] = [];
  for (const path of paths.length > 0 ? paths : [SHIPPED]) {
    const cases = readCases(placeOf(path));
    if (!cases.ok) {
      for (const line of cases.error) console.error(line);
      return 1;
    }
    tallies.push(runCases(cases.value));
  }
  const { passed, failed, lines } = sumOf(tallies);
  for (const line of lines) console.log(`miss ${line}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** npm runs scripts in the package's folder; a relative path may be meant from where the person stands. */
function placeOf(path: string): string {
  return existsSync(path) ? path : resolve(process.env["INIT_CWD"] ?? "", path);
}

process.exitCode = main(process.argv.slice(2));
