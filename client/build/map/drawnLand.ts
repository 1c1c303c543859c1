import { Delaunay } from "d3-delaunay";
import { next, seedPrng } from "#shared/lib/prng.ts";
import type { MapSpec, Scenario, ScenarioProvince } from "#shared/model/scenario.ts";
import type { Box, Line } from "../../map/geometry/types.ts";
import { fractalOf, warpOf, type Noise } from "./noise.ts";
import type { Pair, Piece } from "./pieces.ts";

type DrawnSpec = Extract<MapSpec, { kind: "drawn" }>;

const FRAME_WIDTH = 10_000;
/** All lengths below are in parts of the plane's width. Land is made of grains this wide. */
const GRAIN = 0.0095;
/** How far land reaches from a city, and how much that varies. */
const REACH = 0.105;
const REACH_VARIES = 0.075;
/** Width of the water between cities that are not declared neighbours. */
const STRAIT = 0.034;
const STRAIT_VARIES = 0.012;
/** Half the width of the neck of land between the cities of neighbours, whatever the sea does. */
const NECK = 0.024;
/** Bends of coasts and borders. */
const BEND = 0.042;
const BEND_LENGTH = 0.16;
/** Least water between land and the edge of the plane. */
const SHORE = 0.035;
/** Fewer grains than this are no island; fewer than that no lake. */
const LEAST_GRAINS = 7;
const LEAST_LAKE = 16;

export interface Plane {
  readonly frame: Box;
  readonly cut: Box;
  readonly toPlane: (place: readonly [number, number]) => Pair;
}

export function planeOf(spec: DrawnSpec): Plane {
  const scale = FRAME_WIDTH / spec.size[0];
  const height = Math.round(spec.size[1] * scale);
  return {
    frame: [0, 0, FRAME_WIDTH, height],
    cut: [-0.15 * FRAME_WIDTH, -0.15 * FRAME_WIDTH, 1.15 * FRAME_WIDTH, height + 0.15 * FRAME_WIDTH],
    toPlane: ([x, y]) => [x * scale, y * scale],
  };
}

/**
 * Land from a seed: grains near a city belong to it; between the cities of provinces that are not neighbours there is
 * water. What touches what follows from the scenario, the shape of the coast from the seed.
 */
export function drawnPieces(scenario: Scenario, spec: DrawnSpec, plane: Plane): readonly Piece[] {
  const grains = grainsOn(plane, spec.seed);
  const voronoi = Delaunay.from(grains).voronoi([...plane.cut]);
  const owners = ownersOf(scenario, spec, plane, grains);
  const neighbours = (i: number): readonly number[] => [...voronoi.neighbors(i)];
  tidy(owners, neighbours);
  return grains.flatMap((_, i) => {
    const owner = owners[i] ?? SEA;
    const cell = voronoi.cellPolygon(i) as Pair[] | null;
    const province = scenario.provinces[owner];
    return province === undefined || cell === null ? [] : [{ province: province.id, name: "", land: [[cell]] }];
  });
}

const SEA = -1;

/** A triangular lattice with every point pushed about, so that nothing runs straight. */
function grainsOn(plane: Plane, seed: number): readonly Pair[] {
  const step = GRAIN * FRAME_WIDTH;
  const [, , right, bottom] = plane.frame;
  const points: Pair[] = [];
  let state = seedPrng(seed, "grains");
  const push = (): number => {
    const drawn = next(state);
    state = drawn.state;
    return (drawn.value - 0.5) * step * 0.9;
  };
  for (let row = 0; row * step * 0.87 < bottom; row += 1) {
    for (let column = 0; column * step < right; column += 1) {
      points.push([(column + (row % 2) / 2) * step + push(), row * step * 0.87 + push()]);
    }
  }
  return points;
}

function ownersOf(scenario: Scenario, spec: DrawnSpec, plane: Plane, grains: readonly Pair[]): number[] {
  const cities = scenario.provinces.map((province) => plane.toPlane(province.city));
  const bend = warpOf(spec.seed, "bend", BEND_LENGTH * FRAME_WIDTH, BEND * FRAME_WIDTH);
  const reach = fractalOf(spec.seed, "reach", 0.16 * FRAME_WIDTH, 3);
  const strait = fractalOf(spec.seed, "strait", 0.1 * FRAME_WIDTH, 2);
  return grains.map((grain) =>
    ownerAt(bend(...grain), { provinces: scenario.provinces, cities, reach, strait }, plane),
  );
}

interface Ground {
  readonly provinces: readonly ScenarioProvince[];
  readonly cities: readonly Pair[];
  readonly reach: Noise;
  readonly strait: Noise;
}

