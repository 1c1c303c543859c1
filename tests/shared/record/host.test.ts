import { describe, expect, it } from "vitest";
import { countryId, personId } from "#shared/model/ids.ts";
import type { HostAct, MatchState } from "#shared/model/match.ts";
import { checkRecord } from "#shared/record/foldRecord.ts";
import { transcriptOf } from "#shared/record/transcript.ts";
import { outcomeOf } from "#shared/debrief/outcome.ts";
import { worldHash } from "#shared/rules/index.ts";
import {
  advance,
  advanceTo,
  after,
  attempt,
  host,
  open,
  pact,
  refusalOf,
  say,
  seatAll,
  started,
  submit,
  type Table,
} from "./table.ts";
import { storm } from "./wander.ts";

const borun = countryId("borun");
const pause = (over: Partial<Extract<HostAct, { kind: "pause" }>> = {}): HostAct => ({
  kind: "pause",
  frozen: false,
  text: "",
  left: 30_000,
  ...over,
});
const freeze = pause({ frozen: true, text: "Eyes to the front, please." });
const does = (table: Table, ...acts: readonly HostAct[]): Table => after(table, ...acts.map(host));
const code = (table: Table, act: HostAct): string | null => refusalOf(table, host(act));
const textOf = (table: Table, body: Parameters<typeof attempt>[1]): string => {
  const next = attempt(table, body);
  return "code" in next ? next.text : "accepted";
};
/** In dispatches of turn 1, with a clock. */
const timed = (): Table => {
  const lobby = seatAll(open());
  return after(lobby, { kind: "phase", phase: "dispatches", turn: 1, deadline: 5_000, cause: "start" });
};

describe("a pause", () => {
  it("stops the clock and nothing else: talk, treaties and orders go on", () => {
    const paused = does(timed(), pause());
    expect(paused.state).toMatchObject({ deadline: null, pause: { left: 30_000 } });
    expect(refusalOf(paused, say("aldany", "While we wait"))).toBe(null);
    expect(refusalOf(paused, pact("aldany", ["aldany", "borun"]))).toBe(null);
    expect(refusalOf(paused, submit("aldany"))).toBe(null);
  });

  it("ends no phase but by the instructor, and lasts into the next", () => {
    const paused = does(timed(), pause());
    const on = (cause: "ready" | "host") =>
      ({ kind: "phase", phase: "diplomacy", turn: 1, deadline: 9_000, cause }) as const;
    expect(refusalOf(paused, on("ready"))).toBe("phase.paused");
    expect(after(paused, on("host")).state).toMatchObject({ phase: "diplomacy", deadline: null, pause: pause() });
  });

  it("is begun once and ended once", () => {
    expect(code(timed(), { kind: "resume", deadline: 1 })).toBe("resume.running");
    const paused = does(timed(), pause());
    expect(textOf(paused, host(pause()))).toBe("The match is paused already.");
    const resumed = does(paused, { kind: "resume", deadline: 8_000 });
    expect(resumed.state).toMatchObject({ pause: null, deadline: 8_000 });
    expect(code(resumed, pause())).toBe(null);
    expect(code(seatAll(open()), pause())).toBe("host.lobby");
  });

  it("may turn into a freeze and back, and hold more time", () => {
    const paused = does(timed(), pause());
    expect(does(paused, freeze, pause(), pause({ left: 60_000 })).state.pause).toEqual(pause({ left: 60_000 }));
  });
});

describe("a freeze", () => {
  it("refuses whatever anyone does, in the instructor's own words", () => {
    const before = after(started(), submit("cask"), pact("borun", ["aldany", "borun"]));
    const frozen = does(before, freeze);
    for (const body of [
      say("aldany", "Psst"),
      submit("aldany"),
      { kind: "withdraw", by: countryId("cask") } as const,
      pact("aldany", ["aldany", "borun"]),
    ])
      expect(textOf(frozen, body)).toBe("Eyes to the front, please.");
    expect(textOf(does(before, pause({ frozen: true })), say("aldany", "Psst"))).toBe(
      "The instructor has stopped the match for a while.",
    );
    const again = does(frozen, { kind: "resume", deadline: null });
    expect(refusalOf(again, say("aldany", "Psst"))).toBe(null);
    expect(again.state.submitted[2]?.source).toBe("person");
  });

  it("does not stand in the way of an instructor who leads on: sheets are still put in for all", () => {
    const frozen = does(advanceTo(started(), "orders"), freeze);
    expect(refusalOf(frozen, { ...submit("aldany"), source: "default" } as never)).toBe(null);
    expect(advance(frozen, "host").state).toMatchObject({ phase: "reveal", pause: freeze });
  });
});

