import type { CountryIndex } from "#shared/model/ids.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board, Matrix } from "#shared/model/world.ts";

/** T felt by one observer toward one country: before the first turn, then after each. */
export interface ThreatSeries {
  readonly country: CountryIndex;
  readonly points: readonly number[];
  readonly most: number;
}

/** Every other country as `observer` saw it, most feared (at its height) first. */
export function threatSeries(
  board: Board,
  view: PlayerView,
  observer: CountryIndex,
  opening: Matrix,
): readonly ThreatSeries[] {
  const matrices = [opening, ...view.history.map(({ threat }) => threat)];
  return board.ids
    .map((_, country) => country)
    .filter((country) => country !== observer)
    .map((country) => {
      const points = matrices.map((matrix) => matrix[observer]?.[country] ?? 0);
      return { country, points, most: Math.max(...points) };
    })
    .sort((a, b) => b.most - a.most || a.country - b.country);
}
