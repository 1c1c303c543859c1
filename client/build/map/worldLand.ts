import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Delaunay } from "d3-delaunay";
import { geoAzimuthalEqualArea } from "d3-geo";
import polygonClipping from "polygon-clipping";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { MapSpec, Scenario } from "#shared/model/scenario.ts";
import type { Box, Line } from "../../map/geometry/types.ts";
import { clearOf, insetOf, insideInset, outlineOf, windowOf, type Inset } from "./insets.ts";
import { warpOf } from "./noise.ts";
import { areaOf, type MultiPolygon, type Pair, type Piece } from "./pieces.ts";

type WorldSpec = Extract<MapSpec, { kind: "world" }>;
type ToPlane = (place: readonly [number, number]) => Pair;

export interface Sheet {
  /** A place of the world, on the sheet or in the inset that shows it. */
  readonly toPlane: ToPlane;
  readonly insets: readonly Inset[];
  /** A place of the world on the sheet itself. */
  readonly onMain: ToPlane;
  readonly frame: Box;
  /** Land is cut here, well outside of what the camera shows. */
  readonly cut: Box;
  readonly kilometresPerUnit: number;
}

const FRAME_WIDTH = 10_000;
const EARTH_RADIUS_KM = 6371;
/** Land reaches this much further than the frame: west, north, east, south, in parts of the frame's width. */
const BEYOND: Box = [0.12, 0.16, 0.3, 0.2];
/** A view this many times as wide as high shows all of a tall frame without its sides running out of land. */
const WIDEST_VIEW = 1.6;
/** Islands smaller than this are noise at the size of a screen, unless they are all of a shape. */
const LEAST_ISLAND_KM2 = 1500;
/** The same in square units, for sheets so wide that it would be a dot of a few pixels. */
const LEAST_ISLAND = 5000;
const leastIsland = (kilometresPerUnit: number): number =>
  Math.max(LEAST_ISLAND, LEAST_ISLAND_KM2 / kilometresPerUnit ** 2);
/** How far borders made of cells may wander from the straight line, and how long the bends are. */
const BEND_KM = 22;
const BEND_LENGTH_KM = 120;
/** Shapes further from the centre than this are never near the frame; it also leaves out Antarctica. */
const FAR_DEGREES = 62;

/** Lambert azimuthal equal-area round the scenario's centre, scaled so that the frame is 10 000 units wide, y down. */
export function sheetOf(spec: WorldSpec): Sheet {
  const [west, south, east, north] = spec.frame;
  const raw = geoAzimuthalEqualArea().rotate([-spec.centre[0], -spec.centre[1]]).scale(1).translate([0, 0]);
  const at = (lon: number, lat: number): Pair => raw([lon, lat]) ?? [0, 0];
  const middle = (south + north) / 2;
  const left = at(west, middle)[0];
  const right = at(east, middle)[0];
  const top = at(spec.centre[0], north)[1];
  const bottom = at(spec.centre[0], south)[1];
  const scale = FRAME_WIDTH / (right - left);
  const height = Math.round((bottom - top) * scale);
  const wide = (height * WIDEST_VIEW) / 2;
  const onMain = ([lon, lat]: readonly [number, number]): Pair => {
    const [x, y] = at(lon, lat);
    return [(x - left) * scale, (y - top) * scale];
  };
  const insets = (spec.insets ?? []).map((inset) => insetOf(inset, onMain(inset.at), FRAME_WIDTH));
  return {
    onMain,
    toPlane: (place) => (insets.find(({ shows }) => shows(place))?.toPlane ?? onMain)(place),
    insets,
    frame: [0, 0, FRAME_WIDTH, height],
    cut: [
      Math.min(-BEYOND[0] * FRAME_WIDTH, FRAME_WIDTH / 2 - wide),
      -BEYOND[1] * FRAME_WIDTH,
      Math.max((1 + BEYOND[2]) * FRAME_WIDTH, FRAME_WIDTH / 2 + wide),
      height + BEYOND[3] * FRAME_WIDTH,
    ],
    kilometresPerUnit: EARTH_RADIUS_KM / scale,
  };
}

