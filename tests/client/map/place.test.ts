import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { buildMap } from "#client/build/buildMap.ts";
import { decodeMap } from "#client/map/geometry/decodeMap.ts";
import type { MapShapes } from "#client/map/geometry/types.ts";
import { openingCamera, toView } from "#client/map/paint/camera.ts";
import { overlap } from "#client/map/place/boxes.ts";
import { groundOf } from "#client/map/place/ground.ts";
import { nameLand } from "#client/map/place/heartland.ts";
import { placeNames } from "#client/map/place/names.ts";
import { partOf, routesOf } from "#client/map/place/routes.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { parseScenario } from "#shared/scenarios/parseScenario.ts";

const scenario: Scenario = (() => {
  const file = new URL("../../../shared/scenarios/europe-1914/scenario.json", import.meta.url);
  const parsed = parseScenario(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
})();
const ids = scenario.countries.map((country) => country.id).sort();
const homes = [...scenario.provinces]
  .sort((a, b) => (a.id < b.id ? -1 : 1))
  .map((province) => ids.indexOf(province.home));
const laptop = { width: 734, height: 484 };
const desk = { width: 860, height: 566 };
const phone = { width: 360, height: 216 };

let shapes: MapShapes;
beforeAll(() => {
  shapes = decodeMap(buildMap(scenario));
}, 30_000);

/** Letters of a typical width, so that the test needs no canvas. */
const measure = (text: string, letters: { size: number; tracking: number }): number =>
  text.length * letters.size * (0.66 + letters.tracking);

const namesIn = (view: typeof laptop) => {
  const camera = openingCamera(shapes.geometry.frame, view, { home: null, crowded: true });
  const ground = groundOf(shapes, { homes, named: nameLand(shapes, homes, homes) }, camera);
  const wants = ids.map((id, country) => ({
    country,
    forms: [id.toUpperCase()],
    own: id === "romania",
    figure: { width: 30, height: 16 },
  }));
  return { ground, camera, names: placeNames(wants, { ground, view, unit: 1, measure, obstacles: [], shy: [] }) };
};

test("Europe 1914 on a laptop: every country has its name and number, and no two touch", () => {
  const { names } = namesIn(laptop);
  expect(new Set(names.map((name) => ids[name.country]))).toEqual(new Set(ids));
  expect(names.filter((name) => name.figure === null)).toEqual([]);
  const touching = names.flatMap((a, i) =>
    names.slice(i + 1).flatMap((b) => (overlap(a.box, b.box) > 0 ? [`${a.text} on ${b.text}`] : [])),
  );
  expect(touching).toEqual([]);
});

test("a name is made smaller rather than reach into a neighbour's land", () => {
  const { ground, names } = namesIn(desk);
  for (const id of ["austria-hungary", "ottoman-empire", "russia", "germany", "france"]) {
    const name = names.find((one) => ids[one.country] === id);
    if (name === undefined) throw new Error(`no name for ${id}`);
    const [left, top, right, bottom] = name.box;
    const abroad = [left + 2, (left + right) / 2, right - 2]
      .map((x) => ground.at(x, (top + bottom) / 2))
      .filter((country) => country >= 0 && country !== name.country);
    expect(`${id} over ${abroad.map((country) => ids[country]).join()}`).toBe(`${id} over `);
  }
});

test("Europe 1914 on a phone: names that stand touch no other and stay in view", () => {
  const { names } = namesIn(phone);
  expect(names.length).toBeGreaterThan(5);
  for (const [i, a] of names.entries()) {
    for (const b of names.slice(i + 1))
      expect(`${a.text} ${b.text} ${overlap(a.box, b.box)}`).toBe(`${a.text} ${b.text} 0`);
    expect([a.box[0] >= 0, a.box[2] <= phone.width]).toEqual([true, true]);
  }
});

test("a line begins on the doer's land and ends just inside the target's, for every pair on the map", () => {
  const { ground, camera } = namesIn(laptop);
  const seats = ids.map((_, country) => toView(camera, shapes.geometry.countries[country]?.label ?? [0, 0]));
  const wants = ids.flatMap((_, from) =>
    ids.flatMap((_, to) => (from === to ? [] : [{ kind: "balance" as const, from, to }])),
  );
  for (const want of wants) {
    const [route] = routesOf([want], { ground, seats, names: [], unit: 1 });
    const [start, end] = [route?.points[0], route?.points.at(-1)];
    if (start === undefined || end === undefined) throw new Error("no way");
    const pair = `${ids[want.from]} to ${ids[want.to]}`;
    expect(`${pair}: from ${ids[ground.at(...start)]} to ${ids[ground.at(...end)]}`).toBe(
      `${pair}: from ${ids[want.from]} to ${ids[want.to]}`,
    );
    expect(route?.length).toBeGreaterThan(20);
  }
});

test("six lines into one country end apart from each other", () => {
  const { ground, camera } = namesIn(laptop);
  const seats = ids.map((_, country) => toView(camera, shapes.geometry.countries[country]?.label ?? [0, 0]));
  const doers = ["britain", "france", "russia", "italy", "austria-hungary", "belgium"];
  const wants = doers.map((doer) => ({
    kind: "balance" as const,
    from: ids.findIndex((id) => id === doer),
    to: ids.findIndex((id) => id === "germany"),
  }));
  const ends = routesOf(wants, { ground, seats, names: [], unit: 1 }).map((route) => route.points.at(-1) ?? [0, 0]);
  const gaps = ends.flatMap((a, i) => ends.slice(i + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1])));
  expect(Math.min(...gaps)).toBeGreaterThan(14);
});

test("half a route is half as long and begins at the same place", () => {
  const points = [
    [0, 0],
    [60, 0],
    [60, 40],
  ] as const;
  expect(partOf({ points, length: 100 }, 0.5)).toEqual([
    [0, 0],
    [50, 0],
  ]);
  expect(partOf({ points, length: 100 }, 0.8)).toEqual([
    [0, 0],
    [60, 0],
    [60, 20],
  ]);
  expect(partOf({ points, length: 100 }, 1)).toBe(points);
});
