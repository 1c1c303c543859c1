import type { GeometryCollection, Topology } from "topojson-specification";
import type { CountryIndex, ProvinceIndex } from "#shared/model/ids.ts";

/** x, y in map units: x to the right, y down, the opening frame 10 000 units wide. */
export type Point = readonly [number, number];
/** left, top, right, bottom. */
export type Box = readonly [number, number, number, number];
/** x0, y0, x1, y1, … An open line. */
export type Line = readonly number[];
/** x0, y0, x1, y1, … closed; the first point is not repeated at the end. */
export type Ring = readonly number[];
/** Outer ring first, then holes. */
export type Polygon = readonly Ring[];
/** Any number of polygons: a country with its islands. */
export type Shape = readonly Polygon[];

/**
 * What the build writes to `/maps/<scenario id>.json`. Provinces stand in ascending id order, countries too:
 * the positions are those of `Board.provinces` and `Board.ids`. All land shares its arcs, so that outlines, borders
 * and coasts of any grouping can be made from it without gaps.
 */
export interface MapGeometry {
  readonly format: 1;
  readonly scenario: string;
  /** What is seen at first. */
  readonly frame: Box;
  /** As far as land is drawn; the camera stays inside. */
  readonly extent: Box;
  /** `provinces`: one geometry per province, `id` = province id. `others`: land not in play, `id` = its name or "". */
  readonly topology: Topology<{ readonly provinces: GeometryCollection; readonly others: GeometryCollection }>;
  readonly graticule: readonly Line[];
  readonly provinces: readonly ProvincePlace[];
  readonly countries: readonly CountryPlace[];
  readonly seas: readonly MapText[];
  readonly bystanders: readonly MapText[];
  /** Borders are composed of present-day shapes: say so on screen. */
  readonly approximate: boolean;
}

export interface ProvincePlace {
  readonly id: string;
  /** Where the named city lies, on the province's land. */
  readonly city: Point;
  /** The point deepest inside its largest piece, and how far the border is from it. */
  readonly label: Point;
  readonly room: number;
}

/** At the opening of the match; for later holdings use `countryPlace`. */
export interface CountryPlace {
  readonly id: string;
  readonly label: Point;
  readonly room: number;
}

export interface MapText {
  readonly name: string;
  readonly at: Point;
}

/** The geometry made ready for drawing, once per page: see `decodeMap`. */
export interface MapShapes {
  readonly geometry: MapGeometry;
  readonly provinces: readonly ProvinceShape[];
  readonly others: readonly OtherShape[];
  /** Shore of all land, in play or not, without the edge of the sheet. */
  readonly coast: readonly Line[];
}

export interface ProvinceShape {
  readonly shape: Shape;
  readonly box: Box;
  /** In square map units. */
  readonly area: number;
}

export interface OtherShape {
  readonly name: string;
  readonly shape: Shape;
  readonly box: Box;
}

/** Who holds each province, by province index: as in `World.holders`. */
export type Holders = readonly CountryIndex[];
export type Provinces = readonly ProvinceIndex[];
