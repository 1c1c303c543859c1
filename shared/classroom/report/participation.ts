import { MEMBER, SESSION } from "./columns.ts";
import type { Member } from "../../model/classroom.ts";
import type { PersonId } from "../../model/ids.ts";
import type { CommandKind } from "../../model/match.ts";
import { type Column, rounded } from "./csv.ts";
import { type Deed, deedsAt, type Lesson, peopleOf, sittersByTurn } from "./lesson.ts";

export interface ParticipationRow {
  readonly session: number;
  readonly member: Member;
  /** Turns revealed while they had a country. */
  readonly turns: number;
  /** Of these, with orders handed in by their country's people. */
  readonly ordered: number;
  /** Of these, with a reason named, and with a sentence of their own. */
  readonly reasoned: number;
  readonly explained: number;
  readonly forecasts: number;
  readonly messages: number;
  readonly words: number;
  readonly treaties: number;
  readonly ratings: number;
  readonly votes: number;
  readonly helpCalls: number;
}

/** What each did. Where a seat is shared, orders count for all who sat there, and talk for whoever wrote it if that is known. */
export function participation(lesson: Lesson): readonly ParticipationRow[] {
  const deeds = lesson.tables.flatMap(deedsAt);
  const seated = seatedTurns(lesson);
  return peopleOf(lesson).map((member) => {
    const mine = deeds.filter(({ people }) => people.includes(member.id));
    const turns = seated.get(member.id) ?? [];
    const did = (...kinds: readonly CommandKind[]): readonly Deed[] =>
      mine.filter(({ command }) => kinds.includes(command.kind));
    return {
      session: lesson.session.number,
      member,
      turns: turns.length,
      ordered: turns.filter(({ ordered }) => ordered).length,
      reasoned: turns.filter(({ reasoned }) => reasoned).length,
      explained: turns.filter(({ explained }) => explained).length,
      forecasts: turnsOf(did("forecast")),
      messages: did("message").length,
      words: did("message").reduce(
        (sum, { command }) => sum + (command.kind === "message" ? wordsIn(command.text) : 0),
        0,
      ),
      treaties: did("propose", "sign").length,
      ratings: turnsOf(did("rate")),
      votes: votesOf(lesson, member.id),
      helpCalls: lesson.commands.filter(
        (command) =>
          command.kind === "help" &&
          command.member === member.id &&
          command.text !== null &&
          during(lesson, command.at),
      ).length,
    };
  });
}

interface SeatTurn {
  readonly ordered: boolean;
  readonly reasoned: boolean;
  readonly explained: boolean;
}

/** Every turn that was played with someone on a country, by person. */
function seatedTurns(lesson: Lesson): ReadonlyMap<PersonId, readonly SeatTurn[]> {
  const turns = new Map<PersonId, SeatTurn[]>();
  for (const table of lesson.tables) {
    sittersByTurn(table).forEach((sitters, turn) =>
      sitters.forEach((people, country) => {
        const submitted = table.state.played[turn]?.sheets[country];
        const ordered = submitted?.source === "person";
        const seatTurn = {
          ordered,
          reasoned: ordered && submitted.sheet.reason !== null,
          explained: ordered && submitted.sheet.note.trim() !== "",
        };
        for (const person of people) turns.set(person, [...(turns.get(person) ?? []), seatTurn]);
      }),
    );
  }
  return turns;
}

/** A forecast may be changed: one a turn counts. */
const turnsOf = (deeds: readonly Deed[]): number => new Set(deeds.map(({ table, turn }) => `${table} ${turn}`)).size;

export const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export const during = ({ session }: Pick<Lesson, "session">, at: number): boolean =>
  at >= session.openedAt && (session.endedAt === null || at <= session.endedAt);

const votesOf = (lesson: Lesson, member: PersonId): number =>
  new Set(
    lesson.commands.flatMap((command) =>
      command.kind === "vote" && command.member === member && during(lesson, command.at) ? [command.poll] : [],
    ),
  ).size;

const counted = (name: keyof Omit<ParticipationRow, "member">, meaning: string): Column<ParticipationRow> => ({
  name,
  meaning,
  unit: "count",
  of: (row) => rounded(row[name], 0),
});

export const PARTICIPATION: readonly Column<ParticipationRow>[] = [
  SESSION,
  ...MEMBER,
  counted("turns", "Turns revealed while the student had a country. A turn that was played again counts once."),
  counted(
    "ordered",
    "Of these, turns with orders handed in by the country's people (not by the clock or a computer player).",
  ),
  counted("reasoned", "Of these, turns with a reason named for the alignment."),
  counted("explained", "Of these, turns with a sentence of explanation."),
  counted("forecasts", "Turns with a forecast."),
  counted("messages", "Messages sent in the match."),
  counted("words", "Words in them."),
  counted("treaties", "Treaties proposed or signed."),
  counted("ratings", "Turns in which others' intentions were rated."),
  counted("votes", "Polls answered."),
  counted("helpCalls", "Times the student called the instructor."),
];
