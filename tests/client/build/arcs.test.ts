import { describe, expect, it } from "vitest";
import type { Pair, Piece } from "#client/build/map/pieces.ts";
import { shareVertices } from "#client/build/map/shareVertices.ts";
import { topologize } from "#client/build/map/topologize.ts";

const piece = (province: string, ring: readonly Pair[]): Piece => ({
  province,
  name: "",
  land: [[[...ring, ring[0] as Pair]]],
});
const keep = { matched: false, leastTriangle: 0, leastPiece: 0, redraw: (arc: readonly Pair[]) => arc };

/** Left: one tall piece. Right: two pieces whose corner lies in the middle of its edge, off by less than a unit. */
const tall = piece("tall", [
  [0, 0],
  [100, 0],
  [100, 200],
  [0, 200],
]);
const upper = piece("upper", [
  [100, 0],
  [200, 0],
  [200, 100],
  [100.4, 100.3],
]);
const lower = piece("lower", [
  [100.2, 99.8],
  [200, 100],
  [200, 200],
  [100, 200],
]);

describe("shareVertices", () => {
  it("puts a corner into the edge that it touches, and makes near corners one", () => {
    const [left, right, below] = shareVertices([tall, upper, lower]).map((one) => one.land[0]?.[0] ?? []);
    const corner = right?.at(-2);
    expect(left).toContainEqual(corner);
    expect(below).toContainEqual(corner);
  });
  it("drops what is less than a pixel", () => {
    expect(
      shareVertices([
        tall,
        piece("speck", [
          [300, 300],
          [305, 300],
          [305, 305],
          [300, 305],
        ]),
      ]),
    ).toHaveLength(1);
  });
});

describe("topologize", () => {
  it("draws a common border once, used by both sides", () => {
    const { objects } = topologize([tall, upper, lower], ["lower", "tall", "upper"], keep);
    const arcsOf = (id: string): number[] => {
      const found = objects.provinces.geometries.find((one) => one.id === id);
      // The build writes nothing but MultiPolygons.
      return ((found as { arcs?: number[][][] } | undefined)?.arcs ?? []).flat(2).map((arc) => (arc < 0 ? ~arc : arc));
    };
    for (const [one, other] of [
      ["tall", "upper"],
      ["tall", "lower"],
      ["upper", "lower"],
    ] as const) {
      expect(arcsOf(one).filter((arc) => arcsOf(other).includes(arc)).length, `${one} and ${other}`).toBeGreaterThan(0);
    }
  });
  it("merges the cells of one province", () => {
    const halves = [
      piece("whole", [
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100],
      ]),
      piece("whole", [
        [100, 0],
        [200, 0],
        [200, 100],
        [100, 100],
      ]),
    ];
    const { arcs } = topologize(halves, ["whole"], keep);
    // Steps only, without each arc's start: the outline of 200 × 100, and nothing drawn in its middle.
    const drawn = arcs.flatMap((arc) => arc.slice(1)).reduce((sum, [dx = 0, dy = 0]) => sum + Math.hypot(dx, dy), 0);
    expect(drawn).toBe(600);
  });
});
