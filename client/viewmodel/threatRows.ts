import { printedBand } from "#client/map/bands.ts";
import type { ActKind } from "#shared/model/acts.ts";
import type { EventOf, GameEvent } from "#shared/model/event.ts";
import type { CountryIndex } from "#shared/model/ids.ts";
import { SOURCES, type BySource } from "#shared/model/parameters.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import { explainIntent, intentProbability } from "#shared/theory/intent.ts";
import { baseline, decompose, normalised, type Band } from "#shared/theory/threat.ts";
import { roundToSum } from "./numbers.ts";
import { lastStep, standingOf, type Standing, type Step } from "./standing.ts";

/** A reason why T changed in the last turn, in whole points of T. The points of a row's causes add up to its change. */
export type Cause =
  | {
      readonly kind: "act";
      readonly act: ActKind;
      readonly target: CountryIndex;
      /** Whether it was done to the observer. */
      readonly towards: "me" | "other";
      readonly turn: number;
      readonly points: number;
    }
  | { readonly kind: "fading" | "ceiling" | "power" | "nearness" | "offence" | "arms"; readonly points: number };

export interface ThreatRow {
  readonly country: CountryIndex;
  readonly rank: number;
  /** T as stored; the band is of T as printed. */
  readonly threat: number;
  /** T as printed. */
  readonly shown: number;
  /** As printed: printed T less printed T a turn ago; null before the first turn. */
  readonly change: number | null;
  readonly band: Band;
  /** Points above the 5-point stub (LMDI from .05 each): they sum to T − 5. */
  readonly parts: BySource;
  /** The same in whole points, summing to printed T − 5. */
  readonly rounded: Readonly<Record<"power" | "nearness" | "offence" | "intent", number>>;
  readonly proximity: number;
  /** I before last turn; null before the first. */
  readonly intentBefore: number | null;
  readonly intentNow: number;
  readonly causes: readonly Cause[];
}

interface Sight {
  readonly board: Board;
  readonly view: PlayerView;
  readonly me: CountryIndex;
  /** The last turn is still being told step by step: the rows are those of the turn before. */
  readonly untold?: boolean;
}

/** Every other country, most threatening first; ties by country order. */
export function threatRows({ board, view, me, untold = false }: Sight): readonly ThreatRow[] {
  const step = lastStep(board, view, untold ? 1 : 0);
  const now = (untold ? lastStep(board, view)?.before : undefined) ?? standingOf(board, view.world);
  const others = board.ids.map((_, index) => index).filter((index) => index !== me);
  const threatOf = (country: CountryIndex): number => now.threat[me]?.[country] ?? 0;
  return others
    .sort((a, b) => threatOf(b) - threatOf(a) || a - b)
    .map((country, at): ThreatRow => {
      const components = sourcesAt(board, now, [me, country]);
      const threat = threatOf(country);
      const shown = Math.round(threat);
      const parts = decompose(components, baseline(board.parameters.floor), board.parameters.weights);
      const [power = 0, nearness = 0, offence = 0, intent = 0] = roundToSum(
        SOURCES.map((source) => parts[source]),
        shown - Math.round(100 * board.parameters.floor),
      );
      const change = step && shown - Math.round(step.before.threat[me]?.[country] ?? 0);
      return {
        country,
        rank: at + 1,
        threat,
        shown,
        change,
        band: printedBand(threat),
        parts,
        rounded: { power, nearness, offence, intent },
        proximity: components.X,
        intentBefore: step ? intentProbability(step.before.intent[me]?.[country] ?? 0, board.parameters.floor) : null,
        intentNow: components.I,
        causes: step && change !== null ? causesOf({ board, step, me, country, change }) : [],
      };
    });
}

interface Question {
  readonly board: Board;
  readonly step: Step;
  readonly me: CountryIndex;
  readonly country: CountryIndex;
  /** Printed change, which the causes must add up to. */
  readonly change: number;
}

type Share = Cause & { readonly exact: number };

