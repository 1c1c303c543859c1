import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readCases, runCases } from "#server/cli/conformance/run.ts";

const root = resolve(import.meta.dirname, "../../..");
const folder = join(root, "tests/golden/theory-cases");
const scratch = mkdtempSync(join(tmpdir(), "conformance-"));
afterAll(() => rmSync(scratch, { recursive: true }));

let written = 0;
function fileOf(content: unknown): string {
  written += 1;
  const path = join(scratch, `${written}.json`);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

function tallyOf(content: unknown): ReturnType<typeof runCases> {
  const cases = readCases(fileOf(content));
  if (!cases.ok) throw new Error(cases.error.join("\n"));
  return runCases(cases.value);
}

function errorsOf(content: unknown): readonly string[] {
  const cases = readCases(fileOf(content));
  return cases.ok ? [] : cases.error;
}

/** The command as a person runs it. */
function command(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "server/cli/conformance.ts"), ...args], {
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr };
}

const half = { P: 0.5, X: 0.5, O: 0.5, I: 0.5 };

describe("worked cases of the theory", () => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));

  it.each(files)("%s", (file) => {
    const cases = readCases(join(folder, file));
    const tally = cases.ok ? runCases(cases.value) : { passed: 0, failed: 0, lines: cases.error };
    expect(tally.lines).toEqual([]);
    expect(tally.passed).toBeGreaterThan(0);
  });

  it("are those that ship with the design and at least sixty numbered ones", () => {
    const counts = files.map((file) => {
      const cases = readCases(join(folder, file));
      return cases.ok ? runCases(cases.value).passed : 0;
    });
    expect(counts[files.indexOf("theory-vectors.json")]).toBe(26);
    expect(counts.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(26 + 60);
  });
});

