import { describe, expect, it } from "vitest";
import { createShelf } from "#client/net/storage.ts";
import { checkDue, noteAnswered, pairOf } from "#client/play/classroom/model/answered.ts";
import { classPage } from "#client/play/classroom/model/classPage.ts";
import { heardFrom, unseen } from "#client/play/classroom/model/heard.ts";
import { bars, optionText, questionText } from "#client/play/classroom/model/polls.ts";
import { leadKey, showOf } from "#client/play/classroom/model/spotlight.ts";
import type { Poll } from "#shared/model/classroom.ts";
import type { StudentSession, StudentView } from "#shared/model/classView.ts";
import { classId, countryId, matchId, personId } from "#shared/model/ids.ts";
import type { HostAct } from "#shared/model/match.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { seen } from "../../viewmodel/view.ts";

const { board, view } = seen("borun", []);
const ME = personId("p0000000a");
const SESSION: StudentSession = {
  number: 1,
  state: "playing",
  scenario: board.scenario.id,
  seating: "random",
  naming: "real",
  table: 2,
  match: view.match,
  country: view.you,
  team: [],
  choices: [],
  here: 12,
};
const student = (change: Partial<StudentView> = {}): StudentView => ({
  class: classId("c0000000a"),
  className: "IR 204",
  code: "K7MQ4T",
  you: { member: ME, name: "Ana", state: "in", reason: "" },
  told: { hostReads: false, hostSeesOrders: false, filter: true },
  session: SESSION,
  survey: { due: false },
  concept: null,
  lead: null,
  vote: null,
  tally: null,
  notices: [],
  help: null,
  mutedUntil: null,
  ...change,
});
const page = (change: Partial<StudentView>, table: PlayerView | null = null): string =>
  classPage(student(change), table).kind;
const session = (change: Partial<StudentSession>): Partial<StudentView> => ({ session: { ...SESSION, ...change } });

describe("a student's page", () => {
  it("follows the class from the door to the debrief and into the next session", () => {
    expect(classPage(null, null).kind).toBe("connecting");
    expect(page({ you: { ...student().you, state: "waiting" }, session: null })).toBe("waiting");
    expect(page({ session: null })).toBe("between");
    expect(page(session({ state: "gathering", match: null }))).toBe("gathering");
    expect(page({}, view)).toBe("table");
    expect(page(session({ state: "over" }), view)).toBe("table");
    expect(page(session({ number: 2, state: "gathering", match: null }), view)).toBe("gathering");
    expect(page(session({ state: "over" }))).toBe("between");
  });

  it("waits for the new table while the line still holds the one left", () => {
    expect(page(session({ match: matchId("elsewhere") }), view)).toBe("gathering");
  });

  it("is that of the removed, whatever else is known", () => {
    expect(page({ you: { ...student().you, state: "removed", reason: "Rude." } }, view)).toBe("removed");
  });
});

describe("what a student has heard", () => {
  const notice = (seq: number, at: number, to: StudentView["you"]["member"] | null) => ({
    seq,
    at,
    to,
    text: `${seq}`,
  });
  const deed = (at: number, act: HostAct) => ({ seq: 1, at, turn: 3, phase: "orders" as const, act });
  const table: PlayerView = {
    ...view,
    hosted: {
      epoch: 1,
      pause: null,
      deeds: [
        deed(20, { kind: "news", text: "War!", to: null }),
        deed(40, { kind: "stepBack", turn: 2, deadline: null }),
        deed(50, { kind: "mute", country: countryId("borun"), until: 99 }),
      ],
      mutedUntil: null,
      crew: [],
      editing: null,
      maySubmit: true,
    },
  };
  const heard = heardFrom(student({ notices: [notice(1, 10, null), notice(2, 30, ME)] }), table);

  it("is told latest first, from class and table alike, each as what it is", () => {
    expect(heard.map(({ at, kind }) => [at, kind])).toEqual([
      [50, "mute"],
      [40, "stepBack"],
      [30, "you"],
      [20, "news"],
      [10, "all"],
    ]);
    expect(heard.find(({ kind }) => kind === "stepBack")?.turn).toBe(2);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(heard.length);
  });

  it("is new as long as it came after the last that was put away", () => {
    expect(unseen(heard, 30).map(({ at }) => at)).toEqual([50, 40]);
    expect(unseen(heard, 50)).toEqual([]);
  });
});

