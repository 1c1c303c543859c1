import { countryId, provinceId, scenarioId } from "#shared/model/ids.ts";
import type { Aim, Scenario, ScenarioCountry, ScenarioProvince } from "#shared/model/scenario.ts";

/** Shares of power in ring order, as The Ring has them; other numbers of countries go round the list again. */
const SHARES = [22, 16, 13, 18, 14, 17];
/** Home provinces of each; the first borders on the country before, the last on the country after. */
const PROVINCES = 3;

const AIMS: readonly Aim[] = [
  { id: "whole", kind: "intact", text: "End the match with all of your home provinces." },
  { id: "master", kind: "fullSovereignty", text: "Follow nobody: never bandwagon in the whole match." },
  { id: "harmless", kind: "fearedByNone", text: "End with a threat to every other country below 50.", below: 50 },
  { id: "grow", kind: "outrankBy", text: "Hold at least 1 more province at the end than at the start.", provinces: 1 },
];

/**
 * A ring of n countries: each touches the one before it and the one after it, shares in the order of The Ring, three provinces each. Made from n
 * alone, to see whether what holds for six holds for four, eight and sixteen.
 */
export function ringOf(n: number): Scenario {
  const shares = scaled(Array.from({ length: n }, (_, k) => SHARES[k % SHARES.length] ?? 0));
  return land(`ring-of-${n}`, shares, (k, p) => [
    ...(p > 0 ? [[k, p - 1] as const] : [[(k + n - 1) % n, PROVINCES - 1] as const]),
    ...(p < PROVINCES - 1 ? [[k, p + 1] as const] : [[(k + 1) % n, 0] as const]),
  ]);
}

/**
 * One threat with 30 % of all power in the middle, and n others that share the rest evenly round it, each touching the threat and its two neighbours.
 * The threat has lately given the first of them an ultimatum, so that there is one who is most exposed, and others who
 * could leave it to that one (bar 6).
 */
export function wheelOf(n: number): Scenario {
  const shares = [30, ...Array.from({ length: n }, () => 70 / n)];
  const rim = (k: number): number => 1 + ((k - 1 + n) % n);
  const scenario = land(`wheel-of-${n}`, shares, (k, p) =>
    k === 0
      ? [
          ...[p - 1, p + 1].filter((q) => q >= 0 && q < PROVINCES).map((q) => [0, q] as const),
          ...Array.from({ length: n }, (_, j) => j)
            .filter((j) => j % PROVINCES === p)
            .map((j) => [j + 1, 1] as const),
        ]
      : [
          ...(p > 0 ? [[k, p - 1] as const] : [[rim(k - 1), PROVINCES - 1] as const]),
          ...(p < PROVINCES - 1 ? [[k, p + 1] as const] : [[rim(k + 1), 0] as const]),
          ...(p === 1 ? [[0, (k - 1) % PROVINCES] as const] : []),
        ],
  );
  const [hub, first] = scenario.countries;
  if (!hub || !first) return scenario;
  return {
    ...scenario,
    history: [
      { act: "ultimatum", by: hub.id, target: first.id, turnsAgo: 0, note: "What makes the first the most exposed." },
    ],
  };
}

const scaled = (shares: readonly number[]): number[] => {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => (100 * share) / sum);
};

const named = (k: number): string => `c${String(k + 1).padStart(2, "0")}`;
const placed = (k: number, p: number): ReturnType<typeof provinceId> => provinceId(`${named(k)}-${p + 1}`);

/** `touching(k, p)`: the provinces (country, number) that the p-th province of the k-th country touches. */
function land(
  id: string,
  shares: readonly number[],
  touching: (k: number, p: number) => readonly (readonly [number, number])[],
): Scenario {
  const countries = shares.map((share, k): ScenarioCountry => {
    const name = `Country ${k + 1}`;
    return {
      id: countryId(named(k)),
      name,
      short: name,
      offence: OFFENCE * share,
      defence: (1 - OFFENCE) * share,
      mobility: 0,
      ideology: "none",
      openSociety: true,
      aims: AIMS,
      brief: "",
    };
  });
  const provinces = shares.flatMap((share, k) =>
    Array.from({ length: PROVINCES }, (_, p): ScenarioProvince => {
      const neighbours = [...new Set(touching(k, p).map(([owner, q]) => placed(owner, q)))].filter(
        (one) => one !== placed(k, p),
      );
      return {
        id: placed(k, p),
        name: placed(k, p),
        home: countryId(named(k)),
        population: share / PROVINCES,
        industry: share / PROVINCES,
        terrain: p === 1 ? "mountain" : "open",
        coastal: false,
        neighbours,
        city: [k, p],
      };
    }),
  );
  return {
    id: scenarioId(id),
    version: 1,
    title: id,
    era: "generated",
    summary: "",
    turns: 8,
    recommended: { level: "standard", minutes: 45, people: String(shares.length) },
    countries,
    provinces,
    proximity: [],
    ideologies: [],
    ideologyDistances: [],
    rivalries: [],
    treaties: [],
    history: [],
    parameters: { intent: { near: 0.6, llr: { balance_against: 0.8 } }, prediction: { vBandwagon: 0.72, cBal: 0.1 } },
    map: { kind: "drawn", seed: 1, size: [100, 100], seas: [] },
    sources: [],
    judged: [],
  };
}
/** Share of offence in the opening arms, as in The Ring. */
const OFFENCE = 0.6;