describe("more time", () => {
  it("is given to a clock that runs, and only more", () => {
    expect(does(timed(), { kind: "extend", deadline: 9_000 }).state.deadline).toBe(9_000);
    expect(code(timed(), { kind: "extend", deadline: 4_000 })).toBe("extend.earlier");
    expect(code(started(), { kind: "extend", deadline: 9_000 })).toBe("extend.noClock");
    expect(code(does(timed(), pause()), { kind: "extend", deadline: 9_000 })).toBe("extend.paused");
  });
});

describe("a step back", () => {
  const played = (): Table => {
    const talked = after(started(), say("aldany", "Hello"), pact("borun", ["borun", "cask"]), submit("aldany"));
    const second = advance(advanceTo(talked, "reveal"));
    return advanceTo(after(second, submit("borun", { moves: [{ kind: "mobilise" }] })), "reveal");
  };

  it("leads to the dispatches of a turn as they were, and keeps what was said", () => {
    const before = played();
    const back = does(before, { kind: "stepBack", turn: 2, deadline: 7_000 });
    expect(back.state).toMatchObject({ phase: "dispatches", turn: 2, deadline: 7_000, epoch: 1, proposals: [] });
    expect(back.state.world).toEqual(before.state.played[1]?.before);
    expect(back.state.played.map(({ turn }) => turn)).toEqual([1]);
    expect(back.state.undone).toEqual([before.state.played[1]]);
    expect(back.state.messages).toEqual(before.state.messages);
    expect(back.state.submitted).toEqual([null, null, null, null]);
    const start = does(before, { kind: "stepBack", turn: 1, deadline: null });
    expect(start.state.world).toEqual(started().state.world);
    expect(start.state.undone.map(({ turn }) => turn)).toEqual([1, 2]);
  });

  it("in a turn not yet played begins that turn anew", () => {
    const orders = after(advanceTo(started(), "orders"), submit("aldany"), pact("borun", ["borun", "cask"]));
    const back = does(orders, { kind: "stepBack", turn: 1, deadline: null });
    expect(back.state).toMatchObject({ phase: "dispatches", turn: 1, undone: [], submitted: [null, null, null, null] });
  });

  it("takes ratings back to what they were when the turn opened, those made during the reveal before it too", () => {
    const rate = (level: number) =>
      ({ kind: "rate", by: countryId("aldany"), ratings: [{ country: borun, level }] }) as const;
    const rated = advanceTo(after(advance(seatAll(open({ intentions: "both" }))), rate(1)), "reveal");
    const second = after(advance(after(rated, rate(2))), rate(4));
    const back = does(second, { kind: "stepBack", turn: 2, deadline: null });
    expect(back.state.ratings[0]?.[1]).toBe(2);
    expect(does(back, { kind: "stepBack", turn: 1, deadline: null }).state.ratings[0]).toBe(null);
  });

  it("uses no treaty number twice, and checks the hash of the turn played again", () => {
    const offered = after(started(), pact("borun", ["borun", "cask"]));
    const back = does(offered, { kind: "stepBack", turn: 1, deadline: null });
    const again = after(back, pact("borun", ["borun", "cask"]));
    expect(again.state.proposals[0]?.id).not.toBe(offered.state.proposals[0]?.id);
    const first = played();
    const redone = advanceTo(does(first, { kind: "stepBack", turn: 2, deadline: null }), "reveal");
    expect(worldHash(redone.state.world)).not.toBe(worldHash(first.state.world));
    expect(redone.state.hashMismatches).toEqual([]);
    const read = checkRecord(redone.record);
    expect(read.ok && read.value.hashMismatches).toEqual([]);
  });

  it("goes nowhere but to a turn that has begun, and not from the end", () => {
    const table = played();
    expect(textOf(table, host({ kind: "stepBack", turn: 3, deadline: null }))).toBe(
      "Turn 3 has not begun: the match is at turn 2.",
    );
    expect(code(table, { kind: "stepBack", turn: 0, deadline: null })).toBe("stepBack.turn");
    expect(code(does(table, { kind: "end" }), { kind: "stepBack", turn: 1, deadline: null })).toBe("match.over");
  });

  it("out of a pause stays paused", () => {
    const back = does(played(), pause(), { kind: "stepBack", turn: 1, deadline: 9_000 });
    expect(back.state).toMatchObject({ pause: pause(), deadline: null });
  });
});

