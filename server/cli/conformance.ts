import { ownFiles, placeOf } from "./conformance/files.ts";
import type { CaseFile } from "./conformance/format.ts";
import { listing } from "./conformance/list.ts";
import { readCases, runCases, sumOf } from "./conformance/run.ts";

/**
 * npm run -s conformance -- [--list] [FILE.json …]
 * Works the cases of the files against shared/theory and prints every miss, then `N passed, N failed`. Exit 1 on any miss
 * or error. Without a file: all cases of tests/golden/theory-cases. With --list: prints number, title and sentence of each
 * case instead. The format is explained in that folder's README.
 */
function main(args: readonly string[]): number {
  const unknown = args.find((arg) => arg.startsWith("-") && arg !== "--list");
  if (unknown !== undefined) {
    console.error(`Unknown option ${unknown}. Use: npm run -s conformance -- [--list] [FILE.json …]`);
    return 1;
  }
  const paths = args.filter((arg) => arg !== "--list");
  const files = readAll(paths.length > 0 ? paths.map(placeOf) : ownFiles());
  if (!files) return 1;
  return args.includes("--list") ? list(files) : work(files);
}

/** Null, with a sentence for each fault, where a file cannot be read. */
function readAll(paths: readonly string[]): readonly CaseFile[] | null {
  const files: CaseFile[] = [];
  for (const path of paths) {
    const cases = readCases(path);
    if (!cases.ok) {
      for (const line of cases.error) console.error(line);
      return null;
    }
    files.push(cases.value);
  }
  return files;
}

function list(files: readonly CaseFile[]): number {
  for (const file of files) for (const line of listing(file)) console.log(line);
  return 0;
}

function work(files: readonly CaseFile[]): number {
  const { passed, failed, lines } = sumOf(files.map(runCases));
  for (const line of lines) console.log(`miss ${line}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
