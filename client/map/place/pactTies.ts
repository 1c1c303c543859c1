import type { CountryIndex, TreatyId } from "#shared/model/ids.ts";
import type { Point } from "../geometry/types.ts";

interface Pair {
  readonly treaty: TreatyId;
  readonly a: CountryIndex;
  readonly b: CountryIndex;
  readonly secret: boolean;
}

/**
 * As few and as short lines as join all parties of each pact: a league of six is a chain of five, not fifteen lines
 * across each other (Kruskal's shortest spanning tree over the countries' middles). Two pacts of one pair share a line.
 */
export function pactTies<P extends Pair>(pairs: readonly P[], seats: readonly Point[]): readonly P[] {
  const drawn = new Set<string>();
  return [...new Set(pairs.map(({ treaty }) => treaty))].flatMap((treaty) =>
    spanning(
      pairs.filter((pair) => pair.treaty === treaty),
      seats,
    ).filter(({ a, b, secret }) => {
      const key = `${a}|${b}|${secret}`;
      return !drawn.has(key) && drawn.add(key) !== undefined;
    }),
  );
}

function spanning<P extends Pair>(pairs: readonly P[], seats: readonly Point[]): readonly P[] {
  const group = new Map(pairs.flatMap(({ a, b }) => [a, b]).map((country) => [country, country]));
  const far = ({ a, b }: Pair): number => {
    const [from, to] = [seats[a], seats[b]];
    return from === undefined || to === undefined ? Infinity : Math.hypot(from[0] - to[0], from[1] - to[1]);
  };
  return [...pairs]
    .sort((one, other) => far(one) - far(other) || one.a - other.a || one.b - other.b)
    .filter(({ a, b }) => {
      const [joined, into] = [group.get(a), group.get(b)];
      if (joined === into) return false;
      for (const [country, of] of group) if (of === joined) group.set(country, into ?? country);
      return true;
    });
}
