import { describe, expect, test } from "vitest";
import { buildMap } from "#client/build/buildMap.ts";
import { readScenario, scenarioIds } from "#client/build/scenarioFiles.ts";
import { decodeMap } from "#client/map/geometry/decodeMap.ts";
import { clampCamera, openingCamera } from "#client/map/paint/camera.ts";
import { overlap } from "#client/map/place/boxes.ts";
import { groundOf, NOT_IN_PLAY, SEA } from "#client/map/place/ground.ts";
import { nameLand } from "#client/map/place/heartland.ts";
import { placeNames } from "#client/map/place/names.ts";
import type { PlacedName } from "#client/map/place/names.ts";

/** The map's pane on a phone, a laptop and a projector; `spared`: countries that may be too crowded in for a number. */
const VIEWS = [
  { name: "phone", view: { width: 360, height: 216 }, unit: 1, spared: 2 },
  { name: "laptop", view: { width: 734, height: 484 }, unit: 1, spared: 0 },
  { name: "projector", view: { width: 1328, height: 820 }, unit: 1.5, spared: 0 },
] as const;

const inside = ([x, y]: readonly [number, number], view: { width: number; height: number }): boolean =>
  x > EDGE && y > EDGE && x < view.width - EDGE && y < view.height - EDGE;

/** Letters of a typical width, so that the test needs no canvas. */
const measure = (text: string, letters: { size: number; tracking: number }): number =>
  text.length * letters.size * (0.66 + letters.tracking);

/** A country is in view when some of its land is not hidden by the plate's edge: px from it. */
const EDGE = 14;

const PATIENCE = { timeout: 120_000 };

describe.each(scenarioIds())("the opening map of %s", (id) => {
  const scenario = readScenario(id);
  const shapes = decodeMap(buildMap(scenario));
  const ids = scenario.countries.map((country) => country.id).sort();
  const indexOf = (country: string): number => ids.findIndex((one) => one === country);
  const provinces = [...scenario.provinces].sort((a, b) => (a.id < b.id ? -1 : 1));
  const homes = provinces.map((province) => indexOf(province.home));
  const holders = provinces.map((province) => indexOf(province.holder ?? province.home));
  const named = nameLand(shapes, homes, holders);

  const opening = (at: (typeof VIEWS)[number], you: number) => {
    const { frame, extent, countries } = shapes.geometry;
    const home = countries[you]?.label ?? null;
    const open = openingCamera(frame, at.view, { home, crowded: countries.length > 6 });
    const ground = groundOf(shapes, { homes, named }, clampCamera(open, frame, extent));
    const wants = ids.map((_, country) => {
      const one = scenario.countries.find((other) => other.id === ids[country]);
      const figure = {
        width: (country % 3 === 0 ? 46 : 16) * at.unit,
        height: (country % 3 === 0 ? 20 : 12) * at.unit,
      };
      return {
        country,
        forms: [one?.name ?? "", one?.short ?? ""].map((form) => form.toUpperCase()),
        own: country === you,
        figure,
      };
    });
    return { ground, names: placeNames(wants, { ground, ...at, measure, obstacles: [], shy: [] }) };
  };

  const cases = VIEWS.flatMap((at) =>
    // Only a phone opens on one's own country; elsewhere a seat changes no more than which name comes first.
    ids.slice(0, at.name === "phone" ? ids.length : 2).map((seat, you) => ({ at, you, label: `${at.name}, ${seat}` })),
  );

  test("no name or number stands on another country's land", PATIENCE, () => {
    for (const { at, you, label } of cases) {
      const { ground, names } = opening(at, you);
      const astray = names.flatMap((one) => middles(one).map((middle) => ({ one, here: ground.at(...middle) })));
      const wrong = astray.filter(
        ({ one, here }) => here !== one.country && !(here === SEA || (here === NOT_IN_PLAY && one.leader !== null)),
      );
      expect([label, wrong.map(({ one, here }) => `${ids[one.country]} on ${ids[here] ?? here}`)]).toEqual([label, []]);
    }
  });

  test(
    "every country in view has at least its number (on a phone all but two), and nothing written touches anything else",
    PATIENCE,
    () => {
      for (const { at, you, label } of cases) {
        const { ground, names } = opening(at, you);
        const seen = ids.filter((_, country) => ground.nameCells(country).some((cell) => inside(cell, at.view)));
        const told = new Set(names.filter((one) => one.figure !== null).map((one) => ids[one.country]));
        const untold = seen.filter((country) => !told.has(country));
        expect([label, untold.slice(at.spared)]).toEqual([label, []]);
        const touching = names.flatMap((a, i) =>
          names
            .slice(i + 1)
            .flatMap((b) => (overlap(a.box, b.box) > 0 ? [`${ids[a.country]} on ${ids[b.country]}`] : [])),
        );
        expect([label, touching]).toEqual([label, []]);
      }
    },
  );
});

const middles = ({ name, figure, text }: PlacedName) => [
  ...(text === "" ? [] : [name]),
  ...(figure === null ? [] : [figure]),
];

test.each([
  ["cold-war-europe-1949", "usa", "frankfurt"],
  ["cold-war-europe-1949", "britain", "hamburg"],
  ["napoleonic-europe", "britain", "hanover"],
])("%s: the name of %s does not stand on %s, and does on its largest land", (id, country, exclave) => {
  const scenario = readScenario(id);
  const ids = scenario.countries.map((one) => one.id).sort();
  const provinces = [...scenario.provinces].sort((a, b) => (a.id < b.id ? -1 : 1));
  const homes = provinces.map(({ home }) => ids.indexOf(home));
  const named = nameLand(decodeMap(buildMap(scenario)), homes, homes);
  const on = provinces.filter((province, index) => province.home === country && named[index]).map((one) => one.id);
  expect(on).not.toContain(exclave);
  expect(on.length).toBeGreaterThan(2);
});
