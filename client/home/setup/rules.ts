import { LEVELS, MODULES, type Level, type Module } from "#shared/model/scenario.ts";
import type { ScenarioSummary } from "#shared/protocol/messages.ts";
import { completeModules, defaultModules } from "#shared/rules/levels.ts";
import { fill } from "../../i18n/fill.ts";
import { setup } from "../../i18n/en/setup.ts";
import { el } from "../dom.ts";
import { chips, drawer, optionsOf, say, tick } from "./fields.ts";

/** Level, and under it every part of the rules by itself. */
export function rulesFields(): readonly HTMLElement[] {
  const back = el("button", { type: "button", class: "button-text", "data-act": "level" }, setup.back);
  const ticks = MODULES.map((module) => {
    const { name, note } = setup.module[module];
    return tick({ name: "module", value: module, words: name, note });
  });
  return [
    chips({ name: "level", label: setup.level, options: optionsOf(setup.levels, LEVELS), first: "intro", note: " " }),
    drawer(
      setup.ownRules,
      el("fieldset", {}, el("legend", {}, setup.modules), el("div", { class: "ticks" }, ...ticks)),
      el("p", { class: "note", "data-note": "modules", "aria-live": "polite" }),
      back,
    ),
  ];
}

/** What a scenario is meant to be played with at a level. */
export const modulesFor = (level: Level, scenario: Pick<ScenarioSummary, "level" | "modules">): readonly Module[] =>
  completeModules([...defaultModules(level), ...(level === scenario.level ? scenario.modules : [])]);

/** Sets level and modules to what the scenario recommends. */
export function takeRecommended(form: HTMLFormElement, scenario: ScenarioSummary): void {
  const level = form.querySelector<HTMLInputElement>(`input[name=level][value="${scenario.level}"]`);
  if (level) level.checked = true;
  takeLevel(form, scenario);
}

/** Sets the modules to the level's own. */
export function takeLevel(form: HTMLFormElement, scenario: ScenarioSummary): void {
  const level = levelIn(form);
  setTicks(form, modulesFor(level, scenario));
  say(form, "level", setup.levelNote[level]);
  sayChanges(form, scenario);
}

/** After a tick: what it needs is ticked too, and what needed what was taken off goes with it. */
export function followTick(form: HTMLFormElement, scenario: ScenarioSummary, ticked: HTMLInputElement): void {
  const now = modulesIn(form);
  if (ticked.checked) setTicks(form, completeModules(now));
  else
    setTicks(
      form,
      now.filter((module) => completeModules([module]).every((needed) => now.includes(needed))),
    );
  sayChanges(form, scenario);
}

function sayChanges(form: HTMLFormElement, scenario: ScenarioSummary): void {
  const usual = modulesFor(levelIn(form), scenario);
  const now = modulesIn(form);
  const count = MODULES.filter((module) => usual.includes(module) !== now.includes(module)).length;
  say(form, "modules", count === 0 ? "" : fill(setup.changed, { count }));
  const back = form.querySelector<HTMLElement>("[data-act=level]");
  if (back) back.hidden = count === 0;
}

export const levelIn = (form: HTMLFormElement): Level =>
  LEVELS.find((level) => level === new FormData(form).get("level")) ?? "intro";
export const modulesIn = (form: HTMLFormElement): readonly Module[] => {
  const ticked = new FormData(form).getAll("module");
  return MODULES.filter((module) => ticked.includes(module));
};

function setTicks(form: HTMLFormElement, modules: readonly Module[]): void {
  for (const box of form.querySelectorAll<HTMLInputElement>("input[name=module]"))
    box.checked = modules.some((module) => module === box.value);
}
