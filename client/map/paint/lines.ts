import { partOf } from "../place/routes.ts";
import type { Route } from "../place/routes.ts";
import type { Point } from "../geometry/types.ts";
import type { AttackMark, LineMark, PactMark } from "../mapModel.ts";
import { CASING, drawCased, fillPath } from "./cased.ts";
import { ribbonColour } from "./land.ts";
import { inView } from "./surface.ts";
import type { Surface } from "./surface.ts";
import { DISC, wedgePath } from "./wedge.ts";

const DOT = 3.6;
/** The last part of the drawing of a line, in which its end pops out. */
const POP = 0.2;

interface Growth {
  /** 0–1 of the line. */
  readonly drawn: number;
  /** 0–1 of the bar or head. */
  readonly popped: number;
}

export const growthAt = (progress: number): Growth => ({
  drawn: Math.min(1, progress / (1 - POP)),
  popped: Math.max(0, (progress - 1 + POP) / POP),
});

/** A balance line ends in a bar, a bandwagon line is double and ends in a head; both begin with a dot at the doer. */
export function paintLine(surface: Surface, route: Route, line: LineMark, progress: number): void {
  if (route.points.length < 2) return;
  const { palette, unit } = surface;
  const colour = line.ribbon === null ? palette.ink : palette[ribbonColour(line.ribbon)];
  const { drawn, popped } = growthAt(progress);
  inView(surface, (ctx) => {
    const way = pathOf(line.kind === "bandwagon" ? shortened(partOf(route, drawn), 7 * unit) : partOf(route, drawn));
    const dash = line.draft ? [6 * unit, 4 * unit] : [];
    const terminal = terminalPath(route, line.kind, unit * popped);
    const dot = new Path2D();
    dot.arc(...(route.points[0] ?? [0, 0]), DOT * unit, 0, 7);
    const width = line.kind === "balance" ? 2.4 : 5;
    ctx.strokeStyle = palette.case;
    ctx.lineWidth = (width + CASING) * unit;
    ctx.stroke(way);
    ctx.lineWidth = CASING * unit;
    ctx.stroke(dot);
    if (popped > 0) ctx.stroke(terminal);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width * unit;
    ctx.setLineDash(dash);
    ctx.stroke(way);
    ctx.setLineDash([]);
    if (line.kind === "bandwagon") {
      ctx.strokeStyle = palette.case;
      ctx.lineWidth = 1.8 * unit;
      ctx.stroke(way);
    }
    ctx.fillStyle = colour;
    fillPath(ctx, dot);
    if (popped > 0) fillPath(ctx, terminal);
  });
}

/** Half the length of the bar, and its thickness; length and half-width of the head. */
const BAR = 7.8;
const BAR_WIDTH = 3.6;
const HEAD = 12;
const HEAD_WIDTH = 6.2;

function terminalPath(route: Route, kind: LineMark["kind"], scale: number): Path2D {
  const end = route.points.at(-1) ?? [0, 0];
  const angle = headingOf(route.points);
  const path = new Path2D();
  const put = (along: number, across: number): Point => [
    end[0] + (Math.cos(angle) * along - Math.sin(angle) * across) * scale,
    end[1] + (Math.sin(angle) * along + Math.cos(angle) * across) * scale,
  ];
  const corners: readonly Point[] =
    kind === "balance"
      ? [put(-BAR_WIDTH / 2, -BAR), put(BAR_WIDTH / 2, -BAR), put(BAR_WIDTH / 2, BAR), put(-BAR_WIDTH / 2, BAR)]
      : [put(0, 0), put(-HEAD, -HEAD_WIDTH), put(-HEAD, HEAD_WIDTH)];
  corners.forEach((corner, i) => (i === 0 ? path.moveTo(...corner) : path.lineTo(...corner)));
  path.closePath();
  return path;
}

