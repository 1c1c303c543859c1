import type { MultiPolygon as ArcShape } from "topojson-specification";
import type { MapGeometry } from "../../map/geometry/types.ts";

export interface Contact {
  readonly a: string;
  readonly b: string;
  /** Length of the common border in map units. */
  readonly length: number;
}

/** Pairs of provinces that share a border on the built map, a < b. */
export function contactsOf({ topology }: MapGeometry): readonly Contact[] {
  const users = new Map<number, string[]>();
  for (const geometry of topology.objects.provinces.geometries) {
    // The build writes nothing but MultiPolygons.
    for (const arc of (geometry as ArcShape).arcs.flat(2)) {
      const index = arc < 0 ? ~arc : arc;
      users.set(index, [...(users.get(index) ?? []), String(geometry.id)]);
    }
  }
  const lengths = new Map<string, number>();
  for (const [arc, ids] of users) {
    const [a, b] = [...ids].sort();
    if (a === undefined || b === undefined || a === b) continue;
    const key = `${a}|${b}`;
    lengths.set(key, (lengths.get(key) ?? 0) + lengthOf(topology.arcs[arc] ?? []));
  }
  return [...lengths].map(([key, length]) => ({ a: key.split("|")[0] ?? "", b: key.split("|")[1] ?? "", length }));
}

/** Arcs are written as steps from point to point. */
const lengthOf = (arc: readonly (readonly number[])[]): number => arc.slice(1).reduce((sum, [dx, dy]) => sum + Math.hypot(dx ?? 0, dy ?? 0), 0);
