import { quantise } from "../lib/quantise.ts";
import type { CountryIndex } from "../model/ids.ts";
import type { BySource } from "../model/parameters.ts";
import type { Matrix } from "../model/world.ts";

/** Words for a threat; on screen and in the rules they mean these ranges of T. */
export const BANDS = ["negligible", "watch", "serious", "grave", "acute"] as const;
export type Band = (typeof BANDS)[number];

/**
 * Threat T in points, 100·Π c_k^w_k with weights normalised to 1 (Walt 1985, 1987, as a weighted geometric mean:
 * imperfect substitution, Singer 1958). Components in (0, 1] give T in (0, 100]. Not quantised.
 */
export function threatOf(c: BySource, weights: BySource): number {
  const w = normalised(weights);
  return 100 * Math.exp(w.P * Math.log(c.P) + w.X * Math.log(c.X) + w.O * Math.log(c.O) + w.I * Math.log(c.I));
}

/**
 * Parts of T(c) − T(c⁰) in points, one for each source; they sum to the difference exactly.
 * Source: LMDI-I (Ang 2004), Δ_k = w_k·ln(c_k/c⁰_k)·Λ with Λ the logarithmic mean of T and T⁰.
 */
export function decompose(c: BySource, c0: BySource, weights: BySource): BySource {
  const w = normalised(weights);
  const P = w.P * Math.log(c.P / c0.P);
  const X = w.X * Math.log(c.X / c0.X);
  const O = w.O * Math.log(c.O / c0.O);
  const I = w.I * Math.log(c.I / c0.I);
  const mean = threatOf(c0, weights) * meanFactor(P + X + O + I);
  return { P: P * mean, X: X * mean, O: O * mean, I: I * mean };
}

/** The same number for every source: .5 is the average of "why above an average 50?", the floor .05 is the bars' 5-point stub. */
export const baseline = (value: number): BySource => ({ P: value, X: value, O: value, I: value });

/** Uses T as stored (1e-6), never as printed: 74.7 prints 75 and is grave. */
export function bandOf(T: number): Band {
  const stored = quantise(T);
  if (stored < 20) return "negligible";
  if (stored < 40) return "watch";
  if (stored < 60) return "serious";
  return stored <= 75 ? "grave" : "acute";
}

/**
 * The one country that holds more than `alarmShare` of all arms, or null. With a share of a third or more there is at
 * most one; below that, the largest. Source: Levy & Thompson 2005.
 */
export function alarmOf(
  countries: readonly { readonly offence: number; readonly defence: number }[],
  alarmShare: number,
): CountryIndex | null {
  const shares = militaryShares(countries);
  let leader: CountryIndex | null = null;
  let most = alarmShare;
  for (let country = 0; country < shares.length; country += 1) {
    const share = shares[country] ?? 0;
    if (share <= most) continue;
    leader = country;
    most = share;
  }
  return leader;
}

/** Each country's share of all arms, quantised. All 0 when there are none. */
export function militaryShares(countries: readonly { readonly offence: number; readonly defence: number }[]): number[] {
  const all = countries.reduce((sum, { offence, defence }) => sum + offence + defence, 0);
  return countries.map(({ offence, defence }) => (all > 0 ? quantise((offence + defence) / all) : 0));
}

/** A pair that frightened each other by arming alone. `riseOfB` is how much b's threat to a rose, `riseOfA` a's to b. */
export interface Dilemma {
  readonly a: CountryIndex;
  readonly b: CountryIndex;
  readonly riseOfB: number;
  readonly riseOfA: number;
}

/** Points of T below which a rise is nobody's fear: it would print as 0 or 1. */
const NOTICED = 1;

/**
 * Pairs a < b whose threats to each other both rose noticeably in a turn in which both only bought arms (`armedOnly`, by country).
 * Source: the security dilemma (Jervis 1978).
 */
export function securityDilemmas(before: Matrix, after: Matrix, armedOnly: readonly boolean[]): Dilemma[] {
  const found: Dilemma[] = [];
  const rise = (i: number, j: number): number => quantise((after[i]?.[j] ?? 0) - (before[i]?.[j] ?? 0));
  for (let a = 0; a < armedOnly.length; a += 1) {
    if (!armedOnly[a]) continue;
    for (let b = a + 1; b < armedOnly.length; b += 1) {
      if (!armedOnly[b]) continue;
      const riseOfB = rise(a, b);
      if (riseOfB < NOTICED) continue;
      const riseOfA = rise(b, a);
      if (riseOfA >= NOTICED) found.push({ a, b, riseOfB, riseOfA });
    }
  }
  return found;
}

/** Weights divided by their sum. */
export function normalised(weights: BySource): BySource {
  const sum = weights.P + weights.X + weights.O + weights.I;
  return { P: weights.P / sum, X: weights.X / sum, O: weights.O / sum, I: weights.I / sum };
}

/** (e^u − 1)/u: the logarithmic mean over T⁰, for u = ln(T/T⁰). Near u = 0 the quotient loses its digits; its series does not. */
const meanFactor = (u: number): number => (Math.abs(u) < 1e-8 ? 1 + u / 2 : Math.expm1(u) / u);
