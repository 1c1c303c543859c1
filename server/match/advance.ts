import type { CountryId, CountryIndex } from "#shared/model/ids.ts";
import type { CommandBody, MatchState, Phase } from "#shared/model/match.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { publicWorld } from "#shared/projection/publicWorld.ts";
import { nextPhase, type PhaseBody } from "#shared/record/nextPhase.ts";
import { defaultOrder, worldHash } from "#shared/rules/index.ts";
import { illegal } from "#server/lib/refusals.ts";
import type { Entry } from "./Ledger.ts";
import type { People } from "./People.ts";

/**
 * A phase ends as soon as everyone present is ready; if nobody is there, the clock runs. Nobody waits for those who have
 * handed their seat over – unless they are all there is: then they say when to go on.
 */
export function isEveryoneReady(
  { phase, occupants, submitted }: MatchState,
  people: Pick<People, "attendance" | "isReady">,
): boolean {
  if (phase === "lobby" || phase === "ended") return false;
  const seated = occupants.flatMap((occupant, at) =>
    occupant.kind === "person" && people.attendance.isPresent(occupant.person)
      ? [phase === "orders" ? Boolean(submitted[at]) : people.isReady(occupant.person)]
      : [],
  );
  const watching = occupants.flatMap((occupant) =>
    occupant.kind === "computer" && occupant.keeps !== undefined && people.attendance.isPresent(occupant.keeps)
      ? [people.isReady(occupant.keeps)]
      : [],
  );
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
function lengthOf(state: MatchState, phase: Phase, paceFactor: number): number | null {
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
