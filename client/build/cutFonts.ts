import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { home } from "../i18n/en/home.ts";

/** A font file of the client, cut from a variable font down to the glyphs and the range of the axes that the pages use. */
export interface CutFont {
  /** Absolute path of the cut font, which is committed. */
  readonly file: string;
  /** File within @fontsource-variable. */
  readonly from: string;
  readonly glyphs: string;
  readonly axes: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
}

/** ASCII, the signs of the interface and the quotation marks: all that most pages need. */
const PLAIN = rangesOf(
  "20-7E A0 B1 B7 D7 2009-200A 2010-2015 2018-201E 2022 2026 2030 202F 2039-203A 20AC 2190-2193 2212 25B2 25BC",
);
/** The rest of what Fontsource's "latin" subset holds; latin-ext is a file of its own, left whole. */
const ACCENTED = rangesOf("A1-B0 B2-B6 B8-D6 D8-FF 131 152-153 2BB-2BC 2C6 2DA 2DC 304 308 329 2215");

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/**
 * The serif is drawn for reading at 14 px; set at 20 (names, headings) and 36 (the home page, between its headline and
 * its rows) it is narrower and finer, as in the design's pictures.
 */
export const CUT_FONTS: readonly CutFont[] = [
  {
    file: path("home/display.woff2"),
    from: "source-serif-4/files/source-serif-4-latin-opsz-normal.woff2",
    // With the names on the map tile.
    glyphs: `${Object.values(home.headings).join("")} BRITAIN FRANCE GERMANY AUSTRIA-HUNGARY RUSSIA`,
    axes: { wght: 600, opsz: 36 },
  },
  {
    file: path("style/serif-latin.woff2"),
    from: "source-serif-4/files/source-serif-4-latin-opsz-normal.woff2",
    glyphs: PLAIN + ACCENTED,
    axes: { wght: { min: 400, max: 800 }, opsz: 20 },
  },
  {
    file: path("style/serif-latin-italic.woff2"),
    from: "source-serif-4/files/source-serif-4-latin-opsz-italic.woff2",
    glyphs: PLAIN + ACCENTED,
    axes: { wght: 400, opsz: 14 },
  },
  {
    file: path("style/sans-latin.woff2"),
    from: "source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
    glyphs: PLAIN,
    axes: { wght: { min: 400, max: 600 } },
  },
  {
    file: path("style/sans-accented.woff2"),
    from: "source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
    glyphs: ACCENTED,
    axes: { wght: { min: 400, max: 600 } },
  },
];

export function cutFont({ from, glyphs, axes }: CutFont): Promise<Buffer> {
  const full = createRequire(import.meta.url).resolve(`@fontsource-variable/${from}`);
  return subsetFont(readFileSync(full), glyphs, { targetFormat: "woff2", variationAxes: axes });
}

/** `"41-43 61"` → `"ABCa"`. */
function rangesOf(ranges: string): string {
  return ranges
    .split(" ")
    .map((range) => range.split("-").map((hex) => Number.parseInt(hex, 16)))
    .flatMap(([first = 0, last = first]) =>
      Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
    )
    .join("");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const font of CUT_FONTS) writeFileSync(font.file, await cutFont(font));
}
