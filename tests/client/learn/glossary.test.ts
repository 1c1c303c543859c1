import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseRules } from "#client/viewmodel/rulesText.ts";
import { glossary } from "#client/i18n/en/glossary.ts";
import { modules } from "#client/i18n/en/modules.ts";
import { MODULES } from "#shared/model/scenario.ts";

const rules = new Set<string>(
  parseRules(readFileSync(join(import.meta.dirname, "../../../shared/rules/RULES.md"), "utf8")).flatMap(({ lines }) =>
    lines.map(({ id }) => id),
  ),
);
const cards = [...Object.entries(glossary.modules), ...Object.entries(glossary.terms)];

describe("the glossary", () => {
  it("has a card for every module a host can tick, under the name that the table uses", () => {
    expect(Object.keys(glossary.modules)).toEqual([...MODULES]);
    expect(MODULES.map((module) => glossary.modules[module].name)).toEqual(
      MODULES.map((module) => modules.names[module]),
    );
  });

  it("names rules that exist, both ends of a range", () => {
    const missing = cards.flatMap(([key, card]) =>
      card.rules
        .split(/, |–/)
        .filter((rule) => !rules.has(rule))
        .map((rule) => `${key}: ${rule}`),
    );
    expect(missing).toEqual([]);
  });

  it("gives the theory behind each card with an author's year, and lists the work", () => {
    const listed = Object.values(glossary.reading).join("\n");
    for (const [key, { theory }] of cards) {
      const years = theory.match(/\b1[89]\d\d\b|\b20[0-2]\d\b/g) ?? [];
      expect(years, key).not.toEqual([]);
      // Wilson's points are a speech, not a work to look up.
      const unlisted = years.filter((year) => year !== "1918" && !listed.includes(year));
      expect(unlisted, key).toEqual([]);
    }
  });
});
