import type { CountryIndex } from "#shared/model/ids.ts";
import { heldBy, outlineOf } from "./outlines.ts";
import { boxOf, clipRing, inPolygon, largestPolygon, ringArea, toEdge } from "./plane.ts";
import type { Box, Holders, MapShapes, Point, Polygon, Ring, Shape } from "./types.ts";

export interface Place {
  readonly at: Point;
  /** How far the nearest edge is. With a stretch, across the line of writing. */
  readonly room: number;
}

/** Names are wider than high: room above and below counts this much more than room beside. */
const WRITING = 2.2;
/** A name rather stands in the middle than in a slightly roomier end. */
const MIDDLE = 0.12;

/** Where a country's name goes: deep inside the largest piece that it holds of what the frame shows; null without land. */
export function countryPlace(map: MapShapes, holders: Holders, country: CountryIndex): Place | null {
  const shape = outlineOf(map, heldBy(holders, [country]));
  if (shape.length === 0) return null;
  const seen = clipped(shape, map.geometry.frame);
  return deepest(largestPolygon(seen.length > 0 ? seen : shape), WRITING, MIDDLE);
}

/**
 * The point of a polygon furthest from its edges (pole of inaccessibility, quadtree search as in Mapbox's polylabel 2016).
 * `stretch` > 1 squeezes the plane sideways first, so that wide places win; `pull` is how much depth one unit nearer to
 * the centroid is worth, so that of two places much alike the middle one wins.
 */
export function deepest(polygon: Polygon, stretch = 1, pull = 0): Place {
  const squeezed = polygon.map((ring) => ring.map((value, i) => (i % 2 === 0 ? value / stretch : value)));
  const [left, top, right, bottom] = boxOf([squeezed]);
  const size = Math.min(right - left, bottom - top);
  if (!(size > 0)) return { at: [left * stretch || 0, top || 0], room: 0 };
  const probe = proberOf(squeezed, pull);
  const precision = Math.max(1, size / 60);
  let best = probe((left + right) / 2, (top + bottom) / 2, 0);
  const queue: Probe[] = [];
  for (let x = left; x < right; x += size)
    for (let y = top; y < bottom; y += size) queue.push(probe(x + size / 2, y + size / 2, size / 2));
  for (let cell = takeMost(queue); cell !== undefined; cell = takeMost(queue)) {
    if (cell.worth > best.worth) best = cell;
    if (cell.most - best.worth <= precision) continue;
    const half = cell.half / 2;
    for (const dx of [-half, half]) for (const dy of [-half, half]) queue.push(probe(cell.x + dx, cell.y + dy, half));
  }
  return { at: [best.x * stretch, best.y], room: Math.max(0, best.depth) };
}

interface Probe {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  /** Distance to the edge, negative outside. */
  readonly depth: number;
  /** Depth less what being away from the centroid costs, and the most that any point of the cell could have. */
  readonly worth: number;
  readonly most: number;
}

function proberOf(polygon: Polygon, pull: number): (x: number, y: number, half: number) => Probe {
  const [u, v] = centroidOf(polygon[0] ?? []);
  return (x, y, half) => {
    const depth = (inPolygon(polygon, x, y) ? 1 : -1) * toEdge(polygon, x, y);
    const worth = depth - pull * Math.hypot(x - u, y - v);
    return { x, y, half, depth, worth, most: worth + (1 + pull) * half * Math.SQRT2 };
  };
}

/** Of the area within a ring. */
function centroidOf(ring: Ring): Point {
  let [x, y] = [0, 0];
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [ax, ay, bx, by] = [ring[j] ?? 0, ring[j + 1] ?? 0, ring[i] ?? 0, ring[i + 1] ?? 0];
    x += (ax + bx) * (ax * by - bx * ay);
    y += (ay + by) * (ax * by - bx * ay);
  }
  const six = 6 * ringArea(ring);
  return [x / six, y / six];
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
