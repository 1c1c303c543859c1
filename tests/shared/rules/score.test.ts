import { describe, expect, it } from "vitest";
import { countryId, provinceId } from "#shared/model/ids.ts";
import type { AimRule } from "#shared/model/scenario.ts";
import { aimMet, classScore, finalScore, scoreOf } from "#shared/rules/index.ts";
import { against, attack, changed, country, follow, index, play, small } from "#tests/helpers/smallWorld.ts";
import type { Name, Small } from "#tests/helpers/smallWorld.ts";

/** I at L = −1.4. */
const I0 = 1 / (1 + Math.exp(1.4));
const q = (attack: number, defence: number): number => attack ** 2 / (attack ** 2 + defence ** 2);
const security = (game: Small, name: Name): number => country(game, name).security;
const score = ({ board, world }: Small, name: Name) => scoreOf(board, world, index(name));
const met = ({ board, world }: Small, name: Name, aim: AimRule): boolean =>
  aimMet(board, world, index(name), { ...aim, id: "aim", text: "" });

describe("10.1 security against the worst enemy", () => {
  it("is 100·(1 − I·q) at the start", () => {
    expect(security(small(), "dell")).toBeCloseTo(100 * (1 - I0 * q(10, 14)), 4);
    // The worst is Borun with 30, not its equals.
    expect(security(small({ arms: { borun: [30, 10] } }), "dell")).toBeCloseTo(100 * (1 - I0 * q(30, 14)), 4);
  });
  it("falls by distance and rises with a mobilised enemy", () => {
    expect(security(small(), "aster")).toBeCloseTo(100 * (1 - I0 * q(4, 14)), 4);
    const after = play(small(), { borun: { moves: [{ kind: "mobilise" }] } });
    const I = 1 / (1 + Math.exp(0.7));
    expect(security(after, "dell")).toBeCloseTo(100 * (1 - I * q(12.5, 14)), 4);
  });
});

describe("10.1 help counts before it is called", () => {
  const strong = small({ arms: { borun: [30, 10] } });
  const against_ = { align: against("borun") };
  it("half of the arms of everyone who balances against the same enemy, × X", () => {
    const after = play(strong, { dell: against_, cask: against_, aster: against_ });
    expect(security(after, "dell")).toBeCloseTo(100 * (1 - I0 * q(30, 14 + 0.5 * 20 * (1 + 0.4))), 4);
  });
  it("none for who hides: it cannot call", () => {
    const after = play(strong, { cask: against_, aster: against_ });
    expect(security(after, "dell")).toBeCloseTo(100 * (1 - I0 * q(30, 14)), 4);
  });
  it("three quarters of a pact partner's, as far as its word is good", () => {
    const after = play(strong, { dell: against_ }, [
      { id: "t1", terms: { kind: "defence", parties: ["cask", "dell"] } },
    ]);
    expect(security(after, "dell")).toBeCloseTo(100 * (1 - I0 * q(30, 14 + 0.75 * 0.75 * 20)), 4);
  });
  it("and followers add a quarter of their offence to the enemy", () => {
    const after = play(strong, { aster: { align: follow("borun") } });
    expect(security(after, "dell")).toBeCloseTo(100 * (1 - I0 * q(30 + 0.25 * 10 * 0.4, 14)), 4);
  });
});

describe("10.2 following an enemy", () => {
  it("squares the intentions it is danger by, and brings its protection against others", () => {
    const strong = small({ arms: { borun: [30, 10] } });
    // Next worst for Dell is Cask with 10, against which Borun protects it with half of its 40.
    const worst = Math.max(I0 ** 2 * q(30, 14), I0 * q(10, 14 + 20));
    expect(security(play(strong, { dell: { align: follow("borun") } }), "dell")).toBeCloseTo(100 * (1 - worst), 4);
  });
});

describe("10.3 a coalition", () => {
  it("endangers Borun by half of its members' arms as far as they think it hostile", () => {
    const after = play(small(), {
      aster: { align: against("borun") },
      cask: { align: against("borun") },
      dell: { align: against("borun") },
    });
    expect(security(after, "borun")).toBeCloseTo(100 * (1 - q(0.5 * 20 * I0 * (0.4 + 1 + 1), 14)), 4);
  });
  it("counts only where it is worse than the worst enemy", () => {
    const after = play(small(), { aster: { align: against("borun") } });
    expect(security(after, "borun")).toBeCloseTo(100 * (1 - I0 * q(10, 14)), 4);
  });
});

describe("10.4 sovereign turns", () => {
  it("count one, a half for a follower, nothing in exile", () => {
    const after = play(small(), { cask: { align: follow("borun") } });
    expect([country(after, "borun").sovereignSum, country(after, "cask").sovereignSum]).toEqual([1, 0.5]);
    const exiled = play(changed(small({ arms: { borun: [60, 10] } }), { holders: { dorn: "borun" } }), {
      borun: { moves: [attack("kessel")] },
    });
    expect(country(exiled, "dell")).toMatchObject({ sovereignSum: 0, security: 0 });
  });
});

describe("11.1 home provinces", () => {
  it("are worth 40 together, and conquest nothing", () => {
    const after = play(small({ arms: { borun: [60, 10] } }), { borun: { moves: [attack("kessel")] } });
    expect([score(after, "borun").home, score(after, "dell").home]).toEqual([40, 20]);
  });
});

