import type { CountryIndex } from "#shared/model/ids.ts";
import { outlineOf } from "../geometry/outlines.ts";
import { boxOf, inShape, largestPolygon, polygonArea } from "../geometry/plane.ts";
import type { Holders, MapShapes, Point, Polygon, Shape } from "../geometry/types.ts";

/**
 * A piece of a country smaller than this share of its largest, or further from it than so many times the side of a
 * square as large, is an exclave: no name stands there for the whole. The distance tells an inset, drawn small, from
 * the zone it holds abroad, which may look as large.
 */
const LEAST_PIECE = 0.5;
const FURTHEST_PIECE = 3.2;

/**
 * By province: whether the name of the country at home there may stand on it. Not on exclaves (Hanover is not where
 * Britain is looked for, Frankfurt not where the United States are), and not on what another holds, unless nothing is left.
 */
export function nameLand(shapes: MapShapes, homes: readonly CountryIndex[], holders: Holders): readonly boolean[] {
  const heart = heartlands(shapes, homes);
  const free = new Set(homes.filter((home, province) => heart[province] === true && holders[province] === home));
  return homes.map((home, province) => heart[province] === true && (!free.has(home) || holders[province] === home));
}

/** Homes do not change in a match, and shapes are decoded once a page. */
const known = new WeakMap<MapShapes, readonly boolean[]>();

function heartlands(shapes: MapShapes, homes: readonly CountryIndex[]): readonly boolean[] {
  const before = known.get(shapes);
  if (before !== undefined) return before;
  const pieces = new Map<CountryIndex, Shape>();
  for (const country of new Set(homes)) {
    const outline = outlineOf(
      shapes,
      homes.flatMap((home, province) => (home === country ? [province] : [])),
    );
    const main = largestPolygon(outline);
    const most = polygonArea(main);
    const [x, y] = middleOf(main);
    pieces.set(
      country,
      outline.filter((polygon) => {
        const [u, v] = middleOf(polygon);
        return (
          polygonArea(polygon) >= LEAST_PIECE * most && Math.hypot(u - x, v - y) <= FURTHEST_PIECE * Math.sqrt(most)
        );
      }),
    );
  }
  const heart = homes.map((home, province) => {
    const label = shapes.geometry.provinces[province]?.label;
    return label !== undefined && inShape(pieces.get(home) ?? [], ...label);
  });
  known.set(shapes, heart);
  return heart;
}

function middleOf(polygon: Polygon): Point {
  const [left, top, right, bottom] = boxOf([polygon]);
  return [(left + right) / 2, (top + bottom) / 2];
}
