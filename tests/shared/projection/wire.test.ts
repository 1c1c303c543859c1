import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bigRing } from "#server/cli/bench/bigRing.ts";
import { computerAutopilot } from "#server/match/computerAutopilot.ts";
import { applyPatch, diff, type Json } from "#shared/lib/diff.ts";
import { countryId, matchId, provinceId, treatyId } from "#shared/model/ids.ts";
import { MODULES } from "#shared/model/scenario.ts";
import { PERSONALITIES, type CommandBody, type MatchState } from "#shared/model/match.ts";
import { REASONS, type Move, type OrderSheet } from "#shared/model/order.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import { flip, flipIn } from "#shared/projection/wire/flags.ts";
import { decodeSheet, encodeSheet } from "#shared/projection/wire/sheet.ts";
import { fromWire, toWire } from "#shared/projection/wire/view.ts";
import type { WireView } from "#shared/protocol/wire.ts";
import { newHeader } from "#shared/record/header.ts";
import { startState } from "#shared/record/startState.ts";
import { createBoard, defaultModules, messageRules, phaseSeconds } from "#shared/rules/index.ts";
import {
  advance,
  advanceTo,
  after,
  attempt,
  open,
  pact,
  answer,
  say,
  seatAll,
  sheet,
  started,
  submit,
  type Table,
} from "../record/table.ts";
import { bodyOf, wishes } from "../record/wander.ts";
import { readers, viewOf } from "./presence.ts";

/** The same board as another process makes it. */
const boardAgain = ({ board, settings }: MatchState): Board =>
  createBoard(board.scenario, { modules: settings.modules, parameters: settings.parameters });

const travelled = (wire: WireView): WireView => JSON.parse(JSON.stringify(wire)) as WireView;

/** One seat's end of the line: what came whole once, and then by patches. */
interface Seat {
  readonly me: string | null;
  wire: WireView;
}

/** A reader of a match who looks on at every step, and must see at each what a whole view would show. */
function spectators(first: MatchState): (state: MatchState) => void {
  const theirs = boardAgain(first);
  const seats = readers(first).map((me): Seat => ({ me, wire: travelled(toWire(first.board, viewOf(first, me))) }));
  return (state) => {
    for (const seat of seats) {
      const view = viewOf(state, seat.me);
      const next = toWire(state.board, view);
      const patch = diff(seat.wire as unknown as Json, next as unknown as Json);
      if (patch) {
        const code = flipIn(seat.wire, patch);
        seat.wire =
          code === null
            ? (applyPatch(seat.wire as unknown as Json, JSON.parse(JSON.stringify(patch))) as unknown as WireView)
            : flip(seat.wire, code);
      }
      expect(seat.wire).toEqual(next);
      expect(fromWire(theirs, seat.wire)).toEqual(view);
    }
  };
}

/** Every reveal and the end, and of the other states one in so many: all of them would take a minute. */
function sampled(see: (state: MatchState) => void, oneIn: number): (state: MatchState) => void {
  let steps = 0;
  return (state) => {
    steps += 1;
    if (steps % oneIn === 0 || state.phase === "reveal" || state.phase === "ended") see(state);
  };
}

const personalityAt = (at: number): (typeof PERSONALITIES)[number] =>
  PERSONALITIES[at % PERSONALITIES.length] ?? "theorist";

/** Computer players play a match to its end; `see` is shown every state. */
function watchMatch(table: Table, see: (state: MatchState) => void): MatchState {
  let now = table;
  const tryAll = (bodies: readonly CommandBody[]): void => {
    for (const body of bodies) {
      const next = attempt(now, body);
      if ("code" in next) continue;
      now = next;
      see(now.state);
    }
  };
  while (now.state.phase !== "ended") {
    for (const me of now.state.board.ids.keys()) {
      const seat = { me, personality: personalityAt(me) };
      if (now.state.phase === "diplomacy")
        tryAll([...computerAutopilot.act(now.state, seat), ...computerAutopilot.answer(now.state, seat)]);
      if (now.state.phase === "orders") tryAll(computerAutopilot.order(now.state, seat));
    }
    now = advance(now);
    see(now.state);
  }
  return now.state;
}

