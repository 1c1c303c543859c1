import type { CountryIndex } from "#shared/model/ids.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import { type MapModel, mapModelOf, ringLevel } from "../mapModel.ts";
import { mapSightOf } from "../mapSight.ts";

/** The fear that a thumbnail shows as rings: named beside it, for a map that everyone sees has no "me". */
export interface FearShown {
  readonly observer: CountryIndex;
  readonly country: CountryIndex;
}

/** A table's map for whoever watches it: coalitions, lines, wars, and the rings of one fear. */
export function thumbModel(board: Board, view: PlayerView, fear: FearShown | null): MapModel {
  const model = mapModelOf(board, mapSightOf(board, { ...view, you: null }), "owner");
  if (fear === null) return model;
  const threat = view.world.threat[fear.observer]?.[fear.country] ?? 0;
  return {
    ...model,
    countries: model.countries.map((mark, at) => (at === fear.country ? { ...mark, rings: ringLevel(threat) } : mark)),
  };
}
