import type { MapName, Scenario } from "#shared/model/scenario.ts";
import { decodeMap } from "../map/geometry/decodeMap.ts";
import { countryPlace, deepest } from "../map/geometry/places.ts";
import { largestPolygon } from "../map/geometry/plane.ts";
import type { Box, CountryPlace, Line, MapGeometry, MapText, Point, ProvincePlace } from "../map/geometry/types.ts";
import { drawnPieces, gridOn, planeOf, softened } from "./map/drawnLand.ts";
import type { Piece } from "./map/pieces.ts";
import { topologize, type Finish } from "./map/topologize.ts";
import { graticuleOn, sheetOf, worldPieces } from "./map/worldLand.ts";

/** Smallest triangle kept, square units: about two thirds of a pixel at the opening frame on a laptop. */
const LEAST_TRIANGLE = 260;
/** Smallest piece of drawn land: what rounding pinches off a cape is no island. */
const LEAST_DRAWN = 20_000;
/** The camera stays this far inside of where land is cut. */
const CUT_MARGIN = 260;

interface Ground {
  readonly pieces: readonly Piece[];
  readonly finish: Finish;
  readonly frame: Box;
  readonly cut: Box;
  readonly graticule: readonly Line[];
  readonly toPlane: (place: readonly [number, number]) => readonly [number, number];
}

/** The drawn map of a scenario: the same bytes for the same scenario. Throws where the scenario cannot be drawn. */
export function buildMap(scenario: Scenario, leastTriangle = LEAST_TRIANGLE): MapGeometry {
  const ground = groundOf(scenario, leastTriangle);
  const ids = scenario.provinces.map((province) => province.id).sort();
  const topology = topologize(ground.pieces, ids, ground.finish);
  const [left, top, right, bottom] = ground.cut;
  const bare: MapGeometry = {
    format: 1,
    scenario: scenario.id,
    frame: ground.frame,
    extent: [left + CUT_MARGIN, top + CUT_MARGIN, right - CUT_MARGIN, bottom - CUT_MARGIN],
    topology,
    graticule: ground.graticule,
    provinces: [],
    countries: [],
    seas: textsOf(scenario.map.seas, ground),
    bystanders: scenario.map.kind === "world" ? textsOf(scenario.map.bystanders, ground) : [],
    approximate: scenario.map.kind === "world",
  };
  return { ...bare, ...placesOf(scenario, bare, ground) };
}

function groundOf(scenario: Scenario, leastTriangle: number): Ground {
  const { map } = scenario;
  if (map.kind === "drawn") {
    const plane = planeOf(map);
    return {
      ...plane,
      pieces: drawnPieces(scenario, map, plane),
      finish: { matched: true, leastTriangle: 0, leastPiece: LEAST_DRAWN, redraw: softened },
      graticule: gridOn(plane),
    };
  }
  const sheet = sheetOf(map);
  return {
    ...sheet,
    pieces: worldPieces(scenario, map, sheet),
    finish: { matched: false, leastTriangle, leastPiece: 0, redraw: (arc) => arc },
    graticule: graticuleOn(sheet),
  };
}

const rounded = ([x, y]: readonly [number, number]): Point => [Math.round(x), Math.round(y)];

const textsOf = (names: readonly MapName[], ground: Ground): readonly MapText[] =>
  names.map(({ name, at }) => ({ name, at: rounded(ground.toPlane(at)) }));

function placesOf(
  scenario: Scenario,
  bare: MapGeometry,
  ground: Ground,
): { readonly provinces: readonly ProvincePlace[]; readonly countries: readonly CountryPlace[] } {
  const shapes = decodeMap(bare);
  const sorted = [...scenario.provinces].sort((a, b) => (a.id < b.id ? -1 : 1));
  const countries = scenario.countries.map((country) => country.id).sort();
  const provinces = sorted.map((province, p) => {
    const shape = shapes.provinces[p]?.shape ?? [];
    if (shape.length === 0) throw new Error(`${scenario.id}: ${province.id} has no land`);
    const place = deepest(largestPolygon(shape));
    return {
      id: province.id,
      city: rounded(ground.toPlane(province.city)),
      label: rounded(place.at),
      room: Math.round(place.room),
    };
  });
  const holders = sorted.map((province) => countries.indexOf(province.home));
  return {
    provinces,
    countries: countries.map((id, country) => {
      const place = countryPlace(shapes, holders, country);
      if (place === null) throw new Error(`${scenario.id}: ${id} has no land`);
      return { id, label: rounded(place.at), room: Math.round(place.room) };
    }),
  };
}
