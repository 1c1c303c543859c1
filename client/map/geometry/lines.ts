import { mesh } from "topojson-client";
import { allLand, lineFrom, offEdge } from "./decodeMap.ts";
import type { Holders, Line, MapShapes } from "./types.ts";

/** Borders between different holders, and between any holder and land not in play. Coasts are `map.coast`. */
export function borderLines(map: MapShapes, holders: Holders): Line[] {
  return inner(map, (a, b) => holderOf(map, holders, a) !== holderOf(map, holders, b));
}

/** Borders of provinces within what one country holds. */
export function provinceLines(map: MapShapes, holders: Holders): Line[] {
  return inner(
    map,
    (a, b) => holderOf(map, holders, a) === holderOf(map, holders, b) && holderOf(map, holders, a) !== null,
  );
}

type Place = number;

function inner(map: MapShapes, wanted: (a: Place, b: Place) => boolean): Line[] {
  const { geometry } = map;
  const land = allLand(geometry);
  const at = new Map<unknown, Place>(land.geometries.map((one, i) => [one, i]));
  const lines = mesh(geometry.topology, land, (a, b) => a !== b && wanted(at.get(a) ?? -1, at.get(b) ?? -1));
  return lines.coordinates.flatMap((points) => offEdge(lineFrom(points), geometry));
}

/** Land not in play is nobody's, but each of it a country of its own. */
function holderOf(map: MapShapes, holders: Holders, place: Place): number | string | null {
  if (place < map.provinces.length) return holders[place] ?? null;
  return map.others[place - map.provinces.length]?.name ?? null;
}
