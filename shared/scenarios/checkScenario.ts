import type { Aim, Scenario, ScenarioCrisis } from "../model/scenario.ts";

/** What is wrong with a scenario that has the right shape: each fault in one sentence; none = sound. */
export function checkScenario(scenario: Scenario): readonly string[] {
  return [
    ...twice(
      "country",
      scenario.countries.map((one) => one.id),
    ),
    ...twice(
      "province",
      scenario.provinces.map((one) => one.id),
    ),
    ...twice(
      "ideology",
      scenario.ideologies.map((one) => one.id),
    ),
    ...countryFaults(scenario),
    ...provinceFaults(scenario),
    ...pairFaults(scenario),
    ...treatyFaults(scenario),
    ...crisisFaults(scenario),
    ...shareFaults(scenario),
    ...mapFaults(scenario),
    ...twice("module", scenario.recommended.modules ?? []),
    ...(scenario.variantOf === scenario.id ? [`${scenario.id} is a variant of itself`] : []),
  ];
}

function twice(what: string, ids: readonly string[]): string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${what} "${id}" stands twice`);
}

interface Known {
  readonly country: (id: string, where: string) => string[];
  readonly province: (id: string, where: string) => string[];
}

function knownIn(scenario: Scenario): Known {
  const countries = new Set<string>(scenario.countries.map((one) => one.id));
  const provinces = new Set<string>(scenario.provinces.map((one) => one.id));
  return {
    country: (id, where) => (countries.has(id) ? [] : [`${where} names the unknown country "${id}"`]),
    province: (id, where) => (provinces.has(id) ? [] : [`${where} names the unknown province "${id}"`]),
  };
}

function countryFaults(scenario: Scenario): string[] {
  const known = knownIn(scenario);
  const ideologies = new Set(scenario.ideologies.map((one) => one.id));
  return scenario.countries.flatMap((country) => [
    ...(ideologies.has(country.ideology) ? [] : [`${country.id} has the unknown ideology "${country.ideology}"`]),
    ...(scenario.provinces.some((province) => province.home === country.id)
      ? []
      : [`${country.id} has no home province`]),
    ...(country.offence + country.defence > 0 ? [] : [`${country.id} has no arms at all`]),
    ...twice(
      `aim of ${country.id}`,
      country.aims.map((aim) => aim.id),
    ),
    ...country.aims.flatMap((aim) => aimFaults(known, country.id, aim)),
  ]);
}

function aimFaults(known: Known, owner: string, aim: Aim): string[] {
  const where = `aim "${aim.id}" of ${owner}`;
  switch (aim.kind) {
    case "hold":
    case "freed":
      return known.province(aim.province, where);
    case "pactWith":
    case "outrank":
      return aim.country === owner ? [`${where} is about itself`] : known.country(aim.country, where);
    case "keepApart":
      return [
        ...known.country(aim.a, where),
        ...known.country(aim.b, where),
        ...(aim.a === aim.b ? [`${where} is about one country`] : []),
      ];
    case "outrankBy":
    case "fearedByNone":
    case "fullSovereignty":
    case "intact":
      return [];
  }
}

function provinceFaults(scenario: Scenario): string[] {
  const known = knownIn(scenario);
  const neighbours = new Map<string, readonly string[]>(scenario.provinces.map((one) => [one.id, one.neighbours]));
  return scenario.provinces.flatMap((province) => [
    ...known.country(province.home, `province ${province.id}`),
    ...(province.holder === undefined ? [] : known.country(province.holder, `province ${province.id}`)),
    ...(province.holder === province.home ? [`${province.id} is held by its own home: leave the holder out`] : []),
    ...twice(`neighbour of ${province.id}`, province.neighbours),
    ...province.neighbours.flatMap((other) => [
      ...known.province(other, `neighbours of ${province.id}`),
      ...(other === province.id ? [`${province.id} is its own neighbour`] : []),
      ...(neighbours.get(other)?.includes(province.id) === false
        ? [`${province.id} touches ${other}, but not the other way round`]
        : []),
    ]),
  ]);
}

function pairFaults(scenario: Scenario): string[] {
  const known = knownIn(scenario);
  const ideologies = new Set(scenario.ideologies.map((one) => one.id));
  const pair = (a: string, b: string, where: string): string[] => [
    ...known.country(a, where),
    ...known.country(b, where),
    ...(a === b ? [`${where} pairs "${a}" with itself`] : []),
  ];
  const key = (a: string, b: string): string => [a, b].sort().join(" and ");
  return [
    ...scenario.proximity.flatMap(([a, b]) => pair(a, b, "proximity")),
    ...twice(
      "proximity of",
      scenario.proximity.map(([a, b]) => key(a, b)),
    ),
    ...scenario.rivalries.flatMap(([a, b]) => pair(a, b, "rivalries")),
    ...twice(
      "rivalry of",
      scenario.rivalries.map(([a, b]) => key(a, b)),
    ),
    ...scenario.history.flatMap((act) => [
      ...known.country(act.by, "history"),
      ...known.country(act.target, "history"),
    ]),
    ...scenario.ideologyDistances.flatMap(({ a, b }) =>
      [a, b].filter((id) => !ideologies.has(id)).map((id) => `ideology distances name the unknown ideology "${id}"`),
    ),
  ];
}

function treatyFaults(scenario: Scenario): string[] {
  const known = knownIn(scenario);
  return scenario.treaties.flatMap((treaty) => {
    const where = `treaty of ${treaty.parties.join(", ")}`;
    return [
      ...treaty.parties.flatMap((id) => known.country(id, where)),
      ...twice(`party of the ${where}`, treaty.parties),
      ...(treaty.against === undefined ? [] : known.country(treaty.against, where)),
      ...(treaty.against !== undefined && treaty.parties.includes(treaty.against)
        ? [`${where} is against one of its parties`]
        : []),
      ...((treaty.kind === "nonaggression") === (treaty.turns !== undefined)
        ? []
        : [`${where}: turns are given for non-aggression, and only for it`]),
    ];
  });
}

function crisisFaults(scenario: Scenario): string[] {
  const known = knownIn(scenario);
  const crises = scenario.crises ?? [];
  return [
    ...twice(
      "crisis",
      crises.map((one) => one.id),
    ),
    ...crises.flatMap((crisis) => [
      ...effectFaults(known, crisis),
      ...(crisis.turn !== undefined && crisis.turn > scenario.turns
        ? [`crisis "${crisis.id}" strikes in turn ${crisis.turn} of ${scenario.turns}`]
        : []),
    ]),
  ];
}

function effectFaults(known: Known, crisis: ScenarioCrisis): string[] {
  const where = `crisis "${crisis.id}"`;
  return crisis.effects.flatMap((effect) => {
    switch (effect.kind) {
      case "stability":
      case "treasury":
      case "offence":
      case "defence":
      case "industry":
        return known.country(effect.country, where);
      case "act":
        return [...known.country(effect.by, where), ...known.country(effect.target, where)];
      case "congress":
        return [];
    }
  });
}

/** How far the sum of shares in per cent may be from 100: tables are rounded to one decimal. */
const ROUNDING = 0.5;

function shareFaults(scenario: Scenario): string[] {
  return (["population", "industry"] as const).flatMap((what) => {
    const sum = scenario.provinces.reduce((total, province) => total + province[what], 0);
    return Math.abs(sum - 100) <= ROUNDING ? [] : [`${what} of all provinces sums to ${sum.toFixed(2)}, not to 100`];
  });
}

function mapFaults(scenario: Scenario): string[] {
  if (scenario.map.kind !== "world") return [];
  const known = knownIn(scenario);
  const placed = new Set(Object.values(scenario.map.composition).flat());
  return [
    ...Object.entries(scenario.map.composition).flatMap(([shape, ids]) =>
      ids.flatMap((id) => known.province(id, `map shape ${shape}`)),
    ),
    ...Object.keys(scenario.map.sites ?? {}).flatMap((id) => known.province(id, "map sites")),
    ...scenario.provinces
      .filter((province) => !placed.has(province.id))
      .map((province) => `${province.id} has no place on the map`),
  ];
}