function ownerAt([x, y]: Pair, ground: Ground, plane: Plane): number {
  const distances = ground.cities.map(([u, v]) => Math.hypot(u - x, v - y));
  const nearest = distances.reduce((best, distance, i) => (distance < (distances[best] ?? 0) ? i : best), 0);
  if (onNeck([x, y], nearest, ground)) return nearest;
  const own = distances[nearest] ?? 0;
  const reach = (REACH + REACH_VARIES * ground.reach(x, y)) * FRAME_WIDTH;
  const [, , right, bottom] = plane.frame;
  const toEdge = Math.min(x, y, right - x, bottom - y);
  if (own > Math.min(reach, own + toEdge - SHORE * FRAME_WIDTH)) return SEA;
  const width = (STRAIT + STRAIT_VARIES * ground.strait(x, y)) * FRAME_WIDTH;
  const province = ground.provinces[nearest];
  const apart = ground.provinces.some(
    (other, i) =>
      i !== nearest && province?.neighbours.includes(other.id) === false && (distances[i] ?? 0) - own < width,
  );
  return apart ? SEA : nearest;
}

function onNeck([x, y]: Pair, nearest: number, { provinces, cities }: Ground): boolean {
  const [ax, ay] = cities[nearest] ?? [0, 0];
  return provinces.some((other, i) => {
    if (provinces[nearest]?.neighbours.includes(other.id) !== true) return false;
    const [bx, by] = cities[i] ?? [0, 0];
    const t = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
    const [u, v] = [ax + t * (bx - ax), ay + t * (by - ay)];
    return t > 0 && t < 1 && Math.hypot(u - x, v - y) < NECK * FRAME_WIDTH;
  });
}

/** Drowns specks of land, fills puddles and the ends of creeks one grain wide. Changes `owners` in place: it is this file's own array. */
function tidy(owners: number[], neighbours: (i: number) => readonly number[]): void {
  const landBeside = (i: number): number => commonest(neighbours(i).map((j) => owners[j] ?? SEA));
  for (const group of groupsOf(owners, neighbours, (owner) => owner === SEA)) {
    if (group.length >= LEAST_LAKE) continue;
    // From the shore inwards: a grain in the middle has no land beside it until its neighbours are filled.
    for (let round = 0; round < LEAST_LAKE; round += 1) {
      for (const i of group.filter((one) => owners[one] === SEA)) owners[i] = landBeside(i);
    }
  }
  const creeks = owners.flatMap((owner, i) =>
    owner === SEA && neighbours(i).filter((j) => owners[j] === SEA).length <= 1 ? [i] : [],
  );
  for (const i of creeks) owners[i] = landBeside(i);
  for (const group of groupsOf(owners, neighbours, (owner) => owner)) {
    if (group.length >= LEAST_GRAINS || owners[group[0] ?? 0] === SEA) continue;
    for (const i of group) owners[i] = SEA;
  }
}

function groupsOf(
  owners: readonly number[],
  neighbours: (i: number) => readonly number[],
  kind: (owner: number) => unknown,
): number[][] {
  const seen = new Set<number>();
  const groups: number[][] = [];
  owners.forEach((owner, start) => {
    if (seen.has(start)) return;
    seen.add(start);
    const group = [start];
    for (const at of group) {
      for (const next of neighbours(at)) {
        if (seen.has(next) || kind(owners[next] ?? SEA) !== kind(owner)) continue;
        seen.add(next);
        group.push(next);
      }
    }
    groups.push(group);
  });
  return groups;
}

function commonest(owners: readonly number[]): number {
  const land = owners.filter((owner) => owner !== SEA);
  return land.reduce(
    (best, owner) =>
      land.filter((one) => one === owner).length > land.filter((one) => one === best).length ? owner : best,
    land[0] ?? SEA,
  );
}

/** Passes of the mean over each point and the two beside it: rounds off the edges of the grains. */
const PASSES = 2;

/** An arc with the grain taken out; its ends stay, so that arcs still meet. A closed arc goes round without an end. */
export function softened(arc: readonly Pair[]): readonly Pair[] {
  const last = arc.length - 1;
  const closed = arc[0]?.[0] === arc[last]?.[0] && arc[0]?.[1] === arc[last]?.[1];
  let points = arc;
  for (let pass = 0; pass < PASSES; pass += 1) {
    const before = points;
    points = before.map((point, i): Pair => {
      if (!closed && (i === 0 || i === last)) return point;
      const [ax, ay] = before[i === 0 ? last - 1 : i - 1] ?? point;
      const [bx, by] = before[i === last ? 1 : i + 1] ?? point;
      return [(ax + 2 * point[0] + bx) / 4, (ay + 2 * point[1] + by) / 4];
    });
  }
  return points;
}

/** A plain grid, as on a chart. */
export function gridOn(plane: Plane): readonly Line[] {
  const [left, top, right, bottom] = plane.cut;
  const step = FRAME_WIDTH / 8;
  const lines: number[][] = [];
  for (let x = 0; x <= right; x += step) lines.push([x, top, x, bottom]);
  for (let y = 0; y <= bottom; y += step) lines.push([left, y, right, y]);
  return lines;
}
