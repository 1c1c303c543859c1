import { mergeArcs } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import type { GeometryCollection, MultiPolygon as ArcShape, Polygon as ArcPolygon, Topology } from "topojson-specification";
import type { MapGeometry } from "../../map/geometry/types.ts";
import { shareVertices } from "./shareVertices.ts";
import { areaOf, type Pair, type Piece } from "./pieces.ts";

export type MapTopology = MapGeometry["topology"];

/** How arcs are drawn out once they are shared. */
export interface Finish {
  /** Triangles smaller than this (square units) go (Visvalingam & Whyatt 1993); 0 keeps every point. */
  readonly leastTriangle: number;
  /** Redraws an arc between its fixed ends. */
  readonly redraw: (arc: readonly Pair[]) => readonly Pair[];
}

/** Pieces to arcs: vertices shared, cells of one owner merged, simplified, whole units, each arc written as steps. */
export function topologize(pieces: readonly Piece[], provinces: readonly string[], finish: Finish): MapTopology {
  const shared = shareVertices(pieces);
  const geometries = shared.map((piece, i) => ({ type: "MultiPolygon" as const, coordinates: piece.land as Pair[][][], id: i }));
  // topojson-server takes any GeoJSON by name; its types know only what goes in.
  const all = topology({ pieces: { type: "GeometryCollection", geometries } } as never) as unknown as Topology<{ pieces: GeometryCollection }>;
  const parts = all.objects.pieces.geometries;
  const merged = (wanted: (piece: Piece) => boolean): ArcShape => {
    const chosen = parts.filter((_, i) => wanted(shared[i] as Piece));
    // Every part is a MultiPolygon or Polygon: they were made so above.
    return whole(mergeArcs(all, chosen as (ArcShape | ArcPolygon)[]), all);
  };
  const names = [...new Set(shared.filter((piece) => piece.province === null).map((piece) => piece.name))].sort();
  const objects = {
    provinces: { type: "GeometryCollection" as const, geometries: provinces.map((id) => ({ ...merged((piece) => piece.province === id), id })) },
    others: {
      type: "GeometryCollection" as const,
      geometries: names.map((name) => ({ ...merged((piece) => piece.province === null && piece.name === name), id: name })),
    },
  };
  const pruned = prune({ type: "Topology", arcs: all.arcs, objects });
  const thinned = finish.leastTriangle > 0 ? simplify(presimplify(pruned), finish.leastTriangle) : pruned;
  return stepped(prune(thinned), finish.redraw);
}

/** Holes smaller than this (square units) are left by slivers that were dropped. */
const PINHOLE = 600;

function whole(shape: ArcShape, { arcs }: Topology): ArcShape {
  const pointsOf = (ring: readonly number[]): Pair[] =>
    ring.flatMap((arc) => {
      const points = (arcs[arc < 0 ? ~arc : arc] ?? []).map(([x, y]): Pair => [x ?? 0, y ?? 0]);
      return arc < 0 ? points.toReversed() : points;
    });
  return { ...shape, arcs: shape.arcs.map((rings) => rings.filter((ring, i) => i === 0 || Math.abs(areaOf(pointsOf(ring))) >= PINHOLE)) };
}

/** Arcs that no object uses any more are left out, and joints of just two arcs stay: they do no harm. */
function prune(full: MapTopology): MapTopology {
  const index = new Map<number, number>();
  const arcs: Topology["arcs"] = [];
  const renumber = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renumber);
    const arc = value as number;
    const old = arc < 0 ? ~arc : arc;
    if (!index.has(old)) {
      index.set(old, arcs.length);
      arcs.push(full.arcs[old] ?? []);
    }
    const fresh = index.get(old) ?? 0;
    return arc < 0 ? ~fresh : fresh;
  };
  const collect = (collection: GeometryCollection): GeometryCollection => ({
    type: "GeometryCollection",
    geometries: collection.geometries.map((geometry) => ({ ...geometry, arcs: renumber((geometry as ArcShape).arcs) }) as ArcShape),
  });
  const objects = { provinces: collect(full.objects.provinces), others: collect(full.objects.others) };
  return { type: "Topology", arcs, objects };
}

function stepped(full: MapTopology, redraw: Finish["redraw"]): MapTopology {
  const arcs = full.arcs.map((arc) => {
    const drawn = redraw(arc.map(([x, y]): Pair => [x ?? 0, y ?? 0])).map(([x, y]): Pair => [Math.round(x), Math.round(y)]);
    const distinct = drawn.filter((point, i) => i === 0 || point[0] !== drawn[i - 1]?.[0] || point[1] !== drawn[i - 1]?.[1]);
    const kept = distinct.length > 1 ? distinct : drawn.slice(0, 2);
    return kept.map(([x, y], i) => (i === 0 ? [x, y] : [x - (kept[i - 1]?.[0] ?? 0), y - (kept[i - 1]?.[1] ?? 0)]));
  });
  return { ...full, arcs, transform: { scale: [1, 1], translate: [0, 0] } };
}
