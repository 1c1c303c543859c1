import type { CountryIndex, ProvinceIndex } from "#shared/model/ids.ts";
import { heldBy, outlineOf } from "../geometry/outlines.ts";
import { borderLines, provinceLines } from "../geometry/lines.ts";
import { ringArea } from "../geometry/plane.ts";
import type { Line, MapShapes, Shape } from "../geometry/types.ts";
import type { MapModel } from "../mapModel.ts";

/** Paths in map units, made once per map and grouping and kept: the painters only fill and stroke them. */
export interface Sheet {
  readonly shapes: MapShapes;
  readonly model: MapModel;
  /** Land not in play. */
  readonly others: Path2D;
  readonly coast: Path2D;
  readonly graticule: Path2D;
  /** The edges of insets: the lines of the graticule that close. */
  readonly insets: Path2D;
  /** By country: what was its own at the opening; borders, rings and ribbons follow it through an occupation. */
  readonly homes: readonly Path2D[];
  /** By country: what it holds now. */
  readonly held: readonly Path2D[];
  readonly provinces: readonly Path2D[];
  readonly borders: Path2D;
  readonly provinceLines: Path2D;
  /** The joint outline of some countries' own land. */
  readonly joint: (members: readonly CountryIndex[]) => Path2D;
}

const caches = new WeakMap<MapShapes, Map<string, Path2D>>();

/** Everything the painters need for one model. Cheap when little has changed: paths are kept by their provinces. */
export function sheetOf(shapes: MapShapes, model: MapModel): Sheet {
  const cache = caches.get(shapes) ?? new Map<string, Path2D>();
  caches.set(shapes, cache);
  const keep = (key: string, make: () => Path2D): Path2D => {
    const path = cache.get(key) ?? make();
    cache.set(key, path);
    return path;
  };
  const outline = (provinces: readonly ProvinceIndex[]): Path2D =>
    keep(`outline ${provinces.join()}`, () => shapePath(whole(outlineOf(shapes, provinces))));
  const homes = model.provinces.map((province) => province.home);
  const holders = model.provinces.map((province) => province.holder);
  return {
    shapes,
    model,
    others: keep("others", () => shapePath(shapes.others.flatMap((other) => other.shape))),
    coast: keep("coast", () => linesPath(shapes.coast)),
    graticule: keep("graticule", () => linesPath(shapes.geometry.graticule)),
    insets: keep("insets", () => linesPath(shapes.geometry.graticule.filter(closes))),
    homes: model.countries.map((_, country) => outline(heldBy(homes, [country]))),
    held: model.countries.map((_, country) => outline(heldBy(holders, [country]))),
    provinces: shapes.provinces.map((province, index) => keep(`province ${index}`, () => shapePath(province.shape))),
    borders: keep("borders", () => linesPath(borderLines(shapes, homes))),
    provinceLines: keep("province lines", () => linesPath(provinceLines(shapes, homes))),
    joint: (members) => outline(heldBy(homes, members)),
  };
}

const closes = (line: Line): boolean => line.length > 4 && line[0] === line.at(-2) && line[1] === line.at(-1);

/** Holes smaller than this, in square map units (about 9 px across at first), are seams of the map and not enclaves. */
const LEAST_HOLE = 15_000;

/** A shape without its smallest holes: rings and ribbons would run round them. */
const whole = (shape: Shape): Shape =>
  shape.map((polygon) => polygon.filter((ring, index) => index === 0 || Math.abs(ringArea(ring)) >= LEAST_HOLE));

export function shapePath(shape: Shape): Path2D {
  const path = new Path2D();
  for (const polygon of shape) for (const ring of polygon) addLine(path, ring).closePath();
  return path;
}

export function linesPath(lines: readonly Line[]): Path2D {
  const path = new Path2D();
  for (const line of lines) addLine(path, line);
  return path;
}

function addLine(path: Path2D, line: Line): Path2D {
  for (let i = 0; i + 1 < line.length; i += 2) {
    const [x, y] = [line[i] ?? 0, line[i + 1] ?? 0];
    if (i === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  }
  return path;
}
