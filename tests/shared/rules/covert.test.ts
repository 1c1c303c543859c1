import { describe, expect, it } from "vitest";
import { seedPrng } from "#shared/lib/prng.ts";
import { countryId } from "#shared/model/ids.ts";
import type { Move } from "#shared/model/order.ts";
import type { PartialParameters } from "#shared/model/parameters.ts";
import { checkOrder, covertOdds, defaultModules, incomeOf, legalOptions } from "#shared/rules/index.ts";
import {
  actsOf,
  against,
  all,
  attack,
  changed,
  country,
  index,
  only,
  play,
  sheetOf,
  small,
} from "#tests/helpers/smallWorld.ts";
import type { Name, Small } from "#tests/helpers/smallWorld.ts";

const influence = (target: Name): Move => ({ kind: "influence", target: countryId(target) });
const subvert = (target: Name): Move => ({ kind: "subvert", target: countryId(target) });
const investigate = (target: Name): Move => ({ kind: "investigate", target: countryId(target) });

/** Dell is a closed society, the others are open. Battles are decided by ratio, so that they can be reckoned. */
const advanced = (covert: PartialParameters["covert"] = {}, arms = {}): Small =>
  small({
    modules: defaultModules("advanced").filter((module) => module !== "chance"),
    parameters: { covert: covert ?? {} },
    country: (name) => ({ openSociety: name !== "dell" }),
    arms,
  });
const unseen = advanced({ foundOpen: 0, foundClosed: 0 });
const found = advanced({ foundOpen: 1, foundClosed: 1 });
const refusal = ({ board, world }: Small, name: Name, move: Move): string => {
  const checked = checkOrder(board, world, index(name), sheetOf({ moves: [move] }));
  return checked.ok ? "allowed" : checked.error.code;
};
const influenceOf = ({ world }: Small, by: Name, target: Name): number =>
  world.secrets.influence[index(by)]?.[index(target)] ?? 0;
const known = ({ world }: Small, by: Name, target: Name): number => world.influence[index(by)]?.[index(target)] ?? 0;

describe("12.1 covert moves", () => {
  it("cost no points, so that no purse gives them away", () => {
    const after = play(unseen, { borun: { moves: [influence("cask"), subvert("dell")] } });
    const quiet = play(unseen, {});
    expect(country(after, "borun")).toEqual(country(quiet, "borun"));
    expect(incomeOf(after.board, after.world, index("borun"))).toEqual(
      incomeOf(quiet.board, quiet.world, index("borun")),
    );
  });
  it("are known to nobody but who makes them", () => {
    const after = play(unseen, { borun: { moves: [influence("cask"), investigate("dell")] } });
    for (const kind of ["influenced", "investigated"] as const)
      expect(after.events.find((event) => event.kind === kind)?.seenBy).toEqual([index("borun")]);
  });
  it("belong to their modules, and are never aimed at oneself", () => {
    const standard = small({ modules: defaultModules("standard") });
    for (const move of [influence("cask"), subvert("cask"), investigate("cask")]) {
      expect(refusal(standard, "borun", move)).toBe("move.level");
      expect(refusal(unseen, "borun", move)).toBe("allowed");
      expect(refusal(unseen, "cask", move)).toBe("move.self");
    }
    const options = legalOptions(standard.board, standard.world, index("borun"));
    expect([options.influence, options.subvert, options.investigate].flat().every((answer) => answer !== null)).toBe(
      true,
    );
  });
  it("draw nothing from chance, and leave no trace in the world, where they are not played", () => {
    const standard = small({ modules: defaultModules("standard") });
    const after = play(standard, {});
    expect(after.world.prng).toEqual(standard.world.prng);
    expect(after.world.secrets).toBe(standard.world.secrets);
    expect(play(unseen, {}).world.prng).toEqual(unseen.world.prng);
  });
  it("tells the odds beforehand", () => {
    expect(covertOdds(advanced().board, index("cask"))).toEqual({
      openSociety: true,
      influence: 0.2,
      subversion: 10,
      found: 0.15,
      investigation: 0.5,
      ambition: 0.75,
    });
    expect(covertOdds(advanced().board, index("dell"))).toMatchObject({ influence: 0.1, subversion: 5, found: 0.3 });
  });
});

