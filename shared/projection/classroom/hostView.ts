import type { ClassState, ConceptAnswers, Session } from "../../model/classroom.ts";
import type { HostView } from "../../model/classView.ts";
import { tableClock, timelineOf } from "../../classroom/lessonClock.ts";
import { keptFor } from "../../lib/keptFor.ts";
import { tallyOf } from "../../classroom/polls.ts";
import type { HostFacts } from "./facts.ts";
import { tableCard } from "./tableCard.ts";

const DAY = 86_400_000;

/**
 * All that an instructor sees of a class: every member, place, call and report, every table at a glance. Not in it: what
 * anyone orders, writes or holds in hand (`TableDetail`, as far as the class was told); who voted or answered what.
 */
export function hostView(state: ClassState, facts: HostFacts): HostView {
  const { header, name, settings, members, sessions, lead, polls, concepts, reports, notices } = state;
  const session = sessions.at(-1) ?? null;
  return {
    class: header.class,
    code: header.code,
    name,
    role: facts.role,
    label: facts.label,
    settings,
    members,
    sessions: sessions.map(withoutSeeds),
    tables: Array.from({ length: session?.plan.tables ?? 0 }, (_, k) => tableCard(state, k + 1, facts)).filter(
      (card) => card !== null,
    ),
    lead,
    tallies: polls.map((poll) => tallyOf(state, poll)),
    concepts,
    conceptCount: { before: answered(state, "before"), after: answered(state, "after") },
    reports,
    notices,
    hosts: facts.hosts,
    screens: facts.screens,
    timeline: session
      ? timelineOf(
          session,
          facts.tables.map((table) => tableClock(table.number, table.state)),
          facts.now,
        )
      : null,
    deletedAt: deletedAt(state),
    crises: facts.scenario?.crises ?? [],
  };
}

/** Cards, last turn and chance of a table follow from its seed: nobody who can talk to players is told it. */
const withoutSeeds = keptFor((session: Session): Session => ({
  ...session,
  tables: session.tables.map((table) => ({ ...table, seed: 0 })),
}));

const answered = ({ conceptAnswers, sessions }: ClassState, stage: ConceptAnswers["stage"]): number =>
  conceptAnswers.filter((one) => one.session === sessions.length && one.stage === stage).length;

/** So many days after the last session's end, or after the class was opened where none was ever held. Null while one is open. */
export function deletedAt({ header, sessions, settings }: ClassState): number | null {
  const last = sessions.at(-1);
  if (last && last.state !== "over") return null;
  return (last?.endedAt ?? header.createdAt) + settings.retentionDays * DAY;
}
