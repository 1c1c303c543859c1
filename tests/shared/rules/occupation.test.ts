import { describe, expect, it } from "vitest";
import { checkOrder, defaultModules } from "#shared/rules/index.ts";
import {
  all,
  attack,
  changed,
  country,
  follow,
  index,
  only,
  play,
  province,
  sheetOf,
  small,
} from "#tests/helpers/smallWorld.ts";
import type { Name, Small } from "#tests/helpers/smallWorld.ts";

const strong = small({ arms: { borun: [60, 10], cask: [40, 10] } });
const takeKessel = { moves: [attack("kessel")] };
const holder = (game: Small, id: string): number | undefined => game.world.holders[province(game, id)];
const attackRefused = ({ board, world }: Small, name: Name, id: string, liberate = "keep") => {
  const checked = checkOrder(
    board,
    world,
    index(name),
    sheetOf({ moves: [attack(id, { liberate: liberate === "liberate" })] }),
  );
  return checked.ok ? "allowed" : checked.error.code;
};

describe("8.1 a win takes the named province", () => {
  it("gives Kessel to Borun", () => {
    const after = play(strong, { borun: takeKessel });
    expect(only(after, "provinceTaken")).toMatchObject({
      rule: "8.1",
      from: index("dell"),
      to: index("borun"),
      by: index("borun"),
      how: "conquest",
    });
    expect(holder(after, "kessel")).toBe(index("borun"));
    expect(after.world.recentTakings).toEqual([{ turn: 1, taker: index("borun"), from: index("dell") }]);
    expect(play(play(after, {}), {}).world.recentTakings).toEqual([]);
  });
  it("gives it to the attacker that brought most", () => {
    const game = changed(strong, { holders: { dorn: "cask" } });
    const after = play(game, { borun: takeKessel, cask: takeKessel });
    expect(only(after, "provinceTaken").to).toBe(index("borun"));
    const weaker = changed(game, { countries: { borun: { offence: 20 } } });
    expect(only(play(weaker, { borun: takeKessel, cask: takeKessel }), "provinceTaken").to).toBe(index("cask"));
  });
});

describe("8.2 occupied land goes back to its owner, or to whom the order says", () => {
  const occupied = changed(strong, { holders: { kessel: "cask" } });
  it("is the owner's own again when it wins it", () => {
    const game = changed(occupied, { countries: { dell: { offence: 60 } } });
    const after = play(game, { dell: { moves: [attack("kessel")] } });
    expect(only(after, "provinceTaken")).toMatchObject({ rule: "8.2", to: index("dell"), how: "reconquest" });
    expect(all(after, "congressCalled")).toEqual([]);
  });
  it("is given back by a liberator", () => {
    const after = play(occupied, { borun: { moves: [attack("kessel", { liberate: true })] } });
    expect(only(after, "provinceTaken")).toMatchObject({
      rule: "8.2",
      by: index("borun"),
      to: index("dell"),
      from: index("cask"),
      how: "liberation",
    });
    expect(all(after, "spoilsTaken")).toEqual([]);
    expect(after.story).toContain("Borun freed Kessel from Cask and gave it back to Dell.");
  });
  it("is kept by a conqueror", () => {
    const after = play(occupied, { borun: takeKessel });
    expect(only(after, "provinceTaken")).toMatchObject({ to: index("borun"), how: "conquest" });
  });
});

describe("8.3 spoils", () => {
  it("are one turn's income of the province", () => {
    const after = play(strong, { borun: takeKessel });
    expect(only(after, "spoilsTaken")).toMatchObject({ rule: "8.3", country: index("borun"), points: 2.5, shares: [] });
    expect(country(after, "borun").treasury).toBe(7.5);
  });
  it("are shared with followers: a quarter in equal parts", () => {
    const after = play(strong, {
      borun: takeKessel,
      cask: { align: follow("borun") },
      aster: { align: follow("borun") },
    });
    expect(only(after, "spoilsTaken").shares).toEqual([
      { country: index("aster"), points: 0.3125 },
      { country: index("cask"), points: 0.3125 },
    ]);
    // 5 + 2 tributes + 2.5 spoils − .625; 5 − 1 + .3125
    expect(country(after, "borun").treasury).toBe(8.875);
    expect(country(after, "cask").treasury).toBe(4.3125);
  });
});

