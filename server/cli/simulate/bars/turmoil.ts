import { all, type Bar, type BarResult, column, type Draw, type Row, type Table } from "../bar.ts";
import { coalitionChanged } from "../coalitions.ts";
import { playMatch } from "../playMatch.ts";
import { percentOf } from "../samples.ts";
import { seated, theorists } from "../tables.ts";

/** 5: an expander and an opportunist among theory players make a lively table, and not a slaughter. Both seats go round. */
export const turmoil: Bar = { id: "5", draws: all, observe, judge };

/** Whether there was a war and a change of coalition; an exile; nobody but exiles at the end. */
function observe({ board, options }: Table, { seed, seat }: Draw): Row {
  const other = (seat + 1 + (seed % (board.ids.length - 1))) % board.ids.length;
  const table = seated(seated(theorists(board), seat, "wolf"), other, "jackal");
  const match = playMatch(board, seed, table, options);
  const events = match.events.flat();
  const lively = events.some(({ kind }) => kind === "battle") && coalitionChanged(board, match);
  return [
    lively,
    events.some(({ kind }) => kind === "exiled"),
    match.world.countries.every(({ status }) => status.kind === "exile"),
  ].map(Number);
}

function judge(_: Table, rows: readonly Row[]): BarResult[] {
  const [war, gone, none] = [0, 1, 2].map((k) => percentOf(column(rows, k)));
  if (!war || !gone || !none) return [];
  return [
    {
      id: "5.war",
      what: "matches with a war and a change of coalition (expander and opportunist seated)",
      ...war,
      unit: "%",
      bar: "≥ 80",
      pass: war.figure >= 80,
    },
    { id: "5.exile", what: "matches with an exile", ...gone, unit: "%", bar: "≤ 15", pass: gone.figure <= 15 },
    {
      id: "5.allExiled",
      what: "matches that end with everyone in exile",
      ...none,
      unit: "%",
      bar: "0",
      pass: none.figure === 0,
    },
  ];
}
