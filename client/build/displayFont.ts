import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { home } from "../i18n/en/home.ts";

/** Where the cut-down serif of the home page lies. */
export const DISPLAY_FONT = fileURLToPath(new URL("../home/display.woff2", import.meta.url));

/** Optical size in px: between the headline (48) and the rows (19), so that one cut serves both. */
const OPTICAL_SIZE = 36;

/** The serif at weight 600 with the glyphs of the home page's headings only: about 5 KB in place of 60. */
export function displayFont(): Promise<Buffer> {
  const full = createRequire(import.meta.url).resolve(
    "@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2",
  );
  const glyphs = Object.values(home.headings).join("");
  return subsetFont(readFileSync(full), glyphs, { targetFormat: "woff2", variationAxes: { wght: 600, opsz: OPTICAL_SIZE } });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(DISPLAY_FONT, await displayFont());
