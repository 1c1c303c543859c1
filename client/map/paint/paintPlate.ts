import type { MapShapes } from "../geometry/types.ts";
import type { MapModel } from "../mapModel.ts";
import { readPalette } from "../palette.ts";
import type { Theme } from "../palette.ts";
import { fitCamera } from "./camera.ts";
import type { Size } from "./camera.ts";
import { paintLand } from "./land.ts";
import { paintLines, paintNames, paintNeatline, paintQuietNames } from "./marks.ts";
import { planOf } from "./plan.ts";
import type { PlanOptions } from "./plan.ts";
import { sheetOf } from "./sheet.ts";
import type { Sheet } from "./sheet.ts";
import type { Surface } from "./surface.ts";

/** The whole map on one canvas, without Phaser. */
function paintPlate(surface: Surface, sheet: Sheet, options: PlanOptions): void {
  const plan = planOf(surface, sheet, options);
  paintLand(surface, sheet);
  paintNeatline(surface);
  paintQuietNames(surface, plan);
  paintLines(surface, plan);
  if (!options.nameless) paintNames(surface, sheet, plan, options.words);
}

export interface SmallMapOptions extends Pick<PlanOptions, "words" | "nameless"> {
  /** CSS px. */
  readonly size: Size;
  readonly theme: Theme;
  /** Multiplies widths and letters: about .6 in a small multiple. */
  readonly unit: number;
}

/** A still picture of a model, showing the opening frame: for small multiples, print and replays. Fonts should have loaded. */
export function paintSmallMap(
  canvas: HTMLCanvasElement,
  shapes: MapShapes,
  model: MapModel,
  options: SmallMapOptions,
): void {
  const { size, theme, words, unit, nameless = false } = options;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(size.width * ratio);
  canvas.height = Math.round(size.height * ratio);
  canvas.style.width = `${size.width}px`;
  canvas.style.height = `${size.height}px`;
  const ctx = canvas.getContext("2d");
  if (ctx === null) return;
  const camera = fitCamera(shapes.geometry.frame, size);
  paintPlate({ ctx, camera, ratio, unit, palette: readPalette(canvas, theme) }, sheetOf(shapes, model), {
    words,
    nameless,
  });
}
