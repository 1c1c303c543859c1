import type { Perceptions } from "#shared/model/view.ts";

type Pair = Perceptions["pairs"][number];

/** Less than half a step of the five is no disagreement. */
const WORTH_TELLING = 0.1;

/** Where a rating and the record differ most, the first of equals; null where they agree within half a step. */
export function farthestApart(pairs: readonly Pair[]): Pair | null {
  const gap = ({ rated, reckoned }: Pair): number => Math.abs(rated - reckoned);
  const [most] = pairs.toSorted((a, b) => gap(b) - gap(a));
  return most && gap(most) > WORTH_TELLING ? most : null;
}
