import type { Score } from "#shared/model/score.ts";
import { all, type Bar, type BarResult, column, type Draw, type Row, type Table } from "../bar.ts";
import { type MatchOptions, playMatch } from "../playMatch.ts";
import { meanOf } from "../samples.ts";
import { seated, theorists } from "../tables.ts";

/** Points by which an expander must fall short of the others. */
const WANTED = -5;

/** 2: one expander among theory players; the same with balancing switched off. The expander's seat goes round the table. */
export const expansion: Bar = { id: "2", draws: all, observe, judge };

function observe({ board, options }: Table, { seed, seat }: Draw): Row {
  const table = seated(theorists(board), seat, "wolf");
  const gap = (played: MatchOptions): number => ahead(playMatch(board, seed, table, played).scores, seat);
  return [gap(options), gap({ ...options, without: [...(options.without ?? []), "balance"] })];
}

/** One seat's score less the mean of the others. */
function ahead(scores: readonly Score[], seat: number): number {
  const others = scores.filter((_, k) => k !== seat);
  return (scores[seat]?.total ?? 0) - others.reduce((sum, { total }) => sum + total, 0) / others.length;
}

function judge(_: Table, rows: readonly Row[]): BarResult[] {
  const [on, off] = [meanOf(column(rows, 0)), meanOf(column(rows, 1))];
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
  ];
}
