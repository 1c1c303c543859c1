import type { EventKind, GameEvent } from "../../model/event.ts";

/** What a class would talk about, the weightiest first; what is not named here makes no headline. */
const WEIGHT: Partial<Record<EventKind, number>> = {
  exiled: 100,
  provinceTaken: 95,
  restored: 90,
  battle: 85,
  securityDilemma: 35,
  treatyBroken: 75,
  pactCalled: 72,
  aligned: 60,
  treatyLeft: 58,
  bluffCalled: 55,
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
};

/** The event of a turn that a table is best told by, among those that everyone may know; null if nothing happened. */
export function headlineOf(events: readonly GameEvent[]): GameEvent | null {
  let best: GameEvent | null = null;
  let most = 0;
  for (const event of events) {
    const weight = event.seenBy === undefined ? weightOf(event) : 0;
    if (weight > most) {
      best = event;
      most = weight;
    }
  }
  return best;
}

/** Hiding is no news; a call to a pact is the more when it was refused. */
function weightOf(event: GameEvent): number {
  const weight = WEIGHT[event.kind] ?? 0;
  if (event.kind === "aligned" && event.counts.kind === "hide") return 0;
  if (event.kind === "alarm" && !event.on) return 0;
  if (event.kind === "pactCalled" && event.answer === "refused") return weight + 5;
  return weight;
}
