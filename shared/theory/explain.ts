import type { CountryIndex } from "../model/ids.ts";
import type { BySource } from "../model/parameters.ts";
import {
  explainIntent,
  intentLogOdds,
  type FeltAct,
  type IntentParameters,
  type IntentRow,
  type Opinion,
} from "./intent.ts";
import { decompose, normalised, threatOf } from "./threat.ts";

/** A row with its share of the intent part, in points of T. */
export type Pointed<Row> = Row & { readonly points: number };

/** Rows since a fixed baseline: what was thought before anything happened, then every turn's acts, all fading and all ceiling in one line each. */
export type StandingRow =
  | { readonly kind: "prior"; readonly change: number }
  | (IntentRow & { readonly kind: "act"; readonly turn: number })
  | Exclude<IntentRow, { kind: "act" }>;

/** Why T is not T⁰: four parts that sum to `T` − `T0`, and the rows that sum to the part of intent. */
export interface ThreatExplanation<Row> {
  readonly T: number;
  readonly T0: number;
  readonly parts: BySource;
  readonly intent: readonly Pointed<Row>[];
}

/**
 * The whole working of a threat against a baseline: last turn's components with a turn's rows (`explainIntent`), or a
 * fixed baseline with the rows of all turns (`explainStanding`). Shared out by LMDI-I (Ang 2004), acts in proportion to ΔL.
 */
export function explainThreat<Row extends { readonly change: number }>(
  c: BySource,
  c0: BySource,
  weights: BySource,
  rows: readonly Row[],
): ThreatExplanation<Row> {
  const parts = decompose(c, c0, weights);
  const T = threatOf(c, weights);
  return {
    T,
    T0: threatOf(c0, weights),
    parts,
    intent: pointsOfIntent(rows, parts.I, normalised(weights).I * T * (1 - c.I)),
  };
}

/**
 * Shares `part` (points) out over rows in proportion to their ΔL; the points sum to `part`. When the rows cancel, ΔL and
 * `part` are both 0 and each row still moved something: then `slope` = dT/dL gives the points.
 */
export function pointsOfIntent<Row extends { readonly change: number }>(
  rows: readonly Row[],
  part: number,
  slope: number,
): Pointed<Row>[] {
  const total = rows.reduce((sum, { change }) => sum + change, 0);
  const perUnit = Math.abs(total) > 1e-9 ? part / total : slope;
  const pointed = rows.map((row) => ({ ...row, points: row.change * perUnit }));
  const rest = part - pointed.reduce((sum, { points }) => sum + points, 0);
  return pointed.map((row, k) => (k === pointed.length - 1 ? { ...row, points: row.points + rest } : row));
}

/** One country's acts and one observer's opinion of it, turn by turn from the start of a match. */
export interface OpinionHistory {
  readonly observer: CountryIndex;
  readonly prior: number;
  /** L before the first turn, `history` of the scenario included. */
  readonly opening: number;
  readonly turns: readonly { readonly turn: number; readonly acts: readonly FeltAct[] }[];
}

/** Rows from a baseline value of I (.5, or the bars' stub .05) to L now: they sum to L − L at the baseline. */
export function explainStanding(
  history: OpinionHistory,
  baselineI: number,
  parameters: IntentParameters,
): { readonly L: number; readonly rows: readonly StandingRow[] } {
  const acts: StandingRow[] = [];
  let fading = 0;
  let ceiling = 0;
  let opinion: Opinion = { previous: history.opening, prior: history.prior };
  for (const { turn, acts: done } of history.turns) {
    const step = explainIntent(opinion, history.observer, done, parameters);
    for (const row of step.rows) {
      if (row.kind === "act") acts.push({ ...row, turn });
      else if (row.kind === "fading") fading += row.change;
      else ceiling += row.change;
    }
    opinion = { ...opinion, previous: step.after };
  }
  const rows: StandingRow[] = [{ kind: "prior", change: history.opening - intentLogOdds(baselineI) }, ...acts];
  if (fading !== 0) rows.push({ kind: "fading", change: fading });
  if (ceiling !== 0) rows.push({ kind: "ceiling", change: ceiling });
  return { L: opinion.previous, rows };
}
