import { expect, it } from "vitest";
import { eraOf, familiesOf, groupsOf, spanOf, titleOf } from "#client/home/setup/scenarios.ts";
import { scenarioIds, readScenario } from "#client/build/scenarioFiles.ts";
import type { ScenarioSummary } from "#shared/protocol/messages.ts";

/** What the server lists, as far as the cards read it. */
const listed = scenarioIds().map((id): ScenarioSummary => {
  const { id: own, title, era, summary, countries, turns, recommended, family, variantOf } = readScenario(id);
  const { level, minutes, people, modules = [] } = recommended;
  return {
    id: own,
    title,
    era,
    summary,
    countries,
    turns,
    level,
    minutes,
    people,
    modules,
    ...(family !== undefined && { family }),
    ...(variantOf !== undefined && { variantOf }),
  };
});
const members = (one: string): readonly string[] =>
  familiesOf(listed)
    .find((family) => family.members.some(({ id }) => id === one))
    ?.members.map(({ id }) => id) ?? [];

it("three starts of one story are one card, the earliest first in whatever order they are listed", () => {
  expect(members("arab-1967")).toEqual(["arab-1955", "arab-1967", "arab-1973"]);
  const [backwards] = familiesOf(listed.filter(({ family }) => family === "Arab Cold War").toReversed());
  expect(backwards?.members.map(({ era }) => era)).toEqual(["1955", "1967", "1973"]);
});

it("a scenario and its variants are one card, the base first, whether it has a family name or not", () => {
  expect(members("ring-offence-hidden")[0]).toBe("ring");
  expect(members("ring")).toHaveLength(5);
  expect(members("cold-war-europe-detente")).toEqual(["cold-war-europe-1949", "cold-war-europe-detente"]);
});

it("no scenario stands on two cards", () => {
  const shown = familiesOf(listed).flatMap((family) => family.members.map(({ id }) => id));
  expect(shown.toSorted()).toEqual(scenarioIds());
});

it("made-up worlds come first, then history by its years", () => {
  const { fictional, historical } = groupsOf(familiesOf(listed));
  expect(fictional.map(titleOf)).toEqual(["The Ring", "The Strait"]);
  const names = historical.map(titleOf);
  expect(names.indexOf("Europe 1914")).toBeLessThan(names.indexOf("Europe 1938"));
  expect(names[0]).toBe("Napoleonic Europe");
  expect(names.at(-1)).toBe("Asia, rising power");
  expect(fictional.length + historical.length).toBe(familiesOf(listed).length);
});

it("a card says its years once: not again where the title has them", () => {
  const eras = new Map(familiesOf(listed).map((family) => [titleOf(family), eraOf(family)]));
  expect(eras.get("Napoleonic Europe")).toBe("1805");
  expect(eras.get("Europe 1914")).toBe("");
  expect(eras.get("Arab Cold War")).toBe("1955–73");
  expect(eras.get("The Ring")).toBe("");
});

it("a span is one number when all agree", () => {
  expect([spanOf([]), spanOf([12, 12]), spanOf([13, 10, 10])]).toEqual(["", "12", "10–13"]);
});
