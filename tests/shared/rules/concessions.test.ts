import { describe, expect, it } from "vitest";
import { countryId, provinceId } from "#shared/model/ids.ts";
import type { Move } from "#shared/model/order.ts";
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
import type { Name, Plan, Small } from "#tests/helpers/smallWorld.ts";

const concede = (id: string, to: Name): Move => ({ kind: "concede", province: provinceId(id), to: countryId(to) });
const appeal = (to: Name, enemy: Name): Move => ({ kind: "appeal", to: countryId(to), against: countryId(enemy) });
function refusal({ board, world }: Small, name: Name, plan: Plan): string {
  const checked = checkOrder(board, world, index(name), sheetOf(plan));
  return checked.ok ? "allowed" : checked.error.code;
}
const holderOf = (game: Small, id: string): number | undefined => game.world.holders[province(game, id)];
const exiledDell = changed(small(), {
  countries: { dell: { status: { kind: "exile" } } },
  holders: { kessel: "borun", dorn: "cask" },
});

describe("6.9 concede", () => {
  it.each([
    ["dell", concede("kessel", "borun"), "allowed", "Kessel touches Brod"],
    ["dell", concede("kessel", "cask"), "concede.border", "Kessel touches nothing of Cask's"],
    ["dell", concede("brod", "cask"), "concede.notHeld", "not Dell's to give"],
    ["dell", concede("kessel", "dell"), "move.self", "to itself"],
    ["aster", concede("holm", "borun"), "concede.border", "an island touches nobody"],
  ] as const)("%s, %j: %s (%s)", (name, move, expected, _why) => {
    expect(refusal(small(), name, { moves: [move] })).toBe(expected);
  });
  it("is not for giving land back, nor to an exile, nor where ultimata are not played", () => {
    const occupied = changed(small(), { holders: { kessel: "borun" } });
    expect(refusal(occupied, "borun", { moves: [concede("kessel", "dell")] })).toBe("concede.owner");
    expect(refusal(exiledDell, "borun", { moves: [concede("brod", "dell")] })).toBe("concede.exile");
    expect(refusal(small({ modules: [] }), "dell", { moves: [concede("kessel", "borun")] })).toBe("move.level");
  });
  it("gives the province away and is felt by the one that has it alone", () => {
    const after = play(small(), { dell: { moves: [concede("kessel", "borun")] } });
    expect(only(after, "conceded")).toMatchObject({ rule: "6.9", by: index("dell"), to: index("borun") });
    expect(only(after, "provinceTaken")).toMatchObject({ how: "cession" });
    expect(holderOf(after, "kessel")).toBe(index("borun"));
    expect(country(after, "dell").armisticeTo).toBe(0);
    expect(actsOf(after, "dell")).toEqual({ "concede borun": [null, "direct", null, null] });
  });
  it("comes after the battles: nobody escapes one by giving the land to a friend", () => {
    const strong = small({ arms: { borun: [60, 10] } });
    const plans = { dell: { moves: [concede("dorn", "cask")] } };
    const saved = play(small(), { ...plans, borun: { moves: [attack("kessel")] } });
    expect(holderOf(saved, "dorn")).toBe(index("cask"));
    const lost = play(strong, {
      borun: { moves: [attack("kessel")] },
      dell: { moves: [concede("kessel", "borun")] },
    });
    expect(only(lost, "provinceTaken")).toMatchObject({ how: "conquest" });
    expect(all(lost, "conceded")).toEqual([]);
  });
});

describe("6.10 appeal", () => {
  it.each([
    [appeal("cask", "dell"), "allowed"],
    [appeal("borun", "dell"), "move.self"],
    [appeal("cask", "borun"), "move.self"],
    [appeal("cask", "cask"), "appeal.same"],
  ] as const)("Borun, %j: %s", (move, expected) => {
    expect(refusal(small(), "borun", { moves: [move] })).toBe(expected);
  });
  it("names nobody in exile, but an exile may make it", () => {
    expect(refusal(exiledDell, "borun", { moves: [appeal("dell", "cask")] })).toBe("appeal.exile");
    expect(refusal(exiledDell, "borun", { moves: [appeal("cask", "dell")] })).toBe("appeal.exileTarget");
    expect(refusal(exiledDell, "dell", { moves: [appeal("cask", "borun")] })).toBe("allowed");
    expect(refusal(small({ modules: [] }), "borun", { moves: [appeal("cask", "dell")] })).toBe("move.level");
  });
  it("is words that move no opinion", () => {
    const after = play(small(), { borun: { moves: [appeal("cask", "dell")] } });
    expect(only(after, "appealed")).toMatchObject({ rule: "6.10", by: index("borun"), to: index("cask") });
    expect(all(after, "act")).toEqual([]);
  });
});
