import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

const RULES = new URL("../../../shared/rules/", import.meta.url);
const TESTS = new URL("./", import.meta.url);

const filesIn = (folder: URL, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(new URL(name, folder), "utf8"));
const idsIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, id]) => (id === undefined ? [] : [id]));

const book = readFileSync(new URL("RULES.md", RULES), "utf8");
const written = idsIn(book, /^- \*\*(\d+\.\d+)\*\* /gm);

describe("RULES.md", () => {
  it("numbers its lines without gaps under their titles", () => {
    const sections = idsIn(book, /^## (\d+) /gm).map(Number);
    expect(sections).toEqual(sections.map((_, k) => k + 1));
    for (const section of sections) {
      const lines = written.filter((id) => id.startsWith(`${section}.`));
      expect(lines).toEqual(lines.map((_, k) => `${section}.${k + 1}`));
    }
    expect(new Set(written).size).toBe(written.length);
  });
  it("has every rule that the code, the tests or the book itself names", () => {
    const code = filesIn(RULES, ".ts").join("\n");
    const named = [
      ...idsIn(code, /"(\d+\.\d+)"/g),
      ...idsIn(code, /\brules? (\d+\.\d+)/g),
      ...idsIn(book, /\((\d+\.\d+)\)/g),
      ...filesIn(TESTS, ".test.ts").flatMap((test) => idsIn(test, /describe\("(\d+\.\d+) /g)),
    ];
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((id) => !written.includes(id))).toEqual([]);
  });
  it("has a test for every line, named for it", () => {
    const tested = filesIn(TESTS, ".test.ts").flatMap((test) => idsIn(test, /describe\("(\d+\.\d+) /g));
    expect(written.filter((id) => !tested.includes(id))).toEqual([]);
  });
});
