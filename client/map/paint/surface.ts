import type { Palette } from "../palette.ts";
import type { Camera } from "./camera.ts";

/** Where and how large a painter paints. */
export interface Surface {
  readonly ctx: CanvasRenderingContext2D;
  readonly camera: Camera;
  /** Device px per CSS px. */
  readonly ratio: number;
  /** Multiplies every width and every letter: 1 at a desk, about 1.5 on a projector, .6 in a small multiple. */
  readonly unit: number;
  readonly palette: Palette;
}

/** Draws in map units; widths are given in CSS px by `px`. */
export function inMap(surface: Surface, draw: (px: (width: number) => number) => void): void {
  const { ctx, camera, ratio, unit } = surface;
  const k = ratio * camera.scale;
  ctx.save();
  ctx.setTransform(
    k,
    0,
    0,
    k,
    ratio * (camera.width / 2 - camera.x * camera.scale),
    ratio * (camera.height / 2 - camera.y * camera.scale),
  );
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  draw((width) => (width * unit) / camera.scale);
  ctx.restore();
}

/** Draws in CSS px of the view. */
export function inView(surface: Surface, draw: (ctx: CanvasRenderingContext2D) => void): void {
  const { ctx, ratio } = surface;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.lineJoin = "round";
  ctx.lineCap = "butt";
  draw(ctx);
  ctx.restore();
}

/** A second canvas of the same size, for what must be put together before it is laid on. */
export function layered(surface: Surface, draw: (over: Surface) => void): void {
  const canvas = document.createElement("canvas");
  canvas.width = surface.ctx.canvas.width;
  canvas.height = surface.ctx.canvas.height;
  const ctx = canvas.getContext("2d");
  if (ctx === null) return;
  draw({ ...surface, ctx });
  surface.ctx.save();
  surface.ctx.setTransform(1, 0, 0, 1, 0, 0);
  surface.ctx.drawImage(canvas, 0, 0);
  surface.ctx.restore();
}

export interface TileSpec {
  readonly colour: string;
  /** Laid under the pattern. */
  readonly ground?: string;
  /** CSS px: thickness of a stroke or of a dot, and distance from one to the next. */
  readonly width: number;
  readonly every: number;
}

/** Strokes rising to the right at 45°, fixed to the screen: they keep their width at any zoom. */
export function hatch(surface: Surface, spec: TileSpec): CanvasPattern | string {
  return tile(surface, spec, spec.every * Math.SQRT2, (ctx, side, k) => {
    ctx.strokeStyle = spec.colour;
    ctx.lineWidth = spec.width * k;
    ctx.beginPath();
    for (const shift of [-side, 0, side]) {
      ctx.moveTo(shift - side * 0.5, side * 1.5);
      ctx.lineTo(shift + side * 1.5, -side * 0.5);
    }
    ctx.stroke();
  });
}

export function dots(surface: Surface, spec: TileSpec): CanvasPattern | string {
  return tile(surface, spec, spec.every, (ctx, side, k) => {
    ctx.fillStyle = spec.colour;
    ctx.beginPath();
    ctx.arc(side / 2, side / 2, (spec.width * k) / 2, 0, 7);
    ctx.fill();
  });
}

/** Upright or level lines. */
export function bars(
  surface: Surface,
  spec: TileSpec,
  direction: "upright" | "level" | "crossed",
): CanvasPattern | string {
  return tile(surface, spec, spec.every, (ctx, side, k) => {
    ctx.fillStyle = spec.colour;
    if (direction !== "level") ctx.fillRect(0, 0, spec.width * k, side);
    if (direction !== "upright") ctx.fillRect(0, 0, side, spec.width * k);
  });
}

type DrawTile = (ctx: CanvasRenderingContext2D, side: number, deviceScale: number) => void;

function tile(surface: Surface, spec: TileSpec, period: number, draw: DrawTile): CanvasPattern | string {
  const k = surface.ratio * surface.unit;
  const side = Math.max(2, Math.round(period * k));
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const ctx = canvas.getContext("2d");
  if (ctx === null) return spec.colour;
  if (spec.ground !== undefined) {
    ctx.fillStyle = spec.ground;
    ctx.fillRect(0, 0, side, side);
  }
  draw(ctx, side, k);
  const pattern = surface.ctx.createPattern(canvas, "repeat");
  // Painters draw in map units: undo that, so that the pattern is in device px.
  pattern?.setTransform(surface.ctx.getTransform().inverse());
  return pattern ?? spec.colour;
}
