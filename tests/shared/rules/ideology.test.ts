import { describe, expect, it } from "vitest";
import { countryId } from "#shared/model/ids.ts";
import type { Move } from "#shared/model/order.ts";
import type { Module } from "#shared/model/scenario.ts";
import { areKin, checkOrder, createBoard, legalOptions, reasonsFor } from "#shared/rules/index.ts";
import {
  actsOf,
  changed,
  country,
  index,
  only,
  play,
  sheetOf,
  small,
  smallScenario,
} from "#tests/helpers/smallWorld.ts";
import type { Name, Small } from "#tests/helpers/smallWorld.ts";

const MODULES: readonly Module[] = ["treaties", "extraMove", "ideology"];
const radio = (target: Name): Move => ({ kind: "propaganda", target: countryId(target) });

/** Aster and Borun speak for one Arab nation; Cask and Dell are monarchies. */
const movement = {
  scenario: {
    ideologies: [
      { id: "pan-arab", name: "Pan-Arab", centralising: true },
      { id: "monarchy", name: "Monarchy", centralising: false },
    ],
    ideologyDistances: [
      { a: "monarchy", b: "monarchy", distance: 0.2 },
      { a: "monarchy", b: "pan-arab", distance: 0.9 },
    ],
  },
  country: (name: Name) => ({ ideology: name === "aster" || name === "borun" ? "pan-arab" : "monarchy" }),
};
const game = small({ ...movement, modules: MODULES });
const refusal = ({ board, world }: Small, name: Name, move: Move): string => {
  const checked = checkOrder(board, world, index(name), sheetOf({ moves: [move] }));
  return checked.ok ? "allowed" : checked.error.code;
};

describe("6.11 propaganda", () => {
  it("costs the government it is aimed at 2 stability, and everyone hears it", () => {
    const after = play(game, { cask: { moves: [radio("dell")] } });
    const event = after.events.find(({ kind }) => kind === "propaganda");
    expect(event).toEqual({
      rule: "6.11",
      step: "signals",
      kind: "propaganda",
      by: index("cask"),
      target: index("dell"),
      stability: 2,
      kin: false,
    });
    expect(country(after, "dell").stability).toBe(73);
    expect(after.story).toContain("Cask broadcast against Dell's government: stability −2.");
  });
  it("costs kin of one centralising movement 4: one movement, one leader (Walt 1987)", () => {
    const after = play(game, { aster: { moves: [radio("borun")] } });
    expect(only(after, "propaganda")).toMatchObject({ stability: 4, kin: true });
    expect(country(after, "borun").stability).toBe(71);
    expect(after.story).toContain("Aster called on Borun's people in the name of their common cause: stability −4.");
  });
  it("is no call among kin where the ideology knows many leaders, or across ideologies", () => {
    expect(areKin(game.board, index("cask"), index("dell"))).toBe(false);
    expect(areKin(game.board, index("aster"), index("cask"))).toBe(false);
    expect(areKin(game.board, index("borun"), index("aster"))).toBe(true);
  });
  it("is a hostile act felt by the target in full and by others less", () => {
    const after = play(game, { cask: { moves: [radio("dell")] } });
    expect(actsOf(after, "cask")).toEqual({ "hostile_propaganda dell": ["other", "neighbour", null, "direct"] });
    const [dell, cask] = [index("dell"), index("cask")];
    const quiet = play(game, {});
    expect((after.world.intent[dell]?.[cask] ?? 0) - (quiet.world.intent[dell]?.[cask] ?? 0)).toBeCloseTo(0.3, 6);
  });
  it("takes no more stability than there is", () => {
    const shaken = changed(game, { countries: { dell: { stability: 0.5 } } }); // and 1 regained (2.4)
    const after = play(shaken, { cask: { moves: [radio("dell")] } });
    expect(only(after, "propaganda").stability).toBe(1.5);
    expect(country(after, "dell").stability).toBe(0);
  });
  it("may go to two countries in one turn, but not twice to one", () => {
    const { board, world } = game;
    const twice = (first: Name, second: Name): string => {
      const checked = checkOrder(board, world, index("cask"), sheetOf({ moves: [radio(first), radio(second)] }));
      return checked.ok ? "allowed" : checked.error.code;
    };
    expect(twice("dell", "borun")).toBe("allowed");
    expect(twice("dell", "dell")).toBe("moves.twice");
  });
  it("is open to a government in exile, but there is nobody to turn against one", () => {
    const exiled = changed(game, {
      holders: { dorn: "cask", kessel: "cask" },
      countries: { dell: { status: { kind: "exile" }, offence: 0, defence: 0 } },
    });
    expect(refusal(exiled, "dell", radio("cask"))).toBe("allowed");
    expect(refusal(exiled, "cask", radio("dell"))).toBe("move.exileTarget");
    expect(refusal(game, "cask", radio("cask"))).toBe("move.self");
  });
  it("belongs to the module: without it there is no propaganda, and nobody names ideology as a reason", () => {
    const plain = small({ ...movement, modules: ["treaties", "extraMove"] });
    expect(refusal(plain, "cask", radio("dell"))).toBe("move.level");
    expect(legalOptions(plain.board, plain.world, index("cask")).propaganda[index("dell")]?.code).toBe("move.level");
    expect(reasonsFor(plain.board)).not.toContain("ideology");
    expect(legalOptions(game.board, game.world, index("cask")).reasons).toContain("ideology");
    expect(reasonsFor(small({ modules: ["aid"] }).board)).toContain("aid");
    expect(reasonsFor(small({ modules: [] }).board)).not.toContain("aid");
  });
  it("leaves opening opinions as they are at every level: how near ideologies lie is part of the scenario", () => {
    const prior = (modules: readonly Module[]) => createBoard(smallScenario(movement), { modules }).prior;
    expect(prior([])).toEqual(prior(MODULES));
    const [aster, borun, cask] = [index("aster"), index("borun"), index("cask")];
    const seen = prior([])[aster] ?? [];
    expect(seen[borun]).toBeCloseTo(-1.4 + (0.8 - 0.5), 6);
    expect(seen[cask]).toBeCloseTo(-1.4 + (0.9 - 0.5), 6);
  });
});
