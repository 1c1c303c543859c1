import type { Alignment } from "#shared/model/order.ts";
import type { Score } from "#shared/model/score.ts";
import type { Board } from "#shared/model/world.ts";
import { seedPrng, stream } from "#shared/lib/prng.ts";
import type { Bar, BarResult, Draw, Row, Table } from "../bar.ts";
import { type Course, playMatch, playOn } from "../playMatch.ts";
import { meanOf, percentOf } from "../samples.ts";
import { theorists } from "../tables.ts";
import { threatenedTurns } from "../threatened.ts";

/** Points of final score by which the best alignment beats the worst; and each must be the best in so many per cent of cases. */
const WANTED = 2;
const EACH = 10;
/** Matches played on from each choice. */
export const ROLLOUTS = 200;
/** One case is as dear as three hundred matches: so many of the matches asked for give one. */
const ONE_IN = 5;

const KINDS = ["balance", "bandwagon", "hide"] as const;

/**
 * 8: decisions are real. One threatened seat-turn of each match between theory players is played again with each alignment
 * – against the country it fears most, with it, or neither – and the same chance for each: everyone else decides anew, as
 * from there on the seat does. What is compared is the seat's final score.
 */
export const decisions = lookAhead(ROLLOUTS);

/** The same with other numbers of rollouts. */
export function lookAhead(rollouts: number): Bar {
  return {
    id: "8",
    draws: (matches) => Math.ceil(matches / ONE_IN),
    observe: (table, draw) => observe(table, draw, rollouts),
    judge,
  };
}

/** Best − worst with the private aim and without; which is best with it and without; the mean score of each. */
function observe({ board, options }: Table, { seed }: Draw, rollouts: number): Row {
  const policies = theorists(board);
  const match = playMatch(board, seed, policies, options);
  const cases = threatenedTurns(board, match);
  const { draw } = stream(seedPrng(seed, "case"));
  const chosen = cases[Math.floor(draw() * cases.length)];
  const world = match.before[chosen?.turn ?? -1];
  if (!chosen || !world) return [];
  const course: Course = {
    board,
    seed,
    policies,
    options,
    cards: match.cards,
    world,
    treaties: match.tabled[chosen.turn] ?? 0,
  };
  const ends = KINDS.map((kind) =>
    Array.from({ length: rollouts }, (_, r) =>
      scoreAfter(course, { seat: chosen.seat, alignment: alignmentOf(board, kind, chosen.foe) }, seed * 1009 + r),
    ),
  );
  const whole = compared(ends, ({ total }) => total);
  const bare = compared(ends, ({ total, aim }) => total - aim);
  return [whole.gain, bare.gain, whole.best, bare.best, ...whole.means];
}

function scoreAfter(course: Course, forced: NonNullable<Course["forced"]>, seed: number): Score {
  const score = playOn({ ...course, seed, forced }).scores[forced.seat];
  if (!score) throw new Error("a seat without a score");
  return score;
}

function alignmentOf(board: Board, kind: (typeof KINDS)[number], foe: number): Alignment {
  const id = board.ids[foe];
  if (id === undefined || kind === "hide") return { kind: "hide" };
  return kind === "balance" ? { kind, against: id } : { kind, with: id };
}

/**
 * The best of noisy means is too good, and the worst too bad: they are picked on one half of the rollouts and weighed on the
 * other, and the other way round.
 */
function compared(
  ends: readonly (readonly Score[])[],
  worth: (score: Score) => number,
): { readonly gain: number; readonly best: number; readonly means: readonly number[] } {
  const half = (odd: number): number[] =>
    ends.map((list) => meanOf(list.filter((_, r) => r % 2 === odd).map(worth)).figure);
  const [even, odd] = [half(0), half(1)];
  const means = even.map((value, k) => (value + (odd[k] ?? 0)) / 2);
  return { gain: (gainOf(even, odd) + gainOf(odd, even)) / 2, best: means.indexOf(Math.max(...means)), means };
}

const gainOf = (picked: readonly number[], weighed: readonly number[]): number =>
  (weighed[picked.indexOf(Math.max(...picked))] ?? 0) - (weighed[picked.indexOf(Math.min(...picked))] ?? 0);

function judge(_: Table, rows: readonly Row[]): BarResult[] {
  const cases = rows.filter((row) => row.length > 0);
  const gain = meanOf(cases.map(([whole = 0]) => whole));
  const bare = meanOf(cases.map(([, without = 0]) => without));
  return [
    {
      id: "8.gain",
      what: `best − worst alignment in ${cases.length} threatened turns, final score`,
      ...gain,
      unit: "points",
      bar: `≥ ${WANTED}`,
      pass: gain.figure >= WANTED,
    },
    { id: "8.gainWithoutAim", what: "the same, private aims left out", ...bare, unit: "points", bar: "", pass: null },
    ...KINDS.map((kind, k): BarResult => {
      const share = percentOf(cases.map((row) => (row[2] === k ? 1 : 0)));
      return {
        id: `8.${kind}`,
        what: `turns in which it is best to ${kind}`,
        ...share,
        unit: "%",
        bar: `≥ ${EACH}`,
        pass: share.figure >= EACH,
      };
    }),
  ];
}
