import { attendance, attendanceColumns, type TimeText } from "./attendance.ts";
import { type Column, csvOf } from "./csv.ts";
import { CALIBRATION, calibrations, forecasts, FORECASTS } from "./forecasts.ts";
import { grading, GRADING } from "./grading.ts";
import type { Lesson } from "./lesson.ts";
import { messages, MESSAGES } from "./messages.ts";
import { participation, PARTICIPATION } from "./participation.ts";
import { reasons, REASONS_GIVEN } from "./reasons.ts";

export interface ReportFile {
  readonly name: string;
  readonly text: string;
}

interface Described {
  readonly file: string;
  readonly column: Pick<Column<never>, "name" | "meaning" | "unit">;
}

const CODE_BOOK: readonly Column<Described>[] = [
  { name: "file", meaning: "File.", unit: "text", of: ({ file }) => file },
  { name: "column", meaning: "Column.", unit: "text", of: ({ column }) => column.name },
  { name: "meaning", meaning: "What it holds.", unit: "text", of: ({ column }) => column.meaning },
  { name: "unit", meaning: "Unit or values.", unit: "text", of: ({ column }) => column.unit },
];

/** Everything an instructor may want of some sessions, as tables, and the code book that says what each column means. */
export function reportsOf(lessons: readonly Lesson[], timeText: TimeText): readonly ReportFile[] {
  const described: Described[] = [];
  const file = <Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): ReportFile => {
    described.push(...columns.map((column) => ({ file: name, column })));
    return { name, text: csvOf(columns, rows) };
  };
  const files = [
    file("attendance.csv", attendanceColumns(timeText), lessons.flatMap(attendance)),
    file("participation.csv", PARTICIPATION, lessons.flatMap(participation)),
    file(
      "grading.csv",
      GRADING,
      lessons.flatMap((lesson) => grading(lesson)),
    ),
    file("forecasts.csv", FORECASTS, lessons.flatMap(forecasts)),
    file("calibration.csv", CALIBRATION, lessons.flatMap(calibrations)),
    file("reasons.csv", REASONS_GIVEN, lessons.flatMap(reasons)),
    file("messages.csv", MESSAGES, lessons.flatMap(messages)),
  ];
  return [...files, { name: "codebook.csv", text: csvOf(CODE_BOOK, described) }];
}
