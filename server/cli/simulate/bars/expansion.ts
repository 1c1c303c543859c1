import type { LegalOrder } from "#shared/model/order.ts";
import type { Score } from "#shared/model/score.ts";
import { all, type Bar, type BarResult, column, type Draw, type Row, type Table } from "../bar.ts";
import { type MatchOptions, type PlayedMatch, playMatch } from "../playMatch.ts";
import { meanOf, type Sample } from "../samples.ts";
import { seated, theorists } from "../tables.ts";

/** Points by which an expander must fall short of the others. */
const WANTED = -5;

/** 2: one expander among theory players; the same with balancing switched off. The expander's seat goes round the table. */
export const expansion: Bar = { id: "2", draws: all, observe, judge };

function observe({ board, options }: Table, { seed, seat }: Draw): Row {
  const table = seated(theorists(board), seat, "wolf");
  const unbalanced: MatchOptions = { ...options, without: [...(options.without ?? []), "balance"] };
  const [on, off] = [playMatch(board, seed, table, options), playMatch(board, seed, table, unbalanced)];
  const follower = (played: MatchOptions): number =>
    playMatch(board, seed, theorists(board), played).scores[seat]?.total ?? 0;
  const attacked = (match: PlayedMatch): number => Number(match.sheets.some((orders) => attacks(orders[seat])));
  return [
    ahead(on.scores, seat),
    ahead(off.scores, seat),
    (on.scores[seat]?.total ?? 0) - follower(options),
    attacked(on),
    (off.scores[seat]?.total ?? 0) - follower(unbalanced),
    attacked(off),
  ];
}

const attacks = (order: LegalOrder | undefined): boolean => order?.moves.some(({ kind }) => kind === "attack") ?? false;

/**
 * Where seats are unequal the others' mean says more of the seat than of what it did: the same seat on the same seed, once
 * expanding and once following the theory. Where it attacked nobody nothing was tried, and nothing is counted.
 */
const paired = (rows: readonly Row[], gap: number, tried: number): Sample & { readonly n: number } => {
  const counted = rows.filter((row) => row[tried] === 1);
  return { ...meanOf(column(counted, gap)), n: counted.length };
};

/** One seat's score less the mean of the others. */
function ahead(scores: readonly Score[], seat: number): number {
  const others = scores.filter((_, k) => k !== seat);
  return (scores[seat]?.total ?? 0) - others.reduce((sum, { total }) => sum + total, 0) / others.length;
}

function judge(_: Table, rows: readonly Row[]): BarResult[] {
  const [on, off] = [meanOf(column(rows, 0)), meanOf(column(rows, 1))];
  const [same, sameOff] = [paired(rows, 2, 3), paired(rows, 4, 5)];
  return [
    {
      id: "2.balancing",
      what: "expander − theory players round it",
      ...on,
      unit: "points",
      bar: `≤ ${WANTED}`,
      pass: on.figure <= WANTED,
    },
    {
      id: "2.noBalancing",
      what: "the same if nobody balances",
      ...off,
      unit: "points",
      bar: "> 0",
      pass: off.figure > 0,
    },
    told("2.pairedBalancing", `same seat: expanding − following the theory, ${same.n} tries`, same),
    told("2.pairedNoBalancing", `the same if nobody balances, ${sameOff.n} tries`, sameOff),
  ];
}

/** A figure to read beside the bar. */
const told = (id: string, what: string, { figure, margin }: Sample): BarResult => ({
  id,
  what,
  figure,
  margin,
  unit: "points",
  bar: "",
  pass: null,
});
