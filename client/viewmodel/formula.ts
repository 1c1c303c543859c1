import type { CountryIndex } from "#shared/model/ids.ts";
import { SOURCES, type BySource } from "#shared/model/parameters.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import { assess, componentsOf, holdings } from "#shared/theory/assess.ts";
import { intentProbability } from "#shared/theory/intent.ts";
import { median } from "#shared/theory/power.ts";
import { baseline, decompose, normalised } from "#shared/theory/threat.ts";
import { roundToSum } from "./numbers.ts";
import { lastStep } from "./standing.ts";

/** Every number that theory.md 1–4 uses for one directed dyad, observer ← country, in the order of the argument. */
export interface Working {
  /** Shares of people, industry and arms, 0–1, and their mean p. */
  readonly shares: {
    readonly people: number;
    readonly industry: number;
    readonly arms: number;
    readonly power: number;
  };
  readonly medianShare: number;
  readonly components: BySource;
  readonly offence: {
    readonly kappa: number;
    readonly delta: number;
    readonly off: number;
    readonly def: number;
    readonly threatening: number;
    readonly sheltering: number;
    readonly scale: number;
  };
  readonly intent: {
    readonly prior: number;
    readonly logOdds: number;
    readonly rho: number;
    /** What ideology adds to the prior: 2γ(D − ½), 0 where D is 0. */
    readonly ideology: { readonly distance: number; readonly gamma: number; readonly shift: number };
  };
  readonly weights: BySource;
  /** c^w for each source; their product × 100 is T. */
  readonly factors: BySource;
  readonly threat: number;
  /** Points above or below an average 50 (each component .5): sums to printed T − 50. */
  readonly fromAverage: BySource;
  /** Points since last turn: sums to the printed change; null before the first turn or where the record lacks P and O. */
  readonly sinceLastTurn: BySource | null;
}

export function workingOf(
  board: Board,
  view: PlayerView,
  [me, country]: readonly [CountryIndex, CountryIndex],
): Working {
  const { world } = view;
  const { parameters } = board;
  const assessment = assess(board, world);
  const components = componentsOf(board, assessment, me, country);
  const weights = normalised(parameters.weights);
  const threat = world.threat[me]?.[country] ?? 0;
  return {
    shares: sharesOf(board, view, country, assessment.shares[country] ?? 0),
    medianShare: median(assessment.shares),
    components,
    offence: offenceOf(board, view, country),
    intent: {
      prior: board.prior[me]?.[country] ?? 0,
      logOdds: world.intent[me]?.[country] ?? 0,
      rho: parameters.intent.rho,
      ideology: ideologyOf(board, [me, country]),
    },
    weights,
    factors: bySource((source) => components[source] ** weights[source]),
    threat,
    fromAverage: rounded(decompose(components, baseline(0.5), parameters.weights), Math.round(threat) - 50),
    sinceLastTurn: sinceLastTurn(board, view, [me, country]),
  };
}

function ideologyOf(
  { ideologyDistance, parameters }: Board,
  [me, country]: readonly [CountryIndex, CountryIndex],
): Working["intent"]["ideology"] {
  const distance = ideologyDistance[me]?.[country] ?? 0;
  const { gamma } = parameters.intent;
  return { distance, gamma, shift: distance > 0 ? 2 * gamma * (distance - 0.5) : 0 };
}

function sharesOf(board: Board, view: PlayerView, country: CountryIndex, power: number): Working["shares"] {
  const held = holdings(board, view.world);
  const arms = view.world.countries.map(({ offence, defence }) => offence + defence);
  const share = (values: readonly number[]): number =>
    (values[country] ?? 0) / (values.reduce((sum, value) => sum + value, 0) || 1);
  return {
    people: share(held.map((one) => one.population)),
    industry: share(held.map((one) => one.industry)),
    arms: share(arms),
    power,
  };
}

/** O's inputs, written as in theory.md 2: Off* = off + (1 − δ)·def, Def* = δ·def, s = ¼ of the median arms. */
function offenceOf(board: Board, view: PlayerView, country: CountryIndex): Working["offence"] {
  const { kappa, delta } = board.parameters;
  const state = view.world.countries[country];
  const [off, def] = [state?.offence ?? 0, state?.defence ?? 0];
  const scale = median(view.world.countries.map(({ offence, defence }) => offence + defence)) / 4;
  return { kappa, delta, off, def, threatening: off + (1 - delta) * def, sheltering: delta * def, scale };
}

function sinceLastTurn(
  board: Board,
  view: PlayerView,
  [me, country]: readonly [CountryIndex, CountryIndex],
): BySource | null {
  const step = lastStep(board, view);
  if (!step?.before.power || !step.before.offence) return null;
  const before = { ...step.before, shares: [], power: step.before.power, offence: step.before.offence };
  const earlier = componentsOf(board, { ...before, intent: probabilities(board, before.intent) }, me, country);
  const now = componentsOf(board, assess(board, view.world), me, country);
  const change = Math.round(view.world.threat[me]?.[country] ?? 0) - Math.round(before.threat[me]?.[country] ?? 0);
  return rounded(decompose(now, earlier, board.parameters.weights), change);
}

const probabilities = (board: Board, intent: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  intent.map((row) => row.map((L) => intentProbability(L, board.parameters.floor)));

const bySource = (valueOf: (source: keyof BySource) => number): BySource => ({
  P: valueOf("P"),
  X: valueOf("X"),
  O: valueOf("O"),
  I: valueOf("I"),
});

function rounded(parts: BySource, total: number): BySource {
  const points = roundToSum(
    SOURCES.map((source) => parts[source]),
    total,
  );
  return bySource((source) => points[SOURCES.indexOf(source)] ?? 0);
}
