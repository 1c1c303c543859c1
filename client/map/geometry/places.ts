import type { CountryIndex } from "#shared/model/ids.ts";
import { heldBy, outlineOf } from "./outlines.ts";
import { boxOf, clipRing, inPolygon, largestPolygon, ringArea, toEdge } from "./plane.ts";
import type { Box, Holders, MapShapes, Point, Polygon, Shape } from "./types.ts";

export interface Place {
  readonly at: Point;
  /** How far the nearest edge is. With a stretch, across the line of writing. */
  readonly room: number;
}

/** Names are wider than high: room above and below counts this much more than room beside. */
const WRITING = 2.2;

/** Where a country's name goes: deep inside the largest piece that it holds of what the frame shows; null without land. */
export function countryPlace(map: MapShapes, holders: Holders, country: CountryIndex): Place | null {
  const shape = outlineOf(map, heldBy(holders, [country]));
  if (shape.length === 0) return null;
  const seen = clipped(shape, map.geometry.frame);
  return deepest(largestPolygon(seen.length > 0 ? seen : shape), WRITING);
}

/**
 * The point of a polygon furthest from its edges (pole of inaccessibility, quadtree search as in Mapbox's polylabel 2016).
 * `stretch` > 1 squeezes the plane sideways first, so that wide places win.
 */
export function deepest(polygon: Polygon, stretch = 1): Place {
  const squeezed = polygon.map((ring) => ring.map((value, i) => (i % 2 === 0 ? value / stretch : value)));
  const [left, top, right, bottom] = boxOf([squeezed]);
  const size = Math.min(right - left, bottom - top);
  if (!(size > 0)) return { at: [left * stretch || 0, top || 0], room: 0 };
  const precision = Math.max(1, size / 60);
  let best = probe(squeezed, (left + right) / 2, (top + bottom) / 2, 0);
  const queue: Probe[] = [];
  for (let x = left; x < right; x += size)
    for (let y = top; y < bottom; y += size) queue.push(probe(squeezed, x + size / 2, y + size / 2, size / 2));
  for (let cell = takeMost(queue); cell !== undefined; cell = takeMost(queue)) {
    if (cell.depth > best.depth) best = cell;
    if (cell.most - best.depth <= precision) continue;
    const half = cell.half / 2;
    for (const [dx, dy] of [
      [-half, -half],
      [half, -half],
      [-half, half],
      [half, half],
    ] as const)
      queue.push(probe(squeezed, cell.x + dx, cell.y + dy, half));
  }
  return { at: [best.x * stretch, best.y], room: Math.max(0, best.depth) };
}

interface Probe {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  /** Distance to the edge, negative outside; and the most that any point of the cell could have. */
  readonly depth: number;
  readonly most: number;
}

function probe(polygon: Polygon, x: number, y: number, half: number): Probe {
  const depth = (inPolygon(polygon, x, y) ? 1 : -1) * toEdge(polygon, x, y);
  return { x, y, half, depth, most: depth + half * Math.SQRT2 };
}

function takeMost(queue: Probe[]): Probe | undefined {
  let most = 0;
  for (let i = 1; i < queue.length; i += 1) if ((queue[i]?.most ?? 0) > (queue[most]?.most ?? 0)) most = i;
  const [taken] = queue.splice(most, 1);
  return taken;
}

function clipped(shape: Shape, box: Box): Shape {
  return shape
    .map((polygon) => polygon.map((ring) => clipRing(ring, box)).filter((ring) => ring.length >= 6))
    .filter((polygon) => polygon[0] !== undefined && Math.abs(ringArea(polygon[0])) > 0);
}
