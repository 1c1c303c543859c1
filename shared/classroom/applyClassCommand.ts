import { assertNever } from "../lib/assertNever.ts";
import type {
  ClassCommand,
  ClassState,
  ConceptAnswers,
  Lead,
  LessonPlan,
  Member,
  Place,
  Poll,
  Session,
} from "../model/classroom.ts";
import type { PersonId } from "../model/ids.ts";
import { temperamentOf } from "./temperament.ts";

type Of<K extends ClassCommand["kind"]> = Extract<ClassCommand, { readonly kind: K }>;

/** The class after one accepted command. Pure; the state before is left as it was. What it is given has passed `checkClassCommand`. */
export function applyClassCommand(state: ClassState, command: ClassCommand): ClassState {
  return { ...applied(state, command), lastSeq: command.seq };
}

function applied(state: ClassState, command: ClassCommand): ClassState {
  switch (command.kind) {
    case "rename":
      return { ...state, name: command.name };
    case "settings":
      return { ...state, settings: { ...state.settings, ...command.settings } };
    case "join":
      return { ...state, members: [...state.members, newcomer(command)] };
    case "admit":
      return withMember(state, command.member, { state: "in", reason: "" });
    case "remove":
      return unseated(
        withMember(state, command.member, { state: "removed", reason: command.reason, help: null, present: false }),
        command.member,
      );
    case "nameMember":
      return withMember(state, command.member, { name: command.name });
    case "temperament":
      return withMember(state, command.member, { temperament: temperamentOf(command.answers) });
    case "presence":
      return withMember(state, command.member, { present: command.present });
    case "help":
      return withMember(state, command.member, { help: command.text });
    case "mute":
      return withMember(state, command.member, { mutedUntil: command.until });
    case "openSession":
      return opened(state, command);
    case "replan":
      return withSession(state, (session) => replanned(session, command.plan));
    case "deal":
      return withSession(state, (session) => ({ ...session, places: command.places }));
    case "place":
      return withSession(state, (session) => ({ ...session, places: placesAfter(session.places, command) }));
    case "begin":
      return withSession(state, (session) => ({
        ...session,
        state: "playing",
        startedAt: command.at,
        tables: command.tables,
      }));
    case "finish":
      return finished(state, command);
    case "keep":
      return withSession(state, (session) => ({ ...session, kept: keptAfter(session, command) }));
    case "report":
      return { ...state, reports: [...state.reports, reportIn(command)] };
    case "handled":
      return {
        ...state,
        reports: state.reports.map((one) => (one.seq === command.report ? { ...one, handled: true } : one)),
      };
    case "tell":
      return {
        ...state,
        notices: [...state.notices, { seq: command.seq, at: command.at, to: command.to, text: command.text }],
      };
    case "lead":
      return { ...state, lead: command.lead, polls: pollsAfter(state.polls, command.lead) };
    case "vote":
      return {
        ...state,
        votes: [
          ...state.votes.filter(({ poll, member }) => poll !== command.poll || member !== command.member),
          { poll: command.poll, member: command.member, option: command.option },
        ],
      };
    case "concepts":
      return { ...state, concepts: command.questions };
    case "conceptAnswers":
      return { ...state, conceptAnswers: [...state.conceptAnswers, answersIn(state, command)] };
    case "tableAct":
      return state;
    default:
      return assertNever(command);
  }
}

const newcomer = ({ at, member, name, waiting, simulated }: Of<"join">): Member => ({
  id: member,
  name,
  joinedAt: at,
  state: waiting ? "waiting" : "in",
  reason: "",
  temperament: null,
  simulated: simulated === true,
  help: null,
  mutedUntil: null,
  present: true,
});

const withMember = (state: ClassState, who: PersonId, change: Partial<Member>): ClassState => ({
  ...state,
  members: state.members.map((member) => (member.id === who ? { ...member, ...change } : member)),
});

/** The last session is the present one, until it is over. */
function withSession(state: ClassState, change: (session: Session) => Session): ClassState {
  const last = state.sessions.length - 1;
  const session = state.sessions[last];
  return session ? { ...state, sessions: state.sessions.with(last, change(session)) } : state;
}

/** Who is removed leaves the seats of the session under way. */
function unseated(state: ClassState, who: PersonId): ClassState {
  return withSession(state, (session) =>
    session.state === "over" ? session : { ...session, places: session.places.filter(({ member }) => member !== who) },
  );
}

/** What was shown, and calls for help, belong to the session before. */
function opened(state: ClassState, { at, plan, rehearsal }: Of<"openSession">): ClassState {
  const session: Session = {
    number: state.sessions.length + 1,
    plan,
    rehearsal,
    state: "gathering",
    openedAt: at,
    startedAt: null,
    endedAt: null,
    places: [],
    tables: [],
    kept: [],
  };
  return {
    ...state,
    lead: null,
    members: state.members.map((member) => ({ ...member, help: null })),
    sessions: [...state.sessions, session],
  };
}

/** Computer students of a rehearsal go with it; their places stay, for the record of it. */
function finished(state: ClassState, { at }: Of<"finish">): ClassState {
  const rehearsal = state.sessions.at(-1)?.rehearsal === true;
  const gone = (member: Member): boolean => rehearsal && member.simulated && member.state !== "removed";
  return withSession(
    {
      ...state,
      members: state.members.map((member) =>
        gone(member) ? { ...member, state: "removed", present: false, help: null } : member,
      ),
    },
    (session) => ({ ...session, state: "over", endedAt: at, kept: [] }),
  );
}

/** Places at tables that are no more are given up; with another scenario, or another way of seating, all are. */
function replanned(session: Session, plan: LessonPlan): Session {
  const before = session.plan;
  const anew = before.scenario !== plan.scenario || before.seating !== plan.seating;
  return { ...session, plan, places: anew ? [] : session.places.filter(({ table }) => table <= plan.tables) };
}

/** Who changes places joins the end of a team. */
function placesAfter(places: readonly Place[], { member, place }: Of<"place">): readonly Place[] {
  const others = places.filter((one) => one.member !== member);
  return place === null ? others : [...others, { member, table: place.table, country: place.country }];
}

function keptAfter({ kept }: Session, command: Of<"keep">): Session["kept"] {
  const others = kept.filter(({ table, country }) => table !== command.table || country !== command.country);
  return command.kept ? [...others, { table: command.table, country: command.country }] : others;
}

const reportIn = ({ seq, at, member, table, message, why }: Of<"report">): ClassState["reports"][number] => ({
  seq,
  at,
  by: member,
  table,
  message,
  why,
  handled: false,
});

/** Asked for the first time, or changed: closed, or its counts shown. */
function pollsAfter(polls: readonly Poll[], lead: Lead | null): readonly Poll[] {
  if (lead?.kind !== "poll") return polls;
  const known = polls.some(({ id }) => id === lead.poll.id);
  return known ? polls.map((one) => (one.id === lead.poll.id ? lead.poll : one)) : [...polls, lead.poll];
}

const answersIn = ({ sessions }: ClassState, { answers, treatment }: Of<"conceptAnswers">): ConceptAnswers => ({
  ...answers,
  session: sessions.length,
  treatment: treatment ?? null,
});
