import { PACES, PERSONALITIES } from "#shared/model/match.ts";
import { LEVELS } from "#shared/model/scenario.ts";
import type { ScenarioSummary } from "#shared/protocol/messages.ts";
import { fill } from "../i18n/fill.ts";
import { home } from "../i18n/en/home.ts";
import { createMatch, listScenarios, type NewMatch } from "../net/api.ts";
import { el, need, showError, whileBusy } from "./dom.ts";
import type { Door } from "./joinForm.ts";

/** Alone: computer players in every other seat, straight into the first turn. Friends: a lobby with a code. */
type Kind = "alone" | "friends";

/** Fills a "Play …" row the first time it is opened. */
export function mountSetup(kind: Kind, door: Door): void {
  const row = need(`#${kind}`, HTMLDetailsElement);
  const form = need(`[data-setup="${kind}"]`, HTMLFormElement);
  let shown = false;
  const open = (): void => {
    if (!row.open || shown) return;
    shown = true;
    void load(form, kind);
  };
  row.addEventListener("toggle", open);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void begin(form, kind, door);
  });
  open();
}

async function load(form: HTMLFormElement, kind: Kind): Promise<void> {
  form.replaceChildren(el("p", { class: "note wide", role: "status" }, home.setup.loading));
  const scenarios = await listScenarios();
  if (scenarios.ok) {
    form.replaceChildren(...fields(kind, scenarios.value));
    form.addEventListener("change", () => follow(form, scenarios.value));
    follow(form, scenarios.value);
    return;
  }
  const again = el("button", { type: "button", class: "button" }, home.setup.again);
  again.addEventListener("click", () => void load(form, kind));
  const sentence = `${home.setup.failed} ${scenarios.error.text}`;
  form.replaceChildren(el("p", { class: "error wide", role: "alert" }, sentence), el("div", { class: "wide" }, again));
}

function fields(kind: Kind, scenarios: readonly ScenarioSummary[]): readonly HTMLElement[] {
  const alone = kind === "alone";
  const opponents = [
    ["", home.setup.mixed],
    ...PERSONALITIES.map((personality) => [personality, home.personality[personality]]),
  ];
  return [
    scenarioChoice(kind, scenarios),
    choice({ name: "country", id: `${kind}-country`, label: home.setup.country, options: [["", home.setup.any]] }),
    alone
      ? choice({ name: "computers", id: `${kind}-computers`, label: home.setup.opponents, options: opponents })
      : el("div", { class: "field" }, ...nameField(kind)),
    ...(alone
      ? []
      : [
          chips({
            name: "level",
            label: home.setup.level,
            options: LEVELS.map((level) => [level, home.level[level]]),
            first: "intro",
            note: " ",
          }),
        ]),
    chips({
      name: "pace",
      label: home.setup.pace,
      options: PACES.map((pace) => [pace, home.pace[pace]]),
      first: alone ? "relaxed" : "standard",
      note: home.paceNote,
    }),
    el(
      "div",
      { class: "wide" },
      el("p", { id: `${kind}-answer-error`, class: "error", role: "alert" }),
      el("button", { type: "submit", class: "button button-primary" }, alone ? home.setup.start : home.setup.create),
    ),
  ];
}

function scenarioChoice(kind: Kind, scenarios: readonly ScenarioSummary[]): HTMLElement {
  const cards = scenarios.map((scenario, index) => {
    const values = { turns: scenario.turns, minutes: scenario.minutes, countries: scenario.countries.length };
    return el(
      "label",
      { class: "option" },
      el("input", { type: "radio", name: "scenario", value: scenario.id, checked: index === 0 }),
      el("b", {}, scenario.title),
      el("span", { class: "note" }, fill(home.setup.facts, values)),
    );
  });
  return el(
    "fieldset",
    { class: "wide" },
    el("legend", {}, home.setup.scenario),
    el("div", { class: "options" }, ...cards),
    el("p", { class: "note", "data-summary": kind, "aria-live": "polite" }),
  );
}