describe("the conformance command", () => {
  it("counts misses by case and shows expected and got", () => {
    const wrong = { c: half, c0: half, T: 51, T0: 49 };
    expect(tallyOf({ threat: [{ c: half, T: 50 }, wrong] })).toEqual({
      passed: 1,
      failed: 1,
      lines: ["threat[1].T: expected 51, got 50", "threat[1].T0: expected 49, got 50"],
    });
  });

  it("holds numbers to 1e-9 and intent paths to 5e-5", () => {
    expect(
      tallyOf({
        threat: [
          { c: half, T: 50 + 9e-10 },
          { c: half, T: 50 + 2e-9 },
        ],
      }),
    ).toMatchObject({ passed: 1, failed: 1 });
    const path = (I: number): unknown => ({ acts: [], I_after_turns: [I] });
    // The prior −1.4 is .197816.
    expect(tallyOf({ intent: [path(0.1978), path(0.1979)] })).toMatchObject({ passed: 1, failed: 1 });
  });

  it("puts the file's own parameters over the defaults", () => {
    const case_ = { acts: [["annex", "neighbour"]], I_after_turns: [0.5, 0.5] };
    // λ 2.8 × g .5 = 1.4 lifts the prior −1.4 to 0; with ρ = 1 nothing fades.
    expect(tallyOf({ rho: 1, llr: { annex: 2.8 }, intent: [case_] }).failed).toBe(0);
    expect(tallyOf({ rho: 1, intent: [case_] }).failed).toBe(1);
  });

  it("takes prediction's parameters from params, V0 .65 unless given", () => {
    const inputs = { T: 50, p_i: 0.2, def_i: 0.5, p_j: 0.2, X: 1, O: 0.5, I: 0, helpers: [] };
    expect(tallyOf({ prediction: [{ inputs, expected_utilities: { bandwagon: 0.65 } }] }).failed).toBe(0);
    expect(
      tallyOf({ params: { V_bw: 0.4 }, prediction: [{ inputs, expected_utilities: { bandwagon: 0.4 } }] }).failed,
    ).toBe(0);
  });

  it("fails a case that states nothing", () => {
    expect(tallyOf({ threat: [{ c: half }] }).lines).toEqual(["threat[0]: states nothing to compare with"]);
  });

  it.each([
    ["the top level", { thraet: [] }, /unknown key "thraet" at the top level/],
    ["params", { params: { taw: 0.1 } }, /unknown key "taw" in params/],
    ["llr", { llr: { anex: 1 } }, /unknown key "anex" in llr/],
    ["a case", { threat: [{ c: half, T: 50, t0: 1 }] }, /unknown key "t0" in threat\[0\]/],
    ["the inside of a case", { threat: [{ c: { ...half, Q: 1 }, T: 50 }] }, /unknown key "Q" in threat\[0\]\.c/],
    [
      "prediction inputs",
      { prediction: [{ inputs: { T: 1, p_i: 0, def_i: 0, p_j: 0, X: 0, O: 0, I: 0, helpers: [], omegga: 1 } }] },
      /unknown key "omegga" in prediction\[0\]\.inputs/,
    ],
    [
      "an event",
      {
        coding: [
          {
            says: "x",
            me: "a",
            alignment: "hide",
            events: [{ kind: "attack", by: "a", on: "b", at: "c" }],
            play: "hide",
            because: "alignment",
            internal_balancing: false,
          },
        ],
      },
      /unknown key "at" in coding\[0\]\.events\[0\]/,
    ],
  ])("names an unknown key in %s", (_, content, message) => {
    expect(errorsOf(content)).toEqual([expect.stringMatching(message)]);
  });

  it("names an unknown act", () => {
    expect(errorsOf({ intent: [{ acts: [["invade", "direct"]], I_after_turns: [0.5] }] })).toEqual([
      expect.stringMatching(/unknown "invade" in intent\[0\]\.acts\[0\]\[0\]/),
    ]);
  });

  it("says so when there is no such file, or no JSON in it", () => {
    const missing = readCases(join(scratch, "nowhere.json"));
    expect(missing.ok ? [] : missing.error).toEqual([expect.stringMatching(/nowhere\.json: there is no such file/)]);
    expect(errorsOf('{"threat": [')).toEqual([expect.stringMatching(/is not JSON/)]);
    expect(errorsOf([])).toEqual([expect.stringMatching(/expected object, received array/)]);
  });

  it("ends with the count, and exits 1 on a miss or an error only", () => {
    const good = command();
    expect(good).toMatchObject({ status: 0, err: "" });
    expect(good.out.trimEnd().split("\n").at(-1)).toMatch(/^\d{3} passed, 0 failed$/);
    const shipped = command(join(folder, "theory-vectors.json"));
    expect(shipped.out).toBe("26 passed, 0 failed\n");
    const miss = command(fileOf({ bands: [{ says: "x", T: 10, band: "acute" }] }));
    expect(miss).toMatchObject({
      status: 1,
      err: "",
      out: 'miss bands[0].band: expected "acute", got "negligible"\n0 passed, 1 failed\n',
    });
    expect(command(fileOf({ nonsense: 1 })).status).toBe(1);
  });

  it("names a numbered case that misses by its number, and a wrong number in any of them is a miss", () => {
    const wrong = { number: "T-07", title: "x", says: "x", T: 10, band: "acute" };
    expect(tallyOf({ bands: [wrong] }).lines).toEqual(['T-07 bands[0].band: expected "acute", got "negligible"']);
  });

  it("holds a case to its own tolerance", () => {
    const near = { c: half, T: 50.001 };
    expect(tallyOf({ threat: [{ ...near, tolerance: 0.01 }, near] })).toMatchObject({ passed: 1, failed: 1 });
  });

  it("says whether a series rises or falls, and misses one that turns", () => {
    const series = { says: "x", vary: "X", held: half, T: [50, 50, 50], direction: "rises" };
    const lines = tallyOf({ threat_series: [{ ...series, values: [0.5, 0.5, 0.5] }] }).lines;
    expect(lines).toEqual(['threat_series[0].direction: expected "rises", got null']);
  });

  it("finds every pair whose threat changed, and no other", () => {
    const country = { population: 1, industry: 1, offence: 1, defence: 1 };
    const world = { countries: { a: country, b: country } };
    const case_ = { says: "x", world, after: { intent: [["a", "b", 0]] }, changed: [] };
    expect(tallyOf({ locality: [case_] }).lines).toEqual([expect.stringMatching(/^locality\[0\]\.changed/)]);
  });

  it("lists number, title and sentence by chapter instead of working the cases", () => {
    const listed = command("--list");
    expect(listed).toMatchObject({ status: 0, err: "" });
    expect(listed.out).toMatch(/^1 {2}Power\n=====/);
    expect(listed.out).toMatch(/^T-01 {3}\S.*\n {7}\S/m);
    const one = command(
      "--list",
      fileOf({ bands: [{ number: "T-900", title: "Mine", says: "y", T: 1, band: "watch" }] }),
    );
    expect(one).toMatchObject({ status: 0, out: expect.stringContaining("T-900  Mine\n       y\n") });
    expect(command("--lits")).toMatchObject({ status: 1, err: expect.stringContaining("Unknown option --lits") });
  });
});