/** All land on the sheet: every shape in play split among the cells of its cities, every other shape whole. */
export function worldPieces(scenario: Scenario, spec: WorldSpec, sheet: Sheet): readonly Piece[] {
  const shapes = presentDayShapes(sheet);
  const unknown = Object.keys(spec.composition).filter((key) => !shapes.has(key));
  if (unknown.length > 0) throw new Error(`${scenario.id}: no present-day shape ${unknown.join(", ")} on the sheet`);
  const sites = sitesOf(scenario, spec, sheet);
  return [...shapes].flatMap(([key, { name, land }]) => {
    const provinces = spec.composition[key];
    if (provinces === undefined) return [{ province: null, name, land }];
    const outside = (spec.outside?.[key] ?? []).map(([name, lon, lat]) => ({
      province: null,
      name,
      at: sheet.toPlane([lon, lat]),
    }));
    return split(land, [...sites.filter((site) => provinces.includes(site.province ?? "")), ...outside], sheet);
  });
}

/** A town whose cell belongs to a province, or to land not in play of that name. */
interface Site {
  readonly province: string | null;
  readonly name: string;
  readonly at: Pair;
}

function sitesOf(scenario: Scenario, spec: WorldSpec, { toPlane }: Sheet): readonly Site[] {
  return scenario.provinces.flatMap((province) => [
    { province: province.id, name: "", at: toPlane(province.city) },
    ...(spec.sites?.[province.id] ?? []).map(([, lon, lat]) => ({
      province: province.id,
      name: "",
      at: toPlane([lon, lat]),
    })),
  ]);
}

function presentDayShapes(sheet: Sheet): ReadonlyMap<string, { readonly name: string; readonly land: MultiPolygon }> {
  const file = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
  // The package ships no types; its README gives this shape.
  const world = JSON.parse(readFileSync(file, "utf8")) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const shapes = new Map<string, { name: string; land: MultiPolygon }>();
  const [, , right, bottom] = sheet.frame;
  const main: Part = { ...sheet, toPlane: sheet.onMain, middle: [right / 2, bottom / 2] };
  for (const { id, properties, geometry } of feature(world, world.objects.countries).features) {
    if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") continue;
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const key = String(id ?? properties.name);
    const inset = sheet.insets.find((one) => one.shapes.includes(key));
    const land = onPart(polygons as MultiPolygon, inset === undefined ? main : partOf(inset));
    // Two shapes may share a code, as Australia and its reefs do: the first names them.
    const before = shapes.get(key);
    const shown = [...(before?.land ?? []), ...(inset === undefined ? clearOf(land, sheet.insets) : land)];
    if (shown.length > 0) shapes.set(key, { name: before?.name ?? properties.name, land: shown });
  }
  return withoutSpecks(shapes, sheet);
}

