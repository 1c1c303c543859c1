import { join } from "node:path";
import { cases } from "../../i18n/en/cases.ts";
import { caseHtml } from "./caseHtml.ts";
import { readChapters } from "./readChapters.ts";
import type { Html } from "./values.ts";

const FOLDER = join(import.meta.dirname, "../../../tests/golden/theory-cases");

/** The parts of the page of worked cases: the list of chapters, and the chapters with all their cases. */
export function casesPart(part: "contents" | "chapters", html: Html): string {
  const chapters = readChapters(FOLDER);
  if (part === "contents") {
    const lines = chapters.map(
      ({ id, title, cases: all }) =>
        `<li><a href="#${id}">${html(title)}</a> <span class="when">${html(cases.count.replace("{{count}}", String(all.length)))}</span></li>`,
    );
    return `<ol class="case-contents">${lines.join("\n")}</ol>`;
  }
  return chapters
    .map(
      ({ number, id, title, about, method, cases: all }) => `<section aria-labelledby="${id}">
<h2 id="${id}">${number} ${html(title)}</h2>
<p class="case-about">${html(about)}</p>
<p class="when">${html(`${cases.method} ${method}`)}</p>
<div class="cases">${all.map((one) => caseHtml(one, html)).join("\n")}</div>
</section>`,
    )
    .join("\n");
}
