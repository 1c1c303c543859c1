import { LEVELS, MODULES, type Level, type Module } from "#shared/model/scenario.ts";
import type { ScenarioSummary } from "#shared/protocol/messages.ts";
import { completeModules, defaultModules } from "#shared/rules/levels.ts";
import { fill } from "../../i18n/fill.ts";
import { setup } from "../../i18n/en/setup.ts";
import { el } from "../dom.ts";
import { chips, drawer, optionsOf, say, tick } from "./fields.ts";

/** Level, and under it every part of the rules by itself, under the level that brings it. */
export function rulesFields(): readonly HTMLElement[] {
  const levels = chips({
    name: "level",
    label: setup.level,
    options: optionsOf(setup.levels, LEVELS),
    first: "intro",
    note: " ",
  });
  levels.classList.add("wide");
  for (const chip of levels.querySelectorAll(".chip")) {
    const level = chip.querySelector("input")?.value ?? "";
    chip.append(el("span", { class: "mark", "data-mark": `level-${level}` }));
  }
  const back = el("button", { type: "button", class: "button-text", "data-act": "level" }, setup.back);
  const [standard, advanced] = [defaultModules("standard"), defaultModules("advanced")];
  const changes = el("p", { class: "note", "data-note": "modules", "aria-live": "polite" });
  return [
    levels,
    drawer(
      setup.ownRules,
      "rules",
      ticksOf(setup.modulesStandard, standard),
      ticksOf(
        setup.modulesAdvanced,
        advanced.filter((module) => !standard.includes(module)),
      ),
      el("div", { class: "changes" }, changes, back),
    ),
  ];
}

function ticksOf(legend: string, modules: readonly Module[]): HTMLElement {
  const ticks = modules.map((module) => {
    const { name, note } = setup.module[module];
    const needs = needsOf(module).map((needed) => setup.module[needed].name);
    const words = needs.length === 0 ? note : `${note} ${fill(setup.needs, { modules: needs.join(", ") })}`;
    return tick({ name: "module", value: module, words: name, note: words });
  });
  return el("fieldset", {}, el("legend", {}, legend), el("div", { class: "ticks" }, ...ticks));
}

/** What a part of the rules makes no sense without. */
export const needsOf = (module: Module): readonly Module[] =>
  completeModules([module]).filter((needed) => needed !== module);

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
  const meant = fill(setup.meantFor, { level: setup.levels[scenario.level] });
  say(form, "level", level === scenario.level ? setup.levelNote[level] : `${setup.levelNote[level]} ${meant}`);
  for (const each of LEVELS) mark(form, `level-${each}`, each === scenario.level ? setup.recommended : "");
  for (const module of MODULES) mark(form, module, scenario.modules.includes(module) ? setup.recommendedHere : "");
  sayChanges(form, scenario);
}

function mark(form: HTMLFormElement, what: string, words: string): void {
  const place = form.querySelector(`[data-mark="${what}"]`);
  if (place) place.textContent = words;
}

/** The modules after one tick: what it needs comes with it, and what needed what was taken off goes with that. */
export const afterTick = (
  before: readonly Module[],
  { module, on }: { readonly module: Module; readonly on: boolean },
): readonly Module[] =>
  on ? completeModules([...before, module]) : before.filter((one) => one !== module && !needsOf(one).includes(module));

/** After a tick in the form. */
export function followTick(form: HTMLFormElement, scenario: ScenarioSummary, ticked: HTMLInputElement): void {
  const module = MODULES.find((one) => one === ticked.value);
  if (module) setTicks(form, afterTick(modulesIn(form), { module, on: ticked.checked }));
  sayChanges(form, scenario);
}

/** How the ticks differ from what the scenario is meant to be played with at this level. */
export function changesOf(
  usual: readonly Module[],
  now: readonly Module[],
): Readonly<Record<"added" | "left", readonly Module[]>> {
  return {
    added: now.filter((module) => !usual.includes(module)),
    left: usual.filter((module) => !now.includes(module)),
  };
}

function sayChanges(form: HTMLFormElement, scenario: ScenarioSummary): void {
  const level = levelIn(form);
  const { added, left } = changesOf(modulesFor(level, scenario), modulesIn(form));
  const names = (modules: readonly Module[]): string => modules.map((one) => setup.module[one].name).join(", ");
  const count = added.length + left.length;
  const words = [
    ...(added.length > 0 ? [fill(setup.added, { modules: names(added) })] : []),
    ...(left.length > 0 ? [fill(setup.leftOut, { modules: names(left) })] : []),
  ].join(" ");
  say(form, "modules", words);
  const untouched =
    level === scenario.level ? setup.asRecommended : fill(setup.asLevel, { level: setup.levels[level] });
  say(form, "rules", count === 0 ? untouched : fill(setup.changed, { count }));
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
