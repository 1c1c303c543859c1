import { keptFor } from "../lib/keptFor.ts";
import { quantise } from "../lib/quantise.ts";
import { Tabulated } from "../lib/tabulated.ts";
import type { CountryIndex } from "../model/ids.ts";
import type { BySource } from "../model/parameters.ts";
import type { Board, Country, Matrix, PublicWorld } from "../model/world.ts";
import { intentProbability } from "./intent.ts";
import { median, powerShares } from "./power.ts";
import type { PowerRow } from "./power.ts";
import { normalised } from "./threat.ts";

/** What the four sources need to know of the board and of the world. */
export type AssessedBoard = Pick<Board, "provinces" | "proximity"> & {
  readonly parameters: Pick<Board["parameters"], "weights" | "floor" | "kappa" | "delta"> & {
    readonly war: Pick<Board["parameters"]["war"], "occupiedValue">;
  };
};
export type AssessedWorld = Pick<PublicWorld, "holders" | "intent"> & {
  readonly countries: readonly Pick<Country, "offence" | "defence" | "industryBuilt">[];
};

/** Every number that theory.md 1–3 takes from a world. Matrices by observer, then by country seen; diagonals 0. */
export interface Assessment {
  /** p_j, summing to 1. */
  readonly shares: readonly number[];
  /** P_j and O_j, in [floor, 1]. */
  readonly power: readonly number[];
  readonly offence: readonly number[];
  /** I_ij, in [floor, 1]. */
  readonly intent: Matrix;
  /** T_ij in points, quantised to 1e-6. */
  readonly threat: Matrix;
}

/**
 * T_ij = 100·P_j^w·X_ij^w·O_j^w·I_ij^w for all pairs at once (Walt 1985, 1987; theory.md 1–3). By definition this is
 * `threatOf(componentsOf(…))`, with P of `powerOf`, X of the board (`proximityOf`), O of `offences` and I of
 * `intentProbability`; a test holds it to that, to the millionth. It runs once a turn and once for every look ahead of a
 * computer player: what depends on j alone is raised once, and the rest is looked up.
 */
export function assess(board: AssessedBoard, world: AssessedWorld): Assessment {
  const { floor, weights } = board.parameters;
  const { w, raisedProbability } = raisers(weights);
  const shares = powerShares(holdings(board, world));
  const middle = median(shares);
  const offence = offences(world.countries, board.parameters);
  const power: number[] = [];
  const own: number[] = [];
  for (let j = 0; j < shares.length; j += 1) {
    const share = shares[j] ?? 0;
    const P = powerOf(share, middle, floor);
    power.push(P);
    own.push(100 * P ** w.P * (offence[j] ?? 0) ** w.O);
  }
  const near = raised(board.proximity, w.X);
  const least = floor ** w.I;
  const intent: number[][] = [];
  const threat: number[][] = [];
  for (let i = 0; i < world.intent.length; i += 1) {
    const seen = world.intent[i] ?? [];
    const nearRow = near[i] ?? [];
    const intentRow = seen.slice();
    const threatRow = seen.slice();
    probability.row(seen, intentRow);
    raisedProbability.row(seen, threatRow);
    for (let j = 0; j < seen.length; j += 1) {
      intentRow[j] = Math.max(floor, intentRow[j] ?? 0);
      threatRow[j] = quantise((own[j] ?? 0) * (nearRow[j] ?? 0) * Math.max(least, threatRow[j] ?? 0));
    }
    intentRow[i] = 0;
    threatRow[i] = 0;
    intent.push(intentRow);
    threat.push(threatRow);
  }
  return { shares, power, offence, intent, threat };
}

/** The four components of the threat that j is to i, each in [floor, 1]. */
export function componentsOf(
  board: Pick<Board, "proximity">,
  assessment: Assessment,
  i: CountryIndex,
  j: CountryIndex,
): BySource {
  return {
    P: assessment.power[j] ?? 0,
    X: board.proximity[i]?.[j] ?? 0,
    O: assessment.offence[j] ?? 0,
    I: assessment.intent[i]?.[j] ?? 0,
  };
}

/**
 * People, industry and arms that each country commands: held home provinces whole, occupied ones in part, and what it built – or
 * lost in a crisis, though never more than it has.
 */
export function holdings(board: AssessedBoard, world: Omit<AssessedWorld, "intent">): PowerRow[] {
  const held = world.countries.map(({ industryBuilt, offence, defence }) => ({
    population: 0,
    industry: industryBuilt,
    military: offence + defence,
  }));
  const occupied = board.parameters.war.occupiedValue;
  for (let p = 0; p < board.provinces.length; p += 1) {
    const province = board.provinces[p];
    const holder = held[world.holders[p] ?? -1];
    if (!province || !holder) continue;
    const value = province.home === world.holders[p] ? 1 : occupied;
    holder.population += value * province.population;
    holder.industry += value * province.industry;
  }
  for (const one of held) if (one.industry < 0) one.industry = 0;
  return held;
}

/**
 * P_j = p_j/(p_j + p̃), p̃ the median share: ½ for a country of middling power, the same for every observer (aggregate power,
 * Walt 1987). The median, so that a superpower on the board does not make every neighbour look negligible.
 */
const powerOf = (share: number, middle: number, floor: number): number => component(share, share + middle, floor);

/**
 * O_j = κ·Off* / (κ·Off* + Def* + s), Off* = off + (1 − δ)·def, Def* = δ·def: how far a country's arms are fit for attack, as
 * others can tell (offensive power, Walt 1987). κ and δ are Jervis's (1978) offence–defence balance and differentiation; s = ¼ of the median arms keeps few arms from looking fierce.
 */
function offences(
  countries: readonly { readonly offence: number; readonly defence: number }[],
  { kappa, delta, floor }: { readonly kappa: number; readonly delta: number; readonly floor: number },
): number[] {
  const scale = median(countries.map(({ offence, defence }) => offence + defence)) / 4;
  return countries.map(({ offence, defence }) => {
    const threatening = kappa * (offence + (1 - delta) * defence);
    return component(threatening, threatening + delta * defence + scale, floor);
  });
}

const component = (part: number, whole: number, floor: number): number =>
  whole > 0 ? Math.max(floor, part / whole) : floor;

/** Normalised weights, and I^w = (1/(1 + e^−L))^w as a function of L. */
interface Raisers {
  readonly w: BySource;
  readonly raisedProbability: Tabulated;
}

/** Functions of L for one set of weights, kept as long as the weights. L lies within the ceiling, ±3 unless a scenario says otherwise. */
const raisers = keptFor((weights: BySource): Raisers => {
  const w = normalised(weights);
  return { w, raisedProbability: new Tabulated((L) => intentProbability(L) ** w.I, TABLE) };
});
const TABLE = { from: -4, to: 4, cellsPerUnit: 16 };
const probability = new Tabulated((L) => intentProbability(L), TABLE);

/** X^w is asked for every turn of a match and seldom changes: the last answer is kept for as long as the board's matrix lives. */
const lastRaised = new WeakMap<Matrix, { readonly exponent: number; readonly powers: Matrix }>();
function raised(proximity: Matrix, exponent: number): Matrix {
  const last = lastRaised.get(proximity);
  if (last?.exponent === exponent) return last.powers;
  const powers = proximity.map((row) => row.map((X) => X ** exponent));
  lastRaised.set(proximity, { exponent, powers });
  return powers;
}
