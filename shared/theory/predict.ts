import type { Parameters } from "../model/parameters.ts";

/** Constants of the utilities. */
export type PredictionParameters = Omit<
  Parameters["prediction"],
  "tauPlay" | "habit" | "warStagePerProvince" | "warStageMost"
>;

/** A possible helper k against j: power share, how near it can bring it, and the chance that it comes. */
export type Helper = readonly [power: number, reach: number, chance: number];

/** What one country i weighs when it thinks of one threat j. Shares 0–1, T in points. Names as in data/theory-vectors.json. */
export interface PredictionInputs {
  readonly T: number;
  readonly p_i: number;
  /** Defence's share of i's own arms. */
  readonly def_i: number;
  readonly p_j: number;
  readonly X: number;
  readonly O: number;
  readonly I: number;
  readonly helpers: readonly Helper[];
  /** Revisionism of i, −1…1; 0 if absent. */
  readonly r?: number;
  /** War stage ω, 0 (early, or no war) … 1 (decided). */
  readonly omega?: number;
  /** Chance that j's side wins. */
  readonly w_J?: number;
  /** Whether another country is more exposed to j, so that it might be left to bear the burden. */
  readonly more_exposed?: boolean;
}

export type Choice = "balance" | "bandwagon" | "hide" | "buckPass";
/** `buckPass` is there only where it is possible. */
export type ByChoice = Readonly<Record<Exclude<Choice, "buckPass">, number>> & { readonly buckPass?: number };

export interface Prediction {
  readonly probabilities: ByChoice;
  readonly expectedUtilities: ByChoice;
  readonly intermediates: {
    readonly q_self: number;
    /** After the war stage. */
    readonly q_bal: number;
    readonly appease: number;
    readonly targeted: number;
    /** V, what bandwagoning with an appeasable j is worth. */
    readonly V: number;
    /** Q, the chance that the others stop j without i. */
    readonly Q: number;
  };
}

/** Weight of the state of a war in the worth of joining its winner (theory.md 5). */
const WAR_STAKE = 0.25;
/** What surviving alone is worth: to one who hid, and to one who left it to others (theory.md 5). */
const ALONE_HIDING = 0.9;
const ALONE_BUCK_PASSING = 0.8;

/**
 * What the theory predicts of one country facing one threat: chances by quantal response (McKelvey & Palfrey 1995) over
 * expected utilities whose odds come from a contest function (Hirshleifer 1989). It states Walt's hypotheses as numbers; it is no forecast.
 */
export function predict(inputs: PredictionInputs, parameters: PredictionParameters): Prediction {
  const { expectedUtilities, intermediates } = weigh(inputs, parameters);
  return { probabilities: quantalResponse(expectedUtilities, parameters.tau), expectedUtilities, intermediates };
}

/**
 * The expected utilities alone, 0 (lost) … 1 (secure), with the default constants (theory.md 5; conditions after Walt 1987):
 *
 *     q_self = S²/(S² + F²)     q_bal = (1 − ω)·(S+H)²/((S+H)² + F²) + ω·(1 − w_J)     Q = H²/(H² + F²)     a = 1 − I²
 *     EU(balance)   = q_bal + .10(1 − q_bal) − .08
 *     EU(bandwagon) = a·V + .10(1 − a) + .25·ω·w_J
 *     EU(hide)      = T(.9 q_self + .10(1 − q_self)) + .95(1 − T)              T = threat/100
 *     EU(buckPass)  = .95Q + (1 − Q)(.8 q_self + .10(1 − q_self)) − .05        Posen 1984; Christensen & Snyder 1990
 */
export function weigh(inputs: PredictionInputs, parameters: PredictionParameters): Omit<Prediction, "probabilities"> {
  const { sLose, cBal, sBandwagon, sHide, safe, cBuckPass, m = 2 } = parameters;
  const { omega = 0, w_J = 0 } = inputs;
  const { foe, self, helpers } = forces(inputs);
  const q_self = contest(self, foe, m);
  const q_bal = (1 - omega) * contest(self + helpers, foe, m) + omega * (1 - w_J);
  const Q = contest(helpers, foe, m);
  const appease = 1 - inputs.I ** 2;
  const targeted = inputs.T / 100;
  const V = worthOfJoining(inputs, parameters);
  const balance = q_bal + sLose * (1 - q_bal) - cBal;
  const bandwagon = appease * V + sBandwagon * (1 - appease) + WAR_STAKE * omega * w_J;
  const hide = targeted * (ALONE_HIDING * q_self + sHide * (1 - q_self)) + safe * (1 - targeted);
  const buckPass = safe * Q + (1 - Q) * (ALONE_BUCK_PASSING * q_self + sHide * (1 - q_self)) - cBuckPass;
  return {
    expectedUtilities: inputs.more_exposed ? { balance, bandwagon, hide, buckPass } : { balance, bandwagon, hide },
    intermediates: { q_self, q_bal, appease, targeted, V, Q },
  };
}

/** Chance that strength a prevails over b: a^m/(a^m + b^m), the contest function (Hirshleifer 1989); ½ when neither has any. */
export function contest(a: number, b: number, m = 2): number {
  const A = a ** m;
  const B = b ** m;
  return A + B > 0 ? A / (A + B) : 0.5;
}

/** Pr ∝ exp(EU/τ): quantal response (McKelvey & Palfrey 1995). Taken relative to the best, so that no exponential overflows. */
export function softmax(utilities: readonly number[], tau: number): number[] {
  const most = Math.max(...utilities);
  const raised = utilities.map((utility) => Math.exp((utility - most) / tau));
  const sum = raised.reduce((total, value) => total + value, 0);
  return raised.map((value) => value / sum);
}

/** F = p_j·X·(½ + O), j's force as i meets it; S = p_i·(¾ + ½·defence's share), i's own; H = Σ power·reach·chance, what others may bring. In shares of all power. */
function forces({ p_i, def_i, p_j, X, O, helpers }: PredictionInputs): { foe: number; self: number; helpers: number } {
  return {
    foe: p_j * X * (0.5 + O),
    self: p_i * (0.75 + 0.5 * def_i),
    helpers: helpers.reduce((sum, [power, reach, chance]) => sum + power * reach * chance, 0),
  };
}

/** V = V0 + spoils·max(0, r)·w_J (Schweller 1994: bandwagoning for profit) + ¼·ω·max(0, 2w_J − 1) (joining the winner). */
function worthOfJoining(
  { r = 0, omega = 0, w_J = 0 }: PredictionInputs,
  { vBandwagon, spoils }: PredictionParameters,
): number {
  return vBandwagon + spoils * Math.max(0, r) * w_J + WAR_STAKE * omega * Math.max(0, 2 * w_J - 1);
}

function quantalResponse(utilities: ByChoice, tau: number): ByChoice {
  const { balance, bandwagon, hide, buckPass } = utilities;
  const chances = softmax(
    buckPass === undefined ? [balance, bandwagon, hide] : [balance, bandwagon, hide, buckPass],
    tau,
  );
  const [b = 0, w = 0, h = 0, p] = chances;
  return p === undefined ? { balance: b, bandwagon: w, hide: h } : { balance: b, bandwagon: w, hide: h, buckPass: p };
}
