import { signal } from "@preact/signals";
import type { VNode } from "preact";
import type { StudentView } from "#shared/model/classView.ts";
import { classId, matchId, personId } from "#shared/model/ids.ts";
import type { HostedView, PlayerView } from "#shared/model/view.ts";
import type { ClassEntry, ClassSummary } from "#shared/protocol/classMessages.ts";
import type { StudentConnection } from "../net/classConnection.ts";
import { createShelf } from "../net/storage.ts";
import { ClassContext } from "../panels/state/classLine.ts";
import { ClassPages } from "../play/classroom/ClassSeat.tsx";
import { Gathering } from "../play/classroom/Gathering.tsx";
import { JoinClass } from "../play/classroom/JoinClass.tsx";
import { fakeConnection } from "./fakeConnection.ts";
import { country, NOW } from "./fixtures.ts";
import { BOARD, SCENES } from "./scenes.ts";

const ME = personId("p0000000a");
const MATE = personId("p0000000b");
const MATCH = matchId("gallery");
const TEAM = [
  { member: ME, name: "Ana", present: true },
  { member: MATE, name: "Ben", present: true },
];

const SESSION = {
  number: 1,
  state: "playing",
  scenario: BOARD.scenario.id,
  seating: "random",
  naming: "real",
  table: 3,
  match: MATCH,
  country: country("romania"),
  team: TEAM,
  choices: [],
  here: 27,
} as const satisfies StudentView["session"];

const STUDENT: StudentView = {
  class: classId("c0000000a"),
  className: "IR 204, section B",
  code: "K7MQ4T",
  you: { member: ME, name: "Ana", state: "in", reason: "" },
  told: { hostReads: true, hostSeesOrders: false, filter: true },
  session: SESSION,
  survey: { due: false },
  concept: null,
  lead: null,
  vote: null,
  tally: null,
  notices: [],
  help: null,
  mutedUntil: null,
};
const GATHERING: StudentView = { ...STUDENT, session: { ...SESSION, state: "gathering", match: null } };
const CHECK = {
  questions: [
    {
      text: "A rising state has doubled its army. Its neighbours ally with one another. What is this called?",
      options: ["Bandwagoning", "Balancing", "Hiding", "Buck-passing"],
    },
    {
      text: "Which of these is not one of Walt’s four sources of threat?",
      options: ["Proximity", "Offensive power", "Regime type", "Aggressive intentions"],
    },
  ],
} as const;

const POLL = {
  id: "q1",
  question: "fear",
  text: "",
  options: ["germany", "russia", "austria-hungary", "france", "britain"],
  open: true,
  tallyShown: true,
} as const;

const HOSTED: HostedView = {
  epoch: 0,
  pause: null,
  deeds: [],
  mutedUntil: null,
  crew: [
    { person: ME, name: "Ana", present: true },
    { person: MATE, name: "Ben", present: true },
  ],
  editing: MATE,
  maySubmit: true,
};

function table(scene: string, hosted: Partial<HostedView> = {}, change: Partial<PlayerView> = {}): PlayerView {
  const found = SCENES.find(({ id }) => id === scene);
  if (!found) throw new Error(`no scene ${scene}`);
  const { view } = found;
  const classroom = { board: "full", submitter: "any", hostReads: true, hostSeesOrders: false } as const;
  return { ...view, settings: { ...view.settings, classroom }, hosted: { ...HOSTED, ...hosted }, ...change };
}
const power = (scene: string): PlayerView => {
  const view = table(scene);
  const classroom = { board: "power", submitter: "any", hostReads: true, hostSeesOrders: false } as const;
  return { ...view, settings: { ...view.settings, classroom } };
};

interface ClassScene {
  readonly student: StudentView;
  readonly view: PlayerView | null;
}
const seated = (view: PlayerView, change: Partial<StudentView> = {}): ClassScene => ({
  student: { ...STUDENT, ...change },
  view,
});
const apart = (change: Partial<StudentView>): ClassScene => ({ student: { ...GATHERING, ...change }, view: null });
const notice = (seq: number, text: string) => ({ seq, at: NOW - 60_000 + seq, to: null, text });

