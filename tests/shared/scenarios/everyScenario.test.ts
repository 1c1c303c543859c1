import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { contactsOf, LEAST_BORDER } from "#client/build/map/touching.ts";
import { buildMap } from "#client/build/buildMap.ts";
import { readScenario, scenarioIds } from "#client/build/scenarioFiles.ts";
import { decodeMap } from "#client/map/geometry/decodeMap.ts";
import { provinceAt } from "#client/map/geometry/hitTest.ts";
import { createBoard } from "#shared/rules/createBoard.ts";

const folder = fileURLToPath(new URL("../../../shared/scenarios/", import.meta.url));

it("ships the tutorial, the ring and 1914", () => {
  expect(scenarioIds()).toEqual(expect.arrayContaining(["strait", "ring", "europe-1914"]));
});

describe.each(scenarioIds())("scenario %s", (id) => {
  const scenario = readScenario(id);
  const historical = scenario.map.kind === "world";
  const map = buildMap(scenario);
  const shapes = decodeMap(map);
  const provinces = [...scenario.provinces].sort((a, b) => (a.id < b.id ? -1 : 1));

  it("parses, and is called what its folder is called", () => {
    expect(scenario.id).toBe(id);
  });

  it("makes a board", () => {
    expect(createBoard(scenario, { modules: [] }).ids).toHaveLength(scenario.countries.length);
  });

  it("gives every country an aim within reach without treaties", () => {
    const alone = scenario.countries.filter((country) =>
      country.aims.some((aim) => aim.kind !== "pactWith" && aim.kind !== "keepApart"),
    );
    expect(alone.map((country) => country.id)).toEqual(scenario.countries.map((country) => country.id));
  });

  it("has a teaching note: what to watch, its place in class, five questions or more, its sources", () => {
    const file = `${folder}${scenario.variantOf ?? id}/note.md`;
    expect(existsSync(file)).toBe(true);
    const note = readFileSync(file, "utf8");
    for (const heading of ["## In class", "## What to watch", "## Debrief questions", "## Sources"])
      expect(note).toContain(heading);
    const questions = note.split("## Debrief questions")[1]?.split("\n## ")[0] ?? "";
    expect(questions.split("\n").filter((line) => /^\d+\. /.test(line)).length).toBeGreaterThanOrEqual(5);
  });

  it("says in the note how long it takes and for how many, as its file recommends", () => {
    const { minutes, people } = readScenario(scenario.variantOf ?? id).recommended;
    const inClass = readFileSync(`${folder}${scenario.variantOf ?? id}/note.md`, "utf8")
      .split("## In class")[1]
      ?.split("\n## ")[0];
    expect(inClass).toContain(`${minutes} minutes`);
    expect(inClass).toContain(people);
  });

  it("names a source for every number, treaty and crisis", () => {
    expect(scenario.sources.length).toBeGreaterThanOrEqual(historical ? 4 : 1);
    if (!historical) return;
    expect(scenario.treaties.filter(({ source }) => !/\d{4}/.test(source))).toEqual([]);
    expect(scenario.judged.length).toBeGreaterThanOrEqual(3);
  });

  it("tells of the time in four crises or more, each with its day, in the order of their turns", () => {
    if (!historical) return;
    const crises = scenario.crises ?? [];
    expect(crises.length).toBeGreaterThanOrEqual(4);
    expect(crises.filter(({ date }) => !/\d{3,4}/.test(date))).toEqual([]);
    const turns = crises.flatMap(({ turn }) => (turn === undefined ? [] : [turn]));
    expect(turns).toEqual([...turns].sort((a, b) => a - b));
  });

  it("gives every country of history three aims or more and a judgement of its revisionism", () => {
    if (!historical) return;
    for (const country of scenario.countries) {
      expect(country.aims.length, country.id).toBeGreaterThanOrEqual(3);
      expect(country.revisionism, country.id).toBeTypeOf("number");
    }
  });

  it("draws every province as neighbour of exactly those it names", () => {
    const { borders } = contactsOf(map);
    const drawn = [...borders].filter(([, length]) => length >= LEAST_BORDER).map(([pair]) => pair);
    const named = scenario.provinces.flatMap((province) =>
      province.neighbours.filter((other) => province.id < other).map((other) => `${province.id}|${other}`),
    );
    expect(drawn.sort()).toEqual(named.sort());
  });

  it("draws a shore for exactly the coastal provinces", () => {
    const { shores } = contactsOf(map);
    const wet = provinces
      .filter((province) => (shores.get(province.id) ?? 0) >= LEAST_BORDER)
      .map((province) => province.id);
    expect(wet).toEqual(provinces.filter((province) => province.coastal).map((province) => province.id));
  });

  it("puts every province and its city on the map, where a click finds it", () => {
    map.provinces.forEach((place, p) => {
      expect(place.id).toBe(provinces[p]?.id);
      expect(provinceAt(shapes, ...place.label), place.id).toBe(p);
      expect(nearLand(place.city, p), `${place.id} has its city`).toBe(true);
    });
  });

  it("shows some land of every country in the opening frame, with its name on it", () => {
    const [left, top, right, bottom] = map.frame;
    map.countries.forEach(({ id: country, label: [x, y] }) => {
      const under = provinceAt(shapes, x, y);
      expect(under === null ? null : provinces[under]?.home, country).toBe(country);
      expect(x > left && x < right && y > top && y < bottom, `${country} in the frame`).toBe(true);
    });
  });

  it("stays within the weight of a map: 120 kB, in whole units", () => {
    expect(JSON.stringify(map).length).toBeLessThanOrEqual(120_000);
    expect(map.topology.arcs.flat(2).every(Number.isInteger)).toBe(true);
  });

  it("is drawn the same every time", () => {
    expect(buildMap(scenario)).toEqual(map);
  });

  /** Harbours stand on simplified shores: within a fingertip of their land is on it. */
  function nearLand([x, y]: readonly [number, number], province: number): boolean {
    const reach = 90;
    const around = Array.from(
      { length: 24 },
      (_, k) => [x + reach * Math.cos((k * Math.PI) / 12), y + reach * Math.sin((k * Math.PI) / 12)] as const,
    );
    return [[x, y] as const, ...around].some(([u, v]) => provinceAt(shapes, u, v) === province);
  }
});
