import type { BarResult, Draw, Row, Table } from "../bar.ts";
import { all, type Bar, column } from "../bar.ts";
import { playMatch } from "../playMatch.ts";
import type { Policy } from "../policies.ts";
import { meanOf } from "../samples.ts";
import { mixedTable, seated, theorists } from "../tables.ts";

/** Points by which the theory follower must beat each of them. */
const WANTED = 1.5;

const RIVALS: readonly { readonly policy: Policy; readonly name: string }[] = [
  { policy: "alwaysBalance", name: "always balance" },
  { policy: "alwaysBandwagon", name: "always bandwagon" },
  { policy: "alwaysHide", name: "always hide" },
  { policy: "wolf", name: "always expand" },
];
const COMPANY: readonly {
  readonly id: string;
  readonly name: string;
  readonly others: (table: Table, draw: Draw) => Policy[];
}[] = [
  { id: "theory", name: "among theory players", others: ({ board }) => theorists(board) },
  { id: "mixed", name: "at mixed tables", others: ({ board }, { seed }) => mixedTable(board, seed) },
];

/** 1: the theory follower, playing its best reply, beats every fixed policy in its place, on the same seeds. */
export const fixedPolicies: Bar = { id: "1", draws: all, observe, judge };

/** Own score less each rival's, first in the one company, then in the other. */
function observe(table: Table, draw: Draw): Row {
  return COMPANY.flatMap(({ others }) => {
    const company = others(table, draw);
    const score = (policy: Policy): number =>
      playMatch(table.board, draw.seed, seated(company, draw.seat, policy), table.options).scores[draw.seat]?.total ??
      0;
    const own = score("bestReply");
    return RIVALS.map(({ policy }) => own - score(policy));
  });
}

function judge(_: Table, rows: readonly Row[]): BarResult[] {
  return COMPANY.flatMap((company, c) =>
    RIVALS.map((rival, k): BarResult => {
      const { figure, margin } = meanOf(column(rows, c * RIVALS.length + k));
      return {
        id: `1.${company.id}.${rival.policy}`,
        what: `theory follower − ${rival.name}, ${company.name}`,
        figure,
        margin,
        unit: "points",
        bar: `≥ ${WANTED}`,
        pass: figure >= WANTED && figure > margin,
      };
    }),
  );
}
