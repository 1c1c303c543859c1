import type { LessonPlan, Session } from "../model/classroom.ts";
import type { Timeline } from "../model/classView.ts";
import type { MatchState, Phase } from "../model/match.ts";
import { PLAY_PHASES, turnSeconds } from "./lessonTime.ts";

/** What the lesson's clock must know of a table. */
export interface TableClock {
  readonly number: number;
  readonly phase: Phase;
  readonly turn: number;
  /** Epoch milliseconds; null = no clock runs. */
  readonly deadline: number | null;
  /** Milliseconds left when the clock was stopped; null = it runs. */
  readonly stopped: { readonly left: number | null } | null;
  /** The present turn is the last: as was drawn, or by an instructor's word. Secret, and told to nobody here. */
  readonly last: boolean;
  /** Of its phases: those of the plan, or of a rehearsal's faster pace. */
  readonly seconds: Seconds;
}
type Seconds = LessonPlan["seconds"];

export function tableClock(number: number, state: MatchState): TableClock {
  const { phase, turn, deadline, pause, settings } = state;
  return {
    number,
    phase,
    turn,
    deadline,
    stopped: pause === null ? null : { left: pause.left },
    last: turn >= state.endTurn,
    seconds: settings.seconds,
  };
}

const MINUTE = 60_000;
/** `ahead` is told in half minutes: finer, and it would change at every look. */
const AHEAD_STEP = 0.5;

interface Span {
  readonly from: number;
  readonly debriefFrom: number;
  readonly until: number;
}

/**
 * The lesson's bounds, epoch milliseconds: it began as long before play as the brief was to take. A rehearsal's is as much
 * shorter as its tables play faster. Null before play.
 */
export function lessonSpan(
  { startedAt, plan, rehearsal }: Pick<Session, "startedAt" | "plan" | "rehearsal">,
  tables: readonly Pick<TableClock, "seconds">[],
): Span | null {
  if (startedAt === null) return null;
  const minute = MINUTE * (rehearsal ? turnSeconds(secondsOf(plan, tables)) / turnSeconds(plan.seconds) : 1);
  const from = startedAt - plan.briefMinutes * minute;
  const until = rehearsal ? from + plan.minutes * minute : (plan.endsAt ?? from + plan.minutes * minute);
  return { from, debriefFrom: Math.max(startedAt, until - plan.debriefMinutes * minute), until };
}

/** As the tables play; before there are any, as planned. */
const secondsOf = (plan: LessonPlan, tables: readonly Pick<TableClock, "seconds">[]): Seconds =>
  tables[0]?.seconds ?? plan.seconds;

/** The lesson's plan against the clock; null before play and after the session. */
export function timelineOf(session: Session, tables: readonly TableClock[], now: number): Timeline | null {
  const span = lessonSpan(session, tables);
  const { startedAt, plan, state } = session;
  if (!span || startedAt === null || state !== "playing") return null;
  const turn = turnSeconds(secondsOf(plan, tables)) * 1000;
  const marks = Array.from({ length: plan.turns + 1 }, (_, k) => startedAt + k * turn);
  const playing = tables.filter(isPlaying);
  const slowest = Math.min(...playing.map((table) => aheadOf(table, startedAt, now)));
  return {
    ...span,
    turn: playing.length > 0 ? Math.min(...playing.map((table) => table.turn)) : plan.turns,
    marks,
    ahead: playing.length > 0 ? Math.round(slowest / MINUTE / AHEAD_STEP) * AHEAD_STEP + 0 : 0,
  };
}

const isPlaying = ({ phase }: TableClock): boolean => phase !== "ended" && phase !== "lobby";

/** How much sooner than planned a table's phase will end, in milliseconds. */
function aheadOf(table: TableClock, startedAt: number, now: number): number {
  const planned = startedAt + (table.turn * turnSeconds(table.seconds) - secondsAfter(table)) * 1000;
  return planned - phaseEnd(table, planned, now);
}

/** When a phase will end: by its deadline; stopped, by what is left from now; without a clock, as planned or now. */
function phaseEnd({ deadline, stopped }: TableClock, planned: number, now: number): number {
  if (stopped) return stopped.left === null ? Math.max(now, planned) : now + stopped.left;
  return deadline === null ? Math.max(now, planned) : Math.max(now, deadline);
}

/** Seconds of a turn that come after the present phase. */
function secondsAfter({ seconds, phase }: Pick<TableClock, "seconds" | "phase">): number {
  const at = PLAY_PHASES.findIndex((one) => one === phase);
  return at < 0 ? 0 : PLAY_PHASES.slice(at + 1).reduce((total, one) => total + seconds[one], 0);
}

export interface Protection {
  /** Tables whose present turn must be their last. */
  readonly lastTurn: readonly number[];
  /** Tables that must end now: the debrief begins. */
  readonly end: readonly number[];
}

/**
 * What must be done for the debrief to have its time. A turn is begun only if its orders are in before the debrief; the
 * reveal may run into it, for the turn is resolved then. Answers the same until it is done, so it can be asked at any time.
 */
export function protectDebrief(asked: {
  readonly session: Session;
  readonly tables: readonly TableClock[];
  readonly now: number;
}): Protection {
  const { session, tables, now } = asked;
  const span = lessonSpan(session, tables);
  if (!span || session.state !== "playing" || !session.plan.protectDebrief) return { lastTurn: [], end: [] };
  const playing = tables.filter(isPlaying);
  const numbers = (list: readonly TableClock[]): readonly number[] => list.map(({ number }) => number);
  if (now >= span.debriefFrom) return { lastTurn: [], end: numbers(playing) };
  const { plan } = session;
  return {
    lastTurn: numbers(
      playing.filter(
        (table) => !table.last && table.turn < plan.turns && nextTurnResolved(table, now) > span.debriefFrom,
      ),
    ),
    end: [],
  };
}

/** When the turn after the present one would be resolved, if every phase takes its full time. */
function nextTurnResolved(table: TableClock, now: number): number {
  const { seconds } = table;
  const end = phaseEnd(table, now, now) + secondsAfter(table) * 1000;
  return end + (turnSeconds(seconds) - seconds.reveal) * 1000;
}