describe("12.2 influence", () => {
  it("grows by .2 in an open society, by .1 in a closed one, and fades by a tenth a turn", () => {
    const first = play(unseen, { borun: { moves: [influence("cask"), influence("dell")] } });
    expect(influenceOf(first, "borun", "cask")).toBe(0.2);
    expect(influenceOf(first, "borun", "dell")).toBe(0.1);
    const second = play(first, { borun: { moves: [influence("cask")] } });
    expect(only(second, "influenced")).toMatchObject({ rule: "12.2", gain: 0.2, now: 0.38 });
    expect(influenceOf(second, "borun", "dell")).toBe(0.09);
    expect(second.story).toContain("Borun's influence in Cask grew by 20 % to 38 %.");
  });
  it("never exceeds 1", () => {
    const game = advanced({ foundOpen: 0, influenceOpen: 0.9, influenceKeeps: 1 });
    const twice = play(play(game, { borun: { moves: [influence("cask")] } }), {
      borun: { moves: [influence("cask")] },
    });
    expect(influenceOf(twice, "borun", "cask")).toBe(1);
    expect(only(twice, "influenced").gain).toBe(0.1);
  });
  it("is neither bought by nor in a government in exile", () => {
    const exiled = changed(unseen, {
      holders: { dorn: "cask", kessel: "cask" },
      countries: { dell: { status: { kind: "exile" }, offence: 0, defence: 0 } },
    });
    expect(refusal(exiled, "dell", influence("cask"))).toBe("influence.exile");
    expect(refusal(exiled, "cask", influence("dell"))).toBe("move.exileTarget");
    expect(refusal(exiled, "cask", subvert("dell"))).toBe("move.exileTarget");
    expect(refusal(exiled, "dell", investigate("cask"))).toBe("allowed");
  });
});

describe("12.3 a country under influence helps others less", () => {
  /** Cask and Dell balance against Borun, which has worked on Cask for some time. */
  const worked = (share: number): Small =>
    changed(unseen, {
      world: {
        secrets: { deeds: [], influence: unseen.world.influence.map((row) => row.map(() => share)) },
      },
    });
  const plans = {
    borun: { moves: [attack("kessel")] },
    cask: { align: against("borun") },
    dell: { align: against("borun") },
  };
  const help = (game: Small) =>
    only(play(game, plans), "battle").forces.filter(({ role }) => role === "aligned" || role === "pact");
  it("keeps half its influence of a friend's help at home, and the battle shows the smaller share", () => {
    expect(help(worked(0))).toMatchObject([{ country: index("cask"), factor: 0.5, points: 10 }]);
    // .8 fades to .72; half of that, .36, stays at home.
    expect(help(worked(0.8))).toMatchObject([{ country: index("cask"), factor: 0.32, points: 6.4 }]);
  });
  it("counts the influence of the attackers alone", () => {
    const [cask] = [index("cask")];
    const others = unseen.world.influence.map((row, by) =>
      row.map((_, i) => (by === index("aster") && i === cask ? 0.8 : 0)),
    );
    const game = changed(unseen, { world: { secrets: { deeds: [], influence: others } } });
    expect(help(game)).toMatchObject([{ country: cask, factor: 0.5 }]);
  });
  it("keeps no country from its own war", () => {
    const byCask = (game: Small) => only(play(game, { cask: { moves: [attack("arno")] } }), "battle").forces;
    expect(byCask(worked(0.8))).toEqual(byCask(worked(0)));
  });
  it("leaves security alone: a number that everyone reads would give it away", () => {
    const aligned = { cask: plans.cask, dell: plans.dell };
    const secure = (game: Small) => play(game, aligned).world.countries.map(({ security }) => security);
    expect(secure(worked(0.8))).toEqual(secure(worked(0)));
  });
});

