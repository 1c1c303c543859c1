/**
 * `npm run -s simulate -- --scenario ring --matches 2000 --seed 7 [--level standard] [--policies mixed|theorist,expander,…] [--parameters JSON] [--bars] [--json]`
 * Plays whole matches between computer players and prints what each policy earned. `mixed` deals the policies
 * anew for every match; a list gives the seats, in id order, repeated as needed.
 * `--parameters '{"war":{"winRatio":1.3}}'` puts other numbers in place of the scenario's, to try them.
 * `--bars` holds the balance bars against the scenario instead, and exits 1 if one fails.
 */
import { availableParallelism } from "node:os";
import type { PartialParameters } from "#shared/model/parameters.ts";
import { LEVELS } from "#shared/model/scenario.ts";
import { scenarioId } from "#shared/model/ids.ts";
import { createBoard, defaultModules } from "#shared/rules/index.ts";
import { findScenario, listScenarios } from "#server/scenarios/registry.ts";
import { readArguments } from "./arguments.ts";
import { type BarResult, mixedTable } from "./simulate/barRun.ts";
import { balanceBars } from "./simulate/bars.ts";
import { playMatch } from "./simulate/playMatch.ts";
import { POLICIES, type Policy } from "./simulate/policies.ts";
import { count, emptyMatches, type MatchTally, type PolicyTally } from "./simulate/tally.ts";

const options = readArguments({
  scenario: "ring",
  matches: 2000,
  seed: 7,
  level: "standard",
  policies: "mixed",
  parameters: "{}",
  bars: false,
  json: false,
});
const scenario = findScenario(scenarioId(options.scenario));
if (!scenario)
  stop(
    `There is no scenario “${options.scenario}”. There are: ${listScenarios()
      .map(({ id }) => id)
      .join(", ")}.`,
  );
const level = LEVELS.find((one) => one === options.level) ?? stop(`--level is one of ${LEVELS.join(", ")}.`);
// Checked by eye: a command for those who tune the numbers.
const parameters = JSON.parse(options.parameters) as PartialParameters;
const board = createBoard(scenario, { modules: defaultModules(level), parameters });
const policies = new Map<Policy, PolicyTally>();
const all = emptyMatches();
const started = performance.now();
if (options.bars) tellBars(balanceBars({ board, matches: options.matches, seed: options.seed }));
else tellPolicies();

function tellPolicies(): void {
  for (let match = 0; match < options.matches; match += 1) {
    const seed = options.seed * 1_000_003 + match;
    const seats = seatsFor(seed);
    count(board, playMatch(board, seed, seats), seats, { policies, all });
    if (match % 250 === 249) process.stderr.write(`\r${match + 1} of ${options.matches} matches`);
  }
  process.stderr.write("\r\u001b[K");
  if (options.json) console.log(JSON.stringify(asJson()));
  else print();
}

/** Every bar with its figure, its margin and whether it holds; the exit code says whether all do. */
function tellBars(bars: readonly BarResult[]): void {
  if (options.json) {
    const results = bars.map(({ id, figure, margin, unit, bar, pass }) => ({ id, figure, margin, unit, bar, pass }));
    console.log(JSON.stringify({ name: "simulate", seed: options.seed, machine: machine(), results }));
  } else {
    console.log(`${scenario?.title}, ${level}, ${options.matches} matches a bar, seed ${options.seed}\n`);
    table(
      ["bar", "figure", "±95 %", "unit", "wanted", ""],
      bars.map(({ what, figure, margin, unit, bar, pass }) => [
        what,
        figure.toFixed(1),
        margin.toFixed(1),
        unit,
        bar,
        pass ? "holds" : "FAILS",
      ]),
    );
    console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  process.exitCode = bars.every(({ pass }) => pass) ? 0 : 1;
}

function seatsFor(seed: number): readonly Policy[] {
  if (options.policies === "mixed") return mixedTable(board, seed);
  const named = options.policies
    .split(",")
    .map(
      (name) => POLICIES.find((one) => one === name) ?? stop(`No policy “${name}”. There are: ${POLICIES.join(", ")}.`),
    );
  return board.ids.map((_, k) => named[k % named.length] ?? "theorist");
}

function print(): void {
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${scenario?.title}, ${level}, ${all.matches} matches of ${per(all.turns, all.matches)} turns, seed ${options.seed}\n`,
  );
  const rows = POLICIES.flatMap((policy) => {
    const tally = policies.get(policy);
    return tally ? [[policy, ...figures(tally)]] : [];
  });
  table(
    ["policy", "seats", "score", "±95 %", "balance", "bandwagon", "hide", "attacks", "taken", "lost", "exile"],
    rows,
  );
  console.log(
    `\nper match: ${per(all.battles, all.matches)} battles, ${per(all.conquests, all.matches)} conquests, ${per(all.liberations, all.matches)} given or won back, ` +
      `${per(all.treaties, all.matches)} treaties, ${per(all.broken, all.matches)} broken`,
  );
  console.log(
    `matches with a war ${percent(all.withWar, all.matches)}, with an exile ${percent(all.withExile, all.matches)}`,
  );
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

const machine = (): unknown => ({ cores: availableParallelism(), node: process.version });

function asJson(): unknown {
  const results = [...policies].flatMap(([policy, tally]) => [
    { id: `${policy}.score`, figure: tally.score / tally.seats, unit: "points", bar: null, pass: null },
    {
      id: `${policy}.bandwagon`,
      figure: (100 * tally.bandwagon) / tally.turns,
      unit: "% of turns",
      bar: null,
      pass: null,
    },
  ]);
  const totals = Object.entries(all satisfies MatchTally).map(([id, figure]) => ({
    id,
    figure,
    unit: "count",
    bar: null,
    pass: null,
  }));
  return { name: "simulate", seed: options.seed, machine: machine(), results: [...results, ...totals] };
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, k) => (k === 0 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0))).join("  ");
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
