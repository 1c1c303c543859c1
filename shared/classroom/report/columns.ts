import type { Member } from "../../model/classroom.ts";
import type { Column } from "./csv.ts";

/** Where and when something was done: the columns by which the files are joined. */
export interface Placed {
  readonly session: number;
  readonly table: number | null;
  readonly treatment: string;
}

export const SESSION: Column<{ readonly session: number }> = {
  name: "session",
  meaning: "Number of the session, from 1.",
  unit: "count",
  of: ({ session }) => session,
};

export const PLACED: readonly Column<Placed>[] = [
  SESSION,
  { name: "table", meaning: "Number of the table; empty = all together.", unit: "count", of: ({ table }) => table },
  {
    name: "treatment",
    meaning: "Treatment of the table; empty when all were alike.",
    unit: "text",
    of: ({ treatment }) => treatment,
  },
];

export const TURN: Column<{ readonly turn: number }> = {
  name: "turn",
  meaning: "Turn, from 1.",
  unit: "count",
  of: ({ turn }) => turn,
};

/** Who of a country did it. */
export const MEMBERS: Column<{ readonly members: string }> = {
  name: "members",
  meaning: "Nicknames of its people then; of who did it, where that is known.",
  unit: "text",
  of: ({ members }) => members,
};

export const MEMBER: readonly Column<{ readonly member: Member }>[] = [
  {
    name: "member",
    meaning: "Code of the student: the same in every file.",
    unit: "code",
    of: ({ member }) => member.id,
  },
  { name: "name", meaning: "Nickname as instructors see it.", unit: "text", of: ({ member }) => member.name },
];
