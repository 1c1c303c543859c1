/**
 * `npm run -s storm -- [--clients 300] [--tables 43] [--seed 7] [--json]`: a whole school joins one class within ten seconds,
 * from one address, with the library a browser uses; then play begins at every table. Counts fail the command, clock readings
 * never do.
 */
import { availableParallelism } from "node:os";
import { findScenario } from "#server/scenarios/registry.ts";
import type { LessonPlan } from "#shared/model/classroom.ts";
import type { HostView, StudentView } from "#shared/model/classView.ts";
import type { ClassMessage, OpenedClass } from "#shared/protocol/classMessages.ts";
import { defaultModules } from "#shared/rules/index.ts";
import { readArguments } from "./arguments.ts";
import { type Arrival, arrive } from "./storm/arrivals.ts";
import { ClassLine, post } from "./storm/ClassLine.ts";
import { type StormServer, stormServer } from "./storm/stormServer.ts";

interface Result {
  readonly id: string;
  readonly what: string;
  readonly figure: number | null;
  readonly unit: string;
  readonly bar: string;
  /** Null for clock readings that miss: they are told and fail nothing. */
  readonly pass: boolean;
  readonly clock: boolean;
}

const options = readArguments({ clients: 300, tables: 43, seed: 7, json: false });
const server = await stormServer();
let results: readonly Result[] = [];
try {
  results = await storm(server);
} finally {
  await server.stop();
}
report(results);
process.exit(results.some(({ pass, clock }) => !pass && !clock) ? 1 : 0);

async function storm({ origin, cpu }: StormServer): Promise<readonly Result[]> {
  const opened = await post<OpenedClass>(`${origin}/api/classes`, { name: "Storm" });
  const host = await ClassLine.open<HostView>(origin, { key: opened.key });
  await mustAsk(host, "openSession", { plan: planFor() as ClassMessage<"openSession">["plan"], rehearsal: false });
  say(`${options.clients} students join in ten seconds…`);
  const before = cpu();
  const arrivals = await arrive({ origin, code: opened.code, host, clients: options.clients, seed: options.seed });
  const spent = difference(before, cpu());
  say("play begins at every table…");
  const began = performance.now();
  await mustAsk(host, "begin", {});
  const atTables = await Promise.all(arrivals.map(({ line }) => line.until(() => line.seesTable, 30_000)));
  const begun = performance.now() - began;
  const figures = resultsOf(arrivals, host.view, spent);
  await Promise.all(arrivals.map(({ line }) => line.drop()));
  await host.drop();
  return [
    ...figures,
    count("atTables", "students at their table once play has begun", {
      figure: atTables.filter(Boolean).length,
      bar: options.clients,
    }),
    clocked("begin", "from “start” to the last student at a table", { figure: begun, unit: "ms", most: 10_000 }),
  ];
}

/** Teams as even as the numbers allow; phases long enough that nobody's clock matters here. */
function planFor(): LessonPlan {
  const scenario = findScenario("europe-1914");
  if (!scenario) throw new Error("Europe 1914 is missing.");
  const atTable = Math.ceil(options.clients / options.tables);
  const seats = Math.min(scenario.countries.length, atTable);
  const all = "all" as const;
  return {
    scenario: scenario.id,
    level: "standard",
    modules: defaultModules("standard"),
    students: options.clients,
    minutes: 90,
    tables: options.tables,
    seats,
    teamSize: Math.ceil(atTable / seats),
    turns: 4,
    seconds: { dispatches: 600, diplomacy: 600, orders: 600, reveal: 600 },
    briefMinutes: 5,
    debriefMinutes: 30,
    protectDebrief: false,
    clock: "apart",
    seating: "random",
    submitter: "any",
    messages: { lobby: all, dispatches: all, diplomacy: all, orders: all, reveal: all, ended: all },
    intentions: "computed",
    difficulty: "normal",
    treatments: [],
    dealt: [],
    conceptCheck: false,
  };
}

function resultsOf(arrivals: readonly Arrival[], dashboard: HostView | null, spent: number | null): readonly Result[] {
  const places = dashboard?.sessions.at(-1)?.places ?? [];
  const seats = new Set(places.map(({ member }) => member));
  const mine = new Set(arrivals.map(({ line }) => placeKey(line.view)));
  const shown = arrivals.map(({ shown: after }) => after ?? Number.POSITIVE_INFINITY);
  return [
    count("seated", "students with a seat", {
      figure: arrivals.filter(({ seated }) => seated).length,
      bar: options.clients,
    }),
    count("members", "members of the class (a double click makes no second one)", {
      figure: dashboard?.members.length ?? 0,
      bar: options.clients,
    }),
    count("double", "places held twice by one student", { figure: places.length - seats.size, bar: 0 }),
    count("agreed", "students who see the place the dashboard shows", {
      figure: places.filter((place) => mine.has(`${place.member} ${place.table} ${place.country}`)).length,
      bar: options.clients,
    }),
    clocked("wait", "longest wait for a seat", {
      figure: Math.max(...arrivals.map(({ wait }) => wait)),
      unit: "ms",
      most: 10_000,
    }),
    clocked("dashboard", "longest from a seat to the dashboard showing it", {
      figure: Math.max(...shown),
      unit: "ms",
      most: 1000,
    }),
    clocked("cpu", "server CPU per join", {
      figure: spent === null ? null : spent / options.clients,
      unit: "ms",
      most: 1.5,
    }),
  ];
}

function placeKey(view: StudentView | null): string {
  return `${view?.you.member} ${view?.session?.table} ${view?.session?.country}`;
}

function count(id: string, what: string, { figure, bar }: { readonly figure: number; readonly bar: number }): Result {
  return {
    id,
    what,
    figure,
    unit: "",
    bar: `${bar}`,
    pass: figure === bar,
    clock: false,
  };
}

function clocked(
  id: string,
  what: string,
  { figure, unit, most }: { readonly figure: number | null; readonly unit: string; readonly most: number },
): Result {
  return { id, what, figure, unit, bar: `≤ ${most}`, pass: figure !== null && figure <= most, clock: true };
}

async function mustAsk(
  host: ClassLine<HostView>,
  ...[name, body]: Parameters<ClassLine<HostView>["ask"]>
): Promise<void> {
  const reply = await host.ask(name, body);
  if (!reply.ok) throw new Error(`${name}: ${reply.refusal.text}`);
}

function difference(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function report(lines: readonly Result[]): void {
  if (options.json) {
    const machine = { cores: availableParallelism(), node: process.version };
    console.log(JSON.stringify({ name: "storm", seed: options.seed, machine, results: lines }));
    return;
  }
  for (const { what, figure, unit, bar, pass, clock } of lines) {
    const value = figure === null ? "not known" : `${figure < 10 ? figure.toFixed(2) : Math.round(figure)} ${unit}`;
    const verdict = pass ? "holds" : clock ? "does not hold (a clock reading)" : "FAILS";
    console.log(`${what}: ${value.trim()} (${bar}${unit ? ` ${unit}` : ""}) – ${verdict}`);
  }
}