interface Choice {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly options: readonly (readonly string[])[];
}
function choice({ name, id, label, options }: Choice): HTMLElement {
  const select = el(
    "select",
    { class: "select", id, name },
    ...options.map(([value = "", text = ""]) => el("option", { value }, text)),
  );
  return el(
    "div",
    { class: "field" },
    el("label", { for: id }, label),
    select,
    el("p", { class: "note", "data-note": name }),
  );
}

interface Chips {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly string[])[];
  readonly first: string;
  readonly note: string;
}
function chips({ name, label, options, first, note }: Chips): HTMLElement {
  const all = options.map(([value = "", text = ""]) =>
    el("label", { class: "chip" }, el("input", { type: "radio", name, value, checked: value === first }), text),
  );
  return el(
    "fieldset",
    {},
    el("legend", {}, label),
    el("div", { class: "chips" }, ...all),
    el("p", { class: "note", "data-note": name }, note),
  );
}

function nameField(kind: Kind): readonly HTMLElement[] {
  const id = `${kind}-name`;
  const input = el("input", {
    class: "input",
    id,
    name: "name",
    autocomplete: "nickname",
    "aria-describedby": `${id}-error`,
  });
  input.value = need("#name", HTMLInputElement).value;
  input.addEventListener("input", () => showError(input, ""));
  return [
    el("label", { for: id }, home.setup.name),
    input,
    el("p", { id: `${id}-error`, class: "error", role: "alert" }),
  ];
}

/** Keeps the countries, and the lines of explanation, in step with the choices above them. */
function follow(form: HTMLFormElement, scenarios: readonly ScenarioSummary[]): void {
  const scenario = scenarios.find(({ id }) => id === new FormData(form).get("scenario"));
  const select = form.querySelector<HTMLSelectElement>("select[name=country]");
  if (!scenario || !select) return;
  form.dataset["level"] = scenario.level;
  say(form, "[data-summary]", scenario.summary);
  if (select.dataset["of"] !== scenario.id) {
    select.dataset["of"] = scenario.id;
    // A scenario brings the level it was made for; whoever wants another chooses it after.
    const level = form.querySelector<HTMLInputElement>(`input[name=level][value="${scenario.level}"]`);
    if (level) level.checked = true;
    select.replaceChildren(
      el("option", { value: "" }, home.setup.any),
      ...scenario.countries.map(({ id, name }) => el("option", { value: id }, name)),
    );
  }
  say(form, "[data-note=country]", scenario.countries.find(({ id }) => id === select.value)?.brief ?? "");
  const level = LEVELS.find((each) => each === new FormData(form).get("level"));
  if (level) say(form, "[data-note=level]", home.levelNote[level]);
}

function say(form: HTMLFormElement, selector: string, text: string): void {
  const place = form.querySelector(selector);
  if (place) place.textContent = text;
}

async function begin(form: HTMLFormElement, kind: Kind, door: Door): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  const typed = form.querySelector<HTMLInputElement>("input[name=name]");
  if (!button) return;
  if (typed && typed.value.trim() === "") {
    showError(typed, home.name.empty);
    typed.focus();
    return;
  }
  await whileBusy(button, kind === "alone" ? home.setup.starting : home.setup.creating, async () => {
    const created = await createMatch(newMatch(form, kind));
    if (!created.ok) {
      if (typed && created.error.code.startsWith("name.")) showError(typed, created.error.text);
      else say(form, `#${kind}-answer-error`, created.error.text);
      return;
    }
    door.keep(created.value);
    if (typed) door.nameTo(typed.value);
    door.go(created.value.code);
  });
}

function newMatch(form: HTMLFormElement, kind: Kind): NewMatch {
  const data = new FormData(form);
  const value = (name: string): string => {
    const entered = data.get(name);
    return typeof entered === "string" ? entered : "";
  };
  const alone = kind === "alone";
  const known = need("#name", HTMLInputElement).value.trim();
  return {
    scenario: value("scenario"),
    level: alone ? (form.dataset["level"] ?? LEVELS[0]) : value("level"),
    pace: value("pace"),
    name: alone ? known || home.setup.someone : value("name"),
    solo: alone,
    ...(value("country") === "" ? {} : { country: value("country") }),
    ...(value("computers") === "" ? {} : { computers: [value("computers")] }),
  };
}
