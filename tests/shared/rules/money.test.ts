import { describe, expect, it } from "vitest";
import { incomeOf } from "#shared/rules/index.ts";
import {
  against,
  aid,
  changed,
  country,
  follow,
  index,
  NAMES,
  only,
  all,
  play,
  small,
  smallScenario,
} from "#tests/helpers/smallWorld.ts";
import type { Name, Small } from "#tests/helpers/smallWorld.ts";

const income = ({ board, world }: Small, name: Name) => incomeOf(board, world, index(name));
/** Every province of a country with so much industry. */
const industry = (name: Name, units: number) => ({
  scenario: {
    provinces: smallScenario().provinces.map((one) => (one.home === name ? { ...one, industry: units } : one)),
  },
});

describe("2.1 income is .2 points a unit of industry, 2 to 12", () => {
  it.each([
    [12.5, 5],
    [2, 2],
    [0, 2],
    [20, 8],
    [40, 12],
  ])("two provinces of %d units give %d", (units, expected) => {
    expect(income(small(industry("borun", units)), "borun").income).toBe(expected);
  });
});

describe("2.2 an occupied province counts half", () => {
  it("gives Borun half of Kessel and takes all of it from Dell", () => {
    const game = changed(small(), { holders: { kessel: "borun" } });
    // .2 × (25 + 6.25), .2 × 12.5
    expect(income(game, "borun").income).toBe(6.25);
    expect(income(game, "dell").income).toBe(2.5);
  });
});

describe("2.3 low stability and exile", () => {
  it.each([
    [40, 5],
    [39, 3.75],
  ])("at stability %d Borun takes in %d", (stability, expected) => {
    expect(income(changed(small(), { countries: { borun: { stability } } }), "borun").income).toBe(expected);
  });
  it("leaves a government in exile without income", () => {
    const game = changed(small(), {
      countries: { dell: { status: { kind: "exile" } } },
      holders: { kessel: "borun", dorn: "cask" },
    });
    expect(income(game, "dell").income).toBe(0);
  });
});

describe("2.4 occupied land costs a point and three stability", () => {
  const game = changed(small(), { holders: { kessel: "borun", dorn: "borun" } });
  it("takes both from the holder each turn", () => {
    const after = play(game, {});
    expect(only(after, "occupationPaid")).toMatchObject({
      country: index("borun"),
      provinces: 2,
      points: 2,
      stability: 69,
      rule: "2.4",
    });
    expect(country(after, "borun")).toMatchObject({ stability: 69, treasury: 5.5 });
  });
  it("takes no more than there is", () => {
    const poor = changed(game, { countries: { borun: { stability: 0 } } });
    const small = changed({ ...poor, board: { ...poor.board, incomeMost: poor.board.incomeMost.map(() => 1) } }, {});
    expect(income(small, "borun")).toMatchObject({ income: 0.75, upkeep: 0.75, available: 0 });
  });
  it("recovers by one in quiet turns, up to 75", () => {
    const tired = changed(small(), { countries: { cask: { stability: 74 } } });
    const once = play(tired, {});
    expect(country(once, "cask").stability).toBe(75);
    expect(country(play(once, {}), "cask").stability).toBe(75);
  });
});

describe("2.5 a point buys a point of arms, the rest is saved", () => {
  it("adds offence and defence and keeps two points", () => {
    const after = play(small(), { borun: { spend: { offence: 2, defence: 1 } } });
    expect(country(after, "borun")).toMatchObject({ offence: 12, defence: 11, treasury: 2 });
    const armed = all(after, "armed").find((event) => event.country === index("borun"));
    expect(armed).toMatchObject({ rule: "2.5", income: 5, offence: 2, defence: 1, industry: 0, saved: 2 });
  });
  it("lets savings be spent later", () => {
    const saved = play(small(), {});
    expect(country(play(saved, { borun: { spend: { defence: 10 } } }), "borun")).toMatchObject({
      defence: 20,
      treasury: 0,
    });
  });
});

