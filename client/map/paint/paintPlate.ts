import { paintLand } from "./land.ts";
import { paintLines, paintNeatline, paintNames, paintQuietNames } from "./marks.ts";
import { planOf } from "./plan.ts";
import type { MapWords } from "./plan.ts";
import type { Sheet } from "./sheet.ts";
import type { Surface } from "./surface.ts";

/** The whole map on one canvas, without Phaser: for small multiples, print and the projector. */
export function paintPlate(surface: Surface, sheet: Sheet, words: MapWords): void {
  const plan = planOf(surface, sheet, words);
  paintLand(surface, sheet);
  paintNeatline(surface);
  paintQuietNames(surface, plan);
  paintLines(surface, plan);
  paintNames(surface, sheet, plan, words);
}
