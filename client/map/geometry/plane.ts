import type { Box, Line, Point, Polygon, Ring, Shape } from "./types.ts";

/** Signed area of a ring: its sign tells which way round it runs. */
export function ringArea(ring: Ring): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    sum += (ring[j] ?? 0) * (ring[i + 1] ?? 0) - (ring[i] ?? 0) * (ring[j + 1] ?? 0);
  }
  return sum / 2;
}

export const polygonArea = (polygon: Polygon): number =>
  polygon.reduce((area, ring, i) => area + (i === 0 ? 1 : -1) * Math.abs(ringArea(ring)), 0);

export const shapeArea = (shape: Shape): number => shape.reduce((area, polygon) => area + polygonArea(polygon), 0);

/** The piece with the most area; an empty polygon for an empty shape. */
export function largestPolygon(shape: Shape): Polygon {
  return shape.reduce<Polygon>((best, polygon) => (polygonArea(polygon) > polygonArea(best) ? polygon : best), []);
}

export function boxOf(shape: Shape): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of shape) {
    const ring = polygon[0] ?? [];
    for (let i = 0; i < ring.length; i += 2) {
      const x = ring[i] ?? 0;
      const y = ring[i + 1] ?? 0;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return [left, top, right, bottom];
}

export const inBox = ([left, top, right, bottom]: Box, x: number, y: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

/** Even-odd rule: inside the outer ring and in no hole. */
export function inPolygon(polygon: Polygon, x: number, y: number): boolean {
  let inside = false;
  for (const ring of polygon) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const yi = ring[i + 1] ?? 0;
      const yj = ring[j + 1] ?? 0;
      if (yi > y === yj > y) continue;
      const xi = ring[i] ?? 0;
      if (x < (((ring[j] ?? 0) - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}

export const inShape = (shape: Shape, x: number, y: number): boolean =>
  shape.some((polygon) => inPolygon(polygon, x, y));

/** Shortest distance from a point to the edge of a polygon, holes included. */
export function toEdge(polygon: Polygon, x: number, y: number): number {
  let least = Infinity;
  for (const ring of polygon) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [ax, ay] = [(ring[j] ?? 0) - x, (ring[j + 1] ?? 0) - y];
      least = Math.min(least, squaredToSegment(ax, ay, (ring[i] ?? 0) - x - ax, (ring[i + 1] ?? 0) - y - ay));
    }
  }
  return Math.sqrt(least);
}

/** From the origin to the segment that starts at a and runs by d. */
function squaredToSegment(ax: number, ay: number, dx: number, dy: number): number {
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / squared));
  return (ax + t * dx) ** 2 + (ay + t * dy) ** 2;
}

/** The part of a ring within a box (Sutherland & Hodgman 1974). A ring that leaves twice keeps a seam along the edge. */
export function clipRing(ring: Ring, box: Box): Ring {
  const sides: readonly [axis: 0 | 1, limit: number, keep: 1 | -1][] = [
    [0, box[0], 1],
    [0, box[2], -1],
    [1, box[1], 1],
    [1, box[3], -1],
  ];
  return sides.reduce<Ring>((left, [axis, limit, keep]) => clipSide(left, axis, limit, keep), ring);
}

function clipSide(ring: Ring, axis: 0 | 1, limit: number, keep: 1 | -1): Ring {
  const out: number[] = [];
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const a: Point = [ring[j] ?? 0, ring[j + 1] ?? 0];
    const b: Point = [ring[i] ?? 0, ring[i + 1] ?? 0];
    const aIn = keep * (a[axis] - limit) >= 0;
    const bIn = keep * (b[axis] - limit) >= 0;
    if (aIn !== bIn) {
      const t = (limit - a[axis]) / (b[axis] - a[axis]);
      out.push(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]));
    }
    if (bIn) out.push(b[0], b[1]);
  }
  return out;
}

/** Pieces of a line without the stretches for which `drop` holds, segment by segment. */
export function without(line: Line, drop: (ax: number, ay: number, bx: number, by: number) => boolean): Line[] {
  const runs: number[][] = [];
  let run: number[] = [];
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [ax, ay, bx, by] = [line[i] ?? 0, line[i + 1] ?? 0, line[i + 2] ?? 0, line[i + 3] ?? 0];
    if (drop(ax, ay, bx, by)) {
      if (run.length > 0) runs.push(run);
      run = [];
    } else if (run.length === 0) run.push(ax, ay, bx, by);
    else run.push(bx, by);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}
