import { describe, expect, it } from "vitest";
import { countryId } from "#shared/model/ids.ts";
import type { CrisisEffect, ScenarioCrisis } from "#shared/model/scenario.ts";
import { crisisSchedule } from "#shared/rules/index.ts";
import { actsOf, all, attack, changed, country, index, only, play, small } from "#tests/helpers/smallWorld.ts";
import type { Name, Plans, Played, Small } from "#tests/helpers/smallWorld.ts";

const card = (id: string, turn?: number, effects: readonly CrisisEffect[] = []): ScenarioCrisis => ({
  id,
  ...(turn === undefined ? {} : { turn }),
  date: "28 June 1914",
  title: "Shots at Sarajevo",
  text: "The heir to the throne is murdered.",
  effects,
  source: "Clark (2012)",
});
const table = (crises: readonly ScenarioCrisis[], turns = 10): Small =>
  small({ modules: ["crises"], scenario: { crises, turns } });
const seeds = Array.from({ length: 200 }, (_, seed) => seed);
const undated = ["a", "b", "c", "d", "e", "f"].map((id) => card(id));

describe("13.1 when cards strike", () => {
  it("is their own turn, where they have one", () => {
    const { board } = table([card("late", 9), card("early", 2)]);
    for (const seed of seeds) {
      const schedule = crisisSchedule(board, seed);
      expect(schedule.map((one) => one?.id ?? "-").join(" ")).toBe("- early - - - - - - late -");
    }
  });
  it("is the next free turn, should two name the same", () => {
    const schedule = crisisSchedule(
      table([card("one", 2), card("two", 2), card("three", 10), card("four", 10)]).board,
      1,
    );
    expect(schedule.map((one) => one?.id ?? "-").join(" ")).toBe("- one two - - - - - - three");
  });
  it("is drawn by the seed for the others: each once at most, never side by side, never in a turn that may be the last", () => {
    const { board } = table([...undated, card("dated", 4)]);
    for (const seed of seeds) {
      const schedule = crisisSchedule(board, seed);
      expect(schedule).toHaveLength(10);
      expect(schedule[3]?.id).toBe("dated");
      const struck = schedule.flatMap((one, at) => (one ? [{ id: one.id, at }] : []));
      expect(new Set(struck.map(({ id }) => id)).size).toBe(struck.length);
      for (const [k, { at }] of struck.entries()) {
        expect(at).toBeLessThan(8);
        expect(at - (struck[k - 1]?.at ?? -2)).toBeGreaterThan(1);
      }
      expect(crisisSchedule(board, seed)).toEqual(schedule);
    }
    expect(
      new Set(
        seeds.map((seed) =>
          crisisSchedule(board, seed)
            .map((one) => one?.id)
            .join(),
        ),
      ).size,
    ).toBeGreaterThan(100);
  });
  it("hits about a third of the turns that can be hit", () => {
    const { board } = table([...undated, ...undated.map(({ id }) => card(`${id}2`))], 12);
    const hits = seeds.flatMap((seed) => crisisSchedule(board, seed).filter(Boolean)).length;
    expect(hits / (seeds.length * 10)).toBeGreaterThan(0.28);
    expect(hits / (seeds.length * 10)).toBeLessThan(0.4);
  });
  it("is never where crises are not played, or a scenario has none", () => {
    const none = Array.from({ length: 6 }, () => null);
    expect(crisisSchedule(small({ modules: [], scenario: { crises: undated } }).board, 1)).toEqual(none);
    expect(crisisSchedule(small({ modules: ["crises"] }).board, 1)).toEqual(none);
  });
});

const game = small({ modules: ["crises", "treaties", "congress"] });
const strike = (effects: readonly CrisisEffect[], plans: Plans = {}, on: Small = game): Played =>
  play(on, plans, [], { crisis: card("shots", 1, effects) });
const on = (kind: "stability" | "treasury" | "offence" | "defence" | "industry", name: Name, change: number) =>
  ({ kind, country: countryId(name), change }) as const;

