import { describe, expect, it } from "vitest";
import { decodeMap } from "#client/map/geometry/decodeMap.ts";
import { nearestProvince, provinceAt } from "#client/map/geometry/hitTest.ts";
import { borderLines, provinceLines } from "#client/map/geometry/lines.ts";
import { heldBy, outlineOf } from "#client/map/geometry/outlines.ts";
import { countryPlace } from "#client/map/geometry/places.ts";
import { shapeArea } from "#client/map/geometry/plane.ts";
import type { Line } from "#client/map/geometry/types.ts";
import { squares } from "./squares.ts";

const map = decodeMap(squares());
const [a, b, c, d] = [0, 1, 2, 3];

const lengthOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => {
    let length = 0;
    for (let i = 2; i < line.length; i += 2)
      length += Math.hypot((line[i] ?? 0) - (line[i - 2] ?? 0), (line[i + 1] ?? 0) - (line[i - 1] ?? 0));
    return sum + length;
  }, 0);

/** x of upright lines, ascending. */
const uprights = (lines: readonly Line[]): number[] =>
  lines
    .filter((line) => line[0] === line.at(-2))
    .map((line) => line[0] ?? NaN)
    .sort((x, y) => x - y);

describe("decodeMap", () => {
  it("gives each province its land, box and area", () => {
    expect(map.provinces.map((province) => province.box)).toEqual([
      [0, 0, 1000, 1000],
      [1000, 0, 2000, 1000],
      [2000, 0, 3000, 1000],
      [4000, 0, 5000, 1000],
    ]);
    expect(map.provinces.map((province) => province.area)).toEqual([1e6, 1e6, 1e6, 1e6]);
    expect(map.others.map((other) => other.name)).toEqual(["Far"]);
  });
  it("finds the shore of all land together: round Far–a–b–c, and round d", () => {
    expect(lengthOf(map.coast)).toBe(10_000 + 4000);
  });
});

describe("outlineOf", () => {
  it("draws one ring round provinces that touch, without the border between them", () => {
    const shape = outlineOf(map, [a, b]);
    expect(shape).toHaveLength(1);
    expect(shapeArea(shape)).toBe(2e6);
  });
  it("keeps an island in the outline of a coalition", () => {
    const shape = outlineOf(map, heldBy([0, 1, 2, 0], [0]));
    expect(shape).toHaveLength(2);
    expect(shapeArea(shape)).toBe(2e6);
  });
  it("is empty for a government in exile", () => {
    expect(outlineOf(map, heldBy([0, 0, 0, 0], [1]))).toEqual([]);
  });
});

describe("borders", () => {
  it("run between holders and toward land not in play, and move with a conquest", () => {
    expect(uprights(borderLines(map, [0, 0, 1, 1]))).toEqual([0, 2000]);
    expect(uprights(borderLines(map, [0, 1, 1, 1]))).toEqual([0, 1000]);
  });
  it("leave province lines within one holder", () => {
    expect(uprights(provinceLines(map, [0, 0, 1, 1]))).toEqual([1000]);
    expect(uprights(provinceLines(map, [0, 0, 0, 1]))).toEqual([1000, 2000]);
  });
});

describe("hit test", () => {
  it.each([
    [500, 500, a],
    [1999, 999, b],
    [2001, 1, c],
    [4500, 500, d],
    [3500, 500, null],
    [-500, 500, null],
  ])("at %d, %d", (x, y, province) => {
    expect(provinceAt(map, x, y)).toBe(province);
  });
  it("lets a finger miss an island by a little, not by much", () => {
    expect(nearestProvince(map, [3900, 500], 150)).toBe(d);
    expect(nearestProvince(map, [3120, 500], 150)).toBe(c);
    expect(nearestProvince(map, [3500, 500], 150)).toBeNull();
  });
});

describe("countryPlace", () => {
  it("puts the name in the middle of the largest piece", () => {
    const place = countryPlace(map, [0, 0, 0, 0], 0);
    expect(place?.at[1]).toBeCloseTo(500, -2);
    expect(place?.at[0]).toBeGreaterThan(500);
    expect(place?.at[0]).toBeLessThan(2500);
  });
  it("moves with what is held, and is nowhere without land", () => {
    expect(countryPlace(map, [0, 1, 1, 0], 1)?.at[0]).toBeGreaterThan(1000);
    expect(countryPlace(map, [0, 0, 0, 0], 1)).toBeNull();
  });
  it("stays in the frame where a country reaches out of it", () => {
    const narrow = decodeMap({ ...squares(), frame: [0, 0, 1400, 1000] });
    expect(countryPlace(narrow, [0, 0, 0, 0], 0)?.at[0]).toBeLessThan(1400);
  });
});
