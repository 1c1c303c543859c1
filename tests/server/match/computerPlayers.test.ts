import { describe, expect, it } from "vitest";
import { countryId, personId } from "#shared/model/ids.ts";
import type { CommandBody, MatchState } from "#shared/model/match.ts";
import { silentLog } from "#server/lib/log.ts";
import { ComputerPlayers } from "#server/match/ComputerPlayers.ts";
import type { Autopilot, ComputerSeat } from "#server/match/Autopilot.ts";
import { Entry } from "#server/match/Ledger.ts";
import { advance, advanceTo, after, open, pact, person, type Table } from "#tests/shared/record/table.ts";

/** Timers that run when told to, in the order in which they are due. */
function handTimers() {
  let waiting: { readonly due: number; readonly action: () => void }[] = [];
  return {
    after: (delay: number, action: () => void): (() => void) => {
      const one = { due: delay, action };
      waiting.push(one);
      return () => void (waiting = waiting.filter((other) => other !== one));
    },
    waiting: () => waiting.length,
    run: () => {
      const due = waiting.sort((a, b) => a.due - b.due);
      waiting = [];
      for (const { action } of due) action();
    },
  };
}

/** Says one word in each phase, answers "no" to everything, orders nothing; one seat may be made to fail. */
const simple = (broken?: number): Autopilot => ({
  act: (state, { me }) => word(state, me, "hello"),
  answer: (state, { me }) =>
    state.proposals
      .filter(({ by, declined }) => by !== state.board.ids[me] && declined.length === 0)
      .map(({ id }): CommandBody => ({ kind: "decline", by: countryOf(state, me), proposal: id, reason: "ownPlans" })),
  order: (state, { me }) => {
    if (me === broken) throw new Error("out of order");
    const sheet = { alignment: { kind: "hide" }, reason: null, note: "", moves: [], refuse: [] } as const;
    const spending = { offence: 0, defence: 0, industry: 0, aid: [] };
    return [
      { kind: "submit", by: countryOf(state, me), sheet: { ...sheet, spending }, source: "computer", why: "Why not." },
    ];
  },
});
const countryOf = ({ board }: MatchState, me: number): ReturnType<typeof countryId> =>
  board.ids[me] ?? countryId("none");
const word = (state: MatchState, me: number, text: string): CommandBody[] => [
  { kind: "message", by: countryOf(state, me), to: { kind: "all" }, text },
];

const computer = (country: ReturnType<typeof countryId>, keeps?: string): CommandBody => ({
  kind: "seat",
  country,
  occupant: {
    kind: "computer",
    personality: "lion",
    temper: "hot",
    difficulty: "hard",
    ...(keeps === undefined ? {} : { keeps: personId(keeps) }),
  },
});

/** The Strait: a person on the first seat, computer players on the others; in the given phase. */
function tableIn(phase: MatchState["phase"]): Table {
  const lobby = open({ scenario: "strait" });
  const [first, ...others] = lobby.state.board.ids;
  const seats = [...(first ? [person(first, 0)] : []), ...others.map((id) => computer(id))];
  const running = advance(after(lobby, ...seats));
  return running.state.phase === phase ? running : advanceTo(running, phase);
}

function driver(autopilot: Autopilot) {
  const timers = handTimers();
  const players = new ComputerPlayers({ autopilot, timers, log: silentLog, paceFactor: 1 });
  const done: { seat: ComputerSeat; bodies: CommandBody[] }[] = [];
  /** Performs a seat's deed on the given state, as the ledger would. */
  const on =
    (state: MatchState) =>
    (seat: ComputerSeat): void => {
      const entry = new Entry(state, 0);
      players.perform(entry, seat);
      done.push({ seat, bodies: entry.commands.map(({ seq: _seq, at: _at, ...body }) => body) });
    };
  return { players, timers, done, on };
}
const deeds = (done: readonly { seat: ComputerSeat; bodies: CommandBody[] }[]): string[] =>
  done.map(({ seat, bodies }) => `${seat.me}: ${bodies.map(({ kind }) => kind).join()}`);

describe("computer players", () => {
  it("act one after another when a phase opens, each as the character its seat names", () => {
    const { state } = tableIn("orders");
    const { players, timers, done, on } = driver(simple());
    players.phaseOpened(state, on(state));
    expect(done).toEqual([]);
    timers.run();
    expect(deeds(done)).toEqual(["1: submit", "2: submit", "3: submit"]);
    expect(done[0]?.seat).toEqual({ me: 1, personality: "lion", temper: "hot", difficulty: "hard" });
  });

  it("one that fails does nothing, and keeps nobody waiting", () => {
    const { state } = tableIn("orders");
    const { players, timers, done, on } = driver(simple(2));
    players.phaseOpened(state, on(state));
    timers.run();
    expect(deeds(done)).toEqual(["1: submit", "2: ", "3: submit"]);
  });

  it("a message that the match does not allow is left unsaid, and all else is done", () => {
    const table = tableIn("diplomacy");
    const messages = { ...table.state.settings.messages, diplomacy: "none" as const };
    const offered = after(table, pact(table.state.board.ids[0] ?? "", table.state.board.ids.slice(0, 2)));
    const state = { ...offered.state, settings: { ...offered.state.settings, messages } };
    const { players, timers, done, on } = driver(simple());
    players.phaseOpened(state, on(state));
    timers.run();
    expect(deeds(done)[0]).toBe("1: decline");
  });

  it.each(["dispatches", "diplomacy", "orders"] as const)("answer a proposal that comes while %s runs", (phase) => {
    const before = tableIn(phase);
    const table = after(before, pact(before.state.board.ids[0] ?? "", before.state.board.ids.slice(0, 2)));
    const { players, timers, done, on } = driver(simple());
    players.tableChanged(before.state, table.state, on(table.state));
    timers.run();
    expect(deeds(done)).toEqual([phase === "orders" ? "1: submit,decline" : "1: decline"]);
  });

  it("say nothing in the name of a person who came back while their deed was on its way", () => {
    const before = tableIn("diplomacy");
    const [mine = countryId("none")] = before.state.board.ids;
    const handed = after(before, computer(mine, "p0"));
    const { players, timers, done, on } = driver(simple());
    // The timer has run, and the ledger takes the return first.
    players.tableChanged(before.state, handed.state, on(after(handed, person(mine, 0)).state));
    timers.run();
    expect(deeds(done)).toEqual(["0: "]);
  });

  it("a seat handed over is played in the same phase; one taken back is not", () => {
    const before = tableIn("orders");
    const [mine = countryId("none")] = before.state.board.ids;
    const handed = after(before, computer(mine, "p0"));
    const { players, timers, done, on } = driver(simple());
    players.tableChanged(before.state, handed.state, on(handed.state));
    expect(timers.waiting()).toBe(1);
    const back = after(handed, person(mine, 0));
    players.tableChanged(handed.state, back.state, on(back.state));
    expect(timers.waiting()).toBe(0);
    players.tableChanged(before.state, handed.state, on(handed.state));
    timers.run();
    expect(deeds(done)).toEqual(["0: submit"]);
  });

  it("at the end of a phase whoever has not acted does so, and nothing is left waiting", () => {
    const { state } = tableIn("orders");
    const { players, timers, on } = driver(simple());
    players.phaseOpened(state, on(state));
    const entry = new Entry(state, 0);
    players.performAll(entry);
    expect(entry.commands.map(({ kind }) => kind)).toEqual(["submit", "submit", "submit"]);
    expect(timers.waiting()).toBe(0);
  });
});