describe("13.2 what cards do", () => {
  it("is told with date and text, before this turn's threats", () => {
    const after = strike([on("stability", "cask", -20)]);
    expect(only(after, "crisis")).toMatchObject({ rule: "13.1", crisis: "shots", title: "Shots at Sarajevo" });
    expect(after.story).toContain("28 June 1914: Shots at Sarajevo. The heir to the throne is murdered.");
    expect(after.story).toContain("Cask: stability −20.");
    const steps = after.events.map(({ step }) => step);
    expect(steps.indexOf("crisis")).toBeGreaterThan(steps.lastIndexOf("alignments"));
    expect(country(after, "cask").stability).toBe(55);
  });
  it("changes stability, money, arms and industry", () => {
    const after = strike([
      on("treasury", "cask", 4),
      on("offence", "cask", 3),
      on("defence", "cask", -2.5),
      on("industry", "cask", 2),
    ]);
    const quiet = country(play(game, {}), "cask");
    expect(country(after, "cask")).toMatchObject({
      treasury: quiet.treasury + 4,
      offence: 13,
      defence: 7.5,
      industryBuilt: 2,
    });
    expect(all(after, "crisisEffect").map(({ effect }) => effect)).toHaveLength(4);
  });
  it("takes no more than there is, and tells what it took", () => {
    const after = strike([
      on("treasury", "cask", -50),
      on("offence", "cask", -50),
      on("industry", "cask", -50),
      on("stability", "dell", 60),
      on("stability", "dell", 1),
    ]);
    const cask = country(after, "cask");
    expect(cask).toMatchObject({ treasury: 0, offence: 0, industryBuilt: -25 });
    expect(country(after, "dell").stability).toBe(100);
    expect(all(after, "crisisEffect").map(({ effect }) => ("change" in effect ? effect.change : null))).toEqual([
      -5, -10, -25, 25,
    ]);
    const poorer = play(after, {});
    expect(poorer.events.find((event) => event.kind === "armed" && event.country === index("cask"))).toMatchObject({
      income: 2,
    });
    expect(poorer.world.threat.flat().every((threat) => threat >= 0 && threat <= 100)).toBe(true);
  });
  it("never leaves a country less than no industry, though it lose land as well", () => {
    const ruined = strike([on("industry", "cask", -25)], {}, small({ modules: ["crises"], arms: { dell: [90, 10] } }));
    const after = play(ruined, { dell: { moves: [attack("cray")] } });
    expect(after.story).toContain("Cray passes from Cask to Dell.");
    expect(after.world.threat.flat().every(Number.isFinite)).toBe(true);
    expect(after.world.threat[index("dell")]?.[index("cask")]).toBeGreaterThanOrEqual(5);
  });
  it("spares a government in exile, but for its money", () => {
    const exiled = changed(game, {
      holders: { dorn: "cask", kessel: "cask" },
      countries: { dell: { status: { kind: "exile" }, offence: 0, defence: 0 } },
    });
    const after = strike(
      [on("defence", "dell", 5), on("stability", "dell", -5), on("treasury", "dell", 3)],
      {},
      exiled,
    );
    expect(all(after, "crisisEffect").map(({ effect }) => effect.kind)).toEqual(["treasury"]);
    expect(country(after, "dell")).toMatchObject({ defence: 0, treasury: 3 });
  });
  it("counts as an act: felt as such an act is, in this turn's opinions", () => {
    const after = strike([{ kind: "act", act: "threat", by: countryId("borun"), target: countryId("cask") }]);
    expect(actsOf(after, "borun")).toEqual({ "threat cask": ["other", null, "direct", "neighbour"] });
    expect(after.world.threat[index("cask")]?.[index("borun")]).toBeGreaterThan(
      play(game, {}).world.threat[index("cask")]?.[index("borun")] ?? 0,
    );
    expect(after.story).toContain("The crisis turns on Borun: Cask takes it as its doing.");
  });
  it("addresses everyone with what a country does for itself, and its target alone with words", () => {
    const after = strike([
      { kind: "act", act: "mobilise", by: countryId("borun"), target: countryId("cask") },
      { kind: "act", act: "reassure", by: countryId("dell"), target: countryId("cask") },
    ]);
    expect(actsOf(after, "borun")).toEqual({ mobilise: ["other", null, "direct", "direct"] });
    expect(actsOf(after, "dell")).toEqual({ "reassure cask": [null, null, "direct", null] });
  });
  it("weighs against the acts of the turn: only the weightiest counts (9.4)", () => {
    const after = strike([{ kind: "act", act: "threat", by: countryId("borun"), target: countryId("dell") }], {
      borun: { moves: [attack("kessel")] },
    });
    expect(Object.keys(actsOf(after, "borun"))).toEqual(["attack_unprovoked dell"]);
  });
  it("calls a congress where congresses meet", () => {
    const after = strike([{ kind: "congress" }]);
    expect(after.world.congress).toBe(true);
    expect(all(after, "crisisEffect")).toHaveLength(1);
    const without = strike([{ kind: "congress" }], {}, small({ modules: ["crises", "treaties"] }));
    expect(without.world.congress).toBe(false);
    expect(all(without, "crisisEffect")).toEqual([]);
  });
});