describe("a crisis put in", () => {
  const struck = ({ played }: MatchState, turn: number): string[] =>
    (played[turn - 1]?.events ?? []).flatMap((event) => (event.kind === "crisis" ? [event.crisis] : []));

  it("strikes when the present turn is resolved, whether or not the match has crises", () => {
    const table = does(started({ modules: [] }), { kind: "inject", crisis: storm("storm", borun, 5) });
    const revealed = advanceTo(table, "reveal");
    expect(struck(revealed.state, 1)).toEqual(["storm"]);
    expect(struck(advanceTo(advance(revealed), "reveal").state, 2)).toEqual([]);
  });

  it("takes the place of what was drawn, and a card played early does not come again", () => {
    const drawn = advanceTo(started({ scenario: "europe-1914" }), "reveal");
    const [first] = struck(drawn.state, 1);
    const card = drawn.state.board.scenario.crises?.find(
      ({ id, turn }) => id !== first && turn !== undefined && turn > 1,
    );
    if (!first || !card) throw new Error("1914 has crises with a date");
    const early = does(started({ scenario: "europe-1914" }), { kind: "inject", crisis: card });
    let table = advanceTo(early, "reveal");
    expect(struck(table.state, 1)).toEqual([card.id]);
    while (table.state.turn < (card.turn ?? 0)) table = advanceTo(advance(table), "reveal");
    expect(struck(table.state, card.turn ?? 0)).toEqual([]);
    expect(code(advance(table), { kind: "inject", crisis: card })).toBe("inject.struck");
  });

  it("is undone by a step back to before it struck", () => {
    const table = does(started(), { kind: "inject", crisis: storm("storm", borun, 5) });
    const back = does(advanceTo(table, "reveal"), { kind: "stepBack", turn: 1, deadline: null });
    expect(struck(advanceTo(back, "reveal").state, 1)).toEqual([]);
    expect(code(back, { kind: "inject", crisis: storm("storm", borun, 5) })).toBe(null);
  });

  it("comes while the turn can still be played, has a title, and speaks of countries that exist", () => {
    const one = storm("storm", borun, 5);
    expect(code(advanceTo(started(), "reveal"), { kind: "inject", crisis: one })).toBe("inject.resolved");
    expect(code(started(), { kind: "inject", crisis: { ...one, title: " \u200B" } })).toBe("inject.noTitle");
    expect(code(started(), { kind: "inject", crisis: storm("storm", countryId("atlantis"), 5) })).toBe(
      "country.unknown",
    );
    expect(code(started(), { kind: "inject", crisis: { ...one, effects: [], text: "" } })).toBe(null);
  });
});

describe("a country that is silenced", () => {
  const until = (table: Table, minutes: number): number => table.record.createdAt + minutes * 60_000;

  it("sends no messages until the time is over, and is told how long", () => {
    const table = started();
    const muted = does(table, { kind: "mute", country: borun, until: until(table, 5) });
    expect(textOf(muted, say("borun", "But"))).toBe(
      "The instructor does not let you send messages for another 5 minutes.",
    );
    expect(refusalOf(muted, say("aldany", "Quiet"))).toBe(null);
    expect(refusalOf(muted, submit("borun"))).toBe(null);
    expect(refusalOf(does(muted, { kind: "mute", country: borun, until: null }), say("borun", "Thanks"))).toBe(null);
    const long = does(table, { kind: "mute", country: borun, until: table.record.createdAt + 1 });
    expect(refusalOf(long, say("borun", "Again"))).toBe(null);
  });
});

describe("news", () => {
  it("are said to all or to some, cleaned and not empty", () => {
    const told = does(started(), { kind: "news", text: " Calm\u202E down ", to: [borun, countryId("aldany"), borun] });
    expect(told.state.hostDeeds).toMatchObject([
      { turn: 1, phase: "dispatches", act: { text: "Calm down", to: ["aldany", "borun"] } },
    ]);
    expect(code(started(), { kind: "news", text: " ", to: null })).toBe("news.empty");
    expect(code(started(), { kind: "news", text: "x".repeat(601), to: null })).toBe("news.tooLong");
    expect(code(started(), { kind: "news", text: "Hear", to: [countryId("atlantis")] })).toBe("country.unknown");
  });
});

describe("the end of a match", () => {
  it("comes after the turn that an instructor makes the last", () => {
    const last = does(started(), { kind: "lastTurn" });
    expect(code(last, { kind: "lastTurn" })).toBe("lastTurn.already");
    const over = advance(advanceTo(last, "reveal"));
    expect(over.state).toMatchObject({ phase: "ended", turn: 1, endTurn: 1 });
  });

  it.each([
    ["in the lobby", (): Table => seatAll(open()), 0],
    ["in turn 1, before anything is revealed", (): Table => after(started(), submit("aldany")), 0],
    ["in the reveal of turn 1", (): Table => advanceTo(started(), "reveal"), 1],
    ["in the orders of turn 2", (): Table => advanceTo(advance(advanceTo(started(), "reveal")), "orders"), 1],
  ])("may come at once: %s", (_, tableOf, turns) => {
    const over = does(tableOf(), { kind: "end" });
    expect(over.state).toMatchObject({ phase: "ended", deadline: null, pause: null, endTurn: turns });
    expect(over.state.played).toHaveLength(turns);
    const outcome = outcomeOf(over.state);
    expect(outcome.endTurn).toBe(turns);
    expect(outcome.scores).toHaveLength(over.state.board.ids.length);
    expect(outcome.play).toHaveLength(turns);
    expect(refusalOf(over, say("aldany", "Wait"))).toBe("match.over");
    expect(code(over, { kind: "end" })).toBe("match.over");
    expect(transcriptOf(over.state)).toContain("ends the match");
  });
});

