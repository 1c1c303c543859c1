/**
 * `npm run -s bench -- [--seed 7] [--json]`: figures beside the targets of quality. Clock readings say how they
 * stand and never fail the command, and where one misses its target the five functions that took most time are named;
 * bytes and counts do, once a target is declared held.
 */
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { findScenario } from "#server/scenarios/registry.ts";
import { readArguments } from "./arguments.ts";
import { pageWeights } from "./bench/pages.ts";
import { topFunctions, type Share } from "./bench/profile.ts";
import { bytesOfTurns, matchRates, playBig, resolveTimes, stillTimes, workloads } from "./bench/resolving.ts";
import { trafficPerSeatTurn } from "./bench/traffic.ts";

interface Line {
  readonly id: string;
  readonly title: string;
  readonly figure: number;
  readonly unit: string;
  readonly bar: number;
  /** At least the bar, or at most. */
  readonly is: "least" | "most";
  readonly clock: boolean;
  /** What was timed: where its time goes is shown when the target is missed. */
  readonly work?: () => unknown;
}

const options = readArguments({ seed: 7, json: false });
const lines = [...resolving(), ...(await traffic()), ...pages()];
const profiles = await profilesOfMissed();
if (options.json) console.log(JSON.stringify(asJson()));
else
  for (const line of lines) {
    console.log(sentence(line));
    for (const { name, share } of profiles.get(line.id) ?? []) console.log(`    ${percent(share)} % ${name}`);
  }
process.exit(lines.some((line) => !line.clock && !holds(line)) ? 1 : 0);

function resolving(): Line[] {
  process.stderr.write("resolving turns…\n");
  const ring = findScenario("ring");
  if (!ring) throw new Error("The Ring is missing.");
  const loads = workloads(options.seed, ring);
  const times = resolveTimes(loads);
  const still = stillTimes();
  const rates = matchRates(loads);
  const bytes = bytesOfTurns(loads);
  return [
    {
      id: "resolve.median",
      title: "one 16-country turn, median",
      figure: times.median,
      unit: "µs",
      bar: 50,
      is: "most",
      clock: true,
    },
    {
      id: "resolve.p99",
      title: "one 16-country turn, p99",
      figure: times.p99,
      unit: "µs",
      bar: 50,
      is: "most",
      clock: true,
      work: () => playBig(loads),
    },
    {
      id: "machine.p99",
      title: "this machine: p99 of a sum, in its medians",
      figure: still.p99 / still.median,
      unit: "×",
      bar: Number.NaN,
      is: "most",
      clock: true,
    },
    {
      id: "matches.given",
      title: "ten-turn matches of six, orders given",
      figure: rates.given,
      unit: "a second",
      bar: 10_000,
      is: "least",
      clock: true,
      work: loads.given,
    },
    {
      id: "matches.deciding",
      title: "ten-turn matches of six, theory players",
      figure: rates.deciding,
      unit: "a second",
      bar: 1_000,
      is: "least",
      clock: true,
      work: loads.deciding,
    },
    memory("big", "memory of a turn of 16", bytes.big, 80),
    memory("given", "memory of a turn of six, orders given", bytes.given, 38),
    memory("deciding", "memory of a turn of six, theory players", bytes.deciding, 215),
  ];
}

/** Bars stand a third above what was measured last: they are there to show that more is done than was. */
function memory(id: string, title: string, bytes: number, bar: number): Line {
  return { id: `memory.${id}`, title, figure: bytes / 1000, unit: "kB", bar, is: "most", clock: false };
}

async function traffic(): Promise<Line[]> {
  process.stderr.write("counting bytes on sixteen sockets…\n");
  const bytes = await trafficPerSeatTurn(options.seed);
  const advanced = await trafficPerSeatTurn(options.seed, "advanced");
  return [
    {
      id: "traffic.down",
      title: "down per seat-turn, 16 submit apart",
      figure: bytes.apart.down,
      unit: "B",
      bar: 400,
      is: "most",
      clock: false,
    },
    {
      id: "traffic.together",
      title: "down per seat-turn, 16 submit at once",
      figure: bytes.together.down,
      unit: "B",
      bar: 400,
      is: "most",
      clock: false,
    },
    {
      id: "traffic.advanced",
      title: "down per seat-turn, Advanced, 16 at once",
      figure: advanced.together.down,
      unit: "B",
      bar: Number.NaN,
      is: "most",
      clock: false,
    },
    {
      id: "traffic.up",
      title: "up per seat-turn",
      figure: bytes.apart.up,
      unit: "B",
      bar: 64,
      is: "most",
      clock: false,
    },
    {
      id: "traffic.turnDown",
      title: "down per seat, all phases of a silent turn",
      figure: bytes.turn.down,
      unit: "B",
      bar: Number.NaN,
      is: "most",
      clock: false,
    },
    {
      id: "traffic.turnUp",
      title: "up per seat, all phases of a silent turn",
      figure: bytes.turn.up,
      unit: "B",
      bar: Number.NaN,
      is: "most",
      clock: false,
    },
    {
      id: "traffic.entering",
      title: "a view on entering, after 6 turns",
      figure: bytes.entering,
      unit: "B",
      bar: Number.NaN,
      is: "most",
      clock: false,
    },
  ];
}

function pages(): Line[] {
  const weights = pageWeights(resolve(import.meta.dirname, "../../client/dist"));
  if (!weights) {
    process.stderr.write("The pages are not built: `npm run build` first to weigh them.\n");
    return [];
  }
  return [
    {
      id: "page.home",
      title: "home and join page, brotli",
      figure: weights.home / 1000,
      unit: "kB",
      bar: 50,
      is: "most",
      clock: false,
    },
    {
      id: "page.play",
      title: "play route, scripts, styles, fonts",
      figure: weights.play / 1000,
      unit: "kB",
      bar: 450,
      is: "most",
      clock: false,
    },
    {
      id: "page.map",
      title: "the heaviest map",
      figure: weights.playMap / 1000,
      unit: "kB",
      bar: 60,
      is: "most",
      clock: false,
    },
  ];
}

async function profilesOfMissed(): Promise<ReadonlyMap<string, readonly Share[]>> {
  const found = new Map<string, readonly Share[]>();
  for (const line of lines) {
    if (holds(line) || !line.work) continue;
    process.stderr.write(`profiling “${line.title}”…\n`);
    found.set(line.id, await topFunctions(line.work, 1000));
  }
  return found;
}

function percent(share: number): string {
  return (100 * share).toFixed(0).padStart(3);
}

function holds({ figure, bar, is }: Line): boolean {
  return Number.isNaN(bar) || (is === "most" ? figure <= bar : figure >= bar);
}

function sentence(line: Line): string {
  const figure = line.figure >= 100 ? Math.round(line.figure).toString() : line.figure.toFixed(1);
  if (Number.isNaN(line.bar)) return `${line.title.padEnd(44)} ${figure} ${line.unit}`;
  const verdict = holds(line) ? "holds" : "does not hold yet";
  return `${line.title.padEnd(44)} ${figure} ${line.unit} (target ${line.is === "most" ? "≤" : "≥"} ${line.bar}): ${verdict}`;
}

function asJson(): unknown {
  return {
    name: "bench",
    seed: options.seed,
    machine: { cores: availableParallelism(), node: process.version },
    results: lines.map((line) => ({
      id: line.id,
      figure: line.figure,
      unit: line.unit,
      bar: Number.isNaN(line.bar) ? null : line.bar,
      pass: holds(line),
      profile: profiles.get(line.id) ?? null,
    })),
  };
}
