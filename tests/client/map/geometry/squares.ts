import type { MapGeometry } from "#client/map/geometry/types.ts";

/**
 * Four provinces of 1000 × 1000 in a row, a b c | d: a and b and c touch, water lies between c and d; land not in play
 * ("Far") touches a on the left. All arcs by hand, so that a test can be checked on paper.
 *
 *     Far | a | b | c |  ~  | d
 */
export function squares(): MapGeometry {
  const arcs = [
    [
      [0, 1000],
      [0, -1000],
    ], // 0 Far|a, upwards
    [
      [0, 0],
      [1000, 0],
    ], // 1 top of a
    [
      [1000, 0],
      [0, 1000],
    ], // 2 a|b, downwards
    [
      [1000, 1000],
      [-1000, 0],
    ], // 3 bottom of a
    [
      [1000, 0],
      [1000, 0],
    ], // 4 top of b
    [
      [2000, 0],
      [0, 1000],
    ], // 5 b|c, downwards
    [
      [2000, 1000],
      [-1000, 0],
    ], // 6 bottom of b
    [
      [2000, 0],
      [1000, 0],
      [0, 1000],
      [-1000, 0],
    ], // 7 rest of c
    [
      [4000, 0],
      [1000, 0],
      [0, 1000],
      [-1000, 0],
      [0, -1000],
    ], // 8 d
    [
      [0, 1000],
      [-1000, 0],
      [0, -1000],
      [1000, 0],
    ], // 9 rest of Far
  ];
  const land = (id: string, ring: number[]) => ({ type: "MultiPolygon" as const, id, arcs: [[ring]] });
  return {
    format: 1,
    scenario: "squares",
    frame: [-2000, -1000, 6000, 2000],
    extent: [-2000, -1000, 6000, 2000],
    topology: {
      type: "Topology",
      transform: { scale: [1, 1], translate: [0, 0] },
      arcs,
      objects: {
        provinces: {
          type: "GeometryCollection",
          geometries: [land("a", [0, 1, 2, 3]), land("b", [4, 5, 6, ~2]), land("c", [7, ~5]), land("d", [8])],
        },
        others: { type: "GeometryCollection", geometries: [land("Far", [9, ~0])] },
      },
    },
    graticule: [],
    provinces: [],
    countries: [],
    seas: [],
    bystanders: [],
    approximate: false,
  };
}
