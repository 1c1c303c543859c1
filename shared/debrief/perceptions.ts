import { quantise } from "../lib/quantise.ts";
import type { MatchState } from "../model/match.ts";
import type { Perceptions } from "../model/view.ts";
import { intentProbability } from "../theory/intent.ts";
import { ratedIntent } from "../theory/rated.ts";

/**
 * Intentions three ways: as players rated them, as the record of acts reckons them, and as the cards had them. Every pair that
 * was rated in a turn counts once, beside the reckoned figure that stood when the turn was played. Null where nobody rated.
 */
export function perceptionsOf({ board, cards, played }: MatchState): Perceptions | null {
  const pairs = played.flatMap(({ turn, before, ratings }) =>
    ratings.flatMap((row, observer) =>
      (row ?? []).flatMap((level, country) =>
        level === null || country === observer
          ? []
          : [
              {
                turn,
                observer,
                country,
                rated: ratedIntent(level),
                reckoned: intentProbability(before.intent[observer]?.[country] ?? 0, board.parameters.floor),
                ambition: cards[country]?.revisionism ?? 0,
              },
            ],
      ),
    ),
  );
  if (pairs.length === 0) return null;
  const rated = pairs.map((pair) => pair.rated);
  const reckoned = pairs.map((pair) => pair.reckoned);
  const ambition = pairs.map((pair) => pair.ambition);
  return {
    pairs,
    meanGap: quantise(mean(rated.map((one, at) => one - (reckoned[at] ?? 0)))),
    ratedByRecord: rankCorrelation(rated, reckoned),
    ratedByAmbition: rankCorrelation(rated, ambition),
    recordByAmbition: rankCorrelation(reckoned, ambition),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Spearman's ρ with mean ranks for ties; null where one side does not vary, or there are fewer than three pairs. */
export function rankCorrelation(one: readonly number[], other: readonly number[]): number | null {
  if (one.length < 3) return null;
  const [a, b] = [ranks(one), ranks(other)];
  const [ma, mb] = [mean(a), mean(b)];
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number): number =>
    x.reduce((sum, value, at) => sum + (value - mx) * ((y[at] ?? 0) - my), 0);
  const spread = Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb));
  return spread === 0 ? null : quantise(product(a, ma, b, mb) / spread);
}

/** 1 for the least; equals share the mean of their ranks. */
const ranks = (values: readonly number[]): readonly number[] =>
  values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
