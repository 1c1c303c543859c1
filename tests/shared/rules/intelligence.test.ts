import { describe, expect, it } from "vitest";
import { seedPrng } from "#shared/lib/prng.ts";
import { countryId, treatyId } from "#shared/model/ids.ts";
import type { Move } from "#shared/model/order.ts";
import type { Treaty } from "#shared/model/treaty.ts";
import { defaultModules } from "#shared/rules/index.ts";
import { actsOf, all, changed, index, only, play, small } from "#tests/helpers/smallWorld.ts";
import type { Name, Plans, Small } from "#tests/helpers/smallWorld.ts";

const id = (name: Name) => countryId(name);
const move = (kind: "influence" | "subvert" | "investigate", target: Name): Move => ({ kind, target: id(target) });
const secretPact: Treaty = {
  id: treatyId("t1"),
  kind: "defence",
  parties: [id("cask"), id("dell")],
  since: 0,
  until: null,
  secret: true,
};
/** What an investigation looks for is found, or it is not. */
const service = (investigation: number): Small =>
  changed(
    small({
      modules: defaultModules("advanced").filter((module) => module !== "chance"),
      parameters: { covert: { investigation, foundOpen: 0, leak: 0 } },
    }),
    { world: { treaties: [secretPact] } },
  );
const good = service(1);
const spying: Plans = { borun: { moves: [move("investigate", "cask")] } };

describe("12.6 investigation", () => {
  it("finds a secret treaty, for the finder alone", () => {
    const after = play(good, spying);
    expect(after.world.treaties).toEqual([{ ...secretPact, foundBy: [id("borun")] }]);
    expect(only(after, "investigated")).toMatchObject({
      rule: "12.6",
      by: index("borun"),
      target: index("cask"),
      treaties: [secretPact],
      deeds: 0,
    });
    expect(after.events.find(({ kind }) => kind === "investigated")?.seenBy).toEqual([index("borun")]);
    expect(after.story).toContain("Borun looked into Cask: secret treaties found 1, covert deeds 0.");
  });
  it("finds nothing twice, and nothing that is no secret to the finder", () => {
    const again = play(play(good, spying), spying);
    expect(only(again, "investigated").treaties).toEqual([]);
    const partner = play(good, { dell: { moves: [move("investigate", "cask")] } });
    expect(only(partner, "investigated").treaties).toEqual([]);
    expect(partner.world.treaties).toEqual([secretPact]);
  });
  it("tells of a treaty as it reads, not of others who have found it", () => {
    const game = changed(good, { world: { treaties: [{ ...secretPact, foundBy: [id("aster")] }] } });
    const after = play(game, spying);
    expect(only(after, "investigated").treaties).toEqual([secretPact]);
    expect(after.world.treaties[0]?.foundBy).toEqual([id("aster"), id("borun")]);
  });
  it("finds covert deeds of this turn and the two before, which others still do not know of", () => {
    let game: Small = play(good, { cask: { moves: [move("subvert", "dell")] } });
    game = play(game, { cask: { moves: [move("influence", "aster")] } });
    const after = play(game, { ...spying, cask: { moves: [move("subvert", "borun")] } });
    expect(all(after, "covertFound")).toMatchObject([
      { rule: "12.6", by: index("cask"), target: index("dell"), deed: "subvert", finder: index("borun") },
      { rule: "12.6", by: index("cask"), target: index("aster"), deed: "influence", finder: index("borun") },
      { rule: "12.6", by: index("cask"), target: index("borun"), deed: "subvert", finder: index("borun") },
    ]);
    for (const event of after.events) if (event.kind === "covertFound") expect(event.seenBy).toEqual([index("borun")]);
    expect(only(after, "investigated").deeds).toBe(3);
    expect(after.world.secrets.deeds.map(({ foundBy }) => foundBy)).toEqual([
      [index("borun")],
      [index("borun")],
      [index("borun")],
    ]);
    expect(actsOf(after, "cask")).toEqual({});
    const late = play(play(game, {}), spying);
    expect(all(late, "covertFound").map(({ deed }) => deed)).toEqual(["influence"]);
  });
  it("finds each with its own chance", () => {
    const found = Array.from({ length: 400 }, (_, seed) =>
      changed(service(0.5), { world: { prng: seedPrng(seed, "test") } }),
    ).filter((game) => only(play(game, spying), "investigated").treaties.length > 0).length;
    expect(Math.abs(found / 400 - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 400));
    expect(only(play(service(0), spying), "investigated").treaties).toEqual([]);
  });
  it("is never found out itself", () => {
    const after = play(good, spying);
    expect(actsOf(after, "borun")).toEqual({});
    expect(after.world.secrets.deeds).toEqual([]);
    expect({ ...after.world, treaties: [], prng: null }).toEqual({
      ...play(good, {}).world,
      treaties: [],
      prng: null,
    });
  });
});

describe("12.7 the ambition of the country looked into", () => {
  const read = (right: number, r: number) => {
    const game = small({ modules: ["intelligence"], parameters: { covert: { ambitionRight: right } } });
    const revisionism = [0, 0, r, 0];
    return only(play(game, spying, [], { revisionism }), "investigated").ambition;
  };
  it("is read as revisionist from r = .3 on, or as content", () => {
    expect(read(1, 0.3)).toEqual({ revisionist: true, right: 1 });
    expect(read(1, 0.2)).toEqual({ revisionist: false, right: 1 });
    expect(read(0, 0.9)?.revisionist).toBe(false);
  });
  it("is read right three times in four", () => {
    const game = small({ modules: ["intelligence"] });
    const cases = 600;
    const right = Array.from({ length: cases }, (_, seed) => {
      const one = changed(game, { world: { prng: seedPrng(seed, "test") } });
      return only(play(one, spying, [], { revisionism: [0, 0, 0.9, 0] }), "investigated").ambition?.revisionist;
    }).filter(Boolean).length;
    expect(Math.abs(right / cases - 0.75)).toBeLessThan(4 * Math.sqrt((0.75 * 0.25) / cases));
  });
  it("is said with its odds, and not at all where there is nothing to read", () => {
    const game = small({ modules: ["intelligence"], parameters: { covert: { ambitionRight: 1 } } });
    const told = (r: number): string => play(game, spying, [], { revisionism: [0, 0, r, 0] }).story;
    expect(told(0.9)).toContain("It seems to want more than it has (100 % sure).");
    expect(told(-0.5)).toContain("It seems content with what it has (100 % sure).");
    const blind = play(game, spying);
    expect(only(blind, "investigated").ambition).toBeNull();
    expect(blind.world.prng).toEqual(game.world.prng);
  });
});
