import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createApp, type App } from "#server/app.ts";
import { systemChance } from "#server/lib/chance.ts";
import { silentLog } from "#server/lib/log.ts";
import { systemClock, systemTimers } from "#server/lib/time.ts";
import { computerAutopilot } from "#server/match/computerAutopilot.ts";
import { sqliteStore } from "#server/store/sqliteStore.ts";
import { seedPrng, stream } from "#shared/lib/prng.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import type { Board } from "#shared/model/world.ts";
import { toWire } from "#shared/projection/wire/view.ts";
import { chooseOrders } from "#shared/players/chooseOrders.ts";
import type { Entry } from "#shared/protocol/messages.ts";
import { createBoard, defaultModules } from "#shared/rules/index.ts";
import { BenchSeat, post } from "./BenchSeat.ts";
import { bigRing } from "./bigRing.ts";
import { countedLine, type Bytes, type CountedLine } from "./countedLine.ts";

const SEATS = 16;
const TURNS = 6;
/** Milliseconds between submissions, so that none is shown together with another: the dearest case. */
const APART = 60;
/** Milliseconds after which everything that follows from a step has arrived: patches gather for 50, the Schema's for 200. */
const SETTLED = 400;

export interface Traffic {
  /** Hidden orders and reveal, per seat and turn; everyone submits apart from the others. */
  readonly apart: Bytes;
  /** The same, everyone at once. */
  readonly together: Bytes;
  /** All phases of a turn in which nobody talks, per seat. */
  readonly turn: Bytes;
  /** A view on entering after the last turn, as JSON. */
  readonly entering: number;
}

interface Table {
  readonly seats: readonly BenchSeat[];
  readonly line: CountedLine;
  readonly board: Board;
  readonly draw: () => number;
}

/** Sixteen people on real sockets to a real server, in one process: bytes of the sockets as they pass. */
export async function trafficPerSeatTurn(seed: number, level: "standard" | "advanced" = "standard"): Promise<Traffic> {
  const folder = mkdtempSync(join(tmpdir(), "counterpoise-bench-"));
  const app = serverIn(folder);
  const { port } = await app.listen();
  const line = await countedLine(port);
  try {
    const table = await seatEveryone(`http://127.0.0.1:${port}`, line, { seed, level });
    return await measure(table);
  } finally {
    await app.close();
    line.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function serverIn(folder: string): App {
  const scenario = bigRing(SEATS);
  return createApp({
    env: {
      PORT: 0,
      HOST: "127.0.0.1",
      PUBLIC_ORIGIN: undefined,
      TRUSTED_PROXIES: 0,
      HOST_PASSWORD: undefined,
      ALLOW_SEED: true,
    },
    store: sqliteStore(join(folder, "bench.sqlite")),
    clock: systemClock,
    timers: systemTimers(),
    chance: systemChance,
    autopilot: computerAutopilot,
    log: silentLog,
    paceFactor: 1,
    listScenarios: () => [],
    findScenario: (id) => (id === scenario.id ? scenario : null),
    pages: folder,
  });
}

async function seatEveryone(
  origin: string,
  line: CountedLine,
  { seed, level }: { readonly seed: number; readonly level: "standard" | "advanced" },
): Promise<Table> {
  const board = createBoard(bigRing(SEATS), { modules: defaultModules(level) });
  const form = { scenario: board.scenario.id, level, pace: "relaxed", name: "P0", solo: false, seed };
  const first = await post<Entry>(`${origin}/api/matches`, form);
  const entries = [first];
  for (let k = 1; k < SEATS; k += 1)
    entries.push(await post<Entry>(`${origin}/api/join`, { code: first.code, name: `P${k}` }));
  const seats: BenchSeat[] = [];
  for (const entry of entries) seats.push(await BenchSeat.enter({ origin, line: line.origin }, entry, board));
  await pause(SETTLED);
  await seats[0]?.start();
  return { seats, line, board, draw: stream(seedPrng(seed, "bench")).draw };
}

async function measure(table: Table): Promise<Traffic> {
  const apart: Bytes[] = [];
  const together: Bytes[] = [];
  const turns: Bytes[] = [];
  for (let turn = 1; turn <= TURNS; turn += 1) {
    await reached(table, "dispatches");
    const whole = meter(table);
    await allReady(table, "diplomacy");
    for (const seat of table.seats.slice(1)) await seat.ready();
    await pause(SETTLED);
    const orders = turn % 2 === 1 ? apart : together;
    orders.push(await playOrders(table, turn % 2 === 1 ? APART : 0));
    for (const seat of table.seats) await seat.ready();
    await pause(SETTLED);
    turns.push(whole());
  }
  const [seat] = table.seats;
  const entering = seat ? Buffer.byteLength(JSON.stringify(toWire(table.board, seat.view))) : 0;
  return { apart: mean(apart), together: mean(together), turn: mean(turns), entering };
}

/** From the opening of the orders phase, which the last one ready brings about, to the reveal. */
async function playOrders(table: Table, gap: number): Promise<Bytes> {
  const sheets = table.seats.map((seat) => sheetFor(table, seat));
  const meterOrders = meter(table);
  await table.seats[0]?.ready();
  await reached(table, "orders");
  const answers: Promise<void>[] = [];
  for (const [at, seat] of table.seats.entries()) {
    const sheet = sheets[at];
    if (sheet) answers.push(seat.submit(sheet));
    if (gap > 0) await pause(gap);
  }
  await Promise.all(answers);
  await reached(table, "reveal");
  return meterOrders();
}

function sheetFor({ board, draw }: Table, { view }: BenchSeat): OrderSheet {
  const { world, card, proposals, you } = view;
  const me = you && board.indexOf.get(you);
  if (!card || me === null || me === undefined) throw new Error("someone without a seat");
  return chooseOrders({ board, world, me, card, proposals }, "theorist", draw).sheet;
}

async function allReady(table: Table, next: string): Promise<void> {
  await Promise.all(table.seats.map((seat) => seat.ready()));
  await reached(table, next);
}

async function reached({ seats }: Table, phase: string): Promise<void> {
  while (!seats.every((seat) => seat.phase === phase)) await pause(10);
  await pause(SETTLED);
}

/** Counts from now on, per seat. */
function meter({ line, seats }: Table): () => Bytes {
  const before = line.count();
  return () => {
    const after = line.count();
    return { down: (after.down - before.down) / seats.length, up: (after.up - before.up) / seats.length };
  };
}

const mean = (list: readonly Bytes[]): Bytes => ({
  down: list.reduce((sum, { down }) => sum + down, 0) / list.length,
  up: list.reduce((sum, { up }) => sum + up, 0) / list.length,
});
