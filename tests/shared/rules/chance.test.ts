import { describe, expect, it } from "vitest";
import { seedPrng } from "#shared/lib/prng.ts";
import { contest } from "#shared/rules/security.ts";
import { preview } from "#shared/rules/index.ts";
import { attack, changed, index, only, play, province, sheetOf, small } from "#tests/helpers/smallWorld.ts";
import type { Plans, Small } from "#tests/helpers/smallWorld.ts";

const seeded = (game: Small, seed: number): Small => changed(game, { world: { prng: seedPrng(seed, "test") } });
const game = small({ modules: ["chance"], arms: { borun: [14, 10], cask: [14, 10] } });
/** 14 against 10 + .4 × 10. */
const even: Plans = { borun: { moves: [attack("kessel")] } };

describe("7.13 chance in battle", () => {
  it("decides by a die whose chances the two sums set", () => {
    const battle = only(play(game, even), "battle");
    expect(battle).toMatchObject({ rule: "7.13", attack: 14, defence: 14, chance: { win: 0.5 } });
    const { win, thrown } = battle.chance ?? { win: 0, thrown: 1 };
    expect(battle.outcome).toBe(thrown < win ? "win" : "stalemate");
  });
  it("wins as often as A²/(A²+D²) says, over many seeds", () => {
    const strong = small({ modules: ["chance"], arms: { borun: [20, 10] } });
    const seeds = Array.from({ length: 600 }, (_, seed) => seed);
    const won = seeds.filter((seed) => only(play(seeded(strong, seed), even), "battle").outcome === "win").length;
    const expected = contest(20, 14);
    // Four standard errors of a share over 600 throws.
    expect(Math.abs(won / seeds.length - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / 600));
  });
  it("stands still above .8 × defence when the throw fails, and is lost below", () => {
    const failing = (offence: number): string => {
      const weak = small({ modules: ["chance"], arms: { borun: [offence, 10] } });
      const lost = Array.from({ length: 50 }, (_, seed) => only(play(seeded(weak, seed), even), "battle")).filter(
        ({ outcome }) => outcome !== "win",
      );
      expect(lost.length).toBeGreaterThan(0);
      return [...new Set(lost.map(({ outcome }) => outcome))].join();
    };
    expect(failing(12)).toBe("stalemate");
    expect(failing(11)).toBe("loss");
  });
  it("tells the chance in the sentence", () => {
    const story = [1, 2, 3, 4, 5, 6].map((seed) => play(seeded(game, seed), even).story).join("\n");
    expect(story).toContain("Borun took Kessel: 14 against 14, a chance of 50 %.");
    expect(story).toContain("to a standstill at Kessel: 14 against 14, a chance of 50 % to take it.");
  });
  it("throws by province: the same seed gives the same throws, whoever attacks", () => {
    const two = changed(game, { holders: { dorn: "aster" } });
    const both = play(two, {
      borun: { moves: [attack("kessel")] },
      cask: { moves: [attack("dorn")] },
    });
    const battles = both.events.flatMap((event) => (event.kind === "battle" ? [event] : []));
    expect(battles.map((battle) => battle.province)).toEqual([province(game, "dorn"), province(game, "kessel")]);
    const alone = only(play(two, { cask: { moves: [attack("dorn")] } }), "battle");
    expect(alone.chance?.thrown).toBe(battles[0]?.chance?.thrown);
  });
  it("draws nothing where it is not played, and one number for each battle where it is", () => {
    const plain = small({ modules: [], arms: { borun: [14, 10] } });
    const after = play(plain, even);
    expect(only(after, "battle")).not.toHaveProperty("chance");
    expect(after.world.prng).toEqual(plain.world.prng);
    expect(play(game, {}).world.prng).toEqual(game.world.prng);
    expect(play(game, even).world.prng).not.toEqual(game.world.prng);
  });
  it("shows its odds before: a preview throws nothing and knows no state of chance", () => {
    const { prng: _prng, secrets: _secrets, ...world } = game.world;
    const shown = preview(game.board, world, index("borun"), sheetOf({ moves: [attack("kessel")] }));
    // Dell is thought to put its income of 5 into defence: 14 against 15 + .4 × 10.
    expect(shown.battle?.chance?.win).toBeCloseTo(contest(14, 19), 6);
  });
});