/** Dotted, with a lozenge half way: a defence pact; a secret one that I know of has an open lozenge. */
export function paintPact(surface: Surface, route: Route, pact: PactMark, progress: number): void {
  if (route.points.length < 2) return;
  const { palette, unit } = surface;
  const { drawn, popped } = growthAt(progress);
  inView(surface, (ctx) => {
    const way = pathOf(partOf(route, drawn));
    ctx.strokeStyle = palette.case;
    ctx.lineWidth = (1.6 + CASING) * unit;
    ctx.stroke(way);
    ctx.strokeStyle = palette.ink;
    ctx.lineWidth = 1.7 * unit;
    ctx.setLineDash([1.7 * unit, 2.6 * unit]);
    ctx.stroke(way);
    ctx.setLineDash([]);
    const [x, y] = partOf(route, route.mark ?? 0.5).at(-1) ?? [0, 0];
    const r = 6 * unit * popped;
    if (r === 0) return;
    const lozenge = pact.secret ? openLozenge(x, y, r) : closedLozenge(x, y, r);
    ctx.strokeStyle = palette.case;
    ctx.lineWidth = CASING * unit;
    ctx.stroke(lozenge);
    ctx.fillStyle = palette.case;
    fillPath(ctx, closedLozenge(x, y, r));
    ctx.strokeStyle = palette.ink;
    ctx.lineWidth = 1.6 * unit;
    ctx.stroke(lozenge);
  });
}

function closedLozenge(x: number, y: number, r: number): Path2D {
  const path = new Path2D();
  path.moveTo(x, y - r);
  path.lineTo(x + r, y);
  path.lineTo(x, y + r);
  path.lineTo(x - r, y);
  path.closePath();
  return path;
}

/** The same without its upper and lower corner. */
function openLozenge(x: number, y: number, r: number): Path2D {
  const path = new Path2D();
  for (const side of [-1, 1]) {
    path.moveTo(x + side * r * 0.4, y - r * 0.6);
    path.lineTo(x + side * r, y);
    path.lineTo(x + side * r * 0.4, y + r * 0.6);
  }
  return path;
}

/** A solid wedge from the attacker to a disc on the province: crossed if taken, one bar if held, dashed if repelled. */
export function paintAttack(
  surface: Surface,
  at: { readonly from: Point; readonly to: Point },
  attack: AttackMark,
  progress: number,
): void {
  const { palette, unit } = surface;
  const [dx, dy] = [at.to[0] - at.from[0], at.to[1] - at.from[1]];
  const angle = Math.atan2(dy, dx);
  inView(surface, (ctx) => {
    ctx.translate(...at.to);
    ctx.rotate(angle);
    ctx.scale(unit, unit);
    ctx.globalAlpha *= Math.min(1, progress * 2);
    const wedge = wedgePath(Math.hypot(dx, dy) / unit, progress);
    ctx.strokeStyle = palette.case;
    ctx.lineWidth = CASING * 0.8;
    ctx.stroke(wedge);
    ctx.fillStyle = palette.ink;
    fillPath(ctx, wedge);
    ctx.rotate(-angle);
    paintDisc(surface, ctx, attack.outcome);
  });
}

function paintDisc(surface: Surface, ctx: CanvasRenderingContext2D, outcome: AttackMark["outcome"]): void {
  const disc = new Path2D();
  disc.arc(0, 0, DISC, 0, 7);
  drawCased(surface, ctx, disc, outcome === "loss" ? [4, 3.2] : []);
  ctx.setLineDash([]);
  ctx.lineWidth = 2.6;
  ctx.beginPath();
  if (outcome === "win") {
    ctx.moveTo(-4.2, -4.2);
    ctx.lineTo(4.2, 4.2);
    ctx.moveTo(4.2, -4.2);
    ctx.lineTo(-4.2, 4.2);
  } else if (outcome === "stalemate") {
    ctx.moveTo(-5.4, 0);
    ctx.lineTo(5.4, 0);
  }
  ctx.stroke();
}

function pathOf(points: readonly Point[]): Path2D {
  const path = new Path2D();
  points.forEach((point, i) => (i === 0 ? path.moveTo(...point) : path.lineTo(...point)));
  return path;
}

/** Without its last px, so that a double line does not show through its head. */
function shortened(points: readonly Point[], by: number): readonly Point[] {
  const kept = [...points];
  let left = by;
  while (kept.length > 2 && left > 0) {
    const [a, b] = [kept.at(-2) ?? [0, 0], kept.at(-1) ?? [0, 0]];
    left -= Math.hypot(b[0] - a[0], b[1] - a[1]);
    kept.pop();
  }
  return kept;
}

function headingOf(points: readonly Point[]): number {
  const end = points.at(-1) ?? [0, 0];
  const before = points.at(-4) ?? points[0] ?? [0, 0];
  return Math.atan2(end[1] - before[1], end[0] - before[0]);
}
