import { feature, mesh } from "topojson-client";
import type {
  GeometryCollection,
  GeometryObject,
  MultiPolygon as ArcShape,
  Polygon as ArcPolygon,
} from "topojson-specification";
import type { Box, Line, MapGeometry, MapShapes, OtherShape, ProvinceShape, Shape } from "./types.ts";
import { boxOf, ringArea, shapeArea, without } from "./plane.ts";

/** Polygons, boxes and coast of a map file: once per page. */
export function decodeMap(geometry: MapGeometry): MapShapes {
  const { topology } = geometry;
  return {
    geometry,
    provinces: topology.objects.provinces.geometries.map((one): ProvinceShape => {
      const shape = shapeOf(geometry, one);
      return { shape, box: boxOf(shape), area: shapeArea(shape) };
    }),
    others: topology.objects.others.geometries.map((one): OtherShape => {
      const shape = shapeOf(geometry, one);
      return { name: String(one.id ?? ""), shape, box: boxOf(shape) };
    }),
    coast: coastOf(geometry),
  };
}

export function shapeOf(geometry: MapGeometry, object: GeometryObject): Shape {
  const made = feature(geometry.topology, object);
  if (made.type !== "Feature") return [];
  if (made.geometry.type === "Polygon") return shapeFrom([made.geometry.coordinates]);
  return made.geometry.type === "MultiPolygon" ? shapeFrom(made.geometry.coordinates) : [];
}

/** Coordinates of GeoJSON to flat rings; the repeated last point goes, and holes that are none. */
const shapeFrom = (polygons: readonly (readonly (readonly (readonly number[])[])[])[]): Shape =>
  polygons.map((polygon) =>
    polygon
      .map(lineFrom)
      .filter((ring, i) => i === 0 || !isSlit(ring))
      .map((ring) => ring.slice(0, -2)),
  );

export const lineFrom = (points: readonly (readonly number[])[]): Line => points.flatMap(([x, y]) => [x ?? 0, y ?? 0]);

/** All land, in play or not. */
export const allLand = ({ topology }: MapGeometry): GeometryCollection => ({
  type: "GeometryCollection",
  geometries: [...topology.objects.provinces.geometries, ...topology.objects.others.geometries],
});

export type ArcLand = ArcShape | ArcPolygon;

function coastOf(geometry: MapGeometry): Line[] {
  const land = mesh(geometry.topology, allLand(geometry), (a, b) => a === b);
  return land.coordinates
    .map(lineFrom)
    .filter((line) => !isSlit(line))
    .flatMap((line) => offEdge(line, geometry));
}

/** Gaps of less area than this (square units, under a pixel) are rounding, not water. */
const SLIT = 600;

/** Whether a closed line or ring holds next to nothing. Open lines have no area to speak of: they never are. */
function isSlit(line: Line): boolean {
  const closed = line[0] === line.at(-2) && line[1] === line.at(-1);
  return closed && Math.abs(ringArea(line)) < SLIT;
}

/** A line without the stretches that run along the edge where the sheet was cut. */
export function offEdge(line: Line, { extent }: MapGeometry): Line[] {
  return without(line, (ax, ay, bx, by) => beyond(extent, ax, ay) && beyond(extent, bx, by));
}

const beyond = ([left, top, right, bottom]: Box, x: number, y: number): boolean =>
  x < left || x > right || y < top || y > bottom;
