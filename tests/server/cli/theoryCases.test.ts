import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { caseKinds } from "#server/cli/conformance/cases.ts";
import { GIVEN } from "#server/cli/conformance/given.ts";
import type { CaseFile, CaseKind } from "#server/cli/conformance/format.ts";
import { headingsOf } from "#server/cli/conformance/list.ts";
import { readCases, runCases } from "#server/cli/conformance/run.ts";
import { ACT_KINDS, EXPOSURES } from "#shared/model/acts.ts";
import { LENSES } from "#shared/model/lens.ts";
import { SOURCES } from "#shared/model/parameters.ts";
import { RATING_LEVELS } from "#shared/theory/rated.ts";
import { BANDS } from "#shared/theory/threat.ts";

const folder = resolve(import.meta.dirname, "../../golden/theory-cases");

function read(file: string): CaseFile {
  const cases = readCases(join(folder, file));
  if (!cases.ok) throw new Error(cases.error.join("\n"));
  return cases.value;
}

const names = readdirSync(folder)
  .filter((file) => /^\d.*\.json$/.test(file))
  .sort();
const files = names.map(read);
const numbersOf = (file: CaseFile): number[] => headingsOf(file).map(({ number }) => Number(number?.slice(2)));
const all = <K extends CaseKind>(kind: K): NonNullable<CaseFile[K]>[number][] =>
  // A file's list of one kind is a list of that kind: TypeScript does not follow K through the union.
  files.flatMap((file) => (file[kind] ?? []) as NonNullable<CaseFile[K]>[number][]);

