import { cases } from "../../i18n/en/cases.ts";
import type { ChapterCase, WorkedCase } from "./readChapters.ts";
import { grid, isRecord, plain, symbols, type Html } from "./values.ts";

const LABELS: readonly string[] = ["number", "title", "says", "tolerance"];

/** One case as an article with an address of its own. */
export function caseHtml({ test, given: givenNames, kind }: ChapterCase, escape: Html): string {
  const html: Html = (text) => symbols(escape(text));
  const number = escape(test.number);
  const given = new Set(givenNames);
  const members = Object.entries(test).filter(([key]) => !LABELS.includes(key) && !inSeries(test, key));
  const rows = (some: readonly (readonly [string, unknown])[]): string =>
    some.map(([key, value]) => rowHtml(key, withoutVaried(test, key, value), html)).join("");
  const part = (heading: string, lines: string): string =>
    `<tbody><tr class="case-part"><th scope="rowgroup" colspan="2">${html(heading)}</th></tr>${lines}</tbody>`;
  const inputs = rows(members.filter(([key]) => given.has(key)));
  const outcome = rows(members.filter(([key]) => !given.has(key))) + seriesHtml(test, html);
  return `<article class="case" id="${number}">
<h3><a class="case-number" href="#${number}">${number}</a> ${escape(test.title)}</h3>
<p>${html(test.says)}</p>
<p class="case-formula">${html(formulaOf(kind, test))}</p>
<table class="case-table"><colgroup><col class="case-names" /><col /></colgroup>${part(cases.given, inputs)}${part(expectedHeading(test), outcome)}</table>
</article>`;
}

/** Name and value; a table within takes the whole width. */
function rowHtml(key: string, value: unknown, html: Html): string {
  const shown = valueHtml(key, value, html);
  const label = html(labelOf(key));
  if (!shown.startsWith("<div")) return `<tr><th scope="row">${label}</th><td>${shown}</td></tr>`;
  return `<tr><td colspan="2">${label}${shown}</td></tr>`;
}

/** The varied input and what follows, side by side in a table of their own. */
const inSeries = (test: WorkedCase, key: string): boolean =>
  "values" in test && ["vary", "values", "choice", "T", "probabilities"].includes(key);

/** What a series holds still: all but the input that it varies. */
function withoutVaried(test: WorkedCase, key: string, value: unknown): unknown {
  if (!("vary" in test) || !isRecord(value) || (key !== "inputs" && key !== "held")) return value;
  const varied = test["vary"] === "H" ? "helpers" : test["vary"];
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== varied));
}

function seriesHtml(test: WorkedCase, html: Html): string {
  const values = listOf(test["values"]);
  if (values.length === 0) return "";
  const results = listOf(test["T"] ?? test["probabilities"]);
  const choice = test["choice"];
  const name = choice === undefined ? labelOf("T") : `${labelOf("choice")} ${plain(choice)}`;
  const numbers = grid(
    [String(test["vary"]), name],
    values.map((value, k) => [value, results[k]]),
    html,
  );
  return `<tr><td colspan="2">${numbers}</td></tr>`;
}

function valueHtml(key: string, value: unknown, html: Html): string {
  if ((key === "world" || key === "after") && isRecord(value)) return worldHtml(value, html);
  if (key === "rows" && listOf(value).every(isRecord)) return recordsHtml(listOf(value).filter(isRecord), html);
  if (key === "chances" || key === "options") return grid(["", ""], listOf(value).map(listOf), html);
  if (key === "changed") return grid(["i", "j", labelOf("T0"), labelOf("T")], listOf(value).map(listOf), html);
  if (key === "acts" && listOf(value).some((act) => listOf(act).length === 3)) {
    return html(
      listOf(value)
        .map((act) => towardText(listOf(act)))
        .join("; "),
    );
  }
  if (key === "events") return html(listOf(value).map(eventText).join("; "));
  return html(plain(value));
}

const towardText = ([by, target, act]: readonly unknown[]): string =>
  cases.acts.toward.replace("{{by}}", plain(by)).replace("{{target}}", plain(target)).replace("{{act}}", plain(act));

function eventText(event: unknown): string {
  if (!isRecord(event)) return plain(event);
  const { kind, ...rest } = event;
  return `${plain(kind)} (${plain(rest)})`;
}

function worldHtml({ countries, ...rest }: Readonly<Record<string, unknown>>, html: Html): string {
  const table = isRecord(countries)
    ? recordsHtml(
        Object.entries(countries).map(([name, values]) => ({ name, ...(isRecord(values) ? values : {}) })),
        html,
      )
    : "";
  const lines = Object.entries(rest).map(([key, value]) => `<li>${html(`${key}: ${plain(value)}`)}</li>`);
  return lines.length > 0 ? `${table}<ul class="case-pairs">${lines.join("")}</ul>` : table;
}

/** Records as rows; the columns are all members that any of them has. */
function recordsHtml(records: readonly Readonly<Record<string, unknown>>[], html: Html): string {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const named = columns.includes("name");
  return grid(
    named ? columns.map((column) => (column === "name" ? "" : column)) : ["", ...columns],
    records.map((record, k) => [...(named ? [] : [k + 1]), ...columns.map((column) => record[column])]),
    html,
  );
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function expectedHeading({ tolerance }: WorkedCase): string {
  if (typeof tolerance !== "number") return cases.expected;
  return `${cases.expected}, ${cases.within.replace("{{tolerance}}", plain(tolerance))}`;
}

const labelOf = (key: string): string => textIn(cases.members, key);

/** The formula that a case works: of a kind, or of what this one asks of it. */
function formulaOf(kind: string, test: WorkedCase): string {
  if (kind === "components") {
    const asked = Object.entries(cases.sources).filter(([key]) => key in test);
    return asked.map(([, formula]) => formula).join("; ");
  }
  if (kind === "prediction_series") return textIn(cases.choices, plain(test["choice"]));
  if (kind === "lenses") return textIn(cases.lenses, plain(test["lens"]));
  if (kind === "threat" && "c0" in test) return cases.formulas.decomposition;
  return kind === "threat" && "weights" in test ? cases.formulas.weighted : textIn(cases.formulas, kind);
}

function textIn(texts: Readonly<Record<string, string>>, key: string): string {
  const text = texts[key];
  if (text === undefined) throw new Error(`no text for ${key} in client/i18n/en/cases.ts`);
  return text;
}
