import type { CountryId, CountryIndex } from "#shared/model/ids.ts";
import type { CommandBody, MatchState, Phase } from "#shared/model/match.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { publicWorld } from "#shared/projection/publicWorld.ts";
import { nextPhase, type PhaseBody } from "#shared/record/nextPhase.ts";
import { ownersOf } from "#shared/record/occupants.ts";
import { defaultOrder, worldHash } from "#shared/rules/index.ts";
import { illegal } from "#server/lib/refusals.ts";
import type { Entry } from "./Ledger.ts";
import type { People } from "./People.ts";

/**
 * A phase ends as soon as everyone present is ready; if nobody is there, the clock runs. Nobody waits for those who have
 * handed their seat over – unless they are all there is: then they say when to go on. Of a team any one who is there says
 * it for all. A paused match waits for its instructor.
 */
export function isEveryoneReady(
  { phase, pause, occupants, submitted }: MatchState,
  people: Pick<People, "attendance" | "isReady">,
): boolean {
  if (phase === "lobby" || phase === "ended" || pause) return false;
  const seats = occupants.map((occupant, at) => {
    const here = ownersOf(occupant).filter((person) => people.attendance.isPresent(person));
    const ready = here.some((person) => people.isReady(person));
    return { kind: occupant.kind, here: here.length > 0, ready, submitted: Boolean(submitted[at]) };
  });
  const seated = seats.flatMap(({ kind, here, ready, submitted: sent }) =>
    kind === "person" && here ? [phase === "orders" ? sent : ready] : [],
  );
  const watching = seats.flatMap(({ kind, here, ready }) => (kind === "computer" && here ? [ready] : []));
  const awaited = seated.length > 0 ? seated : watching;
  return awaited.length > 0 && awaited.every(Boolean);
}

/** Before the reveal every seat has a sheet: the default one where nobody submitted. */
export function submitMissing(entry: Entry): Refusal | null {
  if (entry.state.phase !== "orders") return null;
  for (const [me, by] of entry.state.board.ids.entries()) {
    const refusal = entry.state.submitted[me] ? null : entry.add(defaultSheet(entry.state, me, by));
    if (refusal) return refusal;
  }
  return null;
}

interface Opening {
  readonly cause: PhaseBody["cause"];
  /** Epoch milliseconds. */
  readonly now: number;
  /** Scales the length of every phase. */
  readonly paceFactor: number;
}

/** Enters the next phase; a reveal is followed by the hash of the world it leads to. */
export function enterNext(entry: Entry, { cause, now, paceFactor }: Opening): Refusal | null {
  const next = nextPhase(entry.state);
  if (!next) return illegal("match.over", "The match is over.");
  const length = lengthOf(entry.state, next.phase, paceFactor);
  const refusal = entry.add({ kind: "phase", ...next, deadline: length === null ? null : now + length, cause });
  if (refusal || next.phase !== "reveal") return refusal;
  return entry.add({ kind: "hash", turn: next.turn, hash: worldHash(entry.state.world) });
}

/** Milliseconds a phase lasts at most; null = no clock. */
export function lengthOf(state: MatchState, phase: Phase, paceFactor: number): number | null {
  if (phase === "lobby" || phase === "ended") return null;
  return Math.round(state.settings.seconds[phase] * 1000 * paceFactor);
}

function defaultSheet(state: MatchState, me: CountryIndex, by: CountryId): CommandBody {
  return {
    kind: "submit",
    by,
    sheet: defaultOrder(state.board, publicWorld(state.board, state.world, me), me),
    source: "default",
  };
}
