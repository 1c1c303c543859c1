/**
 * `npm run -s simulate -- --scenario ring --matches 2000 --seed 7 [--level standard] [--policies mixed|theorist,expander,…] [--json]`
 * Plays whole matches between computer players and prints what each policy earned. `mixed` deals the policies
 * anew for every match; a list gives the seats, in id order, repeated as needed.
 */
import { availableParallelism } from "node:os";
import { PERSONALITIES, type Personality } from "#shared/model/match.ts";
import { LEVELS } from "#shared/model/scenario.ts";
import { scenarioId } from "#shared/model/ids.ts";
import { seedPrng, shuffled, stream } from "#shared/lib/prng.ts";
import { createBoard, defaultModules } from "#shared/rules/index.ts";
import { findScenario, listScenarios } from "#server/scenarios/registry.ts";
import { readArguments } from "./arguments.ts";
import { playMatch } from "./simulate/playMatch.ts";
import { count, emptyMatches, type MatchTally, type PolicyTally } from "./simulate/tally.ts";

const options = readArguments({ scenario: "ring", matches: 2000, seed: 7, level: "standard", policies: "mixed", json: false });
const scenario = findScenario(scenarioId(options.scenario));
if (!scenario) stop(`There is no scenario “${options.scenario}”. There are: ${listScenarios().map(({ id }) => id).join(", ")}.`);
const level = LEVELS.find((one) => one === options.level) ?? stop(`--level is one of ${LEVELS.join(", ")}.`);
const board = createBoard(scenario, { modules: defaultModules(level) });
const policies = new Map<Personality, PolicyTally>();
const all = emptyMatches();
const started = performance.now();

for (let match = 0; match < options.matches; match += 1) {
  const seed = options.seed * 1_000_003 + match;
  const seats = seatsFor(seed);
  count(board, playMatch(board, seed, seats), seats, { policies, all });
  if (match % 250 === 249) process.stderr.write(`\r${match + 1} of ${options.matches} matches`);
}
process.stderr.write("\r\u001b[K");
const seconds = (performance.now() - started) / 1000;
if (options.json) console.log(JSON.stringify(asJson()));
else print();

function seatsFor(seed: number): Personality[] {
  if (options.policies !== "mixed") {
    const named = options.policies.split(",").map((name) => PERSONALITIES.find((one) => one === name) ?? stop(`No policy “${name}”. There are: ${PERSONALITIES.join(", ")}.`));
    return board.ids.map((_, k) => named[k % named.length] ?? "theorist");
  }
  const { draw } = stream(seedPrng(seed, "seats"));
  const deck = shuffled(PERSONALITIES, draw);
  return board.ids.map((_, k) => deck[k % deck.length] ?? "theorist");
}

function print(): void {
  console.log(`${scenario?.title}, ${level}, ${all.matches} matches of ${per(all.turns, all.matches)} turns, seed ${options.seed}\n`);
  const rows = PERSONALITIES.flatMap((personality) => {
    const tally = policies.get(personality);
    return tally ? [[personality, ...figures(tally)]] : [];
  });
  table(["policy", "seats", "score", "±95 %", "balance", "bandwagon", "hide", "attacks", "taken", "lost", "exile"], rows);
  console.log(
    `\nper match: ${per(all.battles, all.matches)} battles, ${per(all.conquests, all.matches)} conquests, ${per(all.liberations, all.matches)} given or won back, ` +
      `${per(all.treaties, all.matches)} treaties, ${per(all.broken, all.matches)} broken`,
  );
  console.log(`matches with a war ${percent(all.withWar, all.matches)}, with an exile ${percent(all.withExile, all.matches)}`);
  console.log(`${seconds.toFixed(1)} s, ${Math.round(all.matches / seconds)} matches a second on one core`);
}

function figures(tally: PolicyTally): string[] {
  const mean = tally.score / tally.seats;
  const deviation = Math.sqrt(Math.max(0, tally.scoreSquares / tally.seats - mean * mean));
  return [
    String(tally.seats),
    mean.toFixed(1),
    ((1.96 * deviation) / Math.sqrt(tally.seats)).toFixed(1),
    percent(tally.balance, tally.turns),
    percent(tally.bandwagon, tally.turns),
    percent(tally.hide, tally.turns),
    per(tally.attacks, tally.seats),
    per(tally.taken, tally.seats),
    per(tally.lost, tally.seats),
    percent(tally.exiles, tally.seats),
  ];
}

function asJson(): unknown {
  const results = [...policies].flatMap(([personality, tally]) => [
    { id: `${personality}.score`, figure: tally.score / tally.seats, unit: "points", bar: null, pass: null },
    { id: `${personality}.bandwagon`, figure: (100 * tally.bandwagon) / tally.turns, unit: "% of turns", bar: null, pass: null },
  ]);
  const totals = Object.entries(all satisfies MatchTally).map(([id, figure]) => ({ id, figure, unit: "count", bar: null, pass: null }));
  return { name: "simulate", seed: options.seed, machine: { cores: availableParallelism(), node: process.version }, results: [...results, ...totals] };
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => cells.map((cell, k) => (k === 0 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0))).join("  ");
  console.log([line(head), ...rows.map(line)].join("\n"));
}

function per(sum: number, n: number): string {
  return (sum / Math.max(1, n)).toFixed(1);
}
function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(0)} %`;
}
function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
