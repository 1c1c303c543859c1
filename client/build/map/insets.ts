import { geoAzimuthalEqualArea } from "d3-geo";
import polygonClipping from "polygon-clipping";
import type { MapInset } from "#shared/model/scenario.ts";
import type { Box } from "../../map/geometry/types.ts";
import type { MultiPolygon, Pair } from "./pieces.ts";

/** A box on the sheet with a projection of its own; land of its shapes is cut to it. */
export interface Inset {
  readonly shapes: readonly string[];
  readonly toPlane: (place: readonly [number, number]) => Pair;
  /** In map units. */
  readonly box: Box;
  /** Whether it shows the place at this longitude and latitude. */
  readonly shows: (place: readonly [number, number]) => boolean;
  readonly perRadian: number;
}

/** Room between the land shown and the edge of its box, in parts of the box's width. */
const MARGIN = 0.04;

/** Lambert azimuthal equal-area round the middle of what it shows, scaled to its width; its height follows. */
export function insetOf(inset: MapInset, corner: Pair, frameWidth: number): Inset {
  const [west, south, east, north] = inset.frame;
  const centre = [(west + east) / 2, (south + north) / 2] as const;
  const raw = geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]).scale(1).translate([0, 0]);
  const at = (lon: number, lat: number): Pair => raw([lon, lat]) ?? [0, 0];
  // The widest parallel is the one nearest the equator.
  const [left, right] = [at(west, south)[0], at(east, south)[0]];
  const [top, bottom] = [Math.min(at(west, north)[1], at(centre[0], north)[1]), at(centre[0], south)[1]];
  const width = inset.width * frameWidth;
  const margin = MARGIN * width;
  const scale = (width - 2 * margin) / (right - left);
  const [x0, y0] = corner;
  return {
    shapes: inset.shapes,
    toPlane: ([lon, lat]) => {
      const [x, y] = at(lon, lat);
      return [x0 + margin + (x - left) * scale, y0 + margin + (y - top) * scale];
    },
    box: [x0, y0, x0 + width, y0 + 2 * margin + (bottom - top) * scale],
    shows: ([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north,
    perRadian: scale,
  };
}

export const insideInset = (insets: readonly Inset[], [x, y]: Pair): boolean =>
  insets.some(({ box: [left, top, right, bottom] }) => x > left && x < right && y > top && y < bottom);

/** Land that lies under a box gives way to it. */
export function clearOf(land: MultiPolygon, insets: readonly Inset[]): MultiPolygon {
  const under = insets.filter(({ box }) => land.some((polygon) => overlaps(polygon[0] ?? [], box)));
  return under.reduce<MultiPolygon>((rest, { box }) => polygonClipping.difference(rest, windowOf(box)), land);
}

function overlaps(ring: readonly Pair[], [left, top, right, bottom]: Box): boolean {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return Math.min(...xs) < right && Math.max(...xs) > left && Math.min(...ys) < bottom && Math.max(...ys) > top;
}

export const windowOf = ([left, top, right, bottom]: Box): MultiPolygon => [[outlineOf([left, top, right, bottom])]];

/** The edge of a box as a closed ring. */
export const outlineOf = ([left, top, right, bottom]: Box): Pair[] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
  [left, top],
];
