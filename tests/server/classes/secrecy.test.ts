import Database from "better-sqlite3";
import { afterEach, expect, it } from "vitest";
import { ClassClient } from "#tests/helpers/classClient.ts";
import { classSuite, type Host, planFor, type Student } from "#tests/helpers/classSuite.ts";
import { QUIET } from "#tests/helpers/serverPlayer.ts";
import { type Recorder, recordTo } from "#tests/helpers/serverRecorder.ts";

const suite = classSuite();
let wires: Recorder[] = [];
let wired: ClassClient<never>[] = [];
afterEach(async () => {
  await Promise.all(wired.map((client) => client.vanish()));
  await Promise.all(wires.map((wire) => wire.close()));
  wires = [];
  wired = [];
});

/** A line whose every byte from the server is kept. */
async function recorded(how: { readonly key: string } | { readonly token: string }): Promise<{
  readonly line: ClassClient<never>;
  readonly wire: Recorder;
}> {
  const wire = await recordTo(suite.server.port);
  const line = await ClassClient.enter<never>(wire.origin, how);
  wires.push(wire);
  wired.push(line);
  return { line, wire };
}

const treatments = ["CANARY-FULL", "CANARY-POWER"].map((name, k) => ({
  name,
  board: k === 0 ? ("full" as const) : ("power" as const),
  strongest: null,
  kappa: null,
  delta: null,
  messages: null,
}));

/** Everything an instructor can do at a table, with a player's orders and talk on it. */
const ACTS: readonly (readonly [string, object])[] = [
  ["watch", { table: 1 }],
  ["pause", { tables: "all" }],
  ["resume", { tables: "all" }],
  ["freeze", { tables: "all", text: "Look." }],
  ["resume", { tables: "all" }],
  ["extend", { tables: "all", seconds: 60 }],
  ["nudge", { tables: "all" }],
  ["news", { tables: "all", text: "News." }],
  ["inject", { tables: "all", crisis: { title: "A storm", text: "" } }],
  ["spotlight", { table: 1, country: "borun" }],
  ["release", {}],
];

it("neither a player nor an instructor nor the projector reads what is not for them, whatever the instructor does", async () => {
  const host: Host = await suite.host();
  const plan = planFor(4, { tables: 2, seats: 2, teamSize: 1, treatments, dealt: [0, 1] });
  await host.do("openSession", { plan, rehearsal: false });
  const students: (Student & { wire: Recorder })[] = [];
  for (const name of ["Ada", "Bob", "Cay", "Dan"]) {
    const entry = await suite.join(name);
    const { line, wire } = await recorded(entry);
    students.push(Object.assign(line as unknown as Student, { entry, wire }));
  }
  const { key: cohostKey } = await host.do("invite", { role: "cohost", label: "Cohost" });
  const { key: screenKey } = await host.do("invite", { role: "screen", label: "Front" });
  const cohost = await recorded({ key: cohostKey ?? "" });
  const screen = await recorded({ key: screenKey ?? "" });
  await host.do("begin");
  await Promise.all(students.map((student) => student.untilTable(({ you }) => you !== null, "a table")));
  const [ada, ...rest] = students;
  const mate = rest.find(({ view }) => view.session?.table === ada?.view.session?.table);
  if (!ada || !mate) throw new Error("nobody");
  const others = rest.filter((student) => student !== mate);

  await ada.do("help", { text: "CANARY-HELP" });
  await host.do("tell", { to: ada.view.you.member, text: "CANARY-TOLD" });
  for (const phase of ["diplomacy", "orders"]) {
    await host.do("advance", { tables: "all" });
    await Promise.all(students.map((student) => student.untilTable((view) => view.phase === phase, phase)));
  }
  await ada.do("say", { to: { kind: "some", countries: [mate.table?.you] }, text: "CANARY-WHISPER" });
  await ada.do("draft", { turn: 1, sheet: { ...QUIET, note: "CANARY-DRAFT" } });
  await mate.do("submit", { turn: 1, sheet: { ...QUIET, note: "CANARY-ORDERS" } });
  for (const [name, body] of ACTS) {
    const reply = await cohost.line.ask(name, body);
    expect(reply.ok, `${name} ${JSON.stringify(reply)}`).toBe(true);
  }
  await new Promise((resolve) => setTimeout(resolve, 500));

  const reads = (wire: Recorder, text: string): boolean => wire.bytes().includes(text);
  const everyone = [...students.map(({ wire }) => wire), cohost.wire, screen.wire];
  const only = (text: string, readers: readonly Recorder[]): void =>
    expect(
      everyone.map((wire) => reads(wire, text)),
      text,
    ).toEqual(everyone.map((wire) => readers.includes(wire)));
  only("CANARY-WHISPER", [ada.wire, mate.wire]);
  only("CANARY-DRAFT", [ada.wire]);
  only("CANARY-ORDERS", [mate.wire]);
  only("CANARY-HELP", [ada.wire, cohost.wire]);
  only("CANARY-TOLD", [ada.wire, cohost.wire]);
  only("CANARY-POWER", [cohost.wire]);
  only("CANARY-FULL", [cohost.wire]);
  only("personality", []);
  for (const seed of seedsIn(suite.server.file)) only(String(seed), []);
  expect(others).toHaveLength(2);
});

it("an instructor reads private talk and orders only where the class was told before play", async () => {
  const host = await suite.host();
  await host.do("settings", { settings: { hostReads: true, hostSeesOrders: true } });
  await host.do("openSession", { plan: planFor(2), rehearsal: false });
  const [ada, bob] = await suite.students(2);
  expect(ada?.view.told).toMatchObject({ hostReads: true, hostSeesOrders: true });
  await host.do("begin");
  await bob?.untilTable(({ you }) => you !== null, "a table");
  await ada?.untilTable(({ settings }) => settings.classroom?.hostReads === true, "being told");
  await host.do("watch", { table: 1 });
  await ada?.do("say", { to: { kind: "some", countries: [bob?.table?.you] }, text: "between us" });
  await ada?.do("draft", { turn: 1, sheet: { ...QUIET, note: "a draft" } });
  await host.untilIs(() => host.detail?.messages.some(({ text }) => text === "between us") === true, "the whisper");
  await host.untilIs(() => host.detail?.orders?.some((one) => one?.sheet.note === "a draft") === true, "the draft");
});

/** The seeds of the tables as they stand in the class's record. */
function seedsIn(file: string): readonly number[] {
  const database = new Database(file, { readonly: true });
  const bodies = database.prepare("select body from class_command").pluck().all() as string[];
  database.close();
  const seeds = bodies.flatMap((body) => [...body.matchAll(/"seed":(\d+)/g)].map(([, seed]) => Number(seed)));
  expect(seeds).toHaveLength(2);
  return seeds;
}
