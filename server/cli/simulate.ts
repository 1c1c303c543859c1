/**
 * `npm run -s simulate -- [--scenario ring] [--matches 2000] [--seed 7] [--level standard] [--parameters JSON] [--threads N] [--json]` and one of
 *
 * - nothing more, or `--policies theorist,wolf,…`: whole matches between computer players, and what each policy earned. `mixed` deals all
 *   characters anew for every match; a list gives the seats, in id order, repeated as needed.
 * - `--bars`: holds the balance bars of the design text against the scenario; `--only 2,3,5` some of them. Exits 1 if one fails.
 * - `--ablate balancing,helping`: the same with parts switched off; `--ablate each`: a table of what becomes of the game without each of them.
 * - `--sizes 4,8,16`: signs of health on generated rings of so many countries.
 * - `--handicaps`: the points that would level the seats.
 *
 * `--scenario` takes a scenario's id, or `ring-of-N`. `--parameters '{"war":{"winRatio":1.3}}'` puts other numbers in place of the scenario's.
 */
import type { PartialParameters } from "#shared/model/parameters.ts";
import { LEVELS } from "#shared/model/scenario.ts";
import { listScenarios } from "#server/scenarios/registry.ts";
import { readArguments } from "./arguments.ts";
import { ABLATIONS, type Ablation, OFF } from "./simulate/ablations.ts";
import type { Bar, BarResult } from "./simulate/bar.ts";
import { BARS } from "./simulate/bars/index.ts";
import { health } from "./simulate/bars/health.ts";
import { seats } from "./simulate/bars/seats.ts";
import { seatWorths } from "./simulate/handicaps.ts";
import { POLICIES } from "./simulate/policies.ts";
import { resultsOf, tallyPolicies, tellPolicies } from "./simulate/policyTable.ts";
import { progress, resultOf, table, tellBars, tellJson } from "./simulate/report.ts";
import { scenarioOf, type Setting, tableOf } from "./simulate/setting.ts";
import { playShared } from "./simulate/share.ts";

const options = readArguments({
  scenario: "ring",
  matches: 2000,
  seed: 7,
  level: "standard",
  policies: "mixed",
  parameters: "{}",
  bars: false,
  only: "",
  ablate: "",
  sizes: "",
  handicaps: false,
  threads: 0,
  json: false,
});
const { matches, seed } = options;
const started = performance.now();
const level = LEVELS.find((one) => one === options.level) ?? stop(`--level is one of ${LEVELS.join(", ")}.`);
const setting: Setting = {
  scenario: options.scenario,
  level,
  // Checked by eye: a command for those who tune the numbers.
  parameters: JSON.parse(options.parameters) as PartialParameters,
  ablate: options.ablate === "each" ? [] : listed(options.ablate).map(ablationNamed),
};
const scenario =
  scenarioOf(setting.scenario) ??
  stop(
    `There is no scenario “${setting.scenario}”. There are: ${listScenarios()
      .map(({ id }) => id)
      .join(", ")}, and ring-of-N.`,
  );

if (options.sizes !== "") await sizes();
else if (options.handicaps) await handicaps();
else if (options.ablate === "each") await ablations();
else if (options.bars || options.ablate !== "") await bars();
else policies();

async function held(wanted: readonly Bar[], where: Setting): Promise<readonly BarResult[]> {
  const rows = await playShared({
    setting: where,
    seed,
    wanted: wanted.map(({ id, draws }) => ({ bar: id, draws: draws(matches) })),
    progress,
    ...(options.threads > 0 ? { threads: options.threads } : {}),
  });
  return wanted.flatMap((bar, k) => bar.judge(tableOf(where), rows[k] ?? []));
}

/** Every bar with its figure, its margin and whether it holds; the exit code says whether all do. */
async function bars(): Promise<void> {
  const only = listed(options.only);
  const results = await held(
    BARS.filter(({ id }) => only.length === 0 || only.includes(id)),
    setting,
  );
  const off = setting.ablate.map((part) => `, without ${part} (${OFF[part].means})`).join("");
  tell(`${scenario.title}, ${level}${off}, ${matches} matches a bar, seed ${seed}`, results);
}

