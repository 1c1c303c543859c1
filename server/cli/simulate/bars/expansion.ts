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

/** Where the scenario says what some seats want, its seats are unequal by design. */
const unequal = ({ board }: Table): boolean =>
  board.scenario.countries.some(({ revisionism }) => revisionism !== undefined);

/** Both measures are always printed; the one that fits the seats is judged, by the same thresholds. */
function judge(table: Table, rows: readonly Row[]): BarResult[] {
  const byPairs = unequal(table);
  const [on, off] = [meanOf(column(rows, 0)), meanOf(column(rows, 1))];
  const [same, sameOff] = [paired(rows, 2, 3), paired(rows, 4, 5)];
  const tried = ({ n }: { readonly n: number }): string => `it attacked in ${n} of ${rows.length}`;
  return [
    least({ id: "2.balancing", what: "expander − theory players round it", judged: !byPairs }, on),
    more({ id: "2.noBalancing", what: "the same if nobody balances", judged: !byPairs }, off),
    least(
      {
        id: "2.pairedBalancing",
        what: `same seat and seed: expanding − following the theory (${tried(same)})`,
        judged: byPairs,
      },
      same,
    ),
    more(
      { id: "2.pairedNoBalancing", what: `the same if nobody balances (${tried(sameOff)})`, judged: byPairs },
      sameOff,
    ),
  ];
}

interface Line {
  readonly id: string;
  readonly what: string;
  /** Or only a figure to read beside the bar. */
  readonly judged: boolean;
}

const least = (line: Line, sample: Sample): BarResult =>
  told(line, sample, { bar: `≤ ${WANTED}`, pass: sample.figure <= WANTED });
const more = (line: Line, sample: Sample): BarResult => told(line, sample, { bar: "> 0", pass: sample.figure > 0 });

const told = (
  { id, what, judged }: Line,
  { figure, margin }: Sample,
  verdict: Pick<BarResult, "bar" | "pass">,
): BarResult => ({ id, what, figure, margin, unit: "points", ...(judged ? verdict : { bar: "", pass: null }) });
