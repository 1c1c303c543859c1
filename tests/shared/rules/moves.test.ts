import { describe, expect, it } from "vitest";
import { countryId, provinceId } from "#shared/model/ids.ts";
import { checkOrder } from "#shared/rules/index.ts";
import {
  actsOf,
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

const reassure = { kind: "reassure", target: countryId("cask") } as const;
const mobilise = { kind: "mobilise" } as const;

describe("6.1 mobilise", () => {
  const first = play(small(), { borun: { moves: [mobilise] } });
  it("counts from the next turn, for two turns", () => {
    expect(only(first, "mobilised")).toMatchObject({ rule: "6.1", country: index("borun"), from: 2, to: 3 });
    const strength = (turns: number): number => {
      let game = first;
      for (let turn = 2; turn < turns; turn += 1) game = play(game, {});
      return only(play(game, { borun: { moves: [attack("kessel")] } }), "battle").attack;
    };
    expect(only(play(small(), { borun: { moves: [mobilise, attack("kessel")] } }), "battle").attack).toBe(10);
    expect([strength(2), strength(3), strength(4)]).toEqual([12.5, 12.5, 10]);
  });
  it("frightens neighbours in full and the island from afar", () => {
    expect(actsOf(first, "borun")).toEqual({ mobilise: ["other", null, "direct", "direct"] });
  });
  it("can be renewed in its last turn without losing that turn", () => {
    const early = checkOrder(first.board, first.world, index("borun"), sheetOf({ moves: [mobilise] }));
    expect(early).toMatchObject({ ok: false, error: { code: "mobilise.already" } });
    const renewed = play(play(first, {}), { borun: { moves: [mobilise, attack("kessel")] } });
    expect(only(renewed, "battle").attack).toBe(12.5);
    expect(country(renewed, "borun").mobilisedTo).toBe(5);
  });
});

describe("6.2 threaten", () => {
  it("is felt by its target in full, by neighbours half, by others less", () => {
    const after = play(small(), { borun: { moves: [{ kind: "threaten", target: countryId("cask") }] } });
    expect(only(after, "threatened")).toMatchObject({ rule: "6.2", by: index("borun"), target: index("cask") });
    expect(actsOf(after, "borun")).toEqual({ "threat cask": ["other", null, "direct", "neighbour"] });
    expect(after.world.intent.map((row) => row[index("borun")])).toEqual([-1.25, 0, -0.9, -1.15]);
  });
});

describe("6.3 reassure", () => {
  it("counts a little when no offence was bought", () => {
    const after = play(small(), { borun: { moves: [reassure], spend: { defence: 3 } } });
    expect(only(after, "reassured")).toMatchObject({ rule: "6.3", believed: true });
    expect(after.world.intent[index("cask")]?.[index("borun")]).toBe(-1.5);
  });
  it("does not count beside new offence", () => {
    const after = play(small(), { borun: { moves: [reassure], spend: { offence: 1 } } });
    expect(only(after, "reassured").believed).toBe(false);
    expect(Object.keys(actsOf(after, "borun"))).toEqual(["arm_offence"]);
  });
});

describe("6.4 demobilise", () => {
  it("ends a mobilisation at once and calms the neighbours", () => {
    const mobilised = play(small(), { borun: { moves: [mobilise] } });
    const after = play(mobilised, { borun: { moves: [{ kind: "demobilise" }, attack("kessel")] } });
    expect(only(after, "demobilised")).toMatchObject({ rule: "6.4" });
    expect(only(after, "battle").attack).toBe(10);
    expect(actsOf(after, "borun")["demobilise"]).toEqual(["other", null, "direct", "direct"]);
  });
});

describe("6.5 cut offence", () => {
  it("gives up the points named, and weighs more than words", () => {
    const after = play(small(), { borun: { moves: [{ kind: "cutOffence", points: 4 }, reassure] } });
    expect(only(after, "offenceCut")).toMatchObject({ rule: "6.5", points: 4 });
    expect(country(after, "borun").offence).toBe(6);
    expect(Object.keys(actsOf(after, "borun"))).toEqual(["cut_offence"]);
    expect(after.world.intent[index("cask")]?.[index("borun")]).toBe(-2.5);
  });
  it("cuts to nothing at most", () => {
    const little = changed(small(), { countries: { borun: { offence: 2.4 } } });
    expect(country(play(little, { borun: { moves: [{ kind: "cutOffence", points: 3 }] } }), "borun").offence).toBe(0);
  });
});

describe("6.6 withdraw", () => {
  const occupied = changed(small({ arms: { cask: [60, 10] } }), { holders: { kessel: "borun" } });
  const withdraw = { kind: "withdraw", province: provinceId("kessel") } as const;
  it("gives occupied land back and is believed", () => {
    const after = play(occupied, { borun: { moves: [withdraw] } });
    expect(only(after, "provinceTaken")).toMatchObject({
      rule: "6.6",
      from: index("borun"),
      to: index("dell"),
      how: "withdrawal",
    });
    expect(after.world.holders[province(after, "kessel")]).toBe(index("dell"));
    expect(actsOf(after, "borun")["withdraw dell"]).toEqual(["other", null, "neighbour", "direct"]);
    expect(all(after, "armistice")).toEqual([]);
  });
  it("comes too late for what was lost in battle this turn", () => {
    const caskAtDorn = changed(occupied, { holders: { dorn: "cask" } });
    const after = play(caskAtDorn, { borun: { moves: [withdraw] }, cask: { moves: [attack("kessel")] } });
    expect(only(after, "provinceTaken")).toMatchObject({ how: "conquest", to: index("cask") });
    expect(after.world.holders[province(after, "kessel")]).toBe(index("cask"));
  });
});
