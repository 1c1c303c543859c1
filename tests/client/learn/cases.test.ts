import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { casesPart } from "#client/build/cases/chapters.ts";
import { figure, plain, symbols } from "#client/build/cases/values.ts";
import { CASE_CHAPTERS } from "#client/panels/CaseLink.tsx";
import { headingsOf } from "#server/cli/conformance/list.ts";
import { ownFiles } from "#server/cli/conformance/files.ts";
import { readCases } from "#server/cli/conformance/run.ts";

const escape = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const page = casesPart("chapters", escape);
const numbered = ownFiles()
  .flatMap((file) => {
    const cases = readCases(file);
    return cases.ok ? headingsOf(cases.value) : [];
  })
  .filter(({ number }) => number !== undefined);

describe("the page of worked cases", () => {
  it("has every numbered case once, in order, under its own address, with its title", () => {
    const shown = [...page.matchAll(/<article class="case" id="(T-\d+)">/g)].map(([, number]) => number);
    expect(shown).toEqual(numbered.map(({ number }) => number));
    for (const { number, title } of numbered)
      expect(page).toContain(`href="#${number}">${number}</a> ${escape(title ?? "")}</h3>`);
  });

  it("leaves out nothing that a case states and shows nothing it does not", () => {
    expect(page).not.toMatch(/undefined|NaN|\[object|\{\{/);
    const articles = page.split("<article").slice(1);
    expect(articles.filter((article) => !article.includes('class="case-formula">'))).toEqual([]);
    expect(articles.filter((article) => (article.match(/<td/g) ?? []).length < 2)).toEqual([]);
  });

  it("lists the chapters, and has each that the game's working links to", () => {
    const contents = casesPart("contents", escape);
    for (const chapter of CASE_CHAPTERS) {
      expect(page).toContain(`<h2 id="${chapter}">`);
      expect(contents).toContain(`<a href="#${chapter}">`);
    }
  });

  it("is linked from the primer", () => {
    const learn = readFileSync(join(import.meta.dirname, "../../../client/learn/index.html"), "utf8");
    expect(learn).toContain('href="/learn/cases"');
  });
});

describe("numbers and symbols of the page", () => {
  it.each([
    [-1.4, "−1.4"],
    [0.25, ".25"],
    [0.007600174, ".007600"],
    [74.175754, "74.175754"],
    [-0.0000001, "0"],
    [100, "100"],
  ])("%d is %s", (value, text) => {
    expect(figure(value)).toBe(text);
  });

  it("writes exponents high and indices low, words as words", () => {
    expect(symbols("P^.20·X^.30")).toBe("P<sup>.20</sup>·X<sup>.30</sup>");
    expect(symbols("1/(1 + e^−L)")).toBe("1/(1 + e<sup>−L</sup>)");
    expect(symbols("2^−(d−1)/h)")).toBe("2<sup>−(d−1)/h</sup>)");
    expect(symbols("T_kj/100·(1 − I_ik)")).toBe("T<sub>kj</sub>/100·(1 − I<sub>ik</sub>)");
    expect(symbols("T-07 and break_pact")).toBe("T-07 and break_pact");
  });

  it("reads lists and groups out", () => {
    expect(plain([["break_pact", "direct"]])).toBe("(break pact, direct)");
    expect(plain({ P: 0.5, p_i: 1 })).toBe("P .5 · p_i 1");
    expect(plain([])).toBe("none");
    expect(plain(null)).toBe("none");
  });
});
