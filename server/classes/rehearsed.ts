import type { MatchSettings } from "#shared/model/match.ts";

/** A rehearsal runs so much faster than the lesson. */
const FASTER = 4;
const LEAST = 5;

/** A table's settings with every phase at the pace of a rehearsal. */
export function rehearsed(settings: MatchSettings): MatchSettings {
  const { dispatches, diplomacy, orders, reveal } = settings.seconds;
  const faster = (seconds: number): number => Math.max(LEAST, Math.round(seconds / FASTER));
  return {
    ...settings,
    seconds: {
      dispatches: faster(dispatches),
      diplomacy: faster(diplomacy),
      orders: faster(orders),
      reveal: faster(reveal),
    },
  };
}
