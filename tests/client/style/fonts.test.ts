import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { CUT_FONTS, cutFont } from "../../../client/build/cutFonts.ts";

describe("the cut fonts", () => {
  it.each(CUT_FONTS.map((font) => [basename(font.file), font] as const))(
    "%s is what its headings and axes ask for (else: node client/build/cutFonts.ts)",
    async (_name, font) => {
      expect(readFileSync(font.file).equals(await cutFont(font))).toBe(true);
    },
  );
});
