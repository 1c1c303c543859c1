import type { LegalOrder } from "#shared/model/order.ts";
import type { Board, World } from "#shared/model/world.ts";
import { createBoard, createWorld, defaultModules, resolveTurn } from "#shared/rules/index.ts";
import type { Personality } from "#shared/model/match.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { playMatch } from "../simulate/playMatch.ts";
import { bigRing } from "./bigRing.ts";

const MIXED: readonly Personality[] = ["theorist", "powerBalancer", "jackal", "wolf", "hider", "titForTat"];

/** A piece of work to be done over and over. */
type Work = () => unknown;

/** What is measured here, ready to run; `turns` is how many turns one call plays. */
export interface Workloads {
  /** A match of 16 countries, orders given, one turn a step. */
  readonly big: Stepped<World>;
  /** Ten turns of six countries, orders given: the rules alone. */
  readonly given: Work;
  /** A match of six theory players. */
  readonly deciding: Work;
  readonly decidingTurns: number;
}

export function workloads(seed: number, scenario: Scenario): Workloads {
  const large = givenOrders(bigRing(16), seed, MIXED);
  const { board, turns } = givenOrders(scenario, seed, MIXED);
  const ten = Array.from({ length: 10 }, (_, k) => turns[k % turns.length] ?? []);
  const theorists: readonly Personality[] = board.ids.map(() => "theorist");
  return {
    big: {
      start: () => createWorld(large.board, seed),
      steps: large.turns.map((orders) => (world) => resolveTurn(large.board, world, { orders, signed: [] }).world),
    },
    given: () => replay(board, seed, ten),
    deciding: () => playMatch(board, seed, theorists),
    decidingTurns: playMatch(board, seed, theorists).turns,
  };
}

/** A whole big match, for the profiler. */
export const playBig = ({ big }: Workloads): World => big.steps.reduce((world, step) => step(world), big.start());

/**
 * How many blocks or windows a clock reading has; the quietest counts, since what else runs on a machine can only add. Each is
 * about as long as a busy machine lets one process run undisturbed.
 */
const BLOCKS = 80;

/** One turn of 16 countries, resolved many times over after warming up, in microseconds: of several blocks, the one with the least p99. */
export function resolveTimes(loads: Workloads): { readonly median: number; readonly p99: number } {
  for (let n = 0; n < 700; n += 1) playBig(loads);
  return quietest(loads.big);
}

/** Steps of one kind, each from what the one before left. */
interface Stepped<S> {
  readonly start: () => S;
  readonly steps: readonly ((from: S) => S)[];
}

function quietest<S>(work: Stepped<S>): { readonly median: number; readonly p99: number } {
  const blocks = Array.from({ length: BLOCKS }, () => timeBlock(work, 40));
  return blocks.reduce((best, block) => (block.p99 < best.p99 ? block : best));
}

function timeBlock<S>({ start, steps }: Stepped<S>, repeats: number): { median: number; p99: number } {
  const times: number[] = [];
  for (let n = 0; n < repeats; n += 1) {
    let state = start();
    for (const step of steps) {
      const before = performance.now();
      state = step(state);
      times.push((performance.now() - before) * 1000);
    }
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

/**
 * How even the machine's own clock runs: the same reading of a sum that takes as long every time, about as long as a turn, and
 * allocates nothing. Whatever its p99 has above its median is the machine's, and a turn's p99 has it too.
 */
export function stillTimes(): { readonly median: number; readonly p99: number } {
  const start = (): number => 1;
  const steps = Array.from({ length: 9 }, () => (sum: number): number => {
    let next = sum;
    for (let k = 1; k < 5000; k += 1) next = Math.sqrt(next + k);
    return next;
  });
  for (let n = 0; n < 100; n += 1) timeBlock({ start, steps }, 1);
  return quietest({ start, steps });
}

/** Ten-turn matches of six countries a second: orders given, and with theory players deciding. */
export function matchRates(loads: Workloads): { readonly given: number; readonly deciding: number } {
  return { given: rate(loads.given, 8000), deciding: rate(loads.deciding, 3000) * (loads.decidingTurns / 10) };
}

/** Bytes that one turn allocates, which tell of more work where a clock on a shared machine cannot. */
export function bytesOfTurns(loads: Workloads): {
  readonly big: number;
  readonly given: number;
  readonly deciding: number;
} {
  return {
    big: bytesOf(() => playBig(loads), loads.big.steps.length),
    given: bytesOf(loads.given, 10),
    deciding: bytesOf(loads.deciding, loads.decidingTurns),
  };
}

/**
 * After the clocks have warmed it up. The median of readings of about half a megabyte each: few of them meet a collection,
 * and those read too little.
 */
function bytesOf(work: Work, turns: number): number {
  const calls = Math.ceil(LOOKED_AT / turns);
  const readings = Array.from({ length: 31 }, () => bytesIn(() => repeat(work, calls))).sort((a, b) => a - b);
  return (readings[15] ?? 0) / (calls * turns);
}
/** Turns in a reading. */
const LOOKED_AT = 16;

function bytesIn(work: Work): number {
  const before = process.memoryUsage().heapUsed;
  work();
  return process.memoryUsage().heapUsed - before;
}

function repeat(work: Work, times: number): void {
  for (let n = 0; n < times; n += 1) work();
}

function givenOrders(
  scenario: Scenario,
  seed: number,
  seats: readonly Personality[],
): { board: Board; turns: readonly (readonly LegalOrder[])[] } {
  const board = createBoard(scenario, { modules: defaultModules("standard") });
  const players = board.ids.map((_, k) => seats[k % seats.length] ?? "theorist");
  return { board, turns: playMatch(board, seed, players).sheets };
}

function replay(board: Board, seed: number, turns: readonly (readonly LegalOrder[])[]): World {
  return turns.reduce(
    (world, orders) => resolveTurn(board, world, { orders, signed: [] }).world,
    createWorld(board, seed),
  );
}

/** Calls a second, warmed up by as many calls as the compiler takes to settle: of several windows, the best. */
function rate(work: Work, warmUp: number): number {
  repeat(work, warmUp);
  return Math.max(...Array.from({ length: BLOCKS }, () => rateInWindow(work, 20)));
}

function rateInWindow(work: Work, ms: number): number {
  const started = performance.now();
  let count = 0;
  while (performance.now() - started < ms) {
    work();
    count += 1;
  }
  return (count * 1000) / (performance.now() - started);
}
