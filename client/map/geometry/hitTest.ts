import type { ProvinceIndex } from "#shared/model/ids.ts";
import { inBox, inShape, toEdge } from "./plane.ts";
import type { MapShapes, Point } from "./types.ts";

/** The province under a point in map units, or null for sea and land not in play. */
export function provinceAt(map: MapShapes, x: number, y: number): ProvinceIndex | null {
  for (const [province, { shape, box }] of map.provinces.entries()) {
    if (inBox(box, x, y) && inShape(shape, x, y)) return province;
  }
  return null;
}

/** The province under a point or, for fingers and small islands, the nearest within `reach`. */
export function nearestProvince(map: MapShapes, [x, y]: Point, reach: number): ProvinceIndex | null {
  const under = provinceAt(map, x, y);
  if (under !== null) return under;
  let best: ProvinceIndex | null = null;
  let least = reach;
  for (const [province, { shape, box }] of map.provinces.entries()) {
    const [left, top, right, bottom] = box;
    if (!inBox([left - reach, top - reach, right + reach, bottom + reach], x, y)) continue;
    for (const polygon of shape) {
      const distance = toEdge(polygon, x, y);
      if (distance < least) [least, best] = [distance, province];
    }
  }
  return best;
}
