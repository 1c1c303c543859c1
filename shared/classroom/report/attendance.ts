import { MEMBER, SESSION } from "./columns.ts";
import type { Member } from "../../model/classroom.ts";
import type { PersonId } from "../../model/ids.ts";
import { type Column, rounded } from "./csv.ts";
import { type Lesson, peopleOf } from "./lesson.ts";

export interface AttendanceRow {
  readonly session: number;
  readonly member: Member;
  readonly table: number | null;
  readonly country: string;
  readonly role: "seat" | "team" | "observer" | "none";
  /** Epoch milliseconds of the first time here in this session; null = never. */
  readonly cameAt: number | null;
  readonly minutes: number;
  /** Share of the session's time. */
  readonly share: number | null;
  readonly late: boolean;
}

/** Who was there, from when, and for how long. A session that is not over, or was forgotten, counts up to its last entry. */
export function attendance(lesson: Lesson): readonly AttendanceRow[] {
  const { session } = lesson;
  const until = endOf(lesson);
  return peopleOf(lesson).map((member) => {
    const stays = staysOf(lesson, member.id, until);
    const minutes = stays.reduce((sum, [from, to]) => sum + (to - from), 0) / 60_000;
    const length = (until - session.openedAt) / 60_000;
    const cameAt = stays[0]?.[0] ?? null;
    return {
      session: session.number,
      member,
      ...placeOf(lesson, member.id),
      cameAt,
      minutes,
      share: length > 0 ? minutes / length : null,
      late: cameAt !== null && session.startedAt !== null && cameAt > session.startedAt,
    };
  });
}

/** A session that its instructor never finished is ended by the server days later: it was over when last anything happened. */
function endOf({ session, commands }: Lesson): number {
  const forgotten = commands.findIndex(
    ({ kind, at, by }) => kind === "finish" && at === session.endedAt && by.kind === "server",
  );
  const last = forgotten < 0 ? commands.at(-1) : commands[forgotten - 1];
  return (forgotten < 0 ? session.endedAt : null) ?? last?.at ?? session.openedAt;
}

/** From when to when someone was present, cut to the session. */
function staysOf(
  { session, commands }: Lesson,
  member: PersonId,
  until: number,
): readonly (readonly [number, number])[] {
  const marks = commands.filter(
    (command) => command.kind === "presence" && command.member === member && command.at <= until,
  );
  const stays: [number, number][] = [];
  let since: number | null = null;
  for (const mark of marks) {
    if (mark.kind !== "presence") continue;
    if (mark.present) since ??= mark.at;
    else if (since !== null) {
      stays.push([since, mark.at]);
      since = null;
    }
  }
  if (since !== null) stays.push([since, until]);
  return stays.map(([from, to]) => [Math.max(from, session.openedAt), to] as const).filter(([from, to]) => to > from);
}

function placeOf({ session, tables }: Lesson, member: PersonId): Pick<AttendanceRow, "table" | "country" | "role"> {
  const place = session.places.find((one) => one.member === member);
  if (!place) return { table: null, country: "", role: "none" };
  if (place.country === null) return { table: place.table, country: "", role: "observer" };
  const board = tables.find(({ table }) => table.number === place.table)?.state.board;
  const at = board?.indexOf.get(place.country);
  const first = session.places.find((one) => one.table === place.table && one.country === place.country);
  return {
    table: place.table,
    country: (at === undefined ? undefined : board?.names[at]) ?? place.country,
    role: first?.member === member ? "seat" : "team",
  };
}

/** Epoch milliseconds as text that sorts, in UTC. Given from outside: shared code has no calendar. */
export type TimeText = (at: number) => string;

export const attendanceColumns = (timeText: TimeText): readonly Column<AttendanceRow>[] => [
  SESSION,
  ...MEMBER,
  { name: "table", meaning: "Table at the end of the session.", unit: "count", of: ({ table }) => table },
  { name: "country", meaning: "Country at the end of the session.", unit: "text", of: ({ country }) => country },
  {
    name: "role",
    meaning: "seat = first on the country, team = shares it, observer = watched, none = never placed.",
    unit: "seat | team | observer | none",
    of: ({ role }) => role,
  },
  {
    name: "came_at",
    meaning: "First time here in this session.",
    unit: "UTC",
    of: ({ cameAt }) => (cameAt === null ? null : timeText(cameAt)),
  },
  {
    name: "minutes",
    meaning: "Time connected during the session.",
    unit: "minutes",
    of: ({ minutes }) => rounded(minutes, 1),
  },
  { name: "share", meaning: "The same as a share of the session.", unit: "0–1", of: ({ share }) => rounded(share) },
  { name: "late", meaning: "Came after play had begun.", unit: "true | false", of: ({ late }) => late },
];
