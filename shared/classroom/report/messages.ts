import { MEMBERS, PLACED, TURN } from "./columns.ts";
import type { Column } from "./csv.ts";
import { countryName, deedsAt, type Lesson, namesOf, treatmentOf } from "./lesson.ts";
import { wordsIn } from "./participation.ts";

export interface MessageRow {
  readonly session: number;
  readonly table: number;
  readonly treatment: string;
  readonly turn: number;
  readonly phase: string;
  readonly seq: number;
  readonly from: string;
  readonly members: string;
  readonly to: string;
  readonly words: number;
  readonly text: string;
}

/** Everything said by people. What was said in private is given as a count only, unless the class was told that it would be read. */
export function messages(lesson: Lesson): readonly MessageRow[] {
  return lesson.tables.flatMap((table) => {
    const told = table.state.settings.classroom?.hostReads === true;
    const { board } = table.state;
    return deedsAt(table).flatMap(({ command, turn, phase, people }) => {
      if (command.kind !== "message" || people.length === 0) return [];
      const { to } = command;
      const open = to.kind === "all";
      return [
        {
          session: lesson.session.number,
          table: table.table.number,
          treatment: treatmentOf(lesson, table.table.number),
          turn,
          phase,
          seq: command.seq,
          from: countryName(table.state, board.indexOf.get(command.by) ?? null),
          members: namesOf(lesson, people),
          to: open
            ? "all"
            : told
              ? to.countries.map((id) => countryName(table.state, board.indexOf.get(id) ?? null)).join("; ")
              : "private",
          words: wordsIn(command.text),
          text: open || told ? command.text : "",
        },
      ];
    });
  });
}

export const MESSAGES: readonly Column<MessageRow>[] = [
  ...PLACED,
  TURN,
  {
    name: "phase",
    meaning: "Phase.",
    unit: "dispatches | diplomacy | orders | reveal | ended",
    of: ({ phase }) => phase,
  },
  { name: "message", meaning: "Number of its entry in the table's record.", unit: "count", of: ({ seq }) => seq },
  { name: "from", meaning: "Country.", unit: "text", of: ({ from }) => from },
  MEMBERS,
  {
    name: "to",
    meaning: "all, the countries it went to, or only 'private' where the class was not told that instructors read.",
    unit: "text",
    of: ({ to }) => to,
  },
  { name: "words", meaning: "Words.", unit: "count", of: ({ words }) => words },
  {
    name: "text",
    meaning: "What was said; empty where it was private and the class was not told.",
    unit: "text",
    of: ({ text }) => text,
  },
];
