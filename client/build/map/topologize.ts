import { merge } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import type { GeometryCollection, MultiPolygon as ArcShape, Topology } from "topojson-specification";
import type { MapGeometry } from "../../map/geometry/types.ts";
import { shareVertices } from "./shareVertices.ts";
import { areaOf, type Pair, type Piece } from "./pieces.ts";

export type MapTopology = MapGeometry["topology"];

/** How arcs are drawn out once they are shared. */
export interface Finish {
  /** Pieces that touch have the same points already, as cells of one diagram do. */
  readonly matched: boolean;
  /** Triangles smaller than this (square units) go (Visvalingam & Whyatt 1993); 0 keeps every point. */
  readonly leastTriangle: number;
  /** Pieces of an owner with less area (square units) go; 0 keeps them all. */
  readonly leastPiece: number;
  /** Redraws an arc between its fixed ends. */
  readonly redraw: (arc: readonly Pair[]) => readonly Pair[];
}

/** Pieces to arcs: vertices shared, cells of one owner merged, simplified, whole units, each arc written as steps. */
export function topologize(pieces: readonly Piece[], provinces: readonly string[], finish: Finish): MapTopology {
  const shared = finish.matched ? pieces : shareVertices(pieces);
  const names = [...new Set(shared.flatMap((piece) => (piece.province === null ? [piece.name] : [])))].sort();
  const merged = mergerOf(shared, finish.leastPiece);
  // Arcs are found anew once the cells are gone: now they run from border to border, not from cell to cell.
  const full = arcsOf({
    provinces: collection(provinces.map((id) => ({ id, land: merged((piece) => piece.province === id) }))),
    others: collection(
      names.map((id) => ({ id, land: merged((piece) => piece.province === null && piece.name === id) })),
    ),
  });
  const thinned = finish.leastTriangle > 0 ? simplify(presimplify(full), finish.leastTriangle) : full;
  return stepped(thinned, finish.redraw);
}

type Land = number[][][][];
interface Lands {
  readonly type: "FeatureCollection";
  readonly features: readonly {
    readonly type: "Feature";
    readonly id: string;
    readonly geometry: { readonly type: "MultiPolygon"; readonly coordinates: Land };
  }[];
}

const collection = (lands: readonly { readonly id: string; readonly land: Land }[]): Lands => ({
  type: "FeatureCollection",
  features: lands.map(({ id, land }) => ({
    type: "Feature",
    id,
    geometry: { type: "MultiPolygon", coordinates: land },
  })),
});

/** topojson-server gives arcs by the names it took GeoJSON by; its types do not say so. */
const arcsOf = <Name extends string>(
  lands: Readonly<Record<Name, Lands>>,
): Topology<Record<Name, GeometryCollection>> =>
  topology(lands) as unknown as Topology<Record<Name, GeometryCollection>>;

/** Holes smaller than this (square units) are left by slivers that were dropped. */
const PINHOLE = 600;

function mergerOf(pieces: readonly Piece[], leastPiece: number): (wanted: (piece: Piece) => boolean) => Land {
  const whole = arcsOf({ pieces: collection(pieces.map((piece, i) => ({ id: String(i), land: piece.land }))) });
  const { geometries } = whole.objects.pieces;
  return (wanted) => {
    const chosen = geometries.filter((_, i) => wanted(pieces[i] as Piece));
    // Every part is a MultiPolygon: it was made so above.
    const { coordinates } = merge(whole, chosen as ArcShape[]);
    const sized = (ring: number[][] | undefined, least: number): boolean =>
      Math.abs(areaOf((ring ?? []) as Pair[])) >= least;
    return coordinates
      .filter(([outer]) => sized(outer, leastPiece))
      .map((rings) => rings.filter((ring, i) => i === 0 || sized(ring, PINHOLE)));
  };
}

function stepped(full: MapTopology, redraw: Finish["redraw"]): MapTopology {
  const arcs = full.arcs.map((arc) => {
    const drawn = redraw(arc.map(([x, y]): Pair => [x ?? 0, y ?? 0])).map(([x, y]): Pair => [
      Math.round(x),
      Math.round(y),
    ]);
    const distinct = drawn.filter(
      (point, i) => i === 0 || point[0] !== drawn[i - 1]?.[0] || point[1] !== drawn[i - 1]?.[1],
    );
    const kept = distinct.length > 1 ? distinct : drawn.slice(0, 2);
    return kept.map(([x, y], i) => (i === 0 ? [x, y] : [x - (kept[i - 1]?.[0] ?? 0), y - (kept[i - 1]?.[1] ?? 0)]));
  });
  return { ...full, arcs, transform: { scale: [1, 1], translate: [0, 0] } };
}
