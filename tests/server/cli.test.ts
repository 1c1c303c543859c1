import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");

const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<{ status: number; said: string }> =>
  new Promise((done) => {
    execFile(process.execPath, args, { cwd: root, env: { ...process.env, ...env } }, (error, out, err) =>
      done({ status: typeof error?.code === "number" ? error.code : error ? -1 : 0, said: out + err }),
    );
  });

/** Runs the check as if on another Node. */
const checkOn = (version: string): ReturnType<typeof run> => {
  const pretend = `Object.defineProperty(process.versions, "node", { value: "${version}" }); await import("./server/cli/checkNode.mjs");`;
  return run(["--input-type=module", "-e", pretend]);
};

it.each(["12.22.0", "18.20.4", "20.19.0", "22.11.9"])(
  "says on Node %s what is needed and how to get it",
  async (version) => {
    const { status, said } = await checkOn(version);
    expect(status).toBe(1);
    expect(said).toMatch(`needs Node 22.12 or newer; this is Node ${version}`);
    expect(said).toMatch("https://nodejs.org");
  },
);

it.each(["22.12.0", "24.0.0", "26.1.0"])("lets Node %s pass in silence", async (version) => {
  expect(await checkOn(version)).toEqual({ status: 0, said: "" });
});

it("is written for Nodes that know no newer syntax", () => {
  const text = readFileSync(join(root, "server/cli/checkNode.mjs"), "utf8");
  expect(text).not.toMatch(/\?\.|\?\?|^import .*node:|await /m);
});

it("does not start on a bad environment, and says which variable", async () => {
  const { status, said } = await run(["server/main.ts"], { PORT: "eighty" });
  expect(status).toBe(1);
  expect(said).toMatch("PORT=eighty: must be a whole number");
});

it("does not start where it could keep nothing, and says so before it builds anything", async () => {
  const { status, said } = await run(["server/main.ts"], { DATA_DIR: "/dev/null/data" });
  expect(status).toBe(1);
  expect(said).toMatch(/^DATA_DIR=\/dev\/null\/data: nothing can be kept in \/dev\/null\/data \(.+\)\.\n$/);
});
