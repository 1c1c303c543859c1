import type { Board } from "#shared/model/world.ts";
import { createBoard } from "#shared/rules/index.ts";
import { all, type Bar, type BarResult, column, type Draw, type Row, type Table } from "../bar.ts";
import { wheelOf } from "../generated.ts";
import { playMatch } from "../playMatch.ts";
import { meanOf } from "../samples.ts";
import { seated, theorists } from "../tables.ts";

/** Points of the share of balancing turns by which eight fall behind three. */
const WANTED = 10;
/** How many share what the threat has not. */
const FEW = 3;
const MANY = 8;

/**
 * 6: the more there are to share the burden, the less each of them bears (Olson & Zeckhauser 1966; Christensen & Snyder 1990).
 * A threat with 30 % of all power that arms and mobilises, and few or many satisfied theory players that share the rest.
 * It has its own boards: of the scenario under test it takes the parameters and the modules.
 */
export const buckPassing: Bar = { id: "6", draws: all, observe, judge };

/** Each one's share of balancing turns in per cent: among few, among many. */
function observe(table: Table, { seed }: Draw): Row {
  return [FEW, MANY].map((n) => balancing(table, n, seed));
}

function balancing({ board: { parameters, modules }, options }: Table, n: number, seed: number): number {
  const board = wheelBoard(n, parameters, modules);
  const match = playMatch(board, seed, seated(theorists(board), 0, "armer"), { ...options, peaceful: true });
  const threat = board.ids[0];
  const sheets = match.sheets.flatMap((sheet) => sheet.slice(1));
  const against = sheets.filter(({ alignment }) => alignment.kind === "balance" && alignment.against === threat);
  return (100 * against.length) / sheets.length;
}

const known = new WeakMap<Board["parameters"], Map<number, Board>>();
function wheelBoard(n: number, parameters: Board["parameters"], modules: Board["modules"]): Board {
  const boards = known.get(parameters) ?? new Map<number, Board>();
  known.set(parameters, boards);
  const board = boards.get(n) ?? createBoard(wheelOf(n), { modules, parameters });
  boards.set(n, board);
  return board;
}

function judge(_: Table, rows: readonly Row[]): BarResult[] {
  const [few, many] = [meanOf(column(rows, 0)), meanOf(column(rows, 1))];
  const fall = meanOf(rows.map(([a = 0, b = 0]) => a - b));
  return [
    {
      id: "6.buckPassing",
      what: `each one's balancing turns: ${few.figure.toFixed(0)} % of ${FEW}, ${many.figure.toFixed(0)} % of ${MANY}; fall`,
      ...fall,
      unit: "points",
      bar: `≥ ${WANTED}`,
      pass: fall.figure >= WANTED,
    },
  ];
}
