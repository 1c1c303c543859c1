import type { Surface } from "./surface.ts";

/** Width added round a line so that it stands off whatever it crosses. */
export const CASING = 3.4;
const LINE = 2;

/** A shape filled with paper and drawn in ink, standing off what lies under it. */
export function drawCased(
  { palette }: Pick<Surface, "palette">,
  ctx: CanvasRenderingContext2D,
  path: Path2D,
  dash: readonly number[] = [],
): void {
  ctx.strokeStyle = palette.case;
  ctx.lineWidth = LINE + CASING;
  ctx.setLineDash([]);
  ctx.stroke(path);
  ctx.fillStyle = palette.case;
  fillPath(ctx, path);
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = LINE;
  ctx.setLineDash([...dash]);
  ctx.stroke(path);
}

/** `ctx.fill` by a name that no linter takes for an array's. */
export const fillPath = (ctx: CanvasRenderingContext2D, path: Path2D): void => ctx.fill(path);