function tell(title: string, results: readonly BarResult[]): void {
  if (options.json) tellJson(seed, results.map(resultOf));
  else {
    console.log(`${title}\n`);
    tellBars(results);
    tellTime();
  }
  if (results.some(({ pass }) => pass === false)) process.exitCode = 1;
}

/** A row for each part of the game: what the main figures are without it. */
async function ablations(): Promise<void> {
  const shown = BARS.filter(({ id }) => ["1", "2", "3", "5"].includes(id));
  const runs: { readonly part: string; readonly results: readonly BarResult[] }[] = [
    { part: "–", results: await held(shown, setting) },
  ];
  for (const part of ABLATIONS) runs.push({ part, results: await held(shown, { ...setting, ablate: [part] }) });
  if (options.json) {
    return tellJson(
      seed,
      runs.flatMap(({ part, results }) =>
        results.map((one) => ({ ...resultOf(one), id: `${part}: ${one.id}`, pass: null })),
      ),
    );
  }
  console.log(
    `${scenario.title}, ${level}, ${matches} matches a bar, seed ${seed}: what becomes of the game without …\n`,
  );
  const figures: readonly (readonly [string, string])[] = [
    ["2.freedBalancing", "expander"],
    ["3.bandwagon", "bandwagoning"],
    ["3.weak", "weak : strong"],
    ["5.war", "war"],
    ["5.exile", "exile"],
    ["1.theory.alwaysBalance", "> balance"],
    ["1.theory.alwaysBandwagon", "> bandwagon"],
    ["1.theory.alwaysHide", "> hide"],
  ];
  table(
    ["without", ...figures.map(([, head]) => head), ""],
    runs.map(({ part, results }) => [
      part,
      ...figures.map(([id]) => results.find((one) => one.id === id)?.figure.toFixed(1) ?? ""),
      ABLATIONS.some((one) => one === part) ? OFF[ablationNamed(part)].means : "the game as it is",
    ]),
  );
  tellTime();
}

async function sizes(): Promise<void> {
  const results: BarResult[] = [];
  for (const n of listed(options.sizes)) {
    const id = `ring-of-${n}`;
    if (!scenarioOf(id)) stop(`--sizes takes numbers from 3 up, not “${n}”.`);
    const found = await held([health], { ...setting, scenario: id });
    results.push(...found.map((one) => ({ ...one, id: `${n}.${one.id}`, what: `${n} countries: ${one.what}` })));
  }
  tell(`Generated rings, mixed tables, ${level}, ${matches} matches each, seed ${seed}`, results);
}

async function handicaps(): Promise<void> {
  const { board } = tableOf(setting);
  const [rows = []] = await playShared({ setting, seed, wanted: [{ bar: seats.id, draws: matches }], progress });
  const worths = seatWorths(board, rows);
  if (options.json) {
    return tellJson(
      seed,
      worths.map(({ country, wanted }) => ({ id: country, figure: wanted, unit: "points", bar: null, pass: null })),
    );
  }
  console.log(`${scenario.title}, ${level}, ${matches} matches of one peaceful policy in every seat, seed ${seed}\n`);
  table(
    ["seat", "score", "±95 %", "handicap", "to level"],
    worths.map(({ country, mean, today, wanted }) => [
      country,
      mean.figure.toFixed(1),
      mean.margin.toFixed(1),
      String(today),
      String(wanted),
    ]),
  );
}

function policies(): void {
  const dealt = options.policies === "mixed";
  const named = listed(options.policies).map(
    (name) =>
      POLICIES.find((one) => one === name) ??
      (dealt ? "theorist" : stop(`No policy “${name}”. There are: mixed, ${POLICIES.join(", ")}.`)),
  );
  const played = tableOf(setting);
  const sums = tallyPolicies(played, { matches, seed, named: dealt ? null : named });
  if (options.json) return tellJson(seed, resultsOf(sums));
  tellPolicies(played.board, sums);
  tellTime();
}

function tellTime(): void {
  console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s`);
}

function listed(list: string): string[] {
  return list.split(",").filter((one) => one !== "");
}

function ablationNamed(name: string): Ablation {
  return (
    ABLATIONS.find((one) => one === name) ??
    stop(`--ablate takes “each” or some of ${ABLATIONS.join(", ")}, not “${name}”.`)
  );
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