/** A small shape stays only where other land surrounds it, as Andorra or Luxembourg: its neighbours share its vertices. */
function withoutSpecks<Shape extends { readonly land: MultiPolygon }>(
  shapes: ReadonlyMap<string, Shape>,
  sheet: Sheet,
): Map<string, Shape> {
  const least = leastIsland(sheet.kilometresPerUnit);
  const used = new Map<string, number>();
  const keysOf = ({ land }: Shape): ReadonlySet<string> =>
    new Set(land.flat(2).map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`));
  for (const shape of shapes.values()) for (const key of keysOf(shape)) used.set(key, (used.get(key) ?? 0) + 1);
  const alone = (shape: Shape): boolean => [...keysOf(shape)].every((key) => used.get(key) === 1);
  const size = ({ land }: Shape): number => land.reduce((sum, polygon) => sum + Math.abs(areaOf(polygon[0] ?? [])), 0);
  return new Map([...shapes].filter(([, shape]) => size(shape) >= least || !alone(shape)));
}

/** A projection with the window that land is cut to. */
interface Part {
  readonly toPlane: ToPlane;
  readonly cut: Box;
  /** The middle of what it shows, in map units. */
  readonly middle: Pair;
  readonly kilometresPerUnit: number;
}

const partOf = ({ toPlane, box, perRadian }: Inset): Part => ({
  toPlane,
  cut: box,
  middle: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2],
  kilometresPerUnit: EARTH_RADIUS_KM / perRadian,
});

function onPart(polygons: MultiPolygon, { toPlane, cut, middle, kilometresPerUnit }: Part): MultiPolygon {
  const least = leastIsland(kilometresPerUnit);
  const limit = (2 * Math.sin((FAR_DEGREES * Math.PI) / 360) * EARTH_RADIUS_KM) / kilometresPerUnit;
  const near = polygons
    .map((polygon) => polygon.map((ring) => ring.map((place) => toPlane(place))))
    .filter((polygon) => !tooFar(polygon[0] ?? [], middle, limit));
  const kept = near.flatMap((polygon) =>
    inside(polygon[0] ?? [], cut) ? [polygon] : polygonClipping.intersection([polygon], windowOf(cut)),
  );
  const largest = kept.reduce((most, polygon) => Math.max(most, Math.abs(areaOf(polygon[0] ?? []))), 0);
  return kept.filter((polygon) => Math.abs(areaOf(polygon[0] ?? [])) >= Math.min(least, largest));
}

const inside = (ring: readonly Pair[], [left, top, right, bottom]: Box): boolean =>
  ring.every(([x, y]) => x >= left && x <= right && y >= top && y <= bottom);

/** Rings with no point near the middle; those on the far side of the globe would be torn by the projection. */
const tooFar = (ring: readonly Pair[], [u, v]: Pair, limit: number): boolean =>
  ring.every(([x, y]) => Math.hypot(x - u, y - v) > limit);

/** Shares a shape out among the cells of the sites; cells of one province stay separate pieces until arcs are shared. */
function split(land: MultiPolygon, sites: readonly Site[], sheet: Sheet): readonly Piece[] {
  const first = sites[0];
  if (first === undefined) throw new Error("a shape in play has no city");
  const { province, name } = first;
  if (sites.every((site) => site.province === province && site.name === name)) return [{ province, name, land }];
  const [left, top, right, bottom] = sheet.cut;
  const voronoi = Delaunay.from(sites.map((site) => site.at)).voronoi([
    left - 5000,
    top - 5000,
    right + 5000,
    bottom + 5000,
  ]);
  const bend = warpOf(1, "borders", BEND_LENGTH_KM / sheet.kilometresPerUnit, BEND_KM / sheet.kilometresPerUnit);
  return sites.flatMap((site, i) => {
    const cell = voronoi.cellPolygon(i) as Pair[] | null;
    if (cell === null) return [];
    const piece = polygonClipping.intersection(land, [[dense(cell, 40).map(([x, y]) => bend(x, y))]]);
    return piece.length === 0 ? [] : [{ province: site.province, name: site.name, land: piece }];
  });
}

/** Points about every `step` along each edge – the same ones whichever cell asks. */
function dense(ring: readonly Pair[], step: number): Pair[] {
  const points: Pair[] = [];
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const a = ring[i] as Pair;
    const b = ring[i + 1] as Pair;
    const forward = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
    const [from, to] = forward ? [a, b] : [b, a];
    const n = Math.max(1, Math.min(400, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / step)));
    const edge = Array.from({ length: n + 1 }, (_, k): Pair => [
      from[0] + ((to[0] - from[0]) * k) / n,
      from[1] + ((to[1] - from[1]) * k) / n,
    ]);
    points.push(...(forward ? edge : edge.toReversed()).slice(0, -1));
  }
  return [...points, points[0] as Pair];
}

/** Degrees between meridians and between parallels, and between the points that draw them; wider on a sheet of more than a continent. */
const GRID = { step: 5, points: 2.5 };
const WIDE_GRID = { step: 15, points: 5 };
const WIDE_KM = 7000;
const GRID_BOX = { west: -180, east: 180, south: -60, north: 85 };

/** Meridians and parallels, cut off beyond the sheet and round its insets, and the edges of these. */
export function graticuleOn(sheet: Sheet): readonly Line[] {
  const { west, east, south, north } = GRID_BOX;
  const grid = sheet.kilometresPerUnit * FRAME_WIDTH > WIDE_KM ? WIDE_GRID : GRID;
  const along = (from: number, to: number, step: number): number[] =>
    Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, k) => from + k * step);
  const meridians = along(west, east - grid.step, grid.step).map((lon) =>
    along(south, north, grid.points).map((lat): Pair => [lon, lat]),
  );
  const parallels = along(south, north, grid.step).map((lat) =>
    along(west, east, grid.points).map((lon): Pair => [lon, lat]),
  );
  const edges = sheet.insets.map(({ box }) => outlineOf(box).flatMap(([x, y]) => [Math.round(x), Math.round(y)]));
  return [...[...meridians, ...parallels].flatMap((places) => onlyOn(sheet, places)), ...edges];
}

function onlyOn(sheet: Sheet, places: readonly Pair[]): Line[] {
  const [left, top, right, bottom] = sheet.cut;
  const runs: number[][] = [[]];
  for (const place of places) {
    const [x, y] = sheet.onMain(place);
    const free = x > left && x < right && y > top && y < bottom && !insideInset(sheet.insets, [x, y]);
    if (free) runs.at(-1)?.push(Math.round(x), Math.round(y));
    else if ((runs.at(-1)?.length ?? 0) > 0) runs.push([]);
  }
  return runs.filter((run) => run.length >= 4);
}
