import type { Board } from "#shared/model/world.ts";
import { PEACEFUL } from "./bars/seats.ts";
import { column, type Row } from "./bar.ts";
import { meanOf, type Sample } from "./samples.ts";

/** What a seat earns where all do the same and nobody attacks, and the points that would level it. */
export interface SeatWorth {
  readonly country: string;
  /** Its mean score as the scenario stands, today's handicap counted. */
  readonly mean: Sample;
  /** Whole points: today's, and what `ScenarioCountry.handicap` should be. */
  readonly today: number;
  readonly wanted: number;
}

/** A scenario may not give more (scenarioSchema). */
const MOST = 20;

/** From the rows of bar 4: each seat's mean over the peaceful policies, against the mean of all seats. */
export function seatWorths(board: Board, rows: readonly Row[]): SeatWorth[] {
  const n = board.ids.length;
  const means = board.ids.map((_, seat) => {
    const samples = PEACEFUL.map((__, p) => column(rows, p * n + seat));
    return meanOf(
      (samples[0] ?? []).map((_first, k) => samples.reduce((sum, list) => sum + (list[k] ?? 0), 0) / samples.length),
    );
  });
  const today = board.ids.map((id) => board.scenario.countries.find((country) => country.id === id)?.handicap ?? 0);
  const bare = means.map(({ figure }, k) => figure - (today[k] ?? 0));
  const middle = bare.reduce((sum, value) => sum + value, 0) / n;
  return board.ids.map((country, k): SeatWorth => ({
    country,
    mean: means[k] ?? { figure: 0, margin: 0 },
    today: today[k] ?? 0,
    wanted: Math.max(-MOST, Math.min(MOST, Math.round(middle - (bare[k] ?? 0)))),
  }));
}
