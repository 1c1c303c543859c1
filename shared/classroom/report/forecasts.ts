import { MEMBERS, PLACED, TURN } from "./columns.ts";
import type { CountryIndex } from "../../model/ids.ts";
import type { Forecast, PlayedTurn } from "../../model/match.ts";
import { type Column, rounded } from "./csv.ts";
import { countryName, type Lesson, type LessonTable, namesOf, sittersByTurn, treatmentOf } from "./lesson.ts";

export interface ForecastRow {
  readonly session: number;
  readonly table: number;
  readonly treatment: string;
  readonly turn: number;
  readonly country: string;
  readonly members: string;
  readonly fears: string;
  /** T of the feared country in the eyes of the one who forecasts, before the turn, and its rank among all (1 = highest). */
  readonly fearedThreat: number | null;
  readonly fearedRank: number | null;
  /** Whom the reckoned board put first. */
  readonly highest: string;
  /** Of the other countries: said to balance and did, said and did not, did though not said, neither. */
  readonly hits: number;
  readonly falseAlarms: number;
  readonly misses: number;
  readonly rightNo: number;
}

/** Every forecast of a person beside what came. Computer players make none. */
export function forecasts(lesson: Lesson): readonly ForecastRow[] {
  return lesson.tables.flatMap((table) => {
    const sitters = sittersByTurn(table);
    return table.state.played.flatMap((turn, at) =>
      turn.forecasts.flatMap((forecast, me) => {
        const people = sitters[at]?.[me] ?? [];
        if (forecast === null || people.length === 0) return [];
        return [{ ...rowOf(lesson, table, { turn, forecast, me }), members: namesOf(lesson, people) }];
      }),
    );
  });
}

interface Cast {
  readonly turn: PlayedTurn;
  readonly forecast: Forecast;
  readonly me: CountryIndex;
}

function rowOf(
  lesson: Lesson,
  { table, state }: LessonTable,
  { turn, forecast, me }: Cast,
): Omit<ForecastRow, "members"> {
  const { board } = state;
  const feared = forecast.fears === null ? null : (board.indexOf.get(forecast.fears) ?? null);
  const ranked = board.ids
    .map((_, at) => at)
    .filter((at) => at !== me)
    .sort((a, b) => threatOf(turn, me, b) - threatOf(turn, me, a) || a - b);
  return {
    session: lesson.session.number,
    table: table.number,
    treatment: treatmentOf(lesson, table.number),
    turn: turn.turn,
    country: countryName(state, me),
    fears: countryName(state, feared),
    fearedThreat: feared === null ? null : threatOf(turn, me, feared),
    fearedRank: feared === null ? null : ranked.indexOf(feared) + 1,
    highest: countryName(state, ranked[0] ?? null),
    ...counts(
      ranked.map((other) => ({
        said: forecast.balancers.includes(board.ids[other] as Forecast["balancers"][number]), // an index of the board
        did: turn.sheets[other]?.sheet.alignment.kind === "balance",
      })),
    ),
  };
}

const threatOf = ({ before }: PlayedTurn, observer: CountryIndex, country: CountryIndex): number =>
  before.threat[observer]?.[country] ?? 0;

function counts(
  cases: readonly { readonly said: boolean; readonly did: boolean }[],
): Pick<ForecastRow, "hits" | "falseAlarms" | "misses" | "rightNo"> {
  const number = (said: boolean, did: boolean): number =>
    cases.filter((one) => one.said === said && one.did === did).length;
  return {
    hits: number(true, true),
    falseAlarms: number(true, false),
    misses: number(false, true),
    rightNo: number(false, false),
  };
}

interface Calibration {
  readonly n: number;
  /** Share of countries forecast rightly, and the share that "nobody" or "everybody", whichever is better, would have got. */
  readonly right: number | null;
  readonly baseRate: number | null;
  /** Of those said to balance, the share that did; of those that did, the share that was said. */
  readonly precision: number | null;
  readonly recall: number | null;
  /** Share of feared countries that the board put first too. */
  readonly fearsHighest: number | null;
}

