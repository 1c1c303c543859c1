import type { World } from "#shared/model/world.ts";
import { assess } from "#shared/theory/assess.ts";
import { all, type Bar, type BarResult, column, type Draw, type Row, type Table } from "../bar.ts";
import { openingOf, playMatch } from "../playMatch.ts";
import type { Policy } from "../policies.ts";
import { meanOf } from "../samples.ts";
import { seated, theorists } from "../tables.ts";

/** 7: the strongest country reassures by costly acts, or arms, on the same seeds: what do the others think of it at the end? */
export const reassurance: Bar = { id: "7", draws: all, observe, judge };

/** Mean T of the strongest at the end: if it reassures, if it arms. */
function observe({ board, options }: Table, { seed }: Draw): Row {
  const { shares } = assess(board, openingOf(board, seed).world);
  const strongest = shares.indexOf(Math.max(...shares));
  const after = (policy: Policy): number =>
    meanThreat(playMatch(board, seed, seated(theorists(board), strongest, policy), options).world, strongest);
  return [after("disarmer"), after("armer")];
}

/** What the others see in a country, on average. */
const meanThreat = ({ threat }: World, of: number): number =>
  threat.reduce((sum, row, i) => sum + (i === of ? 0 : (row[of] ?? 0)), 0) / (threat.length - 1);

function judge(_: Table, rows: readonly Row[]): BarResult[] {
  const [calm, armed] = [meanOf(column(rows, 0)), meanOf(column(rows, 1))];
  const gap = meanOf(rows.map(([a = 0, b = 0]) => b - a));
  return [
    {
      id: "7.reassurance",
      what: `mean T of the strongest: ${calm.figure.toFixed(0)} if it reassures, ${armed.figure.toFixed(0)} if it arms; difference`,
      ...gap,
      unit: "T",
      bar: "> 0",
      pass: gap.figure > gap.margin,
    },
  ];
}
