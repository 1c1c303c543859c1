import type { MultiPolygon, Pair } from "polygon-clipping";

/** Land of one owner in plane coordinates, before arcs are shared. Pieces that touch share their vertices, or come close to it. */
export interface Piece {
  /** Id of the province, or null for land not in play. */
  readonly province: string | null;
  /** Name of the land not in play; "" for provinces. */
  readonly name: string;
  readonly land: MultiPolygon;
}

export type { MultiPolygon, Pair };
export type PlaneRing = readonly Pair[];

/** Signed area by the shoelace formula; rings may or may not repeat their first point. */
export function areaOf(ring: PlaneRing): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i += 1) {
    const [x0, y0] = ring[i] as Pair;
    const [x1, y1] = ring[(i + 1) % ring.length] as Pair;
    sum += x0 * y1 - x1 * y0;
  }
  return sum / 2;
}
