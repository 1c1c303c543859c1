import { describe, expect, it } from "vitest";
import { scenarioId } from "#shared/model/ids.ts";
import type { Difficulty, Filler } from "#shared/model/match.ts";
import type { Board } from "#shared/model/world.ts";
import { seedPrng, stream } from "#shared/lib/prng.ts";
import {
  createBoard,
  createWorld,
  dealCards,
  defaultModules,
  drawEndTurn,
  finalScore,
  resolveTurn,
} from "#shared/rules/index.ts";
import { chooseOrders } from "#shared/players/chooseOrders.ts";
import { findScenario } from "#server/scenarios/registry.ts";

/** Final score of one seat among theory followers, without treaties. Every seat draws from a stream of its own. */
function scoreOf(board: Board, seed: number, seat: number, who: Filler): number {
  const draws = board.ids.map((id) => stream(seedPrng(seed, `player ${id}`)).draw);
  const cards = dealCards(board, seed);
  const card = (me: number) => cards[me] ?? expect.fail("no card");
  let world = createWorld(board, seed);
  while (world.turn <= drawEndTurn(board, seed)) {
    const orders = board.ids.map((_, me) => {
      const sight = { board, world, me, card: card(me), proposals: [] };
      return chooseOrders(sight, me === seat ? who : "theorist", draws[me] ?? (() => 0)).sheet;
    });
    ({ world } = resolveTurn(board, world, { orders, signed: [] }));
  }
  return finalScore(board, world, seat, card(seat)).total;
}

/** Mean score of a personality over paired matches: the same seeds and seats whatever the difficulty. */
function mean(board: Board, personality: Filler["personality"], difficulty: Difficulty): number {
  const seeds = Array.from({ length: 240 }, (_, seed) => seed);
  const all = seeds.map((seed) => scoreOf(board, seed, seed % board.ids.length, { personality, difficulty }));
  return all.reduce((sum, one) => sum + one, 0) / all.length;
}

describe("difficulty", () => {
  const ring = findScenario(scenarioId("ring")) ?? expect.fail("no Ring");
  const board = createBoard(ring, { modules: defaultModules("standard") });

  it.each(["theorist", "wolf", "lamb"] as const)("a hard %s does better than an easy one", (personality) => {
    expect(mean(board, personality, "hard") - mean(board, personality, "easy")).toBeGreaterThan(0.5);
  });
});
