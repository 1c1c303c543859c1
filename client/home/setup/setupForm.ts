import type { ScenarioSummary } from "#shared/protocol/messages.ts";
import { setup } from "../../i18n/en/setup.ts";
import { createMatch, listScenarios, type NewMatch } from "../../net/api.ts";
import { el, need, showError, whileBusy } from "../dom.ts";
import type { Door } from "../joinForm.ts";
import { choice } from "./fields.ts";
import { followOpponents, opponentFields, opponentsIn } from "./opponents.ts";
import { followTick, levelIn, modulesIn, rulesFields, takeLevel, takeRecommended } from "./rules.ts";
import { followScenario, scenarioField } from "./scenarios.ts";
import { followTalk, intentionsIn, messagesIn, talkFields } from "./talk.ts";

/** Alone: computer players in every other seat, straight into the first turn. Friends: a lobby with a code. */
export type Kind = "alone" | "friends";

/** Fills a form, once the scenarios are here; says what to do when they do not come. */
export async function openSetup(form: HTMLFormElement, kind: Kind, door: Door): Promise<void> {
  form.replaceChildren(el("p", { class: "note wide", role: "status" }, setup.loading));
  const scenarios = await listScenarios();
  if (scenarios.ok) return fillForm(form, { kind, door, scenarios: scenarios.value });
  const again = el("button", { type: "button", class: "button" }, setup.again);
  again.addEventListener("click", () => void openSetup(form, kind, door));
  const sentence = `${setup.failed} ${scenarios.error.text}`;
  form.replaceChildren(el("p", { class: "error wide", role: "alert" }, sentence), el("div", { class: "wide" }, again));
}

interface Given {
  readonly kind: Kind;
  readonly door: Door;
  readonly scenarios: readonly ScenarioSummary[];
}

function fillForm(form: HTMLFormElement, { kind, door, scenarios }: Given): void {
  form.replaceChildren(...fields(kind, scenarios));
  let chosen = followScenario(form, scenarios);
  if (chosen) takeRecommended(form, chosen);
  followRest(form);
  form.addEventListener("change", ({ target }) => {
    // On a phone the cards stand in a row: the one reached by arrow keys comes into view whole.
    if (target instanceof HTMLInputElement && target.name === "family")
      target.scrollIntoView({ block: "nearest", inline: "nearest" });
    const before = chosen;
    chosen = followScenario(form, scenarios);
    if (!chosen) return;
    if (chosen.id !== before?.id) takeRecommended(form, chosen);
    else if (target instanceof HTMLInputElement && target.name === "level") takeLevel(form, chosen);
    else if (target instanceof HTMLInputElement && target.name === "module") followTick(form, chosen, target);
    followRest(form);
  });
  form.querySelector("[data-act=level]")?.addEventListener("click", () => {
    if (chosen) takeLevel(form, chosen);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void begin(form, kind, door);
  });
}

function followRest(form: HTMLFormElement): void {
  followOpponents(form);
  followTalk(form);
}

function fields(kind: Kind, scenarios: readonly ScenarioSummary[]): readonly HTMLElement[] {
  const alone = kind === "alone";
  return [
    scenarioField(kind, scenarios),
    choice({ name: "country", id: `${kind}-country`, label: setup.country, options: [["", setup.any]] }),
    ...(alone ? [] : [nameField(kind)]),
    ...rulesFields(),
    opponentFields(kind, alone ? "relaxed" : "standard"),
    talkFields(kind),
    el(
      "div",
      { class: "wide start" },
      el("p", { id: `${kind}-answer-error`, class: "error", role: "alert" }),
      el("button", { type: "submit", class: "button button-primary begin" }, alone ? setup.play : setup.create),
    ),
  ];
}

function nameField(kind: Kind): HTMLElement {
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
  return el(
    "div",
    { class: "field" },
    el("label", { for: id }, setup.name),
    input,
    el("p", { id: `${id}-error`, class: "error", role: "alert" }),
  );
}

async function begin(form: HTMLFormElement, kind: Kind, door: Door): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  const typed = form.querySelector<HTMLInputElement>("input[name=name]");
  if (!button) return;
  if (typed && typed.value.trim() === "") {
    showError(typed, setup.nameEmpty);
    typed.focus();
    return;
  }
  await whileBusy(button, kind === "alone" ? setup.starting : setup.creating, async () => {
    const created = await createMatch(newMatch(form, kind));
    if (!created.ok) {
      const place = document.getElementById(`${kind}-answer-error`);
      if (typed && created.error.code.startsWith("name.")) showError(typed, created.error.text);
      else if (place) place.textContent = created.error.text;
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
    level: levelIn(form),
    modules: modulesIn(form),
    pace: value("pace"),
    name: alone ? known || setup.someone : value("name"),
    solo: alone,
    intentions: intentionsIn(data),
    messages: messagesIn(data),
    ...opponentsIn(data),
    ...(value("country") === "" ? {} : { country: value("country") }),
  };
}
