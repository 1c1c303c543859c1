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

/** In the order in which their first members come. */
export function familiesOf(scenarios: readonly ScenarioSummary[]): readonly Family[] {
  const groups = new Map<string, ScenarioSummary[]>();
  for (const scenario of scenarios) {
    const key = scenario.family ?? scenario.variantOf ?? scenario.id;
    groups.set(key, [...(groups.get(key) ?? []), scenario]);
  }
  return [...groups].map(([key, members]) => ({
    key,
    members: members.toSorted((a, b) => Number(a.variantOf !== undefined) - Number(b.variantOf !== undefined)),
  }));
}

/** One card a family; where it has several members, a list under the cards says which. */
export function scenarioField(id: string, scenarios: readonly ScenarioSummary[]): HTMLElement {
  const cards = familiesOf(scenarios).flatMap(({ key, members }, at) => {
    const [first] = members;
    if (!first) return [];
    const facts = { turns: first.turns, minutes: first.minutes, countries: first.countries.length };
    return el(
      "label",
      { class: "option" },
      el("input", { type: "radio", name: "family", value: key, checked: at === 0 }),
      el("b", {}, members.length > 1 ? (first.family ?? first.title) : first.title),
      el("span", { class: "note" }, fill(setup.facts, facts)),
    );
  });
  const start = choice({ name: "scenario", id: `${id}-scenario`, label: setup.start, options: [] });
  return el(
    "fieldset",
    { class: "wide" },
    el("legend", {}, setup.scenario),
    el("div", { class: "options" }, ...cards),
    start,
    el("p", { class: "note", "data-note": "summary", "aria-live": "polite" }),
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
