import { expect, it } from "vitest";
import { familiesOf } from "#client/home/setup/scenarios.ts";
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

it("three starts of one story are one card", () => {
  expect(members("arab-1967")).toEqual(["arab-1955", "arab-1967", "arab-1973"]);
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
