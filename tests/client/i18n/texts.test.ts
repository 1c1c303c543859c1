import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Catalogue } from "#client/i18n/catalogue.ts";
import { fill } from "#client/i18n/fill.ts";
import { t } from "#client/i18n/t.ts";

const root = resolve(import.meta.dirname, "../../..");
const catalogues = Object.assign(
  {},
  ...Object.values(import.meta.glob<Record<string, Catalogue>>("#client/i18n/en/*.ts", { eager: true })),
) as Catalogue;
const texts = new Map(flatten(catalogues));
const sources = globSync("client/**/*.{ts,tsx,html}", { cwd: root, exclude: (name) => name === "dist" }).map(
  (file) => ({ file, text: readFileSync(join(root, file), "utf8") }),
);

describe("the texts of the client", () => {
  it("exist for every key that is asked for by name", () => {
    const asked = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/(?<![\w.])t\(\s*"([\w.]+)"|\{\{t ([\w.]+)\}\}/g)].map((match) => ({
        file,
        key: match[1] ?? match[2] ?? "",
      })),
    );
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter(({ key }) => !has(key)).map(({ file, key }) => `${file}: ${key}`)).toEqual([]);
  });

  it("exist for every group of keys that is completed at run time", () => {
    const groups = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/(?<![\w.])t\(`([\w.]+)\.\$\{/g)].map((match) => ({ file, group: match[1] ?? "" })),
    );
    const missing = groups.filter(({ group }) => ![...texts.keys()].some((key) => key.startsWith(`${group}.`)));
    expect(missing.map(({ file, group }) => `${file}: ${group}.*`)).toEqual([]);
  });

  it("close every brace they open", () => {
    const broken = [...texts].filter(([, text]) => text.replace(/\{\{\w+\}\}/g, "").match(/[{}]/));
    expect(broken).toEqual([]);
  });

  it("put values in, and choose the plural", () => {
    expect(t("lobby.peopleHere", { count: 1 })).toBe("One player is here.");
    expect(t("lobby.peopleHere", { count: 3 })).toBe("3 players are here.");
    expect(t("net.noCode.text", { code: "<b>" })).toContain("“<b>”");
    expect(fill("{{a}} and {{b}}", { a: 1, b: "two" })).toBe("1 and two");
  });
});

function has(key: string): boolean {
  return texts.has(key) || texts.has(`${key}_other`);
}

function flatten(catalogue: Catalogue, path = ""): readonly (readonly [string, string])[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as const] : flatten(value, `${path}${key}.`),
  );
}