/** Why T changed: the acts and their fading inside intent, then what changed in arms and power. Rows that print 0 are left out. */
export function causesOf(question: Question): readonly Cause[] {
  const shares = [...intentShares(question), ...otherShares(question)].filter((share) => Math.abs(share.exact) > 1e-9);
  const points = roundToSum(
    shares.map((share) => share.exact),
    question.change,
  );
  return shares
    .map(({ exact: _exact, ...cause }, at): Cause => ({ ...cause, points: points[at] ?? 0 }))
    .filter((cause) => cause.points !== 0);
}

/** ΔI's points of T, divided over the acts, fading and ceiling as each moved the log-odds: these add exactly (theory.md 4). */
function intentShares({ board, step, me, country }: Question): readonly Share[] {
  const { before, now } = step;
  const previous = before.intent[me]?.[country] ?? 0;
  const acts = step.events.filter(
    (event): event is EventOf<"act"> & GameEvent => event.kind === "act" && event.by === country,
  );
  const { rows, after } = explainIntent(
    { previous, prior: board.prior[me]?.[country] ?? 0 },
    me,
    acts,
    board.parameters.intent,
  );
  const perLogOdds = pointsPerLogOdds({ board, before, now, me, country, moved: after - previous });
  return rows.map((row): Share => {
    const exact = row.change * perLogOdds;
    if (row.kind !== "act") return { kind: row.kind, points: 0, exact };
    return {
      kind: "act",
      act: row.act,
      target: row.target,
      towards: row.target === me ? "me" : "other",
      turn: step.turn,
      points: 0,
      exact,
    };
  });
}

interface Pace {
  readonly board: Board;
  readonly before: Standing;
  readonly now: Standing;
  readonly me: CountryIndex;
  readonly country: CountryIndex;
  readonly moved: number;
}

/** Points of T for one unit of L: the part of I divided by ΔL, or its limit w·T·(1 − I) where L stood still. */
function pointsPerLogOdds({ board, before, now, me, country, moved }: Pace): number {
  if (Math.abs(moved) < 1e-9) {
    const I = intentProbability(now.intent[me]?.[country] ?? 0, board.parameters.floor);
    return normalised(board.parameters.weights).I * (now.threat[me]?.[country] ?? 0) * (1 - I);
  }
  return partsOfChange(board, before, now, [me, country]).I / moved;
}

function otherShares({ board, step, me, country }: Question): readonly Share[] {
  const { before, now } = step;
  const parts = partsOfChange(board, before, now, [me, country]);
  if (before.power === null || before.offence === null) return [{ kind: "arms", points: 0, exact: parts.P + parts.O }];
  return [
    { kind: "power", points: 0, exact: parts.P },
    { kind: "nearness", points: 0, exact: parts.X },
    { kind: "offence", points: 0, exact: parts.O },
  ];
}

/** The four sources of one pair at one moment; middling power and offence where an older record does not say. */
const sourcesAt = (
  board: Board,
  standing: Standing,
  [me, country]: readonly [CountryIndex, CountryIndex],
): BySource => ({
  P: standing.power?.[country] ?? 0.5,
  X: board.proximity[me]?.[country] ?? 1,
  O: standing.offence?.[country] ?? 0.5,
  I: intentProbability(standing.intent[me]?.[country] ?? 0, board.parameters.floor),
});

/**
 * T − T⁰ by source (LMDI, Ang 2004). Where an older record lacks P and O, what intent does not explain is
 * given to both together (under P).
 */
function partsOfChange(
  board: Board,
  before: Standing,
  now: Standing,
  [me, country]: readonly [CountryIndex, CountryIndex],
): BySource {
  const [sources, sourcesBefore] = [sourcesAt(board, now, [me, country]), sourcesAt(board, before, [me, country])];
  if (before.power !== null && before.offence !== null)
    return decompose(sources, sourcesBefore, board.parameters.weights);
  const T = now.threat[me]?.[country] ?? 5;
  const T0 = before.threat[me]?.[country] ?? 5;
  const mean = Math.abs(T - T0) < 1e-9 ? T : (T - T0) / Math.log(T / T0);
  const I = normalised(board.parameters.weights).I * Math.log(sources.I / sourcesBefore.I) * mean;
  return { P: T - T0 - I, X: 0, O: 0, I };
}
