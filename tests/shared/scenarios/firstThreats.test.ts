import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readScenario, scenarioIds } from "#client/build/scenarioFiles.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { createBoard, createWorld, defaultModules } from "#shared/rules/index.ts";
import { assess, componentsOf } from "#shared/theory/assess.ts";

/**
 * What history says of the first turn, beside what the numbers make of it. `expected-threats.json` of a scenario folder
 * maps its id, and the ids of its variants, to these lines.
 */
const expectationSchema = z.strictObject({
  country: z.string(),
  /** The greatest threat is one of these … */
  fears: z.array(z.string()).min(1).optional(),
  /** … or the greatest threats are these, in any order. */
  together: z.literal(true).optional(),
  /** Less than a serious threat (T < 45, rule of the hypotheses), though perhaps strong or near. */
  calm: z.array(z.string()).min(1).optional(),
  why: z.string().min(20),
  source: z.string().min(5),
});
type Expectation = z.infer<typeof expectationSchema>;
const fileSchema = z.record(z.string(), z.array(expectationSchema).min(1));

const SCENARIOS = fileURLToPath(new URL("../../../shared/scenarios/", import.meta.url));
const GOLDEN = fileURLToPath(new URL("../../golden/first-threats/", import.meta.url));
const SERIOUS = 45;

/** Threats that are to be looked at: the first, and the second where it comes near. */
const SHOWN = 2;

interface Fear {
  readonly of: string;
  readonly threat: number;
  readonly parts: string;
}

/** For every country of the opening, most feared first. */
function fearsIn(scenario: Scenario): ReadonlyMap<string, readonly Fear[]> {
  const modules = [...defaultModules(scenario.recommended.level), ...(scenario.recommended.modules ?? [])];
  const board = createBoard(scenario, { modules });
  const world = createWorld(board, 1);
  const assessment = assess(board, world);
  return new Map(
    board.ids.map((id, i) => [
      id,
      board.ids
        .flatMap((of, j) => {
          if (i === j) return [];
          const { P, X, O, I } = componentsOf(board, assessment, i, j);
          const parts = [P, X, O, I].map((part) => part.toFixed(2)).join(" · ");
          return [{ of, threat: world.threat[i]?.[j] ?? 0, parts }];
        })
        .sort((a, b) => b.threat - a.threat || (a.of < b.of ? -1 : 1)),
    ]),
  );
}

function expectationsFor(scenario: Scenario): readonly Expectation[] {
  const file = `${SCENARIOS}${scenario.variantOf ?? scenario.id}/expected-threats.json`;
  if (!existsSync(file)) return [];
  return fileSchema.parse(JSON.parse(readFileSync(file, "utf8")))[scenario.id] ?? [];
}

function inWords({ fears, together, calm, why, source }: Expectation): string {
  const first = fears === undefined ? "" : `${fears.join(together ? " and " : " or ")} first`;
  const quiet = calm === undefined ? "" : `no serious threat from ${calm.join(", ")}`;
  return `${[first, quiet].filter(Boolean).join("; ")}. ${why} (${source})`;
}

function page(scenario: Scenario): string {
  const expected = expectationsFor(scenario);
  const rows = [...fearsIn(scenario)].map(([country, fears]) => {
    const shown = fears.slice(0, SHOWN).map(({ of, threat, parts }) => `${of} ${threat.toFixed(1)} (${parts})`);
    const line = expected
      .filter((one) => one.country === country)
      .map(inWords)
      .join(" ");
    return `| ${country} | ${shown.join(" | ")} | ${line} |`;
  });
  return [
    `# ${scenario.title}: first-turn threats`,
    "",
    "T, and in brackets power · proximity · offence · intentions. The last column is what the record of the time leads one to expect.",
    "",
    "| country | fears most | and then | expected by history |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

const historical = (scenario: Scenario): boolean => scenario.map.kind === "world";

describe.each(scenarioIds())("first-turn threats of %s", (id) => {
  const scenario = readScenario(id);
  const fears = fearsIn(scenario);
  const expected = expectationsFor(scenario);

  it("are those of the reviewed page", () => {
    const file = `${GOLDEN}${id}.md`;
    const now = page(scenario);
    if (process.env["UPDATE_GOLDEN"] === "1") {
      mkdirSync(GOLDEN, { recursive: true });
      writeFileSync(file, now);
    }
    expect(existsSync(file), `${file}: UPDATE_GOLDEN=1 writes it; read it against history and commit it`).toBe(true);
    expect(now).toBe(readFileSync(file, "utf8"));
  });

  it("are expected, with a reason, for most countries of a historical scenario", () => {
    if (!historical(scenario)) return;
    const spoken = new Set(expected.map(({ country }) => country));
    expect(spoken.size).toBeGreaterThanOrEqual(Math.ceil(scenario.countries.length * 0.6));
    for (const { country, fears: first = [], calm = [] } of expected)
      for (const named of [country, ...first, ...calm]) expect([...fears.keys()]).toContain(named);
  });

  it.each(expected.map((one) => [one.country, one] as const))("%s: as the time saw it", (country, one) => {
    const order = fears.get(country) ?? [];
    const names = order.map(({ of }) => of);
    if (one.together) expect(names.slice(0, one.fears?.length).sort()).toEqual([...(one.fears ?? [])].sort());
    else if (one.fears !== undefined) expect(one.fears, one.why).toContain(names[0]);
    const serious = order.filter(({ threat }) => threat >= SERIOUS).map(({ of }) => of);
    for (const calm of one.calm ?? []) expect(serious, one.why).not.toContain(calm);
  });
});

it("every page belongs to a scenario", () => {
  const pages = existsSync(GOLDEN) ? readdirSync(GOLDEN).map((name) => name.replace(/\.md$/, "")) : [];
  expect(scenarioIds()).toEqual(expect.arrayContaining(pages.filter((name) => name !== "README")));
});