describe("the numbered cases of the theory", () => {
  it("stand in nine chapters, each with what it is about and how its numbers were worked", () => {
    expect(files.map(({ chapter }) => `${chapter?.number}-${chapter?.id}.json`)).toEqual(names);
    expect(files.map(({ chapter }) => chapter?.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (const { chapter, method } of files) {
      expect(chapter?.about.length).toBeGreaterThan(40);
      expect(method?.length).toBeGreaterThan(40);
    }
  });

  it.each(names)("%s: every case has a number, a title, and a sentence with author and year", (name) => {
    const headings = headingsOf(read(name));
    expect(headings.length).toBeGreaterThanOrEqual(5);
    for (const { number, title, says } of headings) {
      expect(number, title).toMatch(/^T-\d\d+$/);
      expect(title, number).toMatch(/^[A-Z0-9“]/);
      expect(says, number).toMatch(/[A-Z][a-zé]+(?: et al\.)? \(?(?:19|20)\d\d/);
      expect(says, number).toMatch(/[.:)]$/);
    }
  });

  it("are numbered without repeats or gaps at the start, in ascending order within a chapter", () => {
    const numbers = files.flatMap(numbersOf);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(Math.min(...numbers)).toBe(1);
    for (const file of files) expect(numbersOf(file)).toEqual(numbersOf(file).toSorted((a, b) => a - b));
  });

  it("state the parameters they were worked with, so that tuning the game leaves them true", () => {
    for (const { weights, rho, priorL0, params } of files) {
      expect({ weights, rho, priorL0 }).toEqual({
        weights: { P: 0.2, X: 0.3, O: 0.15, I: 0.35 },
        rho: 0.8,
        priorL0: -1.4,
      });
      expect(Object.keys(params ?? {}).length).toBe(10);
    }
    const acts = files.find(({ chapter }) => chapter?.id === "intentions");
    expect(Object.keys(acts?.llr ?? {})).toHaveLength(ACT_KINDS.length);
    expect(Object.keys(acts?.exposure ?? {})).toHaveLength(EXPOSURES.length);
  });

  it("keep the numbers that have been cited", () => {
    const titles = new Map(files.flatMap(headingsOf).map(({ number, title }) => [number, title]));
    expect(titles.get("T-01")).toBe("Equal countries have equal shares");
    expect(titles.get("T-76")).toBe("Threat rises with power");
    expect(titles.get("T-220")).toBe("A threat rated bent on conquest");
  });

  it("bear no two titles alike", () => {
    const titles = files.flatMap(headingsOf).map(({ title }) => title);
    expect(titles.filter((title, k) => titles.indexOf(title) !== k)).toEqual([]);
  });

  it("would be missed were any expected number another", () => {
    for (const file of files) {
      const { failed, passed } = runCases(spoilt(file));
      expect({ chapter: file.chapter?.id, passed }).toEqual({ chapter: file.chapter?.id, passed: 0 });
      expect(failed).toBe(headingsOf(file).length);
    }
  });
});

describe("what each kind of case is given", () => {
  it("is said of every kind that a file can hold, and of no other", () => {
    expect(Object.keys(GIVEN).sort()).toEqual(Object.keys(caseKinds).sort());
  });

  it("names members that cases of this kind have", () => {
    for (const kind of Object.keys(GIVEN) as CaseKind[]) {
      const had = new Set(all(kind).flatMap((one) => Object.keys(one)));
      if (had.size > 0)
        expect(
          GIVEN[kind].filter((name) => !had.has(name)),
          kind,
        ).toEqual([]);
    }
  });
});

describe("the numbered cases leave nothing out", () => {
  it("every kind of case that a file can hold", () => {
    // The shipped file alone has plain predictions; ours state more of them as series.
    const kinds = (Object.keys(GIVEN) as CaseKind[]).filter((kind) => all(kind).length === 0);
    expect(kinds).toEqual(["prediction"]);
  });

  it("every formula of shared/theory", () => {
    const worked = sourcesIn("../../../server/cli/conformance").join("\n");
    const exported = sourcesIn("../../../shared/theory").flatMap((text) =>
      [...text.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name = ""]) => name),
    );
    const missing = exported.filter((name) => !new RegExp(`\\b${name}\\b`).test(worked));
    expect(missing.filter((name) => !(name in WORKED_WITHIN))).toEqual([]);
    expect(Object.keys(WORKED_WITHIN).filter((name) => !missing.includes(name))).toEqual([]);
  });

  it("every act by itself, and every exposure", () => {
    const alone = all("intent").flatMap(({ acts }) => (acts.length === 1 ? acts.map(([act]) => act) : []));
    expect(ACT_KINDS.filter((act) => !alone.includes(act))).toEqual([]);
    const felt = all("intent_rows").flatMap(({ acts }) => (acts.length === 1 ? acts.map(([, how]) => how) : []));
    expect(EXPOSURES.filter((exposure) => !felt.includes(exposure))).toEqual([]);
  });

  it("decay both ways, ceiling and floor", () => {
    const rows = all("intent_rows").flatMap(({ rows: some, L }) => some.map(([what, change]) => ({ what, change, L })));
    const fading = rows.filter(({ what }) => what === "fading").map(({ change }) => Math.sign(change));
    expect(new Set(fading)).toEqual(new Set([-1, 1]));
    const bounds = rows.filter(({ what }) => what === "ceiling").map(({ L }) => L);
    expect(bounds).toEqual([3, -3]);
  });

  it("each source: monotone as a series, not erasing the rest, missing from no decomposition", () => {
    expect(all("threat_series").map(({ vary, direction }) => [vary, direction])).toEqual(
      SOURCES.map((source) => [source, "rises"]),
    );
    const erased = SOURCES.map((source) =>
      all("threat").find(({ c, T = 0 }) => c[source] === 0.05 && sumOf(c) === 3.05 && T > 20),
    );
    expect(erased).not.toContain(undefined);
    for (const { lmdi, sum } of all("threat").filter(({ c0 }) => c0)) {
      expect(lmdi ? sumOf(lmdi) : NaN).toBeCloseTo(sum ?? NaN, 7);
    }
  });

  it("every band, an alarm, a dilemma, a change that stays between two countries", () => {
    expect(new Set(all("bands").map(({ band }) => band))).toEqual(new Set(BANDS));
    expect(all("alarm").some(({ country }) => country !== null)).toBe(true);
    expect(all("dilemmas").some(({ pairs }) => pairs.length > 0)).toBe(true);
    expect(all("locality").some(({ changed }) => changed.length === 1)).toBe(true);
  });

  it.each([
    ["weaker → more bandwagoning", "p_i", "bandwagon", "rises"],
    ["no allies → more bandwagoning", "H", "bandwagon", "rises"],
    ["unappeasable → less bandwagoning", "I", "bandwagon", "falls"],
    ["late in a war → join the winner", "omega", "bandwagon", "rises"],
    ["higher threat → less hiding", "T", "hide", "falls"],
    ["revisionist → bandwagoning for profit", "r", "bandwagon", "rises"],
    ["certain support → buck-passing", "H", "buckPass", "rises"],
  ] as const)("comparative static: %s", (_, vary, choice, direction) => {
    const found = all("prediction_series").filter((one) => one.vary === vary && one.choice === choice);
    expect(found.map((one) => one.direction)).toEqual([direction]);
    expect(found[0]?.values.length).toBeGreaterThanOrEqual(5);
  });

  it("each lens, and the ones that name a play or none", () => {
    const seen = all("lenses").map(({ lens }) => lens);
    expect(LENSES.filter((lens) => !seen.includes(lens))).toEqual([]);
    expect(all("lenses").some(({ lens, world }) => lens === "aid" && (world.influence?.length ?? 0) > 0)).toBe(true);
    expect(all("named").some(({ named }) => named === null)).toBe(true);
  });

  it("each clause of the coding, internal balancing both ways, and each rating", () => {
    const clauses = new Set(all("coding").map(({ because }) => because));
    expect(clauses).toEqual(new Set(["alignment", "war", "pact", "concession", "aid", "appeal"]));
    const kinds = new Set(all("coding").map(({ play }) => play.split(" ")[0]));
    expect(kinds).toEqual(new Set(["balance", "bandwagon", "hide", "buck-pass"]));
    expect(new Set(all("coding").map((one) => one.internal_balancing))).toEqual(new Set([true, false]));
    expect(all("ratings").map(({ level }) => level)).toEqual([...RATING_LEVELS]);
  });
});