describe("a poll", () => {
  const poll: Poll = {
    id: "q1",
    question: "fear",
    text: "",
    options: ["borun", "dell"],
    open: true,
    tallyShown: true,
  };
  const nameOf = (id: string): string => `the ${id}`;

  it("names countries, the choices of the game, and the instructor's own words", () => {
    expect(optionText(poll, "dell", nameOf)).toBe("the dell");
    expect(optionText({ ...poll, question: "balance" }, "bandwagon", nameOf)).toBe("Bandwagon");
    expect(optionText({ ...poll, question: "own" }, "Neither", nameOf)).toBe("Neither");
    expect(questionText(poll)).toBe("Whom do you fear most?");
    expect(questionText({ ...poll, text: "And now?" })).toBe("And now?");
  });

  it("is drawn by shares of the votes, and without votes empty", () => {
    expect(bars(poll, { poll: "q1", counts: [3, 1], asked: 9 })).toEqual([
      { count: 3, percent: 75 },
      { count: 1, percent: 25 },
    ]);
    expect(bars(poll, { poll: "q1", counts: [0, 0], asked: 9 }).map(({ percent }) => percent)).toEqual([0, 0]);
  });
});

describe("a spotlight", () => {
  const dell = countryId("dell");
  const borun = countryId("borun");

  it("turns the page of its table to a country or to why one fears another, and no other table's page", () => {
    expect(showOf({ kind: "country", table: 2, country: dell }, board, 2)).toEqual({
      kind: "country",
      country: board.indexOf.get(dell),
    });
    expect(showOf({ kind: "dyad", table: 2, observer: borun, country: dell }, board, 2)).toMatchObject({
      kind: "dyad",
      observer: board.indexOf.get(borun),
    });
    expect(showOf({ kind: "country", table: 1, country: dell }, board, 2)).toBeNull();
    expect(showOf({ kind: "country", table: 2, country: countryId("atlantis") }, board, 2)).toBeNull();
    expect(showOf(null, board, 2)).toBeNull();
  });

  it("is told from the next, which is followed again", () => {
    const one = leadKey({ kind: "country", table: 2, country: dell });
    expect(leadKey({ kind: "country", table: 2, country: borun })).not.toBe(one);
    expect(leadKey({ kind: "dyad", table: 2, observer: borun, country: dell })).not.toBe(one);
  });
});

describe("the concept check in a browser", () => {
  const asked = (stage: "before" | "after") => student({ concept: { stage, questions: [] } });
  const bytes = (from: number) => (count: number) => Array.from({ length: count }, (_, at) => (from + 31 * at) % 256);

  it("is joined before and after by one pair, drawn once a session, as the server takes it", () => {
    const shelf = createShelf(null);
    const pair = pairOf(shelf, asked("before"), bytes(3));
    expect(pair).toMatch(/^[a-z0-9]{8,32}$/);
    expect(pairOf(shelf, asked("after"), bytes(200))).toBe(pair);
    const next = { ...asked("before"), session: { ...SESSION, number: 2 } };
    expect(pairOf(shelf, next, bytes(200))).not.toBe(pair);
    expect(pairOf(createShelf(null), asked("before"), bytes(4))).not.toBe(pair);
  });

  it("is due once before and once after", () => {
    const shelf = createShelf(null);
    expect(checkDue(shelf, asked("before"))?.stage).toBe("before");
    noteAnswered(shelf, asked("before"));
    expect(checkDue(shelf, asked("before"))).toBeNull();
    expect(checkDue(shelf, asked("after"))?.stage).toBe("after");
  });
});
