import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { ScenarioFile } from "#shared/scenarios/scenarioSchema.ts";
import { parseScenario } from "#shared/scenarios/parseScenario.ts";

const file = fileURLToPath(new URL("../../../shared/scenarios/ring/scenario.json", import.meta.url));
const text = readFileSync(file, "utf8");

/** The Ring with one thing changed. */
function refusalOf(change: (scenario: ScenarioFile) => void): string {
  // A sound file, by the first test below.
  const scenario = JSON.parse(text) as ScenarioFile;
  change(scenario);
  const parsed = parseScenario(scenario);
  return parsed.ok ? "accepted" : `${parsed.error.kind}: ${parsed.error.text}`;
}

function first<T>(items: readonly T[]): T {
  const item = items[0];
  if (item === undefined) throw new Error("nothing there");
  return item;
}

const treaty = (terms: Partial<ScenarioFile["treaties"][number]>): ScenarioFile["treaties"][number] => ({
  kind: "defence",
  parties: ["borun", "cask"],
  source: "An invented treaty.",
  ...terms,
});

type Fault = readonly [what: string, change: (scenario: ScenarioFile) => void, sentence: RegExp];
const FAULTS: readonly Fault[] = [
  ["an unknown key, by name", (s) => Object.assign(s, { colour: "red" }), /malformed.*colour/],
  [
    "an unknown key deep inside, with its place",
    (s) => Object.assign(first(s.countries), { nickname: "B" }),
    /malformed.*countries\.0.*nickname/,
  ],
  ["a country with one aim", (s) => first(s.countries).aims.splice(1), /malformed.*countries\.0\.aims/],
  ["a share beyond 100", (s) => (first(s.provinces).industry = 101), /malformed.*provinces\.0\.industry/],
  ["shares that do not sum to 100", (s) => (first(s.provinces).industry += 2), /invalid.*industry.*102\.00/],
  [
    "an aim on a province that is not there",
    (s) => first(s.countries).aims.push({ id: "x", kind: "hold", province: "atlantis", text: "Hold Atlantis." }),
    /invalid.*atlantis/,
  ],
  ["a home that is not there", (s) => (first(s.provinces).home = "nowhere"), /invalid.*nowhere/],
  [
    "a neighbour that does not agree",
    (s) => first(s.provinces).neighbours.splice(0, 1),
    /invalid.*not the other way round/,
  ],
  ["two countries of one id", (s) => s.countries.push(first(s.countries)), /invalid.*stands twice/],
  [
    "a country without a home province",
    (s) => s.provinces.filter((p) => p.home === "dray").forEach((p) => (p.home = "cask")),
    /invalid.*dray has no home province/,
  ],
  [
    "a treaty against one of its parties",
    (s) => s.treaties.push(treaty({ against: "cask" })),
    /invalid.*against one of its parties/,
  ],
  [
    "a non-aggression treaty without an end",
    (s) => s.treaties.push(treaty({ kind: "nonaggression" })),
    /invalid.*turns are given/,
  ],
  ["a pair with two proximities", (s) => s.proximity.push(["dray", "borun", 0.4]), /invalid.*borun and dray.*twice/],
  ["an unknown ideology", (s) => (first(s.countries).ideology = "creed"), /invalid.*creed/],
];

describe("parseScenario", () => {
  it("accepts a sound scenario", () => {
    expect(refusalOf(() => {})).toBe("accepted");
  });

  it.each(FAULTS)("refuses %s", (_, change, sentence) => {
    expect(refusalOf(change)).toMatch(sentence);
  });

  it.each([null, 7, "ring", [], {}])("refuses what is no scenario at all: %j", (input) => {
    expect(parseScenario(input).ok).toBe(false);
  });

  it("tells of several faults at once, and how many more", () => {
    expect(refusalOf((s) => s.provinces.forEach((p) => (p.home = "nowhere")))).toMatch(/and \d+ more/);
  });
});
