import { quantise } from "../lib/quantise.ts";
import { ACT_KINDS } from "../model/acts.ts";
import type { ActKind, Exposure } from "../model/acts.ts";
import type { EventOf } from "../model/event.ts";
import type { CountryIndex } from "../model/ids.ts";
import type { Parameters } from "../model/parameters.ts";
import type { Matrix } from "../model/world.ts";

export type IntentParameters = Parameters["intent"];

/** The part of an `act` event that the record of intentions reads. */
export type FeltAct = Pick<EventOf<"act">, "by" | "target" | "act" | "lambda" | "felt">;

/** One line of an explanation, in log-odds. Lines of a step add up to L(t) − L(t−1) exactly. */
export type IntentRow =
  | {
      readonly kind: "act";
      readonly act: ActKind;
      readonly target: CountryIndex;
      readonly exposure: Exposure;
      readonly change: number;
    }
  /** The share 1 − ρ of the excess over the prior that is forgotten in a turn. */
  | { readonly kind: "fading"; readonly change: number }
  /** What was cut off because |L| never exceeds the ceiling. Only present when it bites. */
  | { readonly kind: "ceiling"; readonly change: number };

/** What observer i thought of country j before a turn, and would think with nothing to go by. Log-odds. */
export interface Opinion {
  readonly previous: number;
  readonly prior: number;
}

/**
 * L0 = prior + 2γ(D − ½)·[D > 0] + rivalry: log-odds of aggressive intent with no acts known. Kin in ideology are feared less
 * (Walt 1987), enduring rivals more. D in [0, 1]; D = 0 means that no ideologies are compared.
 */
export function priorIntent(parameters: IntentParameters, D: number, rivalry: boolean): number {
  const kinship = D > 0 ? 2 * parameters.gamma * (D - 0.5) : 0;
  return within(parameters.ceiling, quantise(parameters.prior + kinship + (rivalry ? parameters.rivalry : 0)));
}

/** I = 1/(1 + e^(−L)): the probability that j is an aggressor, as the observer sees it (perceived intentions, Walt 1987); not below the floor of all components. */
export const intentProbability = (L: number, floor = 0): number => Math.max(floor, 1 / (1 + Math.exp(-L)));

/** The L at which I has a given value: 0 for .5. */
export const intentLogOdds = (I: number): number => Math.log(I / (1 - I));

/** ΔL of one act for an observer: exposure × log-likelihood ratio (Kydd 2005: costly acts weigh more than words). */
export const effectOf = (lambda: number, exposure: Exposure | null, parameters: IntentParameters): number =>
  exposure === null ? 0 : quantise(parameters.exposure[exposure] * lambda);

/**
 * L(t) = L0 + ρ·(L(t−1) − L0) + Σ g·λ, kept within ±ceiling: evidence adds up in log-odds (Bayes' rule, as in Kydd 2005) and
 * fades. `effects` are the ΔL = g·λ of the turn's acts; all on the 1e-6 grid.
 */
export function stepIntent(opinion: Opinion, effects: readonly number[], parameters: IntentParameters): number {
  let L = faded(opinion, parameters);
  for (const effect of effects) L += effect;
  return within(parameters.ceiling, quantise(L));
}

/** The same step with its working shown: the rows sum to `after` − `before`. */
export function explainIntent(
  opinion: Opinion,
  observer: CountryIndex,
  acts: readonly FeltAct[],
  parameters: IntentParameters,
): { readonly before: number; readonly after: number; readonly rows: readonly IntentRow[] } {
  const rows: IntentRow[] = [];
  for (const { act, target, lambda, felt } of acts) {
    const exposure = felt[observer] ?? null;
    const change = effectOf(lambda, exposure, parameters);
    if (exposure !== null && change !== 0) rows.push({ kind: "act", act, target, exposure, change });
  }
  const kept = faded(opinion, parameters);
  const free = quantise(rows.reduce((L, { change }) => L + change, kept));
  const after = within(parameters.ceiling, free);
  const fading = quantise(kept - opinion.previous);
  if (fading !== 0) rows.push({ kind: "fading", change: fading });
  if (after !== free) rows.push({ kind: "ceiling", change: quantise(after - free) });
  return { before: opinion.previous, after, rows };
}