describe("8.4 armistice", () => {
  const after = play(strong, { borun: takeKessel });
  it("shields who lost a province for two turns", () => {
    expect(only(after, "armistice")).toMatchObject({ rule: "8.4", country: index("dell"), to: 3 });
    expect(attackRefused(after, "borun", "dorn")).toBe("attack.armistice");
    const next = play(after, {});
    expect(attackRefused(next, "borun", "dorn")).toBe("attack.armistice");
    expect(attackRefused(play(next, {}), "borun", "dorn")).toBe("allowed");
  });
  it("does not shield what it occupies from being freed", () => {
    const game = changed(after, { holders: { corm: "dell", dorn: "dell" } });
    expect(attackRefused(game, "borun", "corm")).toBe("attack.armistice");
    expect(attackRefused(game, "borun", "corm", "liberate")).toBe("allowed");
    expect(attackRefused(game, "cask", "corm")).toBe("allowed");
  });
  it("is not for who lost nothing", () => {
    expect(all(play(small(), { borun: takeKessel }), "armistice")).toEqual([]);
  });
});

describe("8.5 exile", () => {
  const last = changed(strong, { holders: { dorn: "cask" } });
  const after = play(last, { borun: takeKessel });
  it("comes with the loss of the last home province and disbands the army", () => {
    expect(only(after, "exiled")).toMatchObject({ rule: "8.5", country: index("dell") });
    expect(country(after, "dell")).toMatchObject({ status: { kind: "exile" }, offence: 0, defence: 0 });
  });
  it("is told once", () => {
    expect(all(play(after, {}), "exiled")).toEqual([]);
  });
  it("leaves the rest of the world standing", () => {
    expect(country(after, "borun").status).toEqual({ kind: "sovereign" });
    expect(after.world.threat.flat().every(Number.isFinite)).toBe(true);
  });
});

describe("8.6 restoration", () => {
  it("comes with a home province, under an armistice", () => {
    const exiled = changed(strong, {
      countries: { dell: { status: { kind: "exile" }, offence: 0, defence: 0 } },
      holders: { kessel: "cask", dorn: "cask" },
    });
    const after = play(exiled, { borun: { moves: [attack("kessel", { liberate: true })] } });
    expect(only(after, "restored")).toMatchObject({ rule: "8.6", country: index("dell") });
    expect(country(after, "dell")).toMatchObject({ status: { kind: "sovereign" }, armisticeTo: 3 });
    expect(attackRefused(after, "borun", "kessel")).toBe("attack.armistice");
  });
});

describe("8.7 congress", () => {
  it("meets after a conquest, for the next turn only", () => {
    const after = play(strong, { borun: takeKessel });
    expect(only(after, "congressCalled")).toMatchObject({ rule: "8.7" });
    expect(after.world.congress).toBe(true);
    expect(play(after, {}).world.congress).toBe(false);
  });
  it("meets when the alarm switches on, not when it stood at the start", () => {
    const standing = small({ arms: { borun: [60, 10] } });
    expect(standing.world.alarm).toBe(index("borun"));
    expect(all(play(standing, {}), "congressCalled")).toEqual([]);
    const rising = small({ arms: { borun: [17, 10], cask: [10, 10], dell: [10, 10], aster: [7, 10] } });
    expect(rising.world.alarm).toBeNull();
    expect(only(play(rising, { borun: { spend: { offence: 5 } } }), "congressCalled").rule).toBe("8.7");
  });
  it("meets only where congresses are played", () => {
    const modules = defaultModules("standard").filter((module) => module !== "congress");
    const after = play(small({ arms: { borun: [60, 10] }, modules }), { borun: takeKessel });
    expect(only(after, "provinceTaken").how).toBe("conquest");
    expect(all(after, "congressCalled")).toEqual([]);
    expect(after.world.congress).toBe(false);
  });
  it("does not meet after a failed attack", () => {
    expect(all(play(small(), { borun: takeKessel }), "congressCalled")).toEqual([]);
  });
});
