import type { Parameters, PartialParameters } from "../model/parameters.ts";
import type { Module, Scenario, ScenarioCountry } from "../model/scenario.ts";
import type { Board, BoardProvince, Matrix } from "../model/world.ts";
import type { CountryId } from "../model/ids.ts";
import { priorIntent } from "../theory/intent.ts";
import { quantise } from "../lib/quantise.ts";
import { bordersOf, proximities } from "./geography.ts";
import { withParameters } from "./parameters.ts";

/** Ideology distance of two countries of one ideology: kin, or rivals for leadership of one movement (Walt 1987). */
const SAME_IDEOLOGY = 0.2;
const SAME_CENTRALISING = 0.8;
/** A country without an army still gets something for its money. */
const LEAST_BUY = 0.001;

/**
 * The immutable facts of a match, from a checked scenario. Throws on a reference to nothing, which is a bug:
 * `parseScenario` refuses such scenarios with a sentence.
 */
export function createBoard(
  file: Scenario,
  options: {
    readonly modules: readonly Module[];
    readonly parameters?: PartialParameters;
    /** Fewer than the scenario's. */ readonly turns?: number;
  },
): Board {
  const scenario = shortened(file, options.turns);
  const parameters = withParameters(scenario.parameters, options.parameters);
  const countries = [...scenario.countries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const ids = countries.map((country) => country.id);
  const provinces = boardProvinces(scenario, ids, parameters);
  const homes = ids.map((_, i) => provinces.flatMap((province, p) => (province.home === i ? [p] : [])));
  const borders = bordersOf(ids.length, provinces);
  const mobility = countries.map((country) => country.mobility);
  const coastal = homes.map((home) => home.some((p) => provinces[p]?.coastal === true));
  const ideologyDistance = ideologyDistances(scenario, countries);
  return {
    scenario,
    parameters,
    modules: options.modules,
    ids,
    indexOf: new Map(ids.map((id, i) => [id, i])),
    names: countries.map((country) => country.name),
    spoken: countries.map(({ name, definite }) => (definite === true ? `the ${name}` : name)),
    mobility,
    provinces,
    provinceIndexOf: new Map(provinces.map((province, p) => [province.id, p])),
    homes,
    proximity: proximities(scenario, { ids, mobility, borders, coastal }, parameters.floor),
    ideologyDistance,
    prior: priors(scenario, ids, ideologyDistance, parameters.intent),
    borders,
    ...purses(countries, provinces, parameters),
  };
}

/** A match may be planned for fewer turns than its scenario has, never for more. */
const shortened = (scenario: Scenario, turns = scenario.turns): Scenario =>
  turns >= scenario.turns ? scenario : { ...scenario, turns: Math.max(1, turns) };

function boardProvinces(scenario: Scenario, ids: readonly CountryId[], parameters: Parameters): BoardProvince[] {
  const sorted = [...scenario.provinces].sort((a, b) => (a.id < b.id ? -1 : 1));
  const index = new Map(sorted.map((province, p) => [province.id, p]));
  return sorted.map((province) => ({
    id: province.id,
    name: province.name,
    home: known(ids.indexOf(province.home), province.home),
    population: province.population,
    industry: province.industry,
    terrain: province.terrain === "open" ? 1 : parameters.war.hardTerrain,
    coastal: province.coastal,
    neighbours: province.neighbours.map((id) => known(index.get(id) ?? -1, id)).sort((a, b) => a - b),
  }));
}

function known(index: number, id: string): number {
  if (index < 0) throw new Error(`scenario refers to unknown "${id}"`);
  return index;
}

function ideologyDistances(scenario: Scenario, countries: readonly ScenarioCountry[]): Matrix {
  const centralising = new Set(scenario.ideologies.filter((one) => one.centralising).map((one) => one.id));
  const known = new Set(scenario.ideologies.map((one) => one.id));
  const table = new Map(
    scenario.ideologyDistances.flatMap(({ a, b, distance }) => [
      [`${a}|${b}`, distance],
      [`${b}|${a}`, distance],
    ]),
  );
  const between = (a: string, b: string): number => {
    if (!known.has(a) || !known.has(b)) return 0;
    if (a === b && centralising.has(a)) return SAME_CENTRALISING;
    return table.get(`${a}|${b}`) ?? (a === b ? SAME_IDEOLOGY : 0);
  };
  return countries.map((a, i) => countries.map((b, j) => (i === j ? 0 : between(a.ideology, b.ideology))));
}

function priors(scenario: Scenario, ids: readonly CountryId[], distance: Matrix, intent: Parameters["intent"]): Matrix {
  const rivals = new Set(scenario.rivalries.flatMap(([a, b]) => [`${a}|${b}`, `${b}|${a}`]));
  return ids.map((a, i) =>
    ids.map((b, j) => (i === j ? 0 : priorIntent(intent, distance[i]?.[j] ?? 0, rivals.has(`${a}|${b}`)))),
  );
}

/**
 * Most income a turn, and what a point of money buys. Where a scenario rescales income, one turn's income buys
 * at most that share of the country's own starting arms (rules.md, "The order sheet" 2).
 */
function purses(
  countries: readonly ScenarioCountry[],
  provinces: readonly BoardProvince[],
  { economy }: Parameters,
): { incomeMost: number[]; armsPerPoint: number[] } {
  const incomeMost: number[] = [];
  const armsPerPoint: number[] = [];
  countries.forEach((country, i) => {
    const industry = provinces.reduce((sum, province) => sum + (province.home === i ? province.industry : 0), 0);
    const opening = Math.min(economy.incomeMost, Math.max(economy.incomeLeast, economy.incomePerIndustry * industry));
    const share = economy.incomeMostShareOfArms;
    const affordable = share === null ? opening : share * (country.offence + country.defence);
    const buys = Math.max(LEAST_BUY, quantise(Math.min(1, affordable / opening)));
    armsPerPoint.push(buys);
    incomeMost.push(
      share === null
        ? economy.incomeMost
        : quantise(Math.max(opening, Math.min(economy.incomeMost, affordable / buys))),
    );
  });
  return { incomeMost, armsPerPoint };
}
