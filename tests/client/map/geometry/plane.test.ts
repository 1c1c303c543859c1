import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deepest } from "#client/map/geometry/places.ts";
import { clipRing, inPolygon, polygonArea, ringArea, toEdge, without } from "#client/map/geometry/plane.ts";
import type { Polygon, Ring } from "#client/map/geometry/types.ts";

const square = (x: number, y: number, size: number): Ring => [x, y, x + size, y, x + size, y + size, x, y + size];
const withHole: Polygon = [square(0, 0, 100), square(40, 40, 20)];
/** A horseshoe open at the top: its middle is water. */
const horseshoe: Polygon = [[0, 0, 30, 0, 30, 70, 70, 70, 70, 0, 100, 0, 100, 100, 0, 100]];
/** A star-shaped polygon of any size and place. */
const star = fc
  .tuple(
    fc.integer({ min: -500, max: 500 }),
    fc.integer({ min: -500, max: 500 }),
    fc.array(fc.integer({ min: 20, max: 300 }), { minLength: 5, maxLength: 24 }),
  )
  .map(([x, y, reaches]): Polygon => [
    reaches.flatMap((reach, k) => [
      x + reach * Math.cos((2 * Math.PI * k) / reaches.length),
      y + reach * Math.sin((2 * Math.PI * k) / reaches.length),
    ]),
  ]);

describe("areas and insides", () => {
  it("a hole is no land", () => {
    expect(polygonArea(withHole)).toBe(10_000 - 400);
    expect(inPolygon(withHole, 50, 50)).toBe(false);
    expect(inPolygon(withHole, 20, 50)).toBe(true);
    expect(inPolygon(withHole, 120, 50)).toBe(false);
  });
  it("the nearest edge may be that of a hole", () => {
    expect(toEdge(withHole, 35, 50)).toBe(5);
    expect(toEdge(withHole, 3, 50)).toBe(3);
  });
});

describe("clipRing", () => {
  it("cuts a square to the part within a box", () => {
    expect(Math.abs(ringArea(clipRing(square(0, 0, 100), [50, 50, 200, 200])))).toBe(2500);
  });
  it("leaves what is inside as it is, and nothing of what is outside", () => {
    expect(clipRing(square(10, 10, 20), [0, 0, 100, 100])).toHaveLength(8);
    expect(clipRing(square(10, 10, 20), [50, 50, 100, 100])).toEqual([]);
  });
});

describe("without", () => {
  it("drops stretches and gives back the pieces between them", () => {
    const line = [0, 0, 1, 0, 2, 0, 3, 0, 4, 0];
    expect(without(line, (ax) => ax === 1)).toEqual([
      [0, 0, 1, 0],
      [2, 0, 3, 0, 4, 0],
    ]);
    expect(without(line, () => true)).toEqual([]);
  });
});

describe("deepest", () => {
  it("finds the middle of a square", () => {
    const { at, room } = deepest([square(0, 0, 100)]);
    expect(Math.hypot(at[0] - 50, at[1] - 50)).toBeLessThan(3);
    expect(room).toBeGreaterThan(47);
  });
  it("stays on land where the centroid is water", () => {
    const { at } = deepest(horseshoe);
    expect(inPolygon(horseshoe, ...at)).toBe(true);
  });
  it("prefers the wide part for writing, the roomy part without", () => {
    // A tower of 60 × 200 on a plinth of 300 × 50.
    const tower: Polygon = [[0, 0, 60, 0, 60, 200, 300, 200, 300, 250, 0, 250]];
    expect(deepest(tower, 3).at[1]).toBeGreaterThan(195);
  });
  it("lies inside of any star, and no sampled point lies much deeper", () => {
    fc.assert(
      fc.property(
        star,
        fc.array(fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })), {
          maxLength: 20,
        }),
        (polygon, samples) => {
          const { at, room } = deepest(polygon);
          expect(inPolygon(polygon, ...at)).toBe(true);
          for (const [dx, dy] of samples) {
            const [x, y] = [at[0] + 300 * dx, at[1] + 300 * dy];
            if (inPolygon(polygon, x, y)) expect(toEdge(polygon, x, y)).toBeLessThanOrEqual(room + 11);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
