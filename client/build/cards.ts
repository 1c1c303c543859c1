import { glossary } from "../i18n/en/glossary.ts";

/** The groups of the glossary whose entries are cards. */
export type CardGroup = "modules" | "terms";

/** A group's cards as HTML, in the catalogue's order, each with an address of its own: `#modules-chance`. */
export function cards(group: CardGroup, html: (text: string) => string): string {
  const all = Object.entries(glossary[group]).map(
    ([key, { name, what, rules, theory }]) => `<article class="term" id="${group}-${key}">
<h3>${html(name)} <span class="term-rules">${html(rulesText(rules))}</span></h3>
<p>${html(what)}</p>
<p class="when">${html(theory)}</p>
</article>`,
  );
  return `<div class="terms">${all.join("\n")}</div>`;
}

const rulesText = (rules: string): string =>
  (/[–,]/.test(rules) ? glossary.rulesMany : glossary.ruleOne).replace("{{rules}}", rules);
