import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { contrast, mix, parseHex, separation, type Rgb, type Sight } from "./colour.ts";

const root = resolve(import.meta.dirname, "../../..");
const css = readFileSync(join(root, "client/style/tokens.css"), "utf8");
const blocks = css
  .split(/^\}/m)
  .map((block) =>
    [...block.matchAll(/--(\w+): (#[0-9a-f]{6});/g)].map(([, name = "", hex = ""]) => [name, hex] as const),
  );
const [light = [], dark = [], darkByChoice = []] = blocks;
type Theme = "light" | "dark";
const themes: Readonly<Record<Theme, ReadonlyMap<string, Rgb>>> = { light: readTheme(light), dark: readTheme(dark) };

const TINTS = ["t1", "t2", "t3", "t4", "t5"] as const;
const GROUNDS = ["page", "panel", "panel2"] as const;
const THEMES = ["light", "dark"] as const;
/** Share of madder in the three rings, strongest last (the design's contour rings). */
const RINGS = { light: [0.26, 0.39, 0.52], dark: [0.22, 0.32, 0.42] } as const;

/** Text (or line) tokens, the grounds they stand on, and the lowest contrast the design states, light and dark. */
const CONTRASTS: readonly (readonly [string, readonly string[], number, number])[] = [
  ["ink", GROUNDS, 13.4, 12.7],
  ["ink2", GROUNDS, 6.3, 7.1],
  ["onInk", ["ink"], 15.4, 14.8],
  ["ctl", GROUNDS, 3.5, 3.9],
  ["seaInk", ["sea", "shelf"], 4.9, 7.8],
  ["border", TINTS, 3.0, 2.9],
  ["land0Ink", ["land0"], 4.9, 6.2],
  ["ink", TINTS, 12, 9],
  ["ink", ["you"], 15.8, 8],
  ["g1", ["panel"], 6.6, 8],
  ["g2", ["panel"], 4.6, 8.5],
  ["g3", ["panel"], 4.6, 12],
  ["g2", [...TINTS, "you", "land0"], 3.2, 3.2],
  ["threat", ["panel"], 8, 7.6],
  ["threat", TINTS, 5.5, 4.9],
];

/** OKLab distance × 100 of colours that must not be confused, light and dark, as the design states them. */
const SEPARATIONS: readonly (readonly [string, string, Sight, number, number])[] = [
  ["g1", "g2", "deutan", 27.8, 24.3],
  ["g1", "g2", "protan", 22.7, 22.9],
  ["g1", "threat", "deutan", 17.6, 12.9],
  ["g1", "threat", "protan", 17.6, 11.3],
  ["g2", "threat", "deutan", 13.9, 11.5],
  ["g2", "threat", "protan", 20.0, 15.9],
  // Tritan eyes have least; there form (hatch, dots, rings) carries the difference.
  ["g2", "threat", "tritan", 11.7, 7.0],
  ["g1", "g3", "tritan", 9.4, 17.1],
];
/** The design gives one decimal: half of the last place is rounding, not a miss. */
const ROUNDING = 0.05;

describe.each(THEMES.map((theme, index) => [theme, index] as const))("the %s theme", (theme, index) => {
  const colour = (name: string): Rgb => {
    const found = themes[theme].get(name);
    if (!found) throw new Error(`no token ${name}`);
    return found;
  };

  it.each(CONTRASTS.map((row) => [row[0], row[1].join(" "), row] as const))(
    "%s reads on %s as stated",
    (_name, _grounds, [name, grounds, ...figures]) => {
      const lowest = Math.min(...grounds.map((ground) => contrast(colour(name), colour(ground))));
      expect(lowest).toBeGreaterThanOrEqual((figures[index] ?? 0) - ROUNDING);
    },
  );

  it("keeps names readable on every threat ring of every tint", () => {
    const figures = TINTS.flatMap((tint) =>
      RINGS[theme].map((share) => contrast(colour("ink"), mix(colour(tint), colour("threat"), share))),
    );
    expect(Math.min(...figures)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SEPARATIONS)("%s and %s stay apart for %s eyes", (a, b, sight, ...figures) => {
    expect(separation(colour(a), colour(b), sight)).toBeGreaterThanOrEqual((figures[index] ?? 0) - ROUNDING);
  });

  it("keeps grey lines apart from every other line", () => {
    const sights: readonly Sight[] = ["deutan", "protan"];
    const figures = sights.flatMap((sight) =>
      ["g1", "g2", "threat"].map((other) => separation(colour("g3"), colour(other), sight)),
    );
    expect(Math.min(...figures)).toBeGreaterThanOrEqual((theme === "light" ? 11.0 : 11.2) - ROUNDING);
  });
});

describe("the tokens", () => {
  it("have the same names in both themes, and the same dark by system and by choice", () => {
    expect(dark.map(([name]) => name)).toEqual(light.map(([name]) => name));
    expect(darkByChoice).toEqual(dark);
  });

  it("are all that the client's styles refer to", () => {
    const styles = globSync("client/**/*.css", { cwd: root, exclude: (name) => name === "dist" }).map((file) =>
      readFileSync(join(root, file), "utf8"),
    );
    const defined = new Set(styles.flatMap((text) => [...text.matchAll(/(--[\w-]+)\s*:/g)].map((match) => match[1])));
    const used = new Set(styles.flatMap((text) => [...text.matchAll(/var\((--[\w-]+)\)/g)].map((match) => match[1])));
    expect([...used].filter((name) => !defined.has(name))).toEqual([]);
  });
});

function readTheme(rows: readonly (readonly [string, string])[]): ReadonlyMap<string, Rgb> {
  return new Map(rows.map(([name, hex]) => [name, parseHex(hex)]));
}