const withComputers = (table: Table): Table =>
  after(
    table,
    ...table.state.board.ids.map((country, at): CommandBody => ({
      kind: "seat",
      country,
      occupant: { kind: "computer", personality: personalityAt(at) },
    })),
  );

function bigTable(countries: number): Table {
  const scenario = bigRing(countries);
  const header = newHeader({
    match: matchId("m-big"),
    createdAt: 0,
    scenario,
    settings: {
      scenario: scenario.id,
      level: "standard",
      modules: defaultModules("standard"),
      pace: "standard",
      seconds: phaseSeconds("standard", "standard"),
      parameters: {},
      intentions: "computed",
      messages: messageRules(),
      seed: 3,
    },
  });
  return { state: startState(header), record: { ...header, commands: [] } };
}

describe("what travels shows each seat exactly its view", () => {
  it.each(["strait", "ring", "europe-1914", "arab-1967"])("all through a match of computer players: %s", (scenario) => {
    const every = scenario.startsWith("europe") ? 25 : 7;
    for (const modules of [defaultModules("standard"), MODULES]) {
      const table = withComputers(open({ scenario, modules }));
      const end = watchMatch(table, sampled(spectators(table.state), every));
      expect(end.played.length).toBeGreaterThan(1);
    }
  });

  it("with sixteen countries", () => {
    const table = withComputers(bigTable(16));
    watchMatch(table, sampled(spectators(table.state), 100));
  });

  it("at every step of any match of people", () => {
    fc.assert(
      fc.property(wishes(80), (list) => {
        let table = advance(seatAll(open()));
        const see = spectators(table.state);
        for (const wish of list) {
          const next = attempt(table, bodyOf(table.state, wish));
          if ("code" in next) continue;
          table = next;
          see(table.state);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("with flags in any combination", () => {
    const { state } = started();
    const bits = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(bits, bits, bits, bits, (connected, ready, connectedLater, readyLater) => {
        const [before, later] = [
          viewOf(state, "borun", { connected, ready }),
          viewOf(state, "borun", { connected: connectedLater, ready: readyLater }),
        ];
        const wire = toWire(state.board, before);
        const patch = diff(wire as unknown as Json, toWire(state.board, later) as unknown as Json);
        const code = patch && flipIn(wire, patch);
        const patched =
          patch === null ? wire : code === null ? applyPatch(wire as unknown as Json, patch) : flip(wire, code);
        expect(fromWire(state.board, patched as WireView)).toEqual(later);
      }),
    );
  });

  it("with a draft, a forecast, a treaty signed and talk of all kinds", () => {
    const draft = sheet({ note: "perhaps “later”", alignment: { kind: "balance", against: countryId("dell") } });
    const offered = after(
      advanceTo(started(), "diplomacy"),
      pact("borun", ["borun", "cask"]),
      say("borun", "to all"),
      say("cask", "to two", ["borun", "dell"]),
    );
    const signed = after(offered, answer("sign", "cask", offered.state.proposals[0]?.id ?? ""), {
      kind: "forecast",
      by: countryId("borun"),
      forecast: { fears: null, balancers: [countryId("cask")] },
    });
    const revealed = advanceTo(signed, "reveal");
    expect(revealed.state.played[0]?.events.some(({ kind }) => kind === "treatySigned")).toBe(true);
    for (const { state } of [offered, signed, revealed, advance(revealed)])
      for (const me of readers(state)) {
        const view = viewOf(state, me, { draft });
        expect(fromWire(boardAgain(state), travelled(toWire(state.board, view)))).toEqual(view);
      }
  });
});

describe("what does not follow from the rules", () => {
  /** A turn with something in it that no rule would make of its sheets. */
  const oddTurn = (): { readonly state: MatchState; readonly view: PlayerView } => {
    const { state } = advanceTo(started(), "reveal");
    const view = viewOf(state, "borun");
    const history = view.history.map((turn) => ({
      ...turn,
      events: [{ rule: "6.9", step: "signals", kind: "congressCalled" } as const, ...turn.events],
    }));
    return { state, view: { ...view, history } };
  };

  it("a turn that holds more than follows travels whole, with the world", () => {
    const { state, view } = oddTurn();
    const wire = toWire(state.board, view);
    expect(wire.past).toEqual([{ whole: view.history[0] }]);
    expect(wire.world).toEqual(view.world);
    expect(fromWire(boardAgain(state), travelled(wire))).toEqual(view);
  });

  it("and so do the turns after it", () => {
    const two = viewOf(advanceTo(advanceTo(started(), "reveal"), "reveal").state, "borun");
    const { state, view } = oddTurn();
    const later = { ...two, history: [...view.history, ...two.history.slice(1)] };
    const wire = toWire(state.board, later);
    expect(wire.past.map((turn) => "whole" in turn)).toEqual([true, true]);
    expect(fromWire(boardAgain(state), travelled(wire))).toEqual(later);
  });

  it("a world that is not what the turns led to travels too", () => {
    const { state } = advanceTo(started(), "reveal");
    const view = { ...viewOf(state, null), world: { ...state.world, wars: 77 } };
    const wire = toWire(state.board, view);
    expect(wire.world?.wars).toBe(77);
    expect(fromWire(boardAgain(state), travelled(wire))?.world.wars).toBe(77);
  });
});

describe("a reader whose board or rules differ", () => {
  it("notices an edited scenario, before any turn is played", () => {
    const { state } = started();
    const [first, ...rest] = state.board.scenario.countries;
    if (!first) throw new Error("no country");
    const edited = { ...state.board.scenario, countries: [{ ...first, offence: first.offence + 1 }, ...rest] };
    const board = createBoard(edited, { modules: state.settings.modules });
    expect(fromWire(board, toWire(state.board, viewOf(state, null)))).toBeNull();
  });

  it("notices a turn that comes out otherwise", () => {
    const { state } = advanceTo(started(), "reveal");
    const wire = toWire(state.board, viewOf(state, null));
    const [turn] = wire.past;
    if (!turn || "whole" in turn) throw new Error("not compact");
    const [sources, check, [first = [], ...others]] = turn;
    expect(fromWire(state.board, { ...wire, past: [[sources, check, [[first[0] ?? 0, 0, 1], ...others]]] })).toBeNull();
    expect(fromWire(state.board, { ...wire, past: [[sources, check + 1, [first, ...others]]] })).toBeNull();
  });
});

describe("reading again", () => {
  it("gives the identical parts where nothing has changed", () => {
    const before = advanceTo(started(), "reveal");
    const later = after(before, say("borun", "Good morning"));
    const theirs = boardAgain(before.state);
    const first = toWire(before.state.board, viewOf(before.state, "borun"));
    const patch = diff(
      first as unknown as Json,
      toWire(later.state.board, viewOf(later.state, "borun")) as unknown as Json,
    );
    const second = applyPatch(first as unknown as Json, patch ?? [0]) as unknown as WireView;
    const [one, two] = [fromWire(theirs, first), fromWire(theirs, second)];
    for (const part of ["world", "history", "orders", "proposals", "score", "classScore"] as const)
      expect(two?.[part]).toBe(one?.[part]);
    expect(two?.messages).toHaveLength(1);
  });
});

describe("an order sheet as a few numbers", () => {
  const { board } = started().state;
  const country = fc.constantFrom(...board.ids);
  const province = fc.constantFrom(...board.provinces.map(({ id }) => id));
  const points = fc.nat(1000);
  const move: fc.Arbitrary<Move> = fc.oneof(
    fc.record({ kind: fc.constant("attack" as const), province, liberate: fc.boolean() }),
    fc.record({ kind: fc.constantFrom("mobilise" as const, "demobilise" as const) }),
    fc.record({ kind: fc.constantFrom("threaten" as const, "reassure" as const), target: country }),
    fc.record({ kind: fc.constant("cutOffence" as const), points }),
    fc.record({ kind: fc.constant("withdraw" as const), province }),
  );
  const anySheet: fc.Arbitrary<OrderSheet> = fc.record({
    alignment: fc.oneof(
      fc.constant({ kind: "hide" as const }),
      fc.record({ kind: fc.constant("balance" as const), against: country }),
      fc.record({ kind: fc.constant("bandwagon" as const), with: country }),
    ),
    reason: fc.constantFrom(null, ...REASONS),
    note: fc.string(),
    spending: fc.record({
      offence: points,
      defence: points,
      industry: points,
      aid: fc.array(fc.record({ to: country, points: fc.integer({ min: 1, max: 1000 }) })),
    }),
    moves: fc.array(move, { maxLength: 4 }),
    refuse: fc.array(fc.nat(99_999).map((number) => treatyId(`t${number}`))),
  });

  it("says the same when read", () => {
    fc.assert(
      fc.property(anySheet, (given) => {
        expect(decodeSheet(board, encodeSheet(board, given))).toEqual({ ok: true, value: given });
      }),
    );
  });

  it("is as short as its plan", () => {
    expect(encodeSheet(board, sheet())).toEqual([]);
    expect(
      encodeSheet(
        board,
        sheet({
          alignment: { kind: "balance", against: countryId("cask") },
          spending: { offence: 0, defence: 2, industry: 0, aid: [] },
        }),
      ),
    ).toEqual([5, 0, 0, 2]);
  });

  it("is refused, with a sentence, when it refers to nothing", () => {
    const odd: readonly Partial<OrderSheet>[] = [
      { alignment: { kind: "balance", against: countryId("atlantis") } },
      { moves: [{ kind: "threaten", target: countryId("atlantis") }] },
      { moves: [{ kind: "withdraw", province: provinceId("atlantis") }] },
      { spending: { offence: 0, defence: 0, industry: 0, aid: [{ to: countryId("atlantis"), points: 1 }] } },
    ];
    for (const plan of odd)
      expect(decodeSheet(board, encodeSheet(board, sheet(plan)))).toMatchObject({
        ok: false,
        error: { kind: "invalid" },
      });
  });

  it("is refused when its numbers make no sheet, and never throws", () => {
    for (const rubbish of [
      [-1],
      [0.5],
      ["x"],
      [[1]],
      [0, 99],
      [0, 0, 0, 0, 0, 3],
      [0, 0, 0, 0, 0, [8 * 2 + 2]],
      [0, 0, 0, 0, 0, [], [1]],
      [0, 0, 0, 0, 0, [], [], [], 5],
      [0, 0, 0, 0, 0, [], [], [], "", 1],
    ])
      expect(decodeSheet(board, rubbish as never).ok, JSON.stringify(rubbish)).toBe(false);
    const part = fc.oneof(fc.integer(), fc.double(), fc.string(), fc.array(fc.integer()));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 11 }), (rubbish) => typeof decodeSheet(board, rubbish).ok === "boolean"),
    );
  });

  it("stays with its writer: a note travels as it was written, to nobody else", () => {
    const { state } = after(started(), submit("borun", { note: "secret" }));
    const wires = readers(state)
      .filter((me) => me !== "borun")
      .map((me) => JSON.stringify(toWire(state.board, viewOf(state, me))));
    expect(wires.filter((wire) => wire.includes("secret"))).toEqual([]);
    expect(new Set(wires.map((wire) => (JSON.parse(wire) as WireView).own))).toEqual(new Set([null]));
    expect(JSON.stringify(toWire(state.board, viewOf(state, "borun")))).toContain("secret");
  });
});
