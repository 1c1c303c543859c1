import type { ScenarioSummary } from "#shared/protocol/messages.ts";
import { fill } from "../../i18n/fill.ts";
import { setup } from "../../i18n/en/setup.ts";
import { el } from "../dom.ts";
import { choice, say } from "./fields.ts";

/** Scenarios that are told as one: a base and its variants, or several starts of one story. */
export interface Family {
  readonly key: string;
  readonly members: readonly ScenarioSummary[];
}

/** In the order in which their first members come; within one the base before its variants, earlier starts before later ones. */
export function familiesOf(scenarios: readonly ScenarioSummary[]): readonly Family[] {
  const groups = new Map<string, ScenarioSummary[]>();
  for (const scenario of scenarios) {
    const key = scenario.family ?? scenario.variantOf ?? scenario.id;
    groups.set(key, [...(groups.get(key) ?? []), scenario]);
  }
  return [...groups].map(([key, members]) => ({
    key,
    members: members.toSorted(
      (a, b) => Number(a.variantOf !== undefined) - Number(b.variantOf !== undefined) || yearOf(a) - yearOf(b),
    ),
  }));
}

const FICTIONAL = "fictional";

/** Made-up worlds in the order they come, then history by its years. */
export function groupsOf(families: readonly Family[]): Readonly<Record<"fictional" | "historical", readonly Family[]>> {
  const isFictional = ({ members }: Family): boolean => members.every(({ era }) => era === FICTIONAL);
  return {
    fictional: families.filter(isFictional),
    historical: families
      .filter((family) => !isFictional(family))
      .toSorted((a, b) => firstYear(a) - firstYear(b) || (a.key < b.key ? -1 : 1)),
  };
}

/** 0 without a date. */
const yearOf = ({ era }: ScenarioSummary): number => Number.parseInt(era, 10) || 0;
const years = ({ members }: Family): readonly number[] => members.map(yearOf).filter((year) => year > 0);
const firstYear = (family: Family): number => Math.min(...years(family));

/** One name for all its members. */
export const titleOf = ({ members }: Family): string => {
  const [first] = members;
  return (members.length > 1 ? first?.family : undefined) ?? first?.title ?? "";
};

/** "1805", "1955–73"; nothing where the title says it or there is no date. */
export const eraOf = (family: Family): string => {
  const era = spanOf(years(family)).replace(/^(\d\d)(\d\d)–\1/, "$1$2–");
  return titleOf(family).includes(era) ? "" : era;
};

/** "12", or "10–13" where they differ; empty without numbers. */
export function spanOf(numbers: readonly number[]): string {
  if (numbers.length === 0) return "";
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return least === most ? String(least) : `${least}–${most}`;
}

/** One card a family, made up and historical apart; under the cards the one chosen, and which start where it has several. */
export function scenarioField(id: string, scenarios: readonly ScenarioSummary[]): HTMLElement {
  const groups = groupsOf(familiesOf(scenarios));
  const [first] = [...groups.fictional, ...groups.historical];
  const cards = (["fictional", "historical"] as const).flatMap((group) => [
    el("p", { class: "label" }, setup.group[group]),
    el("div", { class: "options" }, ...groups[group].map((family) => card(family, { checked: family === first }))),
  ]);
  return el(
    "fieldset",
    { class: "wide scenarios" },
    el("legend", {}, setup.scenario),
    ...cards,
    el(
      "div",
      { class: "scenario-brief" },
      choice({ name: "scenario", id: `${id}-scenario`, label: setup.start, options: [] }),
      el("p", { "data-note": "summary", "aria-live": "polite" }),
      el("p", { class: "note", "data-note": "meant" }),
    ),
  );
}

function card(family: Family, { checked }: { readonly checked: boolean }): HTMLElement {
  const { key, members } = family;
  const facts = {
    countries: spanOf(members.map(({ countries }) => countries.length)),
    minutes: spanOf(members.map(({ minutes }) => minutes)),
  };
  return el(
    "label",
    { class: "option" },
    el("input", { type: "radio", name: "family", value: key, checked }),
    el("span", { class: "option-head" }, el("b", {}, titleOf(family)), el("span", { class: "note" }, eraOf(family))),
    el("span", { class: "note" }, fill(setup.facts, facts)),
  );
}

/** Keeps the list of starts and the list of countries in step with the cards; the scenario chosen. */
export function followScenario(
  form: HTMLFormElement,
  scenarios: readonly ScenarioSummary[],
): ScenarioSummary | undefined {
  const family = familiesOf(scenarios).find(({ key }) => key === new FormData(form).get("family"));
  const start = form.querySelector<HTMLSelectElement>("select[name=scenario]");
  if (!family || !start) return undefined;
  if (start.dataset["of"] !== family.key) {
    start.dataset["of"] = family.key;
    start.replaceChildren(...family.members.map(({ id, title }) => el("option", { value: id }, title)));
  }
  const field = form.querySelector<HTMLElement>("[data-field=scenario]");
  if (field) field.hidden = family.members.length < 2;
  const chosen = family.members.find(({ id }) => id === start.value) ?? family.members[0];
  if (chosen) followCountries(form, chosen);
  return chosen;
}

function followCountries(form: HTMLFormElement, scenario: ScenarioSummary): void {
  say(form, "summary", scenario.summary);
  const { people, minutes, turns, level, modules } = scenario;
  const besides = modules.map((module) => setup.module[module].name).join(", ");
  const rules = fill(modules.length === 0 ? setup.meantRules : setup.meantRulesWith, {
    level: setup.levels[level],
    modules: besides,
  });
  say(form, "meant", fill(setup.meant, { people, minutes, turns, rules }));
  const select = form.querySelector<HTMLSelectElement>("select[name=country]");
  if (!select) return;
  if (select.dataset["of"] !== scenario.id) {
    select.dataset["of"] = scenario.id;
    const wanted = select.value;
    select.replaceChildren(
      el("option", { value: "" }, setup.any),
      ...scenario.countries.map(({ id, name }) => el("option", { value: id }, name)),
    );
    if (scenario.countries.some(({ id }) => id === wanted)) select.value = wanted;
  }
  say(form, "country", scenario.countries.find(({ id }) => id === select.value)?.brief ?? "");
}
