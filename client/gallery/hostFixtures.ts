import { headlineOf } from "#shared/projection/classroom/headline.ts";
import type { LessonPlan, Member, Place, Session } from "#shared/model/classroom.ts";
import type { HostView, SeatCard, TableCard } from "#shared/model/classView.ts";
import { classId, matchId, personId, type MatchId } from "#shared/model/ids.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import { defaultModules, messageRules, phaseSeconds } from "#shared/rules/index.ts";
import europe from "#shared/scenarios/europe-1914/scenario.json";
import type { WatchedTable } from "../net/classConnection.ts";
import { NOW, playedMatch, scenarioIn, sheet, country, type Fixture, type Script } from "./fixtures.ts";

export const EUROPE = scenarioIn(europe);
const NAMES = ["Mateo", "Aylin", "Jonas", "Ana", "Ben", "Chidi", "Daria", "Emil", "Fatou", "Goran", "Hana", "Ivo"];
const PEOPLE = ["austria-hungary", "britain", "france", "germany", "italy", "ottoman-empire", "russia", "serbia"];
const against = (target: string) =>
  sheet({ alignment: { kind: "balance", against: country(target) }, reason: "power" });
const SCRIPTS: readonly Script[] = [
  {
    "austria-hungary": [
      sheet({ moves: [{ kind: "mobilise" }] }),
      sheet({ moves: [{ kind: "threaten", target: country("serbia") }] }),
    ],
    france: [against("germany"), against("germany"), against("germany")],
    serbia: [against("austria-hungary"), against("austria-hungary")],
  },
  { britain: [against("russia"), against("russia")], "ottoman-empire": [against("russia"), against("russia")] },
  {
    russia: [sheet({ moves: [{ kind: "mobilise" }] }), against("germany")],
    germany: [against("france"), against("russia")],
  },
];
const CASTS = [
  ["theorist", "hider", "titForTat"],
  ["wolf", "lion", "lamb"],
  ["powerBalancer", "jackal", "theorist"],
] as const;

/** A few matches really played; more tables share them. */
const played: readonly Fixture[] = SCRIPTS.map((script, at) =>
  playedMatch({
    scenario: EUROPE,
    script,
    people: PEOPLE,
    personalities: CASTS[at] ?? CASTS[0],
    turns: at === 2 ? 2 : 3,
    phase: at === 2 ? "reveal" : "orders",
  }),
);

export const PLAN: LessonPlan = {
  scenario: EUROPE.id,
  level: "standard",
  modules: defaultModules("standard"),
  students: 66,
  minutes: 50,
  tables: 8,
  seats: 8,
  teamSize: 2,
  turns: 6,
  seconds: phaseSeconds("intro", "brisk"),
  briefMinutes: 4,
  debriefMinutes: 17,
  protectDebrief: true,
  clock: "together",
  seating: "survey",
  submitter: "any",
  messages: messageRules(),
  intentions: "computed",
  difficulty: "normal",
  treatments: [
    { name: "Reassuring Germany", board: "full", strongest: "reassuring", kappa: null, delta: null, messages: null },
    { name: "Blustering Germany", board: "full", strongest: "blustering", kappa: null, delta: null, messages: null },
  ],
  dealt: Array.from({ length: 16 }, (_, at) => (at * 5 + 1) % 2),
  conceptCheck: true,
};

export interface HostFixture {
  readonly view: HostView;
  readonly tables: ReadonlyMap<MatchId, WatchedTable>;
}

/** Students of a class with so many tables, eight seats at each and two who share one. */
export function membersOf(tables: number): readonly Member[] {
  return Array.from({ length: tables * PEOPLE.length + 2 }, (_, at): Member => ({
    id: personId(`p${String(at).padStart(8, "0")}`),
    name: `${NAMES[at % NAMES.length] ?? ""}${at < NAMES.length ? "" : ` ${Math.floor(at / NAMES.length) + 1}`}`,
    joinedAt: NOW - 900_000 + at * 1000,
    state: "in",
    reason: "",
    temperament: at % 3 === 0 ? { answers: [1, 2, 3, 2, 1], revisionism: ((at % 5) - 2) / 2 } : null,
    simulated: false,
    help: at === 19 ? "Can I withdraw from a province?" : null,
    mutedUntil: null,
    present: at % 31 !== 17,
  }));
}

const seat = (at: number): Omit<Place, "member"> => ({
  table: Math.floor(at / PEOPLE.length) + 1,
  country: country(PEOPLE[at % PEOPLE.length] ?? ""),
});

/** The last comer has no seat yet; the one before shares the first one's. */
export const placesOf = (members: readonly Member[]): readonly Place[] =>
  members.slice(0, -1).map(({ id }, at) => ({ member: id, ...(at === members.length - 2 ? seat(0) : seat(at)) }));

