import { expect, it } from "vitest";
import { playMatch } from "#server/cli/simulate/playMatch.ts";
import { mixedTable } from "#server/cli/simulate/tables.ts";
import { findScenario } from "#server/scenarios/registry.ts";
import { scenarioId } from "#shared/model/ids.ts";
import { LEVELS } from "#shared/model/scenario.ts";
import { chooseOrders } from "#shared/players/chooseOrders.ts";
import { createBoard, createWorld, dealCards, defaultModules, resolveTurn } from "#shared/rules/index.ts";
import { assess } from "#shared/theory/assess.ts";
import { assessed } from "#shared/theory/assessed.ts";

it.each(LEVELS)("what a turn leaves assessed is what its world says, at %s", (level) => {
  const scenario = findScenario(scenarioId("ring"));
  if (!scenario) throw new Error("The Ring is missing.");
  const board = createBoard(scenario, { modules: defaultModules(level) });
  for (let seed = 1; seed <= 5; seed += 1) {
    let world = createWorld(board, seed);
    expect(assessed(board, world)).toEqual(assess(board, world));
    for (const orders of playMatch(board, seed, mixedTable(board, seed)).sheets) {
      world = resolveTurn(board, world, { orders, signed: [] }).world;
      expect(assessed(board, world)).toEqual(assess(board, world));
      expect(assessed(board, world).threat).toBe(world.threat);
    }
  }
});

it("a turn and all who decide in it assess their world once: the weights of the sources are read once", () => {
  const scenario = findScenario(scenarioId("ring"));
  if (!scenario) throw new Error("The Ring is missing.");
  const made = createBoard(scenario, { modules: defaultModules("standard") });
  let reads = 0;
  const parameters = {
    ...made.parameters,
    get weights() {
      reads += 1;
      return made.parameters.weights;
    },
  };
  const board = { ...made, parameters };
  const cards = dealCards(board, 7);
  let world = createWorld(board, 7);
  for (let turn = 1; turn <= 5; turn += 1) {
    reads = 0;
    const orders = cards.map((card, me) => {
      const sight = { board, world, me, card, proposals: [] };
      return chooseOrders(sight, "theorist", () => 0.5).sheet;
    });
    world = resolveTurn(board, world, { orders, signed: [] }).world;
    // The world before the first turn was made without being kept.
    expect(reads).toBe(turn === 1 ? 2 : 1);
  }
});