describe("11.2 security", () => {
  it("is 38 × its mean over the turns played", () => {
    const first = play(small(), {});
    const second = play(first, { borun: { spend: { offence: 10 } } });
    const mean = (security(first, "dell") + security(second, "dell")) / 2;
    expect(score(second, "dell").security).toBeCloseTo(0.38 * mean, 4);
    expect(score(small(), "dell").security).toBeCloseTo(0.38 * security(small(), "dell"), 4);
  });
});

describe("11.3 sovereignty", () => {
  it("is 17 × sovereign turns of those played", () => {
    const first = play(small(), { cask: { align: follow("borun") } });
    expect(score(small(), "cask").sovereign).toBe(17);
    expect(score(first, "cask").sovereign).toBe(8.5);
    expect(score(play(first, {}), "cask").sovereign).toBe(12.75);
  });
});

describe("11.4 the secret aim", () => {
  const start = small();
  const taken = play(small({ arms: { borun: [60, 10] } }), { borun: { moves: [attack("kessel")] } });
  const allied = play(start, { aster: { align: follow("borun") } }, [
    { id: "t1", terms: { kind: "defence", parties: ["cask", "dell"] } },
  ]);
  const kessel = provinceId("kessel");
  it.each([
    ["start", "dell", { kind: "hold", province: kessel }, true],
    ["taken", "borun", { kind: "hold", province: kessel }, true],
    ["taken", "dell", { kind: "hold", province: kessel }, false],
    ["start", "aster", { kind: "freed", province: kessel }, true],
    ["taken", "aster", { kind: "freed", province: kessel }, false],
    ["allied", "cask", { kind: "pactWith", country: countryId("dell") }, true],
    ["start", "cask", { kind: "pactWith", country: countryId("dell") }, false],
    ["start", "borun", { kind: "keepApart", a: countryId("cask"), b: countryId("dell") }, true],
    ["allied", "borun", { kind: "keepApart", a: countryId("cask"), b: countryId("dell") }, false],
    ["taken", "borun", { kind: "outrank", country: countryId("dell") }, true],
    ["start", "borun", { kind: "outrank", country: countryId("dell") }, false],
    ["taken", "borun", { kind: "outrankBy", provinces: 1 }, true],
    ["taken", "borun", { kind: "outrankBy", provinces: 2 }, false],
    ["start", "aster", { kind: "fearedByNone", below: 45 }, true],
    ["taken", "borun", { kind: "fearedByNone", below: 45 }, false],
    ["allied", "cask", { kind: "fullSovereignty" }, true],
    ["allied", "aster", { kind: "fullSovereignty" }, false],
    ["taken", "borun", { kind: "intact" }, true],
    ["taken", "dell", { kind: "intact" }, false],
  ] as const)("%s: %s, %j is met = %s", (when, name, aim, expected) => {
    expect(met(when === "start" ? start : when === "taken" ? taken : allied, name, aim)).toBe(expected);
  });
  it("adds 5 at the end, and nothing before", () => {
    const card = { revisionism: 0.9, aim: { id: "aim", text: "", kind: "hold", province: kessel } } as const;
    const running = score(taken, "borun");
    expect(running.aim).toBe(0);
    expect(running.total).toBeCloseTo(running.home + running.security + running.sovereign, 6);
    expect(finalScore(taken.board, taken.world, index("borun"), card)).toMatchObject({
      aim: 5,
      total: running.total + 5,
    });
    expect(finalScore(taken.board, taken.world, index("dell"), card)).toMatchObject({
      aim: 0,
      total: score(taken, "dell").total,
    });
  });
});

describe("11.5 the table's own score", () => {
  it("is half for countries alive, half for turns without attacks", () => {
    expect(classScore(small().board, small().world)).toEqual({ wars: 0, turns: 0, alive: 4, countries: 4, total: 100 });
    const war = play(small(), { borun: { moves: [attack("kessel")] } });
    expect(classScore(war.board, war.world)).toEqual({ wars: 1, turns: 1, alive: 4, countries: 4, total: 75 });
    const exiled = changed(war, { countries: { dell: { status: { kind: "exile" } } } });
    expect(classScore(exiled.board, exiled.world).total).toBe(62.5);
  });
});

describe("10.5 lost land is not secure", () => {
  it("leaves of security the share of home provinces that are held", () => {
    const whole = small();
    const { board } = whole;
    const homes = board.homes[index("dell")] ?? [];
    const first = board.provinces[homes[0] ?? -1];
    if (!first) throw new Error("Dell has no home");
    const lost = changed(whole, { holders: { [first.id]: "borun" } });
    const share = (homes.length - 1) / homes.length;
    expect(share).toBeLessThan(1);
    expect(security(play(lost, {}), "dell")).toBeCloseTo(share * security(play(whole, {}), "dell"), 0);
  });
});

describe("11.6 handicaps", () => {
  it("are added at the end, and not before", () => {
    const game = small();
    const { board, world } = game;
    const countries = board.scenario.countries.map((one) => (one.id === "dell" ? { ...one, handicap: 4 } : one));
    const favoured = { ...board, scenario: { ...board.scenario, countries } };
    const card = { revisionism: 0, aim: { id: "aim", text: "", kind: "intact" } } as const;
    const [without, with_] = [board, favoured].map((one) => finalScore(one, world, index("dell"), card));
    expect(with_?.handicap).toBe(4);
    expect(with_?.total).toBeCloseTo((without?.total ?? 0) + 4, 6);
    expect(scoreOf(favoured, world, index("dell")).handicap).toBe(0);
  });
});
