import type { CountryIndex } from "#shared/model/ids.ts";
import type { Score } from "#shared/model/score.ts";
import type { PlayerView } from "#shared/model/view.ts";

export interface StandingRow {
  readonly country: CountryIndex;
  readonly place: number;
  readonly score: Score;
  readonly name: string;
  readonly person: boolean;
  readonly revisionism: number;
  readonly aim: string;
  readonly met: boolean;
}

/** Final scores, best first; equal totals share a place. */
export function standings(view: PlayerView): readonly StandingRow[] {
  const { outcome } = view;
  if (!outcome) return [];
  const order = outcome.scores
    .map((score, country) => ({ score, country }))
    .sort((a, b) => b.score.total - a.score.total || a.country - b.country);
  return order.map(({ score, country }) => ({
    country,
    score,
    place: 1 + order.filter((other) => other.score.total > score.total + 0.05).length,
    name: view.seats[country]?.name ?? "",
    person: view.seats[country]?.occupant === "person",
    revisionism: outcome.cards[country]?.revisionism ?? 0,
    aim: outcome.cards[country]?.aim.text ?? "",
    met: outcome.aimsMet[country] ?? false,
  }));
}
