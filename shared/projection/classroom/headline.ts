import type { CountryId } from "../../model/ids.ts";
import type { EventKind, GameEvent } from "../../model/event.ts";
import type { PlayedTurn } from "../../model/match.ts";
import type { Alignment } from "../../model/order.ts";

/** What a class would talk about, the weightiest first; what is not named here makes no headline. */
const WEIGHT: Partial<Record<EventKind, number>> = {
  exiled: 100,
  provinceTaken: 95,
  restored: 90,
  battle: 85,
  treatyBroken: 80,
  pactCalled: 75,
  aligned: 60,
  treatyLeft: 56,
  bluffCalled: 54,
  ultimatumAnswered: 52,
  ultimatumIssued: 50,
  treatySigned: 45,
  conceded: 44,
  revolt: 42,
  rising: 42,
  alarm: 40,
  crisis: 38,
  mobilised: 30,
  treatyLapsed: 22,
  threatened: 20,
  reassured: 15,
  securityDilemma: 12,
};
/** A refused call is the greater news; so is each partner in a coalition. */
const REFUSED = 3;
const MOST_PARTNERS = 9;

type Turn = Pick<PlayedTurn, "events" | "before"> | undefined;

/**
 * The event of a turn that a table is best told by, among those that everyone may know: conquest before attack, attack before
 * a change of side, that before ultimata, treaties and mobilisation. Null if nothing happened. The first of equals.
 */
export function headlineOf(turn: Turn): GameEvent | null {
  let best: GameEvent | null = null;
  let most = 0;
  for (const event of turn?.events ?? []) {
    const weight = event.seenBy === undefined ? weightOf(event, turn) : 0;
    if (weight > most) {
      best = event;
      most = weight;
    }
  }
  return best;
}

function weightOf(event: GameEvent, turn: Turn): number {
  const weight = WEIGHT[event.kind] ?? 0;
  switch (event.kind) {
    case "aligned":
      return changedSide(event, turn) ? weight + Math.min(MOST_PARTNERS, partners(event.counts, turn)) : 0;
    case "alarm":
      return event.on ? weight : 0;
    case "pactCalled":
      return event.answer === "refused" ? weight + REFUSED : weight;
    // Land given back, or taken by an ultimatum, is told by what led to it.
    case "provinceTaken":
      return event.how === "withdrawal" || event.how === "cession" ? 0 : weight;
    default:
      return weight;
  }
}

/** Hiding is no news; nor is standing where one stood. */
function changedSide(event: Extract<GameEvent, { readonly kind: "aligned" }>, turn: Turn): boolean {
  const before = turn?.before.alignments[event.country];
  return event.counts.kind !== "hide" && (before?.kind !== event.counts.kind || other(before) !== other(event.counts));
}

/** How many others stand against, or follow, the same country this turn. */
const partners = (alignment: Alignment, turn: Turn): number =>
  (turn?.events ?? []).filter(
    (event) =>
      event.kind === "aligned" && event.counts.kind === alignment.kind && other(event.counts) === other(alignment),
  ).length - 1;

function other(alignment: Alignment): CountryId | null {
  if (alignment.kind === "hide") return null;
  return alignment.kind === "balance" ? alignment.against : alignment.with;
}
