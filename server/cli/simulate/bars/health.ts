import { all, type Bar, type BarResult, column, type Draw, type Row, type Table } from "../bar.ts";
import { coalitions } from "../coalitions.ts";
import { playMatch } from "../playMatch.ts";
import { meanOf, percentOf, type Sample, shareOf } from "../samples.ts";
import { mixedTable } from "../tables.ts";

/**
 * No bar of the design text, but signs that a game of any size is alive: tables of all characters, dealt anew for each
 * match. Nobody does always the same, wars come and end, few are driven out, no seat is hopeless.
 */
export const health: Bar = { id: "health", draws: all, observe, judge };

/** Figures of one match before the scores of its seats. */
const FIGURES = [
  "turns",
  "seatTurns",
  "battles",
  "stalemates",
  "conquests",
  "exiles",
  "balance",
  "bandwagon",
  "hide",
  "largest",
  "allGone",
] as const;
type Figure = (typeof FIGURES)[number];

function observe({ board, options }: Table, { seed }: Draw): Row {
  const match = playMatch(board, seed, mixedTable(board, seed), options);
  const events = match.events.flat();
  const sheets = match.sheets.flat();
  const exiles = match.world.countries.filter(({ status }) => status.kind === "exile").length;
  const number = (kind: "balance" | "bandwagon" | "hide"): number =>
    sheets.filter(({ alignment }) => alignment.kind === kind).length;
  const figures: Readonly<Record<Figure, number>> = {
    turns: match.turns,
    seatTurns: sheets.length,
    battles: events.filter(({ kind }) => kind === "battle").length,
    stalemates: events.filter((event) => event.kind === "battle" && event.outcome === "stalemate").length,
    conquests: events.filter((event) => event.kind === "provinceTaken" && event.how === "conquest").length,
    exiles,
    balance: number("balance"),
    bandwagon: number("bandwagon"),
    hide: number("hide"),
    largest: Math.max(...match.sheets.flatMap((sheet) => coalitions(board, sheet).map(({ length }) => length))),
    allGone: exiles === board.ids.length ? 1 : 0,
  };
  return [...FIGURES.map((name) => figures[name]), ...match.scores.map(({ total }) => total)];
}

function judge({ board }: Table, rows: readonly Row[]): BarResult[] {
  const of = (name: Figure): number[] => column(rows, FIGURES.indexOf(name));
  const share = (part: Figure, whole: Figure): Sample => shareOf(of(part), of(whole));
  const seats = board.ids.map((_, k) => meanOf(column(rows, FIGURES.length + k)));
  const scores = seats.map(({ figure }) => figure);
  const exiled = meanOf(of("exiles").map((gone) => (100 * gone) / board.ids.length));
  const war = percentOf(of("battles").map((fought) => (fought > 0 ? 1 : 0)));
  const play = (name: "balance" | "bandwagon" | "hide"): BarResult => {
    const sample = share(name, "seatTurns");
    return line(`play.${name}`, `turns that ${name}`, sample, {
      unit: "%",
      bar: "5 … 75",
      pass: within(sample, 5, 75),
    });
  };
  const large = meanOf(of("largest"));
  const stalemate = share("stalemates", "battles");
  return [
    line("war", "matches with a war", war, { unit: "%", bar: "≥ 50", pass: war.figure >= 50 }),
    line("battles", "battles a match", meanOf(of("battles")), { unit: "", bar: "", pass: null }),
    line("conquests", "provinces conquered a match", meanOf(of("conquests")), { unit: "", bar: "", pass: null }),
    line("stalemate", "battles that stand still", stalemate, { unit: "%", bar: "≤ 50", pass: stalemate.figure <= 50 }),
    line("exile", "countries in exile at the end", exiled, { unit: "%", bar: "≤ 10", pass: exiled.figure <= 10 }),
    line("allGone", "matches that end with nobody left", percentOf(of("allGone")), {
      unit: "%",
      bar: "0",
      pass: of("allGone").every((gone) => gone === 0),
    }),
    play("balance"),
    play("bandwagon"),
    play("hide"),
    line("coalition", "members of the largest coalition of a match", large, { unit: "", bar: "", pass: null }),
    line(
      "spread",
      "best seat − worst seat, mean score",
      { figure: Math.max(...scores) - Math.min(...scores), margin: Math.max(...seats.map(({ margin }) => margin)) },
      { unit: "points", bar: "", pass: null },
    ),
  ];
}

const within = ({ figure }: Sample, least: number, most: number): boolean => figure >= least && figure <= most;
const line = (
  id: string,
  what: string,
  { figure, margin }: Sample,
  rest: Pick<BarResult, "unit" | "bar" | "pass">,
): BarResult => ({ id: `health.${id}`, what, figure, margin, ...rest });