export interface CalibrationRow extends Calibration {
  readonly session: number;
  /** Null = all tables of the session. */
  readonly table: number | null;
  readonly treatment: string;
}

/** How good the forecasts of each table were, and those of the whole session. */
export function calibrations(lesson: Lesson): readonly CalibrationRow[] {
  const all = forecasts(lesson);
  const session = lesson.session.number;
  const tables = lesson.tables.map(({ table: { number } }) => ({
    session,
    table: number,
    treatment: treatmentOf(lesson, number),
    ...calibration(all.filter(({ table }) => table === number)),
  }));
  return [...tables, { session, table: null, treatment: "", ...calibration(all) }];
}

/** How good forecasts were, taken together. Shares 0–1; null where there is nothing to divide by. */
function calibration(rows: readonly ForecastRow[]): Calibration {
  const sum = (of: (row: ForecastRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const [hits, alarms, misses, rightNo] = [
    sum((row) => row.hits),
    sum((row) => row.falseAlarms),
    sum((row) => row.misses),
    sum((row) => row.rightNo),
  ];
  const n = hits + alarms + misses + rightNo;
  const feared = rows.filter(({ fearedRank }) => fearedRank !== null);
  return {
    n,
    right: share(hits + rightNo, n),
    baseRate: share(Math.max(hits + misses, alarms + rightNo), n),
    precision: share(hits, hits + alarms),
    recall: share(hits, hits + misses),
    fearsHighest: share(feared.filter(({ fearedRank }) => fearedRank === 1).length, feared.length),
  };
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export const FORECASTS: readonly Column<ForecastRow>[] = [
  ...PLACED,
  TURN,
  { name: "country", meaning: "Who forecast.", unit: "text", of: ({ country }) => country },
  MEMBERS,
  { name: "fears", meaning: "Answer to: whom do you fear most?", unit: "text", of: ({ fears }) => fears },
  {
    name: "feared_threat",
    meaning: "Reckoned threat T of that country to this one before the turn.",
    unit: "points 0–100",
    of: ({ fearedThreat }) => rounded(fearedThreat, 1),
  },
  {
    name: "feared_rank",
    meaning: "Its rank on the reckoned threat board, 1 = highest.",
    unit: "rank",
    of: (row) => row.fearedRank,
  },
  { name: "highest", meaning: "The country the reckoned board put first.", unit: "text", of: ({ highest }) => highest },
  { name: "hits", meaning: "Other countries said to balance that did.", unit: "count", of: ({ hits }) => hits },
  {
    name: "false_alarms",
    meaning: "Said to balance and did not.",
    unit: "count",
    of: ({ falseAlarms }) => falseAlarms,
  },
  { name: "misses", meaning: "Balanced though not said.", unit: "count", of: ({ misses }) => misses },
  { name: "right_no", meaning: "Neither said nor balanced.", unit: "count", of: ({ rightNo }) => rightNo },
];

const shareColumn = (
  name: "right" | "baseRate" | "precision" | "recall" | "fearsHighest",
  meaning: string,
): Column<CalibrationRow> => ({ name, meaning, unit: "0–1", of: (row) => rounded(row[name]) });

export const CALIBRATION: readonly Column<CalibrationRow>[] = [
  ...PLACED,
  { name: "n", meaning: "Forecasts of one country's balancing.", unit: "count", of: ({ n }) => n },
  shareColumn("right", "Share of these that came true."),
  shareColumn("baseRate", "Share that always saying the commoner answer would have got."),
  shareColumn("precision", "Of those said to balance, the share that did."),
  shareColumn("recall", "Of those that did, the share that was said."),
  shareColumn("fearsHighest", "Share of feared countries that the reckoned board put first too."),
];
