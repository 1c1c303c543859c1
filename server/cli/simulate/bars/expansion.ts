import type { LegalOrder } from "#shared/model/order.ts";
import type { Score } from "#shared/model/score.ts";
import { all, type Bar, type BarResult, column, type Draw, type Row, type Table } from "../bar.ts";
import { type MatchOptions, playMatch } from "../playMatch.ts";
import { meanOf, type Sample } from "../samples.ts";
import { seated, theorists } from "../tables.ts";

/** Points by which an expander must fall short of the others. */
const WANTED = -5;

/** 2: one expander among theory players; the same with balancing switched off. The expander's seat goes round the table. */
export const expansion: Bar = { id: "2", draws: all, observe, judge };

/** With balancing, then without: the plain gap, the gap freed of the seat, own score − own score, and whether it attacked. */
function observe({ board, options }: Table, { seed, seat }: Draw): Row {
  const unbalanced: MatchOptions = { ...options, without: [...(options.without ?? []), "balance"] };
  return [options, unbalanced].flatMap((played) => {
    const company = theorists(board);
    const match = playMatch(board, seed, seated(company, seat, "wolf"), played);
    const { scores } = playMatch(board, seed, company, played);
    const [gap, handicap] = [ahead(match.scores, seat), ahead(scores, seat)];
    const own = (match.scores[seat]?.total ?? 0) - (scores[seat]?.total ?? 0);
    return [gap, gap - handicap, own, Number(match.sheets.some((orders) => attacks(orders[seat])))];
  });
}

const attacks = (order: LegalOrder | undefined): boolean => order?.moves.some(({ kind }) => kind === "attack") ?? false;

/** One seat's score less the mean of the others. */
function ahead(scores: readonly Score[], seat: number): number {
  const others = scores.filter((_, k) => k !== seat);
  return (scores[seat]?.total ?? 0) - others.reduce((sum, { total }) => sum + total, 0) / others.length;
}

/** Figures of one observed match, with balancing or without. */
const FIGURES = { plain: 0, freed: 1, own: 2, attacked: 3 } as const;
const WIDTH = Object.keys(FIGURES).length;

/**
 * Judged is the gap freed of the seat: the expander's lead over the others, less the lead the same seat has on the same seed
 * when it follows the theory. Every match counts, whether it attacked or not: to leave out those it was deterred in would pick
 * matches by their outcome. The other lines are to be read beside it.
 */
function judge(_: Table, rows: readonly Row[]): BarResult[] {
  const figure = (name: keyof typeof FIGURES, among: readonly Row[], off: 0 | 1): Sample =>
    meanOf(column(among, off * WIDTH + FIGURES[name]));
  return ([0, 1] as const).flatMap((off) => {
    const bounded = off === 0 ? least : more;
    const suffix = off === 0 ? "Balancing" : "NoBalancing";
    const where = off === 0 ? "" : ", if nobody balances";
    const fought = rows.filter((row) => row[off * WIDTH + FIGURES.attacked] === 1);
    const line = (id: string, what: string, judged: boolean): Line => ({ id: `2.${id}`, what: what + where, judged });
    const tried = `gap freed of the seat, only where it attacked (${fought.length} of ${rows.length})`;
    return [
      bounded(
        line(
          `freed${suffix}`,
          "expander − theory players round it, less the same seat's gap when it follows the theory",
          true,
        ),
        figure("freed", rows, off),
      ),
      bounded(
        line(`plain${suffix}`, "expander − theory players round it, seats as they are", false),
        figure("plain", rows, off),
      ),
      bounded(line(`attacked${suffix}`, tried, false), figure("freed", fought, off)),
      bounded(line(`own${suffix}`, "own score, expanding − following the theory", false), figure("own", rows, off)),
    ];
  });
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
