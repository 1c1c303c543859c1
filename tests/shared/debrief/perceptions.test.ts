import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryId } from "#shared/model/ids.ts";
import type { CommandBody } from "#shared/model/match.ts";
import { perceptionsOf, rankCorrelation } from "#shared/debrief/perceptions.ts";
import { ratedIntent, ratedLogOdds } from "#shared/theory/rated.ts";
import { advance, advanceTo, after, open, seatAll } from "../record/table.ts";

const rate = (by: string, levels: Readonly<Record<string, number>>): CommandBody => ({
  kind: "rate",
  by: countryId(by),
  ratings: Object.entries(levels).map(([country, level]) => ({ country: countryId(country), level })),
});

describe("intentions three ways", () => {
  it("a match in which nobody rated has nothing to compare", () => {
    const { state } = advanceTo(advance(seatAll(open({ intentions: "both" }))), "reveal");
    expect(perceptionsOf(state)).toBeNull();
  });

  it("sets each rating beside the record that stood in its turn, and beside the true ambition", () => {
    const first = advance(seatAll(open({ intentions: "both" })));
    const opening = first.state.world.intent;
    const { state } = advanceTo(after(first, rate("aldany", { borun: 4, cask: 0 })), "reveal");
    const found = perceptionsOf(state);
    const at = (id: string): number => state.board.indexOf.get(countryId(id)) ?? -1;
    const sigmoid = (L: number): number => 1 / (1 + Math.exp(-L));
    expect(found?.pairs.map(({ country, rated }) => [country, rated])).toEqual([
      [at("borun"), 0.9],
      [at("cask"), 0.1],
    ]);
    const borun = found?.pairs.find(({ country }) => country === at("borun"));
    expect(borun?.reckoned).toBeCloseTo(sigmoid(opening[at("aldany")]?.[at("borun")] ?? 0), 5);
    expect(borun?.ambition).toBe(state.cards[at("borun")]?.revisionism);
    const reckoned = found?.pairs.map((pair) => pair.reckoned) ?? [];
    expect(found?.meanGap).toBeCloseTo((0.9 - (reckoned[0] ?? 0) + 0.1 - (reckoned[1] ?? 0)) / 2, 5);
    // Two pairs say nothing about order.
    expect(found?.ratedByRecord).toBeNull();
  });
});

describe("rank correlation", () => {
  it.each([
    ["the same order", [1, 2, 3, 9], [10, 20, 30, 40], 1],
    ["the opposite order", [1, 2, 3], [3, 2, 1], -1],
    // Worked by hand: ranks 1 2.5 2.5 4 and 1 3 2 4.
    ["ties share their ranks", [1, 2, 2, 3], [1, 3, 2, 4], 0.948683],
    ["no variation on one side", [2, 2, 2], [1, 2, 3], null],
  ])("%s", (_, one, other, rho) => {
    expect(rankCorrelation(one, other)).toBe(rho);
  });

  it("is symmetric, lies within ±1, and does not hang on scale", () => {
    const lists = fc.integer({ min: 3, max: 20 }).chain((n) => {
      const list = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: n, maxLength: n });
      return fc.tuple(list, list);
    });
    fc.assert(
      fc.property(lists, ([one, other]) => {
        const rho = rankCorrelation(one, other);
        expect(rankCorrelation(other, one)).toBe(rho);
        expect(
          rankCorrelation(
            one.map((value) => 3 * value + 1),
            other,
          ),
        ).toBe(rho);
        if (rho !== null) expect(Math.abs(rho)).toBeLessThanOrEqual(1.000001);
      }),
    );
  });
});

it("a rating's intentions and log-odds say the same", () => {
  for (const level of [0, 1, 2, 3, 4])
    expect(1 / (1 + Math.exp(-ratedLogOdds(level)))).toBeCloseTo(ratedIntent(level), 5);
  expect(ratedLogOdds(2)).toBe(0);
});
