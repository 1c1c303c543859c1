import type { CountryId } from "../model/ids.ts";
import type { MatchState } from "../model/match.ts";

/** Until when a country may not send messages, epoch milliseconds; null = it may. */
export function mutedUntil({ hostDeeds }: Pick<MatchState, "hostDeeds">, country: CountryId): number | null {
  const last = hostDeeds.findLast(({ act }) => act.kind === "mute" && act.country === country);
  return last?.act.kind === "mute" ? last.act.until : null;
}

/** The turn in which a crisis has struck, as the turns stand now; null = it has not. */
export function struckIn({ played }: Pick<MatchState, "played">, crisis: string): number | null {
  const found = played.find(({ events }) => events.some((event) => event.kind === "crisis" && event.crisis === crisis));
  return found?.turn ?? null;
}
