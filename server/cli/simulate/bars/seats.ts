import { all, type Bar, type BarResult, column, type Draw, type Row, type Table } from "../bar.ts";
import { playMatch } from "../playMatch.ts";
import type { Policy } from "../policies.ts";
import { meanOf, type Sample } from "../samples.ts";

/** Points by which a seat may lie off the mean. */
const WANTED = 7;
/** Policies that attack nobody. */
export const PEACEFUL: readonly { readonly policy: Policy; readonly name: string }[] = [
  { policy: "hider", name: "hiding" },
  { policy: "alwaysBalance", name: "balancing" },
];

/** 4: with one and the same peaceful policy everywhere no seat is better than another, its handicap counted. */
export const seats: Bar = { id: "4", draws: all, observe, judge };

/** Every seat's score, under one policy after the other. */
function observe({ board, options }: Table, { seed }: Draw): Row {
  return PEACEFUL.flatMap(({ policy }) =>
    playMatch(
      board,
      seed,
      board.ids.map(() => policy),
      { ...options, peaceful: true },
    ).scores.map(({ total }) => total),
  );
}

function judge({ board }: Table, rows: readonly Row[]): BarResult[] {
  return PEACEFUL.map(({ policy, name }, p): BarResult => {
    const means = board.ids.map((_, seat) => meanOf(column(rows, p * board.ids.length + seat)));
    const middle = means.reduce((sum, { figure }) => sum + figure, 0) / means.length;
    const off = means.map((mean): Sample => ({ figure: mean.figure - middle, margin: mean.margin }));
    const widest = off.reduce(
      (most, one, seat) => (Math.abs(one.figure) > Math.abs(off[most]?.figure ?? 0) ? seat : most),
      0,
    );
    const { figure = 0, margin = 0 } = off[widest] ?? {};
    return {
      id: `4.${policy}`,
      what: `widest seat from the mean, all ${name}: ${board.names[widest] ?? ""}`,
      figure,
      margin,
      unit: "points",
      bar: `± ${WANTED}`,
      pass: Math.abs(figure) <= WANTED,
    };
  });
}
