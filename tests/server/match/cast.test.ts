import { describe, expect, it } from "vitest";
import { countryId } from "#shared/model/ids.ts";
import type { Filler, Personality } from "#shared/model/match.ts";
import { castOf } from "#server/match/cast.ts";
import { fillings } from "#server/match/seating.ts";
import { findScenario } from "#server/scenarios/registry.ts";
import { after, open, person } from "#tests/shared/record/table.ts";

const scenario = (id: string) => findScenario(id) ?? expect.fail(`no ${id}`);
const seeds = Array.from({ length: 40 }, (_, seed) => seed);

describe("who fills the empty seats", () => {
  it("of a fictional table: the usual mix, in another order and with other tempers by another seed", () => {
    const casts = seeds.map((seed) => castOf(scenario("ring"), seed));
    for (const cast of casts)
      expect(cast.map(({ personality }) => personality).sort()).toEqual(
        ["lion", "theorist", "theorist", "theorist", "titForTat", "wolf"].sort(),
      );
    expect(new Set(casts.map((cast) => JSON.stringify(cast))).size).toBeGreaterThan(30);
    expect(new Set(casts.flat().map(({ temper }) => temper))).toEqual(new Set(["calm", "steady", "hot"]));
    expect(castOf(scenario("ring"), 3)).toEqual(castOf(scenario("ring"), 3));
  });

  it("of a historical table: each what it was by ambition and strength, or a follower of the theory", () => {
    const { countries } = scenario("europe-1938");
    const ids = countries.map(({ id }) => id).sort();
    const seen = (country: string): ReadonlySet<Personality> =>
      new Set(
        seeds.flatMap(
          (seed) => castOf(scenario("europe-1938"), seed)[ids.indexOf(countryId(country))]?.personality ?? [],
        ),
      );
    expect(seen("germany")).toEqual(new Set(["theorist", "wolf"]));
    expect(seen("hungary")).toEqual(new Set(["theorist", "jackal"]));
    expect(seen("britain")).toEqual(new Set(["theorist", "lion"]));
    expect(seen("finland")).toEqual(new Set(["theorist", "hider", "lamb"]));
  });

  it("difficulty is everyone's", () => {
    expect(castOf(scenario("ring"), 1, "hard").every(({ difficulty }) => difficulty === "hard")).toBe(true);
  });

  it("a list for the whole table seats each where it belongs; a shorter one goes round the empty seats", () => {
    const { state } = open({ scenario: "ring" });
    const [first = countryId("none")] = state.board.ids;
    const started = after(open({ scenario: "ring" }), person(first, 0)).state;
    const whole: readonly Filler[] = castOf(state.board.scenario, 9);
    expect(fillings(started, whole).get(1)).toEqual(whole[1]);
    expect(fillings(started, []).size).toBe(state.board.ids.length - 1);
    const two: readonly Filler[] = [{ personality: "wolf" }, { personality: "lamb", temper: "hot" }];
    const list = fillings(started, two);
    expect([list.get(0), list.get(1), list.get(2), list.get(3)]).toEqual([undefined, two[0], two[1], two[0]]);
  });
});
