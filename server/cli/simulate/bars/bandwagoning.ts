import { assess } from "#shared/theory/assess.ts";
import { all, type Bar, type BarResult, column, type Draw, type Row, type Table } from "../bar.ts";
import { playMatch } from "../playMatch.ts";
import { shareOf } from "../samples.ts";
import { seated, theorists } from "../tables.ts";
import { threatenedTurns } from "../threatened.ts";

/** Up to this r a theory player counts as no revisionist. */
const SATISFIED = 0.3;
/** Weak: below this share of the threat's power; strong: above that. */
const WEAK = 0.8;
const STRONG = 1;

/** 3: how often theory players that are no revisionists bandwagon when threatened, and the weak as against the strong. */
export const bandwagoning: Bar = { id: "3", draws: all, observe, judge };

/** Threatened turns and how many of them bandwagoned: of all, of the weak, of the strong. */
function observe({ board, options }: Table, { seed, seat: expander }: Draw): Row {
  const match = playMatch(board, seed, seated(theorists(board), expander, "wolf"), options);
  const counts = [0, 0, 0, 0, 0, 0];
  for (const { turn, seat, foe } of threatenedTurns(board, match)) {
    if (seat === expander || (match.cards[seat]?.revisionism ?? 1) > SATISFIED) continue;
    const world = match.before[turn];
    if (!world) continue;
    const { shares } = assess(board, world);
    const ratio = (shares[seat] ?? 0) / (shares[foe] ?? 1);
    const joined = match.sheets[turn]?.[seat]?.alignment.kind === "bandwagon" ? 1 : 0;
    const groups = [true, ratio < WEAK, ratio > STRONG];
    for (const [k, member] of groups.entries()) {
      if (!member) continue;
      counts[2 * k] = (counts[2 * k] ?? 0) + 1;
      counts[2 * k + 1] = (counts[2 * k + 1] ?? 0) + joined;
    }
  }
  return counts;
}

function judge(_: Table, rows: readonly Row[]): BarResult[] {
  const share = (k: number): ReturnType<typeof shareOf> => shareOf(column(rows, 2 * k + 1), column(rows, 2 * k));
  const turns = (k: number): number => column(rows, 2 * k).reduce((sum, value) => sum + value, 0);
  const [every, weak, strong] = [share(0), share(1), share(2)];
  // Where none of the strong bandwagons, one in a hundred is granted, so that there is a ratio.
  const ratio = weak.figure / Math.max(1, strong.figure);
  return [
    {
      id: "3.bandwagon",
      what: `bandwagoning of theory players (r ≤ .3) in ${turns(0)} threatened turns`,
      ...every,
      unit: "%",
      bar: "5 … 25",
      pass: every.figure >= 5 && every.figure <= 25,
    },
    {
      id: "3.weak",
      what: `the weak (${weak.figure.toFixed(1)} % of ${turns(1)}) over the strong (${strong.figure.toFixed(1)} % of ${turns(2)})`,
      figure: ratio,
      margin:
        weak.figure > 0 ? ratio * Math.hypot(weak.margin / weak.figure, strong.margin / Math.max(1, strong.figure)) : 0,
      unit: "×",
      bar: "≥ 2",
      pass: ratio >= 2,
    },
  ];
}
