import type { Box, Point } from "../geometry/types.ts";
import { boxAround } from "../place/boxes.ts";
import type { SignMark } from "../signs.ts";
import { toView } from "./camera.ts";
import { CASING, drawCased, fillPath } from "./cased.ts";
import type { Sheet } from "./sheet.ts";
import { inView } from "./surface.ts";
import type { Surface } from "./surface.ts";
import { wedgePath } from "./wedge.ts";

/** Where a sign stands, px; `from` = the tail of a demand's wedge. */
export interface PlacedSign {
  readonly sign: SignMark;
  readonly to: Point;
  readonly from: Point | null;
}

/** px from the middle of a sign to its points. */
const RADIUS = 9;

/** The city at which a sign stands: the province's own, else of the land that the country holds the one nearest to `near`. */
export function cityOf(sheet: Sheet, { camera }: Surface, sign: SignMark, near: Point | null): Point | null {
  const city = (province: number): Point | null => {
    const at = sheet.shapes.geometry.provinces[province]?.city;
    return at === undefined ? null : toView(camera, at);
  };
  if (sign.kind === "revolt") return city(sign.province);
  if (sign.kind === "demand" && sign.province !== null) return city(sign.province);
  const country = sign.kind === "demand" ? sign.target : sign.country;
  const points = sheet.model.provinces.flatMap(({ holder }, province) => {
    const at = holder === country ? city(province) : null;
    return at === null ? [] : [at];
  });
  if (points.length === 0 || near === null) return points[0] ?? null;
  const far = ([x, y]: Point): number => Math.hypot(x - near[0], y - near[1]);
  return points.reduce((best, point) => (far(point) < far(best) ? point : best));
}

/** Room that names keep clear of. */
export const signBox = ({ to }: PlacedSign, unit: number): Box => boxAround(to, 22 * unit, 22 * unit);

/** A hollow wedge with an open disc for a demand; a star for unrest; a cross of strokes where a crisis struck. */
export function paintSign(surface: Surface, { sign, from, to }: PlacedSign, progress: number): void {
  if (sign.kind === "demand") {
    if (from !== null) paintDemand(surface, [from, to], { progress, draft: sign.draft === true });
    return;
  }
  const { palette, unit } = surface;
  inView(surface, (ctx) => {
    ctx.translate(...to);
    ctx.scale(unit * progress, unit * progress);
    const path = sign.kind === "crisis" ? strokes() : star();
    ctx.lineJoin = "round";
    ctx.lineCap = "round";
    ctx.strokeStyle = palette.case;
    ctx.lineWidth = 2 + 2 * CASING;
    ctx.stroke(path);
    ctx.fillStyle = palette.case;
    if (sign.kind !== "crisis") fillPath(ctx, path);
    ctx.strokeStyle = palette.ink;
    ctx.lineWidth = 2;
    ctx.stroke(path);
  });
}

/** Eight points, alternately far and near. */
function star(): Path2D {
  const path = new Path2D();
  for (let point = 0; point < 16; point += 1) {
    const angle = (point * Math.PI) / 8;
    const radius = point % 2 === 0 ? RADIUS : RADIUS * 0.55;
    path.lineTo(Math.sin(angle) * radius, -Math.cos(angle) * radius);
  }
  path.closePath();
  return path;
}

/** Three strokes through one middle. */
function strokes(): Path2D {
  const path = new Path2D();
  for (let stroke = 0; stroke < 3; stroke += 1) {
    const angle = (stroke * Math.PI) / 3;
    const [x, y] = [Math.sin(angle) * RADIUS, Math.cos(angle) * RADIUS];
    path.moveTo(x, -y);
    path.lineTo(-x, y);
  }
  return path;
}

/** An attack that is only threatened: the wedge hollow, the disc with a call in it. */
interface DemandLook {
  readonly progress: number;
  /** Dashed, as every draft. */
  readonly draft: boolean;
}

function paintDemand(surface: Surface, [from, to]: readonly [Point, Point], { progress, draft }: DemandLook): void {
  const { palette, unit } = surface;
  const dash = draft ? [5, 3.5] : [];
  inView(surface, (ctx) => {
    ctx.translate(...to);
    ctx.scale(unit, unit);
    ctx.globalAlpha *= Math.min(1, progress * 2);
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    ctx.save();
    ctx.rotate(Math.atan2(dy, dx));
    const wedge = wedgePath(Math.hypot(dx, dy) / unit, progress);
    drawCased(surface, ctx, wedge, dash);
    ctx.restore();
    const disc = new Path2D();
    disc.arc(0, 0, RADIUS, 0, 7);
    drawCased(surface, ctx, disc, dash);
    ctx.fillStyle = palette.ink;
    ctx.fillRect(-1.3, -5.4, 2.6, 6.4);
    ctx.fillRect(-1.3, 2.8, 2.6, 2.6);
  });
}
