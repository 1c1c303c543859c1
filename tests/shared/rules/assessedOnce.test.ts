import { expect, it } from "vitest";
import { playMatch } from "#server/cli/simulate/playMatch.ts";
import { mixedTable } from "#server/cli/simulate/tables.ts";
import { findScenario } from "#server/scenarios/registry.ts";
import { scenarioId } from "#shared/model/ids.ts";
import { LEVELS } from "#shared/model/scenario.ts";
import { createBoard, createWorld, defaultModules, resolveTurn } from "#shared/rules/index.ts";
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
