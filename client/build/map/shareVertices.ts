import { areaOf, type MultiPolygon, type Pair, type Piece } from "./pieces.ts";

/** Vertices this near to an edge (units) are made part of it. Cuts by cells land within rounding of the edge they cut. */
const NEAR = 1.6;
/** Vertices this near to each other (units) become one. */
const SAME = 3;
/** An edge that took in a vertex runs a little differently, and may come near another. */
const ROUNDS = 3;
const CELL = 64;
/** Pieces of less area (square units, about a pixel) are left-overs of cutting; rounding can turn them inside out. */
const SLIVER = 200;

/**
 * Rounds all vertices to whole units and puts every vertex that lies on another piece's edge into that edge, so that
 * two pieces that touch have the same points along the line where they touch.
 */
export function shareVertices(pieces: readonly Piece[]): readonly Piece[] {
  const snap = snapper();
  const rounded = pieces.map((piece) => ({
    ...piece,
    land: eachRing(piece.land, (ring) => unrepeated(ring.map(snap))),
  }));
  const grid = gridOf(rounded.flatMap((piece) => piece.land.flat(2)));
  let shared: readonly Piece[] = rounded;
  for (let round = 0; round < ROUNDS; round += 1) {
    shared = shared.map((piece) => ({
      ...piece,
      land: eachRing(piece.land, (ring) => unrepeated(withTouching(ring, grid))),
    }));
  }
  return shared.filter((piece) => piece.land.length > 0);
}

function eachRing(land: MultiPolygon, change: (ring: readonly Pair[]) => Pair[]): MultiPolygon {
  return land
    .map((polygon) => polygon.map((ring) => change(ring)))
    .filter(([outer]) => outer !== undefined && outer.length >= 4 && Math.abs(areaOf(outer)) >= SLIVER)
    .map((polygon) => polygon.filter((ring) => ring.length >= 4 && Math.abs(areaOf(ring)) >= SLIVER));
}

/** Gives each point the first point seen within `SAME` of it, in whole units. */
function snapper(): (point: Pair) => Pair {
  const kept = new Map<string, Pair>();
  return ([x, y]) => {
    const [i, j] = [Math.floor(x / SAME), Math.floor(y / SAME)];
    for (let di = -1; di <= 1; di += 1) {
      for (let dj = -1; dj <= 1; dj += 1) {
        const near = kept.get(`${i + di},${j + dj}`);
        if (near !== undefined && Math.hypot(near[0] - x, near[1] - y) < SAME) return near;
      }
    }
    const point: Pair = [Math.round(x), Math.round(y)];
    kept.set(`${Math.floor(point[0] / SAME)},${Math.floor(point[1] / SAME)}`, point);
    return point;
  };
}

/** Without repeated points, and without spikes that go out and come back. */
function unrepeated(ring: readonly Pair[]): Pair[] {
  const kept: Pair[] = [];
  for (const point of ring) {
    if (same(kept.at(-1), point)) continue;
    if (same(kept.at(-2), point)) kept.pop();
    else kept.push(point);
  }
  if (kept.length > 1 && !same(kept[0], kept.at(-1))) kept.push(kept[0] as Pair);
  return kept;
}

const same = (a: Pair | undefined, b: Pair | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

type Grid = ReadonlyMap<string, readonly Pair[]>;

function gridOf(points: readonly Pair[]): Grid {
  const grid = new Map<string, Pair[]>();
  const seen = new Set<string>();
  for (const point of points) {
    const name = `${point[0]},${point[1]}`;
    if (seen.has(name)) continue;
    seen.add(name);
    const key = `${Math.floor(point[0] / CELL)},${Math.floor(point[1] / CELL)}`;
    const cell = grid.get(key);
    if (cell) cell.push(point);
    else grid.set(key, [point]);
  }
  return grid;
}

function withTouching(ring: readonly Pair[], grid: Grid): Pair[] {
  const points: Pair[] = [];
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const a = ring[i] as Pair;
    const b = ring[i + 1] as Pair;
    points.push(a, ...between(a, b, grid));
  }
  return [...points, ring[0] as Pair];
}

function between(a: Pair, b: Pair, grid: Grid): Pair[] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const along = ([x, y]: Pair): number => ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy);
  return nearby(a, b, grid)
    .map((point) => ({ point, t: along(point) }))
    .filter(({ point, t }) => t > 0 && t < 1 && !same(point, a) && !same(point, b))
    .filter(({ point, t }) => Math.hypot(a[0] + t * dx - point[0], a[1] + t * dy - point[1]) <= NEAR)
    .sort((one, other) => one.t - other.t)
    .map(({ point }) => point);
}

/** All points of the grid cells that the box round an edge touches. */
function nearby(a: Pair, b: Pair, grid: Grid): readonly Pair[] {
  const cell = (value: number): number => Math.floor(value / CELL);
  const found: Pair[] = [];
  for (let i = cell(Math.min(a[0], b[0]) - NEAR); i <= cell(Math.max(a[0], b[0]) + NEAR); i += 1) {
    for (let j = cell(Math.min(a[1], b[1]) - NEAR); j <= cell(Math.max(a[1], b[1]) + NEAR); j += 1)
      found.push(...(grid.get(`${i},${j}`) ?? []));
  }
  return found;
}
