import { describe, expect, it } from "vitest";
import { countryId } from "#shared/model/ids.ts";
import type { Move } from "#shared/model/order.ts";
import { checkOrder, defaultModules } from "#shared/rules/index.ts";
import {
  all,
  attack,
  changed,
  country,
  index,
  only,
  play,
  province,
  sheetOf,
  small,
} from "#tests/helpers/smallWorld.ts";
import type { Name, Small } from "#tests/helpers/smallWorld.ts";

const holder = (game: Small, id: string): number | undefined => game.world.holders[province(game, id)];
const subvert = (target: Name): Move => ({ kind: "subvert", target: countryId(target) });

/** Borun holds Kessel and Corm; upkeep takes 6 of its stability before anything else is counted. */
const empire = (stability: number, defence: number): Small =>
  changed(small({ modules: [] }), {
    holders: { kessel: "borun", corm: "borun" },
    countries: { borun: { stability: stability + 6, defence, offence: 0 } },
  });

describe("8.8 revolt", () => {
  it("takes from a shaken country what it cannot garrison, and gives it back to its people", () => {
    const after = play(empire(19, 1), {});
    expect(all(after, "revolt")).toHaveLength(2);
    expect(all(after, "provinceTaken")).toMatchObject([
      { rule: "8.8", how: "revolt", from: index("borun"), to: index("cask"), by: index("cask") },
      { rule: "8.8", how: "revolt", from: index("borun"), to: index("dell"), by: index("dell") },
    ]);
    expect(holder(after, "corm")).toBe(index("cask"));
    expect(holder(after, "kessel")).toBe(index("dell"));
    expect(after.story).toContain(
      "Corm revolted against Borun (stability 19): holding it takes 2 points of defence, and 1 remained.",
    );
    expect(after.story).toContain("Corm rose against Borun and is Cask's again.");
  });
  it("stops at what can be garrisoned: 2 points of defence a province", () => {
    expect(all(play(empire(19, 4), {}), "revolt")).toEqual([]);
    const after = play(empire(19, 3), {});
    expect(only(after, "revolt")).toMatchObject({ province: province(after, "kessel"), garrison: 2, left: 1 });
    expect(holder(after, "corm")).toBe(index("borun"));
  });
  it("spares the richest province first", () => {
    const game = empire(19, 3);
    const provinces = game.board.provinces.map((one) => (one.id === "kessel" ? { ...one, industry: 20 } : one));
    const after = play({ ...game, board: { ...game.board, provinces } }, {});
    expect(only(after, "revolt").province).toBe(province(game, "corm"));
  });
  it("does not break out at 20 stability", () => {
    expect(all(play(empire(20, 0), {}), "revolt")).toEqual([]);
  });
  it("does not break out where the army that took the land still stands", () => {
    const game = changed(small({ modules: [], arms: { borun: [60, 0] } }), { countries: { borun: { stability: 10 } } });
    const after = play(game, { borun: { moves: [attack("kessel")] } });
    expect(holder(after, "kessel")).toBe(index("borun"));
    expect(all(after, "revolt")).toEqual([]);
    expect(only(play(after, {}), "revolt").owner).toBe(index("dell"));
  });
  it("needs no more than what two points buy, where points buy less", () => {
    const game = small({ modules: [], parameters: { economy: { incomeMostShareOfArms: 0.15 } } });
    const rescaled = changed(game, {
      holders: { kessel: "borun" },
      countries: { borun: { stability: 15, defence: 1, offence: 0 } },
    });
    // 15 % of 20 points of arms for an income of 5: a point buys .6.
    const after = play(rescaled, {});
    expect(only(after, "revolt")).toMatchObject({ garrison: 1.2, left: 1 });
  });
  it("brings a government in exile home, without a congress and without an armistice for who lost", () => {
    const game = changed(empire(15, 0), {
      holders: { dorn: "borun" },
      // Three equal powers: no alarm, which would call a congress too.
      countries: { dell: { status: { kind: "exile" }, offence: 0, defence: 0 }, borun: { stability: 20, offence: 20 } },
    });
    const after = play(game, {});
    expect(all(after, "restored").map(({ country: who }) => who)).toEqual([index("dell")]);
    expect(country(after, "dell").armisticeTo).toBe(3);
    expect(country(after, "borun").armisticeTo).toBe(0);
    expect(all(after, "congressCalled")).toEqual([]);
    expect(after.world.recentTakings).toEqual([]);
  });
});

describe("8.9 a rising", () => {
  const game = small({ modules: defaultModules("advanced"), parameters: { covert: { foundOpen: 0 } } });
  const shaken = (stability: number): Small => changed(game, { countries: { dell: { stability, defence: 10 } } });
  it("costs a shaken country a quarter of its defence when trouble is stirred", () => {
    const after = play(shaken(28), { cask: { moves: [subvert("dell")] } });
    // 28 − 10, and 1 regained in a quiet turn (2.4).
    expect(only(after, "rising")).toMatchObject({ rule: "8.9", country: index("dell"), stability: 19, defence: 2.5 });
    expect(country(after, "dell").defence).toBe(7.5);
    expect(after.story).toContain("A rising in Dell (stability 19) cost it 2.5 points of defence.");
  });
  it("does not happen where nobody stirs, or where the ground is firm", () => {
    expect(all(play(shaken(10), {}), "rising")).toEqual([]);
    expect(all(play(shaken(60), { cask: { moves: [subvert("dell")] } }), "rising")).toEqual([]);
  });
});

describe("8.10 a government in exile stirs revolt", () => {
  const exiled = changed(small({ modules: defaultModules("advanced"), parameters: { covert: { foundOpen: 0 } } }), {
    holders: { dorn: "cask", kessel: "cask" },
    countries: { dell: { status: { kind: "exile" }, offence: 0, defence: 0 }, cask: { stability: 35, defence: 1 } },
  });
  const refusal = (target: Name): string => {
    const checked = checkOrder(exiled.board, exiled.world, index("dell"), sheetOf({ moves: [subvert(target)] }));
    return checked.ok ? "allowed" : checked.error.code;
  };
  it("against those who hold its land, and nobody else", () => {
    expect(refusal("cask")).toBe("allowed");
    expect(refusal("borun")).toBe("subvert.exile");
  });
  it("and may come home by it", () => {
    const after = play(exiled, { dell: { moves: [subvert("cask")] } });
    // 35 − 10 by subversion − 6 for two occupied provinces: 19.
    expect(all(after, "revolt").map(({ stability }) => stability)).toEqual([19, 19]);
    expect(only(after, "restored").country).toBe(index("dell"));
  });
});
