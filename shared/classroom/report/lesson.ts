import type { ClassCommand, ClassState, ClassTable, Member, Session } from "../../model/classroom.ts";
import type { CountryId, CountryIndex, PersonId } from "../../model/ids.ts";
import type { Command, MatchRecord, MatchState, Occupant } from "../../model/match.ts";

/** A table of a session with all that was played there. */
export interface LessonTable {
  readonly table: ClassTable;
  readonly record: MatchRecord;
  readonly state: MatchState;
}

/** What the reports of a session are made from. Nothing else: they can be made again at any time. */
export interface Lesson {
  readonly class: ClassState;
  readonly commands: readonly ClassCommand[];
  readonly session: Session;
  readonly tables: readonly LessonTable[];
}

/** People only: computer students of a rehearsal are nobody's attendance. */
export const peopleOf = ({ class: { members } }: Lesson): readonly Member[] =>
  members.filter(({ simulated, state }) => !simulated && state !== "waiting");

/** A command of a match and who did it. A seat that is shared and does not say who counts for all who sat there. */
export interface Deed {
  readonly table: number;
  readonly command: Command;
  readonly turn: number;
  readonly phase: MatchState["phase"];
  /** The people of the country that acts; empty for computer players and the clock. */
  readonly people: readonly PersonId[];
}

/** Everything done at a table, in order, with the turn and the people of each. */
export function deedsAt({ table, record, state: { board } }: LessonTable): readonly Deed[] {
  const sitting = new Map<CountryId, Occupant>();
  let [turn, phase]: [number, MatchState["phase"]] = [0, "lobby"];
  return record.commands.map((command) => {
    if (command.kind === "seat") sitting.set(command.country, command.occupant);
    if (command.kind === "phase") [turn, phase] = [command.turn, command.phase];
    if (command.kind === "host" && command.act.kind === "stepBack") [turn, phase] = [command.act.turn, "dispatches"];
    const by = "by" in command ? command.by : null;
    const people =
      command.person === undefined ? peopleIn(by === null ? undefined : sitting.get(by)) : [command.person];
    return { table: table.number, command, turn, phase, people: by !== null && board.indexOf.has(by) ? people : [] };
  });
}

export function peopleIn(occupant: Occupant | undefined): readonly PersonId[] {
  if (occupant?.kind !== "person") return [];
  return [occupant.person, ...(occupant.crew ?? []).map(({ person }) => person)];
}

/** Who sat at a country when each turn was revealed, by `[turn − 1][country]`; the last playing of a turn that was played again. */
export function sittersByTurn({ record, state }: LessonTable): readonly (readonly (readonly PersonId[])[])[] {
  const now: (readonly PersonId[])[] = state.board.ids.map(() => []);
  const turns: (readonly (readonly PersonId[])[])[] = [];
  for (const command of record.commands) {
    const at = command.kind === "seat" ? state.board.indexOf.get(command.country) : undefined;
    if (command.kind === "seat" && at !== undefined) now[at] = peopleIn(command.occupant);
    if (command.kind === "phase" && command.phase === "reveal") turns[command.turn - 1] = [...now];
  }
  return turns.slice(0, state.played.length);
}

export const countryName = ({ board }: MatchState, at: CountryIndex | null): string =>
  at === null ? "" : (board.names[at] ?? "");

/** The names of some people, as instructors see them. */
export function namesOf(lesson: Lesson, people: readonly PersonId[]): string {
  const names = new Map(lesson.class.members.map(({ id, name }) => [id, name]));
  return people.map((id) => names.get(id) ?? "").join("; ");
}

/** What a table was treated with; empty when all tables were alike. */
export const treatmentOf = ({ session }: Lesson, table: number): string => {
  const index = session.tables.find(({ number }) => number === table)?.treatment ?? null;
  return index === null ? "" : (session.plan.treatments[index]?.name ?? "");
};