export const CLASS_SCENES: Readonly<Record<string, ClassScene>> = {
  waiting: apart({ you: { ...STUDENT.you, state: "waiting" }, session: null }),
  removed: apart({ you: { ...STUDENT.you, state: "removed", reason: "Come and see me, please." }, session: null }),
  between: apart({ session: null }),
  gathering: apart({}),
  survey: apart({ survey: { due: true } }),
  concept: apart({ concept: { stage: "before", ...CHECK } }),
  choosing: apart({
    session: {
      ...SESSION,
      state: "gathering",
      match: null,
      seating: "chosen",
      choices: BOARD.ids.map((id, at) => ({ country: id, taken: at % 3, most: 2 })),
    },
  }),
  table: seated(table("orders"), { notices: [notice(1, "Five minutes until the last turn.")] }),
  frozen: seated(table("orders", { pause: { frozen: true, text: "Why did nobody stop Austria?", left: 41_000 } })),
  paused: seated(table("orders", { pause: { frozen: false, text: "", left: 41_000 } }, { deadline: null })),
  poll: seated(table("diplomacy"), {
    lead: { kind: "poll", poll: POLL },
    vote: 0,
    tally: { poll: "q1", counts: [14, 5, 4, 0, 1], asked: 27 },
  }),
  spotlight: seated(table("diplomacy"), { lead: { kind: "country", table: 3, country: country("germany") } }),
  dyad: seated(table("diplomacy"), {
    lead: { kind: "dyad", table: 3, observer: country("france"), country: country("germany") },
  }),
  news: seated(
    table("dispatches", {
      deeds: [
        {
          seq: 1,
          at: NOW - 1000,
          turn: 4,
          phase: "dispatches",
          act: { kind: "news", to: null, text: "A telegram: Vienna has been promised a free hand." },
        },
      ],
    }),
  ),
  muted: seated(table("messages", { mutedUntil: NOW + 130_000 })),
  second: seated(table("orders", { maySubmit: false, crew: HOSTED.crew.toReversed() })),
  power: seated(power("orders")),
  over: seated(table("observer"), {
    session: { ...SESSION, state: "over" },
    concept: { stage: "after", ...CHECK },
  }),
};

const entry: ClassEntry = {
  kind: "class",
  class: STUDENT.class,
  code: STUDENT.code,
  token: "",
  rejoin: "7KQ2MXW4TN",
  name: "Ana",
  country: null,
};
const SUMMARY: ClassSummary = {
  kind: "class",
  code: STUDENT.code,
  name: STUDENT.className,
  naming: "real",
  roster: [],
  needsPin: true,
  locked: false,
  session: { title: BOARD.scenario.title, state: "gathering" },
};
export const DOORS: Readonly<Record<string, ClassSummary>> = {
  join: SUMMARY,
  "join-roster": { ...SUMMARY, roster: ["Ana", "Ben", "Chidi"], needsPin: false },
  "join-given": { ...SUMMARY, naming: "anonymous", needsPin: false, session: null },
  "join-locked": { ...SUMMARY, locked: true },
};

/** A line that goes nowhere and says yes: hands, votes and choices are shown at once. */
function fakeStudent({ student, view }: ClassScene): StudentConnection {
  const classroom = signal<StudentView | null>(student);
  const anywhere = SCENES[0]?.view;
  const line = fakeConnection(view ?? table("orders"));
  if (!anywhere) throw new Error("no scene");
  return {
    ...line,
    view: view ? line.view : signal(null),
    board: signal(BOARD),
    classroom,
    sendClass: (_name, body) => {
      const now = classroom.value;
      if (now && "option" in body) classroom.value = { ...now, vote: body.option };
      if (now && "text" in body && !("to" in body)) classroom.value = { ...now, help: body.text };
      return Promise.resolve({ ok: true });
    },
  };
}

/** `/gallery/?class=poll`: one state of a student's page in a class. */
export function ClassGallery({ scene }: { readonly scene: string }): VNode {
  const shelf = createShelf(null);
  const door = DOORS[scene];
  const nothing = (): void => undefined;
  if (door) return <JoinClass summary={door} shelf={shelf} onSeated={nothing} onAgain={nothing} />;
  const found = CLASS_SCENES[scene];
  if (!found)
    return (
      <ul>
        {[...Object.keys(DOORS), ...Object.keys(CLASS_SCENES)].map((id) => (
          <li key={id}>
            <a href={`?class=${id}`}>{id}</a>
          </li>
        ))}
      </ul>
    );
  const connection = fakeStudent(found);
  const { session } = found.student;
  if (session?.state !== "gathering") return <ClassPages connection={connection} entry={entry} shelf={shelf} />;
  const line = { view: signal(found.student), send: connection.sendClass };
  return (
    <ClassContext.Provider value={line}>
      <Gathering line={line} session={session} rejoin={entry.rejoin} shelf={shelf} given={BOARD.scenario} />
    </ClassContext.Provider>
  );
}
