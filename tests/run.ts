/**
 * `npm test`: types, lint, unit and room tests, then the browser flows. Stops at the first stage that
 * does not compile or lint; runs both test runners to the end; the last line counts what they ran.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const cache = join(root, ".cache/test");
const inCi = process.env["CI"] === "true";
const chromium = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

rmSync(cache, { recursive: true, force: true });
mkdirSync(cache, { recursive: true });

require("types", ["run", "-s", "types"]);
require("lint", ["run", "-s", "lint"]);
require("dead code", ["run", "-s", "knip"]);
require("build", ["run", "-s", "build"]);
require("page weights", ["run", "-s", "size"]);
const unit = unitTests();
const flows = browserFlows();
const total = add(unit, flows);
console.log(`unit and room tests: ${say(unit)}\nbrowser flows: ${say(flows)}`);
console.log(say(total));
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

/** Runs an npm script that must succeed before anything is worth testing. */
function require(title: string, script: readonly string[]): void {
  console.log(`— ${title}`);
  const { status } = spawnSync("npm", script, { cwd: root, stdio: "inherit" });
  if (status === 0) return;
  console.log(`${title} failed\n0 passed, 1 failed`);
  process.exit(1);
}

function unitTests(): Count {
  console.log("— unit and room tests");
  const report = join(cache, "vitest.json");
  const { status } = spawnSync(
    "npx",
    [
      "vitest",
      "run",
      "-c",
      "tests/vitest.config.ts",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { cwd: root, stdio: "inherit" },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8")) as Record<
    string,
    number
  >;
  const failed = numFailedTests ?? 0;
  return {
    passed: numPassedTests ?? 0,
    failed: status !== 0 && failed === 0 ? 1 : failed,
    skipped: numPendingTests ?? 0,
  };
}

function browserFlows(): Count {
  console.log("— browser flows");
  if (!existsSync(chromium)) {
    console.log(`Chromium is not at ${chromium}: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.`);
    return { passed: 0, failed: inCi ? 1 : 0, skipped: inCi ? 0 : 1 };
  }
  const report = join(cache, "playwright.json");
  const { status } = spawnSync(
    "npx",
    ["playwright", "test", "-c", "tests/e2e/playwright.config.ts", "--reporter=list,json"],
    {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(report, "utf8")) as { stats: Record<string, number> };
  const failed = stats["unexpected"] ?? 0;
  return {
    passed: (stats["expected"] ?? 0) + (stats["flaky"] ?? 0),
    failed: status !== 0 && failed === 0 ? 1 : failed,
    skipped: stats["skipped"] ?? 0,
  };
}

function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

function say({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