function cardOf(number: number, fixture: Fixture, places: readonly Place[]): TableCard {
  const view = fixture.view(null);
  const { board } = fixture.state;
  const seats = view.seats.map((each, at): SeatCard => {
    const members = places
      .filter((place) => place.table === number && place.country === each.country)
      .map(({ member }) => member);
    const away = members.length > 0 && number === 3 && ["britain", "italy"].includes(each.country);
    const state =
      members.length === 0 ? "computer" : away ? "away" : (at * 7 + number * 3) % 5 === 0 ? "draft" : "submitted";
    return {
      country: each.country,
      name: board.names[at] ?? "",
      members,
      state,
      ready: state === "submitted",
      kept: false,
      awaySince: away ? NOW - 40_000 - at * 5_000 : null,
      idleSince: null,
    };
  });
  return {
    number,
    match: matchId(`gallery${number}`),
    treatment: PLAN.treatments[PLAN.dealt[number - 1] ?? 0]?.name ?? null,
    phase: view.phase,
    turn: view.turn,
    deadline: NOW + (view.phase === "reveal" ? 18_000 : 32_000),
    pause: number === 11 ? { frozen: true, text: "Please look up." } : null,
    seats,
    observers: [],
    hottest: hottestOf(board, view),
    headline: headlineOf(fixture.state.played.at(-1)),
    wars: view.history.at(-1)?.events.filter(({ kind }) => kind === "battle").length ?? 0,
    need: number === 3 ? 5 : 0,
  };
}

function hottestOf(board: Board, view: PlayerView): TableCard["hottest"] {
  const all = view.world.threat.flatMap((row, observer) =>
    row.map((threat, other) => ({ observer, other, threat: threat ?? 0 })).filter(({ other }) => other !== observer),
  );
  const top = all.toSorted((a, b) => b.threat - a.threat)[0];
  const [a, b] = [board.ids[top?.observer ?? 0], board.ids[top?.other ?? 1]];
  return top && a && b ? { observer: a, country: b, threat: top.threat } : null;
}

/** A table before its match is made. */
const laidCard = (number: number, places: readonly Place[]): TableCard => ({
  number,
  match: null,
  treatment: PLAN.treatments[PLAN.dealt[number - 1] ?? 0]?.name ?? null,
  phase: "lobby",
  turn: 0,
  deadline: null,
  pause: null,
  seats: EUROPE.countries.map(({ id, name }): SeatCard => {
    const members = places
      .filter((place) => place.table === number && place.country === id)
      .map(({ member }) => member);
    const state = members.length > 0 ? "none" : "empty";
    return { country: id, name, members, state, ready: false, kept: false, awaySince: null, idleSince: null };
  }),
  observers: [],
  hottest: null,
  headline: null,
  wars: 0,
  need: 0,
});

const MINUTE = 60_000;
const from = NOW - 23 * MINUTE;

/** A class in play with so many tables. */
export function playingClass(count: number): HostFixture {
  const members = membersOf(count);
  const places = placesOf(members);
  const fixtures = Array.from({ length: count }, (_, at) => played[at % 5 === 4 ? 2 : at % 2] ?? played[0]);
  const cards = fixtures.flatMap((fixture, at) => (fixture ? [cardOf(at + 1, fixture, places)] : []));
  const tables = new Map(
    fixtures.flatMap((fixture, at): (readonly [MatchId, WatchedTable])[] => {
      const match = matchId(`gallery${at + 1}`);
      return fixture ? [[match, { match, view: fixture.view(null), board: fixture.state.board }]] : [];
    }),
  );
  const session: Session = {
    number: 1,
    plan: { ...PLAN, tables: count, students: members.length },
    rehearsal: false,
    state: "playing",
    openedAt: from - 5 * MINUTE,
    startedAt: from,
    endedAt: null,
    places,
    tables: cards.map(({ number, match }) => ({ number, match: match ?? matchId(""), seed: number, treatment: 0 })),
    kept: [],
  };
  return {
    view: { ...emptyClass(), members, sessions: [session], tables: cards, timeline: TIMELINE, screens: 1 },
    tables,
  };
}

const TIMELINE = {
  from,
  debriefFrom: NOW + 10 * MINUTE,
  until: NOW + 27 * MINUTE,
  turn: 4,
  marks: [4, 9, 14, 19, 24, 29, 33].map((minute) => from + minute * MINUTE),
  ahead: 0,
};

/** While people come in: three tables, one person at the door. */
export function gatheringClass(): HostFixture {
  const members = membersOf(3);
  const here = members.map((member, at) => (at === 25 ? { ...member, state: "waiting" as const } : member));
  const session: Session = {
    number: 1,
    plan: { ...PLAN, tables: 3, students: 27 },
    rehearsal: false,
    state: "gathering",
    openedAt: NOW - MINUTE,
    startedAt: null,
    endedAt: null,
    places: placesOf(members).slice(0, 22),
    tables: [],
    kept: [],
  };
  const tables = [1, 2, 3].map((number) => laidCard(number, session.places));
  return { view: { ...emptyClass(), members: here, sessions: [session], tables }, tables: new Map() };
}

/** A class just opened. */
export const emptyClass = (): HostView => ({
  class: classId("gallery"),
  code: "K7MQ4T",
  name: "World Politics, Tue 10:00",
  role: "owner",
  label: "Dr Weber",
  settings: {
    naming: "real",
    roster: [],
    locked: false,
    approve: false,
    pin: null,
    filter: true,
    hostReads: true,
    hostSeesOrders: false,
    retentionDays: 30,
  },
  members: [],
  sessions: [],
  tables: [],
  lead: null,
  tallies: [],
  concepts: [],
  conceptCount: { before: 0, after: 0 },
  reports: [],
  notices: [],
  hosts: ["Dr Weber"],
  screens: 0,
  timeline: null,
  deletedAt: null,
  crises: EUROPE.crises ?? [],
});
