import { mergeArcs } from "topojson-client";
import type { CountryIndex, ProvinceIndex } from "#shared/model/ids.ts";
import { type ArcLand, shapeOf } from "./decodeMap.ts";
import type { Holders, MapShapes, Provinces, Shape } from "./types.ts";

/** The provinces that any of these countries hold, ascending. */
export function heldBy(holders: Holders, countries: readonly CountryIndex[]): ProvinceIndex[] {
  return holders.flatMap((holder, province) => (countries.includes(holder) ? [province] : []));
}

/** One outline round all the given provinces: inner borders gone, islands kept. The outline of a country or a coalition. */
export function outlineOf(map: MapShapes, provinces: Provinces): Shape {
  const { geometry } = map;
  const { geometries } = geometry.topology.objects.provinces;
  const chosen = provinces.flatMap((province) => geometries[province] ?? []);
  if (chosen.length === 0) return [];
  // The build writes nothing but polygons.
  return shapeOf(geometry, mergeArcs(geometry.topology, chosen as ArcLand[]));
}
