import type { LessonPlan } from "#shared/model/classroom.ts";
import type { Timeline } from "#shared/model/classView.ts";

/** A part of the lesson, in true proportion. */
export interface Segment {
  readonly kind: "brief" | "turn" | "slack" | "debrief";
  /** Of a turn. */
  readonly number: number;
  /** Epoch ms. */
  readonly from: number;
  readonly to: number;
  readonly state: "past" | "now" | "next";
  /** Share of it gone, 0–1. */
  readonly gone: number;
}

/** Brief, turns and debrief, as planned; what is left between the last turn and the debrief is slack. */
export function segmentsOf(line: Timeline, now: number): readonly Segment[] {
  const ends = line.marks.map((mark) => Math.min(mark, line.debriefFrom));
  const last = ends.at(-1) ?? line.from;
  const parts = [
    ...ends.map((to, at) => ({
      kind: at === 0 ? ("brief" as const) : ("turn" as const),
      number: at,
      from: ends[at - 1] ?? line.from,
      to,
    })),
    { kind: "slack" as const, number: 0, from: last, to: line.debriefFrom },
    { kind: "debrief" as const, number: 0, from: line.debriefFrom, to: line.until },
  ];
  return parts.filter(({ from, to }) => to > from).map((part) => ({ ...part, ...standingOf(part, line, now) }));
}

type Part = Pick<Segment, "kind" | "number" | "from" | "to">;

/** Turns follow the tables, the rest the clock. */
function standingOf(part: Part, line: Timeline, now: number): Pick<Segment, "state" | "gone"> {
  const gone = Math.min(1, Math.max(0, (now - part.from) / (part.to - part.from)));
  if (part.kind === "turn" || part.kind === "brief") {
    const order = part.number - line.turn;
    if (now >= line.debriefFrom || order < 0) return { state: "past", gone: 1 };
    return order === 0 ? { state: "now", gone } : { state: "next", gone: 0 };
  }
  if (now < part.from) return { state: "next", gone: 0 };
  return now >= part.to ? { state: "past", gone: 1 } : { state: "now", gone };
}

const MINUTE = 60_000;

/** A plan drawn as if its brief began at `from`. */
export function plannedLine(plan: LessonPlan, from: number): Timeline {
  const until = from + plan.minutes * MINUTE;
  const turn = turnSeconds(plan) * 1000;
  const brief = from + plan.briefMinutes * MINUTE;
  return {
    from,
    until,
    debriefFrom: until - plan.debriefMinutes * MINUTE,
    turn: -1,
    marks: [brief, ...Array.from({ length: plan.turns }, (_, at) => brief + turn * (at + 1))],
    ahead: 0,
  };
}

export const turnSeconds = ({ seconds }: Pick<LessonPlan, "seconds">): number =>
  seconds.dispatches + seconds.diplomacy + seconds.orders + seconds.reveal;

export interface PlanState {
  readonly minutesLeft: number;
  readonly debriefMinutes: number;
  readonly kind: "onPlan" | "ahead" | "behind";
  readonly by: number;
  readonly inDebrief: boolean;
}

/** How the lesson stands, in whole minutes. A minute either way is on plan. */
export function planState(line: Timeline, now: number): PlanState {
  const by = Math.round(Math.abs(line.ahead));
  return {
    minutesLeft: Math.max(0, Math.ceil((line.until - now) / MINUTE)),
    debriefMinutes: Math.max(
      0,
      Math.round((line.until - Math.max(line.debriefFrom, Math.min(now, line.until))) / MINUTE),
    ),
    kind: by < 2 ? "onPlan" : line.ahead > 0 ? "ahead" : "behind",
    by,
    inDebrief: now >= line.debriefFrom,
  };
}

/** "10:23" by the local clock. */
export const clockTime = (at: number): string =>
  new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** "10:50" of the day on which `near` falls, as epoch ms; past midnight where that is nearer. Null if it is no time. */
export function atClock(time: string, near: number): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const at = new Date(near);
  at.setHours(Number(hours), Number(minutes), 0, 0);
  const HALF_DAY = 12 * 60 * MINUTE;
  const off = at.getTime() - near;
  const days = off > HALF_DAY ? -1 : off < -HALF_DAY ? 1 : 0;
  at.setDate(at.getDate() + days);
  return at.getTime();
}
