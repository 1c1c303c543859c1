import { assertNever } from "#shared/lib/assertNever.ts";
import { fail, ok, type Result } from "#shared/lib/result.ts";
import type { CountryId } from "#shared/model/ids.ts";
import type { HostAct, MatchState } from "#shared/model/match.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { ScenarioCrisis } from "#shared/model/scenario.ts";
import { illegal, invalid } from "#server/lib/refusals.ts";
import { lengthOf } from "./advance.ts";
import type { Entry } from "./Ledger.ts";

/** What an instructor asks for at a table. Times are worked out here, by the match's own clock. */
export type HostRequest = TableRequest | { readonly kind: "advance" };

/** All but the end of a phase, which is the clock's. */
export type TableRequest =
  | { readonly kind: "pause" | "resume" | "lastTurn" | "end" }
  | { readonly kind: "freeze"; readonly text: string }
  | { readonly kind: "extend"; readonly seconds: number }
  /** Absent: to the opening of the present turn, or from there to that of the one before. */
  | { readonly kind: "stepBack"; readonly turn?: number }
  /** A crisis of the scenario by its id, or the instructor's own words, which change nothing. */
  | {
      readonly kind: "inject";
      readonly crisis: { readonly id: string } | { readonly title: string; readonly text: string };
    }
  /** Null = to everyone. */
  | { readonly kind: "news"; readonly text: string; readonly to: readonly CountryId[] | null }
  /** Epoch milliseconds; null = may speak again. */
  | { readonly kind: "mute"; readonly country: CountryId; readonly until: number | null };

export interface HostClock {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly paceFactor: number;
}

/** Writes what was asked for into the record; a pause outlives a step back, with the whole time of the phase it leads to. */
export function actAsHost(entry: Entry, host: string, request: TableRequest, clock: HostClock): Refusal | null {
  const act = actOf(entry.state, request, clock);
  if (!act.ok) return act.error;
  const refusal = entry.add({ kind: "host", host, act: act.value });
  return refusal ?? (request.kind === "stepBack" ? restoreTime(entry, host, clock) : null);
}

/** A paused match that was led to another phase has all the time of that phase left. */
export function restoreTime(entry: Entry, host: string, { paceFactor }: Pick<HostClock, "paceFactor">): Refusal | null {
  const { pause, phase } = entry.state;
  const left = lengthOf(entry.state, phase, paceFactor);
  if (!pause || left === pause.left) return null;
  return entry.add({ kind: "host", host, act: { ...pause, left } });
}

function actOf(state: MatchState, request: TableRequest, { now, paceFactor }: HostClock): Result<HostAct, Refusal> {
  switch (request.kind) {
    case "pause":
      return ok({ kind: "pause", frozen: false, text: "", left: leftAt(state, now) });
    case "freeze":
      return ok({ kind: "pause", frozen: true, text: request.text, left: leftAt(state, now) });
    case "resume": {
      const left = state.pause?.left ?? null;
      return ok({ kind: "resume", deadline: left === null ? null : now + left });
    }
    case "extend":
      return extended(state, Math.round(request.seconds * 1000 * paceFactor));
    case "stepBack": {
      const turn = request.turn ?? (state.phase === "dispatches" ? Math.max(1, state.turn - 1) : state.turn);
      const length = lengthOf(state, "dispatches", paceFactor);
      return ok({ kind: "stepBack", turn, deadline: length === null ? null : now + length });
    }
    case "inject":
      return injected(state, request.crisis);
    case "news":
      return ok({ kind: "news", text: request.text, to: request.to });
    case "mute":
      return ok({ kind: "mute", country: request.country, until: request.until });
    case "lastTurn":
    case "end":
      return ok({ kind: request.kind });
    default:
      return assertNever(request);
  }
}

/** Milliseconds that the present phase has left; null = it has no clock. */
const leftAt = ({ pause, deadline }: MatchState, now: number): number | null =>
  pause ? pause.left : deadline === null ? null : Math.max(0, deadline - now);

function extended({ pause, deadline }: MatchState, by: number): Result<HostAct, Refusal> {
  if (pause && pause.left !== null) return ok({ ...pause, left: pause.left + by });
  if (pause || deadline === null) return fail(illegal("extend.noClock", "This phase has no clock."));
  return ok({ kind: "extend", deadline: deadline + by });
}

/** The instructor's own words have a number that no scenario uses. */
function injected(
  { board, lastSeq, turn }: MatchState,
  wanted: Extract<TableRequest, { readonly kind: "inject" }>["crisis"],
): Result<HostAct, Refusal> {
  if ("title" in wanted) {
    const own: ScenarioCrisis = { id: `own-${lastSeq + 1}`, date: `Turn ${turn}`, ...wanted, effects: [], source: "" };
    return ok({ kind: "inject", crisis: own });
  }
  const crisis = board.scenario.crises?.find(({ id }) => id === wanted.id);
  return crisis
    ? ok({ kind: "inject", crisis })
    : fail(invalid("crisis.unknown", "There is no such crisis in this scenario."));
}
