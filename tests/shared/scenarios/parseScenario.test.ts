import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseScenario } from "#shared/scenarios/parseScenario.ts";

const file = fileURLToPath(new URL("../../../shared/scenarios/ring/scenario.json", import.meta.url));
// Freely changed below: that is what the tests are about.
const ring = (): Record<string, any> => JSON.parse(readFileSync(file, "utf8"));
const refusalOf = (change: (scenario: Record<string, any>) => void): string => {
  const scenario = ring();
  change(scenario);
  const parsed = parseScenario(scenario);
  return parsed.ok ? "accepted" : `${parsed.error.kind}: ${parsed.error.text}`;
};

describe("parseScenario", () => {
  it("accepts a sound scenario", () => {
    expect(refusalOf(() => {})).toBe("accepted");
  });

  it.each<[string, (scenario: Record<string, any>) => void, RegExp]>([
    ["nothing at all", (s) => Object.keys(s).forEach((key) => delete s[key]), /^malformed/],
    ["an unknown key, by name", (s) => (s["colour"] = "red"), /malformed.*colour/],
    ["an unknown key deep inside, with its place", (s) => (s["countries"][0].nickname = "B"), /malformed.*countries\.0.*nickname/],
    ["a country with one aim", (s) => s["countries"][0].aims.splice(1), /malformed.*countries\.0\.aims/],
    ["a share beyond 100", (s) => (s["provinces"][0].industry = 101), /malformed.*provinces\.0\.industry/],
    ["shares that do not sum to 100", (s) => (s["provinces"][0].industry += 2), /invalid.*industry.*102\.00/],
    ["an aim on a province that is not there", (s) => (s["countries"][0].aims[0] = { id: "x", kind: "hold", province: "atlantis", text: "Hold Atlantis." }), /invalid.*atlantis/],
    ["a home that is not there", (s) => (s["provinces"][0].home = "nowhere"), /invalid.*nowhere/],
    ["a neighbour that does not agree", (s) => s["provinces"][0].neighbours.splice(0, 1), /invalid.*not the other way round/],
    ["two countries of one id", (s) => (s["countries"][1].id = s["countries"][0].id), /invalid.*stands twice/],
    ["a country without a home province", (s) => s["provinces"].forEach((p: any) => p.home === "dray" && (p.home = "cask")), /invalid.*dray has no home province/],
    ["a treaty against one of its parties", (s) => s["treaties"].push({ kind: "defence", parties: ["borun", "cask"], against: "cask", source: "An invented treaty." }), /invalid.*against one of its parties/],
    ["a non-aggression treaty without an end", (s) => s["treaties"].push({ kind: "nonaggression", parties: ["borun", "cask"], source: "An invented treaty." }), /invalid.*turns are given/],
    ["a pair with two proximities", (s) => s["proximity"].push(["dray", "borun", 0.4]), /invalid.*borun and dray.*twice/],
    ["an unknown ideology", (s) => (s["countries"][0].ideology = "creed"), /invalid.*creed/],
  ])("refuses %s", (_, change, sentence) => {
    expect(refusalOf(change)).toMatch(sentence);
  });

  it("tells of several faults at once, and how many", () => {
    const text = refusalOf((s) => s["provinces"].forEach((p: any) => (p.home = "nowhere")));
    expect(text).toMatch(/and \d+ more/);
  });
});