/** L of everyone about everyone after a turn's acts (as counted: see `selectActs`): `stepIntent` for every pair at once. */
export function stepAllIntent(
  intent: Matrix,
  prior: Matrix,
  acts: readonly FeltAct[],
  parameters: IntentParameters,
): number[][] {
  const next = intent.map((row, i) => fadedRow(row, prior[i] ?? [], parameters.rho));
  for (const act of acts) feel(next, act, parameters);
  for (let i = 0; i < next.length; i += 1) {
    const row = next[i] ?? [];
    for (let j = 0; j < row.length; j += 1) row[j] = i === j ? 0 : within(parameters.ceiling, quantise(row[j] ?? 0));
  }
  return next;
}

function fadedRow(row: readonly number[], prior: readonly number[], rho: number): number[] {
  const faded = row.slice();
  for (let j = 0; j < row.length; j += 1) faded[j] = fade(row[j] ?? 0, prior[j] ?? 0, rho);
  return faded;
}

/** Adds an act to every observer's L of its doer. Observers are mostly exposed alike, so that one effect serves many. */
function feel(L: number[][], { by, lambda, felt }: FeltAct, parameters: IntentParameters): void {
  let exposure: Exposure | null = null;
  let effect = 0;
  for (let i = 0; i < L.length; i += 1) {
    const row = L[i];
    const own = felt[i] ?? null;
    if (!row || own === null || i === by) continue;
    if (own !== exposure) effect = effectOf(lambda, own, parameters);
    exposure = own;
    row[by] = (row[by] ?? 0) + effect;
  }
}

/** L before the first turn: L0 + Σ g·λ·ρ^turnsAgo, the prior and what is left of the ΔL of acts that lie turns back. */
export function openingIntent(
  prior: number,
  past: readonly { readonly effect: number; readonly turnsAgo: number }[],
  parameters: IntentParameters,
): number {
  const excess = past.reduce((sum, { effect, turnsAgo }) => sum + effect * parameters.rho ** turnsAgo, 0);
  return within(parameters.ceiling, quantise(prior + excess));
}

/**
 * The acts of one turn that count: of each doer toward each target, the weightiest hostile and the weightiest conciliatory.
 * An attack that also annexes is thereby one act. Ties go to the kind listed first, then to the earlier act; order is kept.
 */
export function selectActs<A extends Pick<FeltAct, "by" | "target" | "act" | "lambda">>(acts: readonly A[]): A[] {
  const best = new Map<string, A>();
  for (const act of acts) {
    if (act.lambda === 0) continue;
    const key = `${act.by}>${act.target}${act.lambda > 0 ? "+" : "-"}`;
    const rival = best.get(key);
    if (!rival || outweighs(act, rival)) best.set(key, act);
  }
  const counted = new Set(best.values());
  return acts.filter((act) => counted.has(act));
}

function outweighs(a: Pick<FeltAct, "act" | "lambda">, b: Pick<FeltAct, "act" | "lambda">): boolean {
  const difference = quantise(Math.abs(a.lambda) - Math.abs(b.lambda));
  return difference > 0 || (difference === 0 && ACT_KINDS.indexOf(a.act) < ACT_KINDS.indexOf(b.act));
}

const faded = ({ previous, prior }: Opinion, { rho }: IntentParameters): number => fade(previous, prior, rho);
const fade = (previous: number, prior: number, rho: number): number => quantise(prior + rho * (previous - prior));
const within = (ceiling: number, L: number): number => Math.max(-ceiling, Math.min(ceiling, L));
