/** A cell: empty when null. Numbers are written with a point, so that every program reads them alike. */
export type Cell = string | number | boolean | null;

/** One column of a table: its name, what it means (for the code book), and how it is read off a row. */
export interface Column<Row> {
  readonly name: string;
  readonly meaning: string;
  /** "count", "points 0–100", "minutes", "text" … */
  readonly unit: string;
  readonly of: (row: Row) => Cell;
}

/**
 * A table as RFC 4180 has it, with a byte order mark so that spreadsheets take it for UTF-8. Text that a spreadsheet would run
 * as a formula (it begins with = + − @, a tab or a line end) is led by an apostrophe.
 */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ of }) => of(row)))];
  return `\uFEFF${lines.map((line) => line.map(cellText).join(",")).join("\r\n")}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return typeof cell === "number" && !Number.isFinite(cell) ? "" : String(cell);
  const safe = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** To a few digits: nobody can trace more. */
export const rounded = (value: number | null, digits = 2): number | null =>
  value === null ? null : Number(value.toFixed(digits));
