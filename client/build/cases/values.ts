import { cases } from "../../i18n/en/cases.ts";

/** Turns a text into HTML. */
export type Html = (text: string) => string;

/** Up to four decimals as they are, else six, without a leading nought, as in the theory's own tables: −1.4, .007600. */
export function figure(exact: number): string {
  const value = Math.abs(exact) < 5e-7 ? 0 : exact;
  const [whole = "", part = ""] = Math.abs(value).toFixed(6).split(".");
  const short = Math.abs(value * 1e4 - Math.round(value * 1e4)) < 1e-6;
  const rest = short ? part.replace(/0+$/, "") : part;
  const digits = rest === "" ? whole : `${whole === "0" ? "" : whole}.${rest}`;
  return value < 0 && digits !== "0" ? `−${digits}` : digits;
}

/** A value in words and figures, as text: names as they are, lists with commas, groups as “P .5 · X 1”. */
export function plain(value: unknown): string {
  if (value === null) return cases.nobody;
  if (typeof value === "number") return figure(value);
  if (typeof value === "boolean") return value ? cases.yes : cases.no;
  if (typeof value === "string") return value.replace(/_/g, " ");
  if (Array.isArray(value)) return value.length === 0 ? cases.nobody : value.map(inner).join(", ");
  return Object.entries(value ?? {})
    .map(([key, part]) => `${IS_SYMBOL.test(key) ? key : key.replace(/_/g, " ")} ${inner(part)}`)
    .join(" · ");
}

/** `p_i`, `w_J`, `q_self`: not words but symbols with an index. */
const IS_SYMBOL = /^(?:[a-zA-Z]|def)_[a-zA-Z]+$/;

/** Symbols as they are written: `P^.20` lifts the exponent, `p_i` lowers the index. Takes and gives HTML. */
export const symbols = (text: string): string =>
  text
    .replace(/\^(−?\([^)]*\)(?:\/[\w.]+)?|−?[\w.]+)/g, "<sup>$1</sup>")
    .replace(/(?<![\w-])([a-zA-ZΔ]|def)_([a-zA-Z]+)\b/g, "$1<sub>$2</sub>");

const inner = (value: unknown): string => (Array.isArray(value) ? `(${plain(value)})` : plain(value));

/** A table with a head of column names. The first column names the row. */
export function grid(head: readonly string[], rows: readonly (readonly unknown[])[], html: Html): string {
  const cell = (value: unknown): string =>
    `<td${typeof value === "number" ? ' class="num"' : ""}>${value === undefined ? "" : html(plain(value))}</td>`;
  const body = rows.map(
    ([name, ...rest]) => `<tr><th scope="row">${html(plain(name))}</th>${rest.map(cell).join("")}</tr>`,
  );
  const name = (text: string): string => (text === "" ? "<td></td>" : `<th scope="col">${html(text)}</th>`);
  const top = head.some((text) => text !== "") ? `<thead><tr>${head.map(name).join("")}</tr></thead>` : "";
  // Wider than a phone, and so to be scrolled by the keyboard too.
  const focus = head.length >= WIDE ? ' tabindex="0"' : "";
  return `<div class="case-scroll"${focus}><table class="case-grid">${top}<tbody>${body.join("")}</tbody></table></div>`;
}
const WIDE = 6;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