/** What no case asks for by name, and which kind of case works it all the same. */
const WORKED_WITHIN: Readonly<Record<string, string>> = {
  median: "components",
  holdings: "components",
  assessed: "lenses",
  keepAssessment: "lenses",
  stepAllIntent: "intent: the same step for all pairs, held to it by a test of its own",
  intentLogOdds: "ratings: the inverse of I",
  explainThreat: "threat and intent_points together",
  explainStanding: "intent_rows, turn after turn",
  baseline: "threat: c0",
  militaryShares: "alarm",
  weigh: "buck_pass: expected_utilities",
  contest: "war_side",
  softmax: "prediction",
  defenceShare: "weighed",
  pactChances: "weighed",
  leaderOf: "war_side",
  indexIn: "lenses: names of countries",
  predictionFor: "lenses",
  targetsOf: "lenses",
  mixed: "lenses",
  targetOf: "lenses: words for a play",
  samePlay: "scores",
  byLikelihood: "lenses",
  RATING_LEVELS: "ratings: the list of levels",
  isChoice: "no formula: whose turn is coded at all",
};

const sourcesIn = (path: string): readonly string[] => {
  const place = resolve(import.meta.dirname, path);
  return readdirSync(place)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(place, file), "utf8"));
};

const sumOf = (parts: Readonly<Record<(typeof SOURCES)[number], number>>): number =>
  SOURCES.reduce((sum, source) => sum + parts[source], 0);

/** The same file with the first number, word or verdict that each case expects made wrong. */
function spoilt(file: CaseFile): CaseFile {
  const copy = structuredClone(file);
  for (const kind of Object.keys(GIVEN) as CaseKind[]) {
    for (const one of copy[kind] ?? []) {
      const given: readonly string[] = ["number", "title", "says", "tolerance", ...GIVEN[kind].map(String)];
      const key = Object.keys(one).find((name) => !given.includes(name)) ?? "";
      Reflect.set(one, key, otherThan(Reflect.get(one, key)));
    }
  }
  return copy;
}

function otherThan(value: unknown): unknown {
  if (typeof value === "number") return value + 1e-3;
  if (Array.isArray(value)) return value.length > 0 ? [otherThan(value[0]), ...value.slice(1)] : ["none"];
  if (typeof value === "object" && value !== null) {
    const [key, inner] = Object.entries(value)[0] ?? ["", 0];
    return { ...value, [key]: otherThan(inner) };
  }
  return "another";
}
