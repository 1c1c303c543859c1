import type { LegalOrder } from "#shared/model/order.ts";
import type { Board, World } from "#shared/model/world.ts";
import { createBoard, createWorld, defaultModules, resolveTurn } from "#shared/rules/index.ts";
import type { Personality } from "#shared/model/match.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { playMatch } from "../simulate/playMatch.ts";
import { bigRing } from "./bigRing.ts";

const MIXED: readonly Personality[] = ["theorist", "powerBalancer", "jackal", "wolf", "hider", "titForTat"];

/** One turn of 16 countries, resolved many times over after warming up. Microseconds. */
export function resolveTimes(seed: number, repeats: number): { readonly median: number; readonly p99: number } {
  const { board, turns } = givenOrders(bigRing(16), seed, MIXED);
  for (let n = 0; n < 2000; n += 1) replay(board, seed, turns.slice(0, 3));
  const times: number[] = [];
  for (let n = 0; n < repeats; n += 1) {
    let world: World = createWorld(board, seed);
    for (const orders of turns) {
      const before = performance.now();
      world = resolveTurn(board, world, { orders, signed: [] }).world;
      times.push((performance.now() - before) * 1000);
    }
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

/** Ten-turn matches of six countries a second: orders given, and with theory players deciding. */
export function matchRates(seed: number, scenario: Scenario): { readonly given: number; readonly deciding: number } {
  const { board, turns } = givenOrders(scenario, seed, MIXED);
  const ten = Array.from({ length: 10 }, (_, k) => turns[k % turns.length] ?? []);
  const theorists: readonly Personality[] = board.ids.map(() => "theorist");
  const given = rate(() => replay(board, seed, ten), 1500);
  const perTurn = rate(() => playMatch(board, seed, theorists), 1500);
  return { given, deciding: perTurn * (playMatch(board, seed, theorists).turns / 10) };
}

function givenOrders(
  scenario: Scenario,
  seed: number,
  seats: readonly Personality[],
): { board: Board; turns: readonly (readonly LegalOrder[])[] } {
  const board = createBoard(scenario, { modules: defaultModules("standard") });
  return {
    board,
    turns: playMatch(
      board,
      seed,
      board.ids.map((_, k) => seats[k % seats.length] ?? "theorist"),
    ).sheets,
  };
}

function replay(board: Board, seed: number, turns: readonly (readonly LegalOrder[])[]): World {
  return turns.reduce(
    (world, orders) => resolveTurn(board, world, { orders, signed: [] }).world,
    createWorld(board, seed),
  );
}

/** Runs for about `ms`, after a third of that to warm up; calls a second. */
function rate(work: () => unknown, ms: number): number {
  const until = performance.now() + ms / 3;
  while (performance.now() < until) work();
  const started = performance.now();
  let count = 0;
  while (performance.now() - started < ms) {
    work();
    count += 1;
  }
  return (count * 1000) / (performance.now() - started);
}
