import { describe, expect, it } from "vitest";
import { buildMap } from "#client/build/buildMap.ts";
import { sheetOf } from "#client/build/map/worldLand.ts";
import { readScenario } from "#client/build/scenarioFiles.ts";
import { decodeMap } from "#client/map/geometry/decodeMap.ts";
import { provinceAt } from "#client/map/geometry/hitTest.ts";
import type { MapSpec } from "#shared/model/scenario.ts";

type World = Extract<MapSpec, { kind: "world" }>;
function worldOf(id: string): World {
  const { map } = readScenario(id);
  if (map.kind !== "world") throw new Error(`${id} is no map of the world`);
  return map;
}
const provinceUnder = (id: string, place: readonly [number, number]): string | null => {
  const shapes = decodeMap(buildMap(readScenario(id)));
  const under = provinceAt(shapes, ...sheetOf(worldOf(id)).toPlane(place));
  return under === null ? null : (shapes.geometry.provinces[under]?.id ?? null);
};

describe("a far-off power in an inset", () => {
  const sheet = sheetOf(worldOf("gulf-1990"));
  const [inset] = sheet.insets;

  it("lies wholly in its box, and the box within the frame", () => {
    const [left, top, right, bottom] = inset?.box ?? [0, 0, 0, 0];
    const shapes = decodeMap(buildMap(readScenario("gulf-1990")));
    const american = shapes.geometry.provinces.flatMap(({ id }, p) =>
      ["new-york", "chicago", "los-angeles"].includes(id) ? [shapes.provinces[p]?.box ?? [0, 0, 0, 0]] : [],
    );
    expect(american).toHaveLength(3);
    for (const [x0, y0, x1, y1] of american) {
      expect(x0 >= left && y0 >= top && x1 <= right && y1 <= bottom).toBe(true);
    }
    expect(left >= 0 && top >= 0 && right <= sheet.frame[2] && bottom <= sheet.frame[3]).toBe(true);
  });

  it("is found where its cities are, though they lie on the far side of the globe", () => {
    expect(provinceUnder("gulf-1990", [-77.04, 38.9])).toBe("new-york");
    expect(provinceUnder("gulf-1990", [-122.33, 47.4])).toBe("los-angeles");
  });

  it("leaves the sheet itself as it is", () => {
    expect(provinceUnder("gulf-1990", [44.37, 33.31])).toBe("baghdad");
  });
});

describe("land outside of play within a present-day shape in play", () => {
  it("belongs to no province: Rome and Dresden in 1805, while Milan and Berlin do", () => {
    expect(provinceUnder("napoleonic-europe", [12.5, 42.1])).toBeNull();
    expect(provinceUnder("napoleonic-europe", [13.6, 51.05])).toBeNull();
    expect(provinceUnder("napoleonic-europe", [9.3, 45.4])).toBe("milan");
    expect(provinceUnder("napoleonic-europe", [13.4, 52.4])).toBe("berlin");
  });
});
