import { countryId, provinceId, scenarioId, type CountryId } from "#shared/model/ids.ts";
import type { Scenario, ScenarioCountry, ScenarioProvince } from "#shared/model/scenario.ts";

/** A ring of `n` countries of unequal strength, three provinces each: a table of a size no shipped scenario has yet. */
export function bigRing(n: number): Scenario {
  const ids = Array.from({ length: n }, (_, k) => countryId(`c${String(k).padStart(2, "0")}`));
  return {
    id: scenarioId("big-ring"),
    version: 1,
    title: `Ring of ${n}`,
    era: "fictional",
    summary: "A large table for measuring.",
    turns: 10,
    recommended: { level: "standard", minutes: 40, people: String(n) },
    countries: ids.map((id, k) => country(id, k)),
    provinces: ids.flatMap((id, k) => provinces(id, k, ids)),
    proximity: [],
    ideologies: [{ id: "none", name: "None", centralising: false }],
    ideologyDistances: [],
    rivalries: [],
    treaties: [],
    history: [],
    parameters: {},
    map: { kind: "drawn", seed: 1, size: [1000, 760], seas: [] },
    sources: ["Made for measuring."],
    judged: ["Everything: no such ring exists."],
  };
}

function country(id: CountryId, k: number): ScenarioCountry {
  const arms = 5 + (k % 5) * 1.5;
  return {
    id,
    name: `Country ${k}`,
    short: `C${k}`,
    offence: arms,
    defence: arms + (k % 2),
    mobility: 0,
    ideology: "none",
    openSociety: true,
    aims: [
      { id: "whole", kind: "intact", text: "End with all of your home provinces." },
      { id: "master", kind: "fullSovereignty", text: "Follow nobody." },
    ],
    brief: `Country ${k} of a ring of equals in all but arms.`,
  };
}

function provinces(home: CountryId, k: number, ids: readonly CountryId[]): ScenarioProvince[] {
  const n = ids.length;
  const id = (country: number, part: number) => provinceId(`p${String((country + n) % n).padStart(2, "0")}-${part}`);
  const share = 100 / n / 3;
  // Part 0 faces the country before, part 2 the country after.
  const neighbours = [
    [id(k - 1, 2), id(k, 1)],
    [id(k, 0), id(k, 2)],
    [id(k, 1), id(k + 1, 0)],
  ];
  return neighbours.map((around, part) => ({
    id: id(k, part),
    name: `Province ${k}.${part}`,
    home,
    population: share,
    industry: share,
    terrain: part === 1 ? "mountain" : "open",
    coastal: false,
    neighbours: [...around].sort(),
    city: [k, part],
  }));
}