describe("12.4 subversion", () => {
  it("costs an open society 10 stability, a closed one 5; everyone sees unrest, and nobody sees whose doing it is", () => {
    const after = play(unseen, { borun: { moves: [subvert("cask"), subvert("dell")] } });
    expect(country(after, "cask").stability).toBe(66); // and 1 regained (2.4), up to 75
    expect(all(after, "unrest")).toMatchObject([
      { rule: "12.4", country: index("cask"), stability: 10, now: 65 },
      { rule: "12.4", country: index("dell"), stability: 5, now: 70 },
    ]);
    for (const event of after.events) {
      if (event.kind === "unrest") expect(event).not.toHaveProperty("seenBy");
      if (event.kind === "subverted") expect(event.seenBy).toEqual([index("borun")]);
    }
    expect(after.story).toContain("Unrest in Cask: stability −10, to 65. Nobody knows who is behind it.");
    expect(actsOf(after, "borun")).toEqual({});
  });
  it("shows the work of two as one unrest", () => {
    const after = play(unseen, { borun: { moves: [subvert("cask")] }, dell: { moves: [subvert("cask")] } });
    expect(only(after, "unrest")).toMatchObject({ stability: 20, now: 55 });
  });
  it("ends at no stability at all", () => {
    const game = changed(unseen, { countries: { cask: { stability: 4 } } });
    const after = play(game, { borun: { moves: [subvert("cask")] }, dell: { moves: [subvert("cask")] } });
    expect(all(after, "subverted").map(({ stability }) => stability)).toEqual([4, 0]);
    expect(only(after, "unrest")).toMatchObject({ stability: 4, now: 0 });
  });
});

describe("12.5 found out", () => {
  it("is felt by the target and all who are near it", () => {
    const after = play(found, { borun: { moves: [subvert("cask")] } });
    expect(after.events.find(({ kind }) => kind === "covertFound")).toEqual({
      rule: "12.5",
      step: "intelligence",
      kind: "covertFound",
      by: index("borun"),
      target: index("cask"),
      deed: "subvert",
      finder: null,
      probability: 1,
    });
    expect(actsOf(after, "borun")).toEqual({ "subvert_found cask": ["other", null, "direct", "neighbour"] });
    expect(after.world.secrets.deeds).toEqual([]);
    expect(after.story).toContain("It came out that Borun stirred trouble in Cask.");
  });
  it("halves influence, and makes it known to all", () => {
    const before = play(unseen, { borun: { moves: [influence("cask")] } });
    expect(known(before, "borun", "cask")).toBe(0);
    const after = play({ board: found.board, world: before.world }, { borun: { moves: [influence("cask")] } });
    expect(only(after, "influenced").now).toBe(0.38);
    expect(influenceOf(after, "borun", "cask")).toBe(0.19);
    expect(known(after, "borun", "cask")).toBe(0.19);
    expect(actsOf(after, "borun")).toEqual({ "influence_found cask": ["other", null, "direct", "neighbour"] });
    const later = play({ board: unseen.board, world: after.world }, { borun: { moves: [influence("cask")] } });
    expect(known(later, "borun", "cask")).toBe(0.171);
    expect(influenceOf(later, "borun", "cask")).toBe(0.371);
  });
  it("happens in 15 of 100 cases in an open society, in 30 in a closed one", () => {
    const game = advanced();
    const cases = 600;
    const share = (target: Name): number => {
      const worlds = Array.from({ length: cases }, (_, seed) =>
        changed(game, { world: { prng: seedPrng(seed, target) } }),
      );
      const out = worlds.filter((one) => all(play(one, { borun: { moves: [subvert(target)] } }), "covertFound").length);
      return out.length / cases;
    };
    expect(Math.abs(share("cask") - 0.15)).toBeLessThan(4 * Math.sqrt((0.15 * 0.85) / cases));
    expect(Math.abs(share("dell") - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / cases));
  });
});