describe("2.6 a point of industry adds half a unit", () => {
  it("raises next turn's income by .4 for four points", () => {
    const after = play(small(), { borun: { spend: { industry: 4 } } });
    expect(country(after, "borun").industryBuilt).toBe(2);
    expect(income(after, "borun").income).toBe(5.4);
  });
});

describe("2.7 a plan must be affordable", () => {
  it.each([
    ["hiding", { spend: { defence: 5 } }, true],
    ["hiding", { spend: { defence: 6 } }, false],
    ["balancing", { align: against("borun"), spend: { defence: 3 } }, true],
    ["balancing", { align: against("borun"), spend: { defence: 4 } }, false],
    ["bandwagoning", { align: follow("borun"), spend: { defence: 4 } }, true],
    ["bandwagoning", { align: follow("borun"), spend: { defence: 3, aid: [aid("aster", 2)] } }, false],
  ] as const)("%s with %j: allowed = %s", (_, plan, allowed) => {
    const attempt = () => play(small(), { cask: plan });
    if (allowed) expect(attempt).not.toThrow();
    else expect(attempt).toThrow("spending.tooMuch");
  });
  it("says what to take off", () => {
    expect(() => play(small(), { cask: { align: against("borun"), spend: { defence: 6 } } })).toThrow(
      "You have 5 points and this plan costs 7.5: take 3 off (balancing costs 1.5).",
    );
  });
});

describe("2.8 a historical scenario rescales what a point buys", () => {
  const rescaled = small({
    parameters: { economy: { incomeMostShareOfArms: 0.15 } },
    arms: { borun: [10, 10], cask: [1, 1], dell: [50, 50] },
  });
  it("never buys more than 15 % of the opening arms with one turn's income", () => {
    for (const name of NAMES) {
      const { income: points, armsPerPoint } = income(rescaled, name);
      const { offence, defence } = country(rescaled, name);
      expect(points * armsPerPoint).toBeLessThanOrEqual(0.15 * (offence + defence) + 1e-5);
    }
  });
  it("buys Borun .6, Cask .06 and rich Dell a whole point", () => {
    const after = play(rescaled, {
      borun: { spend: { offence: 1 } },
      cask: { spend: { defence: 5 } },
      dell: { spend: { defence: 1, industry: 1 } },
    });
    expect(country(after, "borun").offence).toBe(10.6);
    expect(country(after, "cask").defence).toBe(1.3);
    expect(country(after, "dell")).toMatchObject({ defence: 51, industryBuilt: 0.5 });
  });
});

describe("2.9 aid arrives for next turn", () => {
  it("moves points and makes the receiver think better of the giver, nobody else", () => {
    const after = play(small(), { borun: { spend: { aid: [aid("cask", 3)] } } });
    expect(only(after, "aidGiven")).toMatchObject({ from: index("borun"), to: index("cask"), points: 3, rule: "2.9" });
    expect([country(after, "borun").treasury, country(after, "cask").treasury]).toEqual([2, 8]);
    expect(after.world.aid[index("borun")]?.[index("cask")]).toBe(3);
    const act = all(after, "act").find((event) => event.act === "aid");
    expect(act?.felt).toEqual([null, null, "direct", null]);
  });
  it("does not turn a small country's points into a great power's", () => {
    const rescaled = small({
      parameters: { economy: { incomeMostShareOfArms: 0.15 } },
      arms: { borun: [10, 10], cask: [1, 1] },
    });
    const up = play(rescaled, { cask: { spend: { aid: [aid("borun", 1)] } } });
    expect(country(up, "borun").treasury).toBeCloseTo(5.1, 5);
    const down = play(rescaled, { borun: { spend: { aid: [aid("cask", 1)] } } });
    expect(country(down, "cask").treasury).toBe(6);
  });
});
