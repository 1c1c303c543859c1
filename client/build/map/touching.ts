import type { MultiPolygon as ArcShape } from "topojson-specification";
import type { Box, MapGeometry } from "../../map/geometry/types.ts";

/** Borders shorter than this (map units) are corners, not a way for an army: about 22 km in Europe. */
export const LEAST_BORDER = 60;

/** Lengths in map units of what the provinces of a built map share with each other and with the sea. */
export interface Contacts {
  /** `a|b` with a < b → length of the common border. */
  readonly borders: ReadonlyMap<string, number>;
  /** Province → length of its shore. */
  readonly shores: ReadonlyMap<string, number>;
}

export function contactsOf(map: MapGeometry): Contacts {
  const borders = new Map<string, number>();
  const shores = new Map<string, number>();
  for (const [arc, users] of usersOf(map)) {
    const length = lengthOf(map, arc);
    const [a, b] = [...users].sort();
    if (a === undefined) continue;
    if (b === undefined) shores.set(a, (shores.get(a) ?? 0) + length);
    else if (a !== OTHER && b !== OTHER && a !== b) borders.set(`${a}|${b}`, (borders.get(`${a}|${b}`) ?? 0) + length);
  }
  return { borders, shores };
}

/** Sorts before every id. */
const OTHER = "";

function usersOf({ topology }: MapGeometry): ReadonlyMap<number, readonly string[]> {
  const users = new Map<number, string[]>();
  const { provinces, others } = topology.objects;
  for (const geometry of [...provinces.geometries, ...others.geometries]) {
    const user = provinces.geometries.includes(geometry) ? String(geometry.id) : OTHER;
    // The build writes nothing but MultiPolygons.
    for (const arc of (geometry as ArcShape).arcs.flat(2)) {
      const index = arc < 0 ? ~arc : arc;
      users.set(index, [...(users.get(index) ?? []), user]);
    }
  }
  return users;
}

/** Without what runs beyond the camera's reach, where land was cut. Arcs are written as steps from point to point. */
function lengthOf({ topology, extent }: MapGeometry, arc: number): number {
  let [x, y] = [0, 0];
  let length = 0;
  (topology.arcs[arc] ?? []).forEach(([dx = 0, dy = 0], i) => {
    [x, y] = [x + dx, y + dy];
    if (i > 0 && within(extent, x, y)) length += Math.hypot(dx, dy);
  });
  return length;
}

const within = ([left, top, right, bottom]: Box, x: number, y: number): boolean =>
  x > left && x < right && y > top && y < bottom;