describe("a match told", () => {
  it("names the instructor's acts where they were done, and what was undone", () => {
    const { record } = timed();
    const begun = does(
      timed(),
      { kind: "news", text: "Welcome.\nSit down.", to: null },
      { kind: "news", text: "You too.", to: [borun] },
      { kind: "extend", deadline: record.createdAt + 60_000 },
      pause(),
      freeze,
      { kind: "resume", deadline: null },
      { kind: "inject", crisis: storm("storm", borun, 5) },
    );
    const back = does(advanceTo(begun, "reveal"), { kind: "stepBack", turn: 1, deadline: null });
    const again = does(advanceTo(back, "reveal"), { kind: "end" });
    const told = transcriptOf(again.state);
    for (const line of [
      "dispatches: tells all: “Welcome. / Sit down.”",
      "dispatches: tells Borun: “You too.”",
      "dispatches: pauses the match, 30 s left",
      "dispatches: freezes the match: “Eyes to the front, please.”, 30 s left",
      "dispatches: resumes it",
      "dispatches: puts in a crisis: A storm",
      "reveal: steps back to turn 1",
      "reveal: ends the match",
    ])
      expect(told.split("\n")).toContain(`  ${line}`);
    const [undone] = back.state.undone;
    expect(told).toContain(`turn 1, which led to world ${undone ? worldHash(undone.after) : "none"}`);
  });
});

describe("a class", () => {
  it("plays as many turns as were planned, or one less, and never more than the scenario has", () => {
    const ends = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => open({ scenario: "ring", turns: 4, seed }).state.endTurn);
    expect(new Set(ends)).toEqual(new Set([3, 4]));
    expect(open({ scenario: "ring", turns: 4 }).state.crises).toHaveLength(4);
    expect(open({ scenario: "strait", turns: 50 }).state.board.scenario.turns).toBe(3);
  });
});

describe("a team", () => {
  const team = (...people: readonly string[]) =>
    people.map((name) => ({ person: personId(`p-${name.codePointAt(0)}`), name }));
  const seat = (country: string, ...people: readonly string[]) => {
    const [first, ...crew] = team(...people);
    if (!first) throw new Error("a team has people");
    return {
      kind: "seat",
      country: countryId(country),
      occupant: { kind: "person", ...first, ...(crew.length > 0 ? { crew } : {}) },
    } as const;
  };
  const computer = (country: string, ...people: readonly string[]) => {
    const [first, ...crew] = team(...people);
    const kept = first ? { keeps: first.person, ...(crew.length > 0 ? { crew } : {}) } : {};
    return {
      kind: "seat",
      country: countryId(country),
      occupant: { kind: "computer", personality: "lion", ...kept },
    } as const;
  };

  it("leads one seat; each of its people no other, and each is named once", () => {
    const table = after(open(), seat("aldany", "Ann", "Ben"));
    expect(refusalOf(table, seat("borun", "Ben"))).toBe("seat.two");
    expect(refusalOf(table, seat("borun", "Cem", "Cem"))).toBe("seat.twice");
    expect(refusalOf(table, seat("borun", "Cem", "\u200B"))).toBe("seat.noName");
    expect(refusalOf(table, seat("aldany", "Cem"))).toBe("seat.taken");
  });

  it("grows, shrinks and changes its first as long as someone of it stays; a computer player keeps it for all or some", () => {
    const running = advance(after(seatAll(open()), computer("aldany"), seat("aldany", "Ann", "Ben")));
    expect(refusalOf(running, seat("aldany", "Ben", "Cem"))).toBe(null);
    expect(refusalOf(running, computer("aldany", "Ann", "Cem"))).toBe("seat.keeps");
    const kept = after(running, computer("aldany", "Ann", "Ben"));
    expect(refusalOf(kept, seat("borun", "Ben"))).toBe("seat.kept");
    expect(refusalOf(kept, seat("aldany", "Cem"))).toBe("seat.taken");
    expect(refusalOf(kept, seat("aldany", "Ben"))).toBe(null);
  });

  it("finds its orders again; strangers who take the seat over do not", () => {
    const running = advance(after(seatAll(open()), computer("aldany"), seat("aldany", "Ann", "Ben")));
    const handedIn = after(running, submit("aldany"));
    expect(after(handedIn, seat("aldany", "Ben")).state.submitted[0]?.source).toBe("person");
    expect(after(handedIn, computer("aldany"), seat("aldany", "Cem")).state.submitted[0]).toBe(null);
  });
});
