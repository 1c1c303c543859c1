import type { ClassState, Lead, Member, Session } from "../../model/classroom.ts";
import type { StudentSession, StudentView } from "../../model/classView.ts";
import type { PersonId } from "../../model/ids.ts";
import { membersById, placeOf, placesAt, presentCount } from "../../classroom/lookUp.ts";
import { nameAtTable } from "../../classroom/names.ts";
import { countriesPlanned } from "../../classroom/seats.ts";
import { tallyOf } from "../../classroom/polls.ts";
import type { ClassFacts } from "./facts.ts";

/**
 * What a student sees of the class beside their table. Each member of it is named here, nothing is copied wholesale.
 * Not in it: treatments, anyone else's temperament, help, votes and answers, which answer is right, why others were removed,
 * who they are where names are roles. Null for who is not in the class at all.
 */
export function studentView(state: ClassState, who: PersonId, facts: ClassFacts): StudentView | null {
  const member = membersById(state.members).get(who);
  if (!member) return null;
  const { header, settings } = state;
  const inside = member.state === "in";
  const session = state.sessions.at(-1) ?? null;
  const { hostReads, hostSeesOrders, filter } = settings;
  return {
    class: header.class,
    className: state.name,
    code: header.code,
    you: {
      member: member.id,
      name: member.name,
      state: member.state,
      reason: member.state === "removed" ? member.reason : "",
    },
    told: { hostReads, hostSeesOrders, filter },
    session: inside && session ? sessionFor(state, { session, member, facts }) : null,
    survey: { due: inside && surveyDue(session, member) },
    concept: inside && session ? conceptFor(state, { session, member, facts }) : null,
    ...(inside ? shown(state, member) : { lead: null, vote: null, tally: null }),
    notices: state.notices.filter(({ to }) => to === who || (to === null && inside)),
    help: member.help,
    mutedUntil: member.mutedUntil,
  };
}

interface Asked {
  readonly session: Session;
  readonly member: Member;
  readonly facts: ClassFacts;
}

const surveyDue = (session: Session | null, { temperament }: Member): boolean =>
  session?.state === "gathering" && session.plan.seating === "survey" && temperament === null;

function sessionFor(state: ClassState, { session, member, facts }: Asked): StudentSession {
  const { plan, places } = session;
  const place = placeOf(places, member.id);
  const table = session.tables.find(({ number }) => number === place?.table) ?? null;
  return {
    number: session.number,
    state: session.state,
    scenario: plan.scenario,
    seating: plan.seating,
    naming: state.settings.naming,
    table: place?.table ?? null,
    match: table?.match ?? null,
    country: place?.country ?? null,
    team: teamFor(state, { session, member, facts }),
    choices: choicesFor({ session, member, facts }),
    here: presentCount(state.members),
  };
}

/** Those who share the own country, in order, oneself among them. Names of one's own team are known to it unless they are roles. */
function teamFor(state: ClassState, { session, member, facts }: Asked): StudentSession["team"] {
  const own = placeOf(session.places, member.id);
  if (!own || own.country === null) return [];
  return placesAt(session.places, own.table).flatMap((place) => {
    const mate = membersById(state.members).get(place.member);
    if (!mate || place.country !== own.country) return [];
    return [
      {
        member: mate.id,
        name: nameAtTable(mate, { settings: state.settings, places: session.places, scenario: facts.scenario }),
        present: mate.present,
      },
    ];
  });
}

function choicesFor({ session, member, facts }: Asked): StudentSession["choices"] {
  const { plan, places, state } = session;
  const own = placeOf(places, member.id);
  if (state !== "gathering" || plan.seating !== "chosen" || !own || !facts.scenario) return [];
  return countriesPlanned(plan, facts.scenario).map((country) => ({
    country,
    taken: placesAt(places, own.table).filter((place) => place.country === country).length,
    most: plan.teamSize,
  }));
}

/** Before play; and when the own table has ended, or the session. Once answered the page keeps it: nobody here knows who did. */
function conceptFor(state: ClassState, { session, member, facts }: Asked): StudentView["concept"] {
  if (!session.plan.conceptCheck || state.concepts.length === 0) return null;
  const stage = session.state === "gathering" ? "before" : ended({ session, member, facts }) ? "after" : null;
  if (stage === null) return null;
  return { stage, questions: state.concepts.map(({ text, options }) => ({ text, options })) };
}

function ended({ session, member, facts }: Asked): boolean {
  if (session.state === "over") return true;
  const place = placeOf(session.places, member.id);
  return facts.tables.some(({ number, state }) => number === place?.table && state.phase === "ended");
}

/** What the instructor shows, with the own vote, and the counts once they are shown. */
function shown(state: ClassState, member: Member): Pick<StudentView, "lead" | "vote" | "tally"> {
  const { lead } = state;
  if (lead?.kind !== "poll") return { lead, vote: null, tally: null };
  const vote = state.votes.find((one) => one.poll === lead.poll.id && one.member === member.id);
  return { lead, vote: vote?.option ?? null, tally: tallyShown(state, lead) };
}

export const tallyShown = (state: ClassState, lead: Lead | null): StudentView["tally"] =>
  lead?.kind === "poll" && lead.poll.tallyShown ? tallyOf(state, lead.poll) : null;
