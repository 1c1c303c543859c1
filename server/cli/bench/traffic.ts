import { diff, type Json } from "#shared/lib/diff.ts";
import { stream, seedPrng } from "#shared/lib/prng.ts";
import { matchId, personId } from "#shared/model/ids.ts";
import type { CommandBody, MatchState } from "#shared/model/match.ts";
import { chooseOrders } from "#shared/players/chooseOrders.ts";
import { playerView, type Presence } from "#shared/projection/playerView.ts";
import { applyCommand } from "#shared/record/applyCommand.ts";
import { newHeader } from "#shared/record/header.ts";
import { startState } from "#shared/record/startState.ts";
import { defaultModules } from "#shared/rules/index.ts";
import { bigRing } from "./bigRing.ts";

const SEATS = 16;
const TURNS = 6;

/**
 * Bytes each seat receives and sends in a turn of hidden orders and reveal, 16 people at the table: every view's
 * difference as the JSON that travels (before the socket's own framing), and the sheet as sent.
 */
export function trafficPerSeatTurn(seed: number): {
  readonly down: number;
  readonly up: number;
  readonly fullView: number;
} {
  const { draw } = stream(seedPrng(seed, "bench"));
  const start = seatEveryone(seed);
  let { state } = start;
  const seen = state.board.ids.map((_, k) => viewOf(state, k));
  let down = 0;
  let up = 0;
  const enter = (body: CommandBody): void => {
    state = applyCommand(state, { ...body, seq: state.lastSeq + 1, at: 0 });
  };
  const flush = (counted: boolean): void => {
    for (const k of state.board.ids.keys()) {
      const now = viewOf(state, k);
      const patch = diff(seen[k], now);
      if (patch && counted) down += Buffer.byteLength(JSON.stringify({ rev: 1000, now: 1_700_000_000_000, patch }));
      seen[k] = now;
    }
  };
  for (let turn = 1; turn <= TURNS; turn += 1) {
    enter({ kind: "phase", phase: "dispatches", turn, deadline: 0, cause: "ready" });
    enter({ kind: "phase", phase: "diplomacy", turn, deadline: 0, cause: "ready" });
    flush(false);
    enter({ kind: "phase", phase: "orders", turn, deadline: 0, cause: "ready" });
    flush(true);
    for (const [me, by] of state.board.ids.entries()) {
      const { sheet } = chooseOrders(
        { board: state.board, world: state.world, me, card: card(state, me), proposals: [] },
        "theorist",
        draw,
      );
      up += Buffer.byteLength(JSON.stringify({ turn, sheet }));
      enter({ kind: "submit", by, sheet, source: "person" });
      flush(true);
    }
    enter({ kind: "phase", phase: "reveal", turn, deadline: 0, cause: "ready" });
    flush(true);
  }
  const seatTurns = SEATS * TURNS;
  return { down: down / seatTurns, up: up / seatTurns, fullView: Buffer.byteLength(JSON.stringify(viewOf(state, 0))) };
}

function seatEveryone(seed: number): { state: MatchState } {
  let state = startState(
    newHeader({
      match: matchId("bench"),
      createdAt: 0,
      scenario: bigRing(SEATS),
      settings: {
        scenario: bigRing(SEATS).id,
        level: "standard",
        modules: defaultModules("standard"),
        pace: "standard",
        seconds: { dispatches: 30, diplomacy: 150, orders: 45, reveal: 60 },
        parameters: {},
        seed,
      },
    }),
  );
  for (const country of state.board.ids) {
    const occupant = { kind: "person" as const, person: personId(country), name: country };
    state = applyCommand(state, { kind: "seat", country, occupant, seq: state.lastSeq + 1, at: 0 });
  }
  return { state };
}

function viewOf(state: MatchState, k: number): Json {
  const yes = state.board.ids.map(() => true);
  const presence: Presence = {
    code: "ABC234",
    connected: yes,
    ready: state.submitted.map((one) => one !== null),
    draft: null,
    mayStart: false,
  };
  // A view is JSON by construction: that is what is sent.
  return playerView(state, state.board.ids[k] ?? null, presence) as unknown as Json;
}

function card(state: MatchState, me: number): MatchState["cards"][number] {
  const dealt = state.cards[me];
  if (!dealt) throw new Error(`no card for ${me}`);
  return dealt;
}
