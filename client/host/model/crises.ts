import type { ScenarioCrisis } from "#shared/model/scenario.ts";

/** The crises that history has from this turn on, soonest first, then those without a turn, then those gone by. */
export function nextCrises(crises: readonly ScenarioCrisis[], turn: number, most: number): readonly ScenarioCrisis[] {
  const rank = (crisis: ScenarioCrisis): number =>
    crisis.turn === undefined ? 100 : crisis.turn >= turn ? crisis.turn : 200 + crisis.turn;
  return crises.toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
}
