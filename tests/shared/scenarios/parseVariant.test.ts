import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Scenario } from "#shared/model/scenario.ts";
import { parseScenario } from "#shared/scenarios/parseScenario.ts";
import { parseVariant } from "#shared/scenarios/parseVariant.ts";

const json = (id: string): Record<string, unknown> => {
  const file = fileURLToPath(new URL(`../../../shared/scenarios/${id}/scenario.json`, import.meta.url));
  // Scenario files are objects, by the tests of each.
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
};
const ring = json("ring");
const named = {
  id: "ring-shields",
  title: "The Ring: shields",
  summary: "The Ring where defence is the stronger form of war.",
};

function sound(base: unknown, variant: unknown): Scenario {
  const parsed = parseVariant(base, variant);
  if (!parsed.ok) throw new Error(parsed.error.text);
  return parsed.value;
}
const refusalOf = (base: unknown, variant: unknown): string => {
  const parsed = parseVariant(base, variant);
  return parsed.ok ? "accepted" : parsed.error.text;
};

describe("parseVariant", () => {
  it("is the base in all but what it says, and knows whose variant it is", () => {
    const base = parseScenario(ring);
    if (!base.ok) throw new Error(base.error.text);
    expect(sound(ring, named)).toEqual({ ...base.value, ...named, variantOf: "ring" });
  });

  it("merges objects key by key", () => {
    const { parameters } = sound(ring, { ...named, parameters: { kappa: 0.75 } });
    expect(parameters).toEqual({ ...(ring["parameters"] as object), kappa: 0.75 });
  });

  it("merges countries and provinces by id and leaves the others alone", () => {
    const variant = sound(ring, {
      ...named,
      countries: [{ id: "borun", offence: 1.5 }],
    });
    const base = sound(ring, named);
    expect(variant.countries.find(({ id }) => id === "borun")?.offence).toBe(1.5);
    expect(variant.countries.filter(({ id }) => id !== "borun")).toEqual(
      base.countries.filter(({ id }) => id !== "borun"),
    );
    expect(variant.provinces).toEqual(base.provinces);
  });

  it("replaces lists whole, and null takes a key away", () => {
    expect(sound(ring, { ...named, rivalries: [] }).rivalries).toEqual([]);
    expect(refusalOf(ring, { ...named, parameters: null })).toMatch(/parameters/);
  });

  it("takes absent countries off the board with their provinces; what still names them is refused", () => {
    const europe = json("europe-1914");
    const text = refusalOf(europe, { ...named, id: "europe-without", absent: ["bulgaria"] });
    expect(text).toMatch(/unknown country "bulgaria"/);
    expect(text).not.toMatch(/sofia|varna/);
  });

  it.each([
    [{ id: "ring-nameless" }, /no title, summary of its own/],
    [{ ...named, id: "ring" }, /id of its base/],
    [{ ...named, colour: "red" }, /colour/],
    [[], /no JSON object/],
  ])("refuses %j", (variant, sentence) => {
    expect(refusalOf(ring, variant)).toMatch(sentence);
  });
});
