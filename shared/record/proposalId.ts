import { seedPrng, stream } from "../lib/prng.ts";
import { treatyId, type TreatyId } from "../model/ids.ts";
import type { MatchState } from "../model/match.ts";

/** Treaties that stand at the start have the numbers below. */
const LEAST = 1000;
const MOST = 99_999;

/**
 * The id of the match's next proposal: drawn, not counted, as a number that grows with every proposal would tell each
 * country how often others treat in private. The n-th proposal of a match always has the same.
 */
export function nextProposalId({ settings, treatyCount }: Pick<MatchState, "settings" | "treatyCount">): TreatyId {
  const { draw } = stream(seedPrng(settings.seed, "proposals"));
  const drawn = new Set<number>();
  let number = LEAST;
  while (drawn.size <= treatyCount) {
    number = LEAST + Math.floor(draw() * (MOST - LEAST + 1));
    drawn.add(number);
  }
  return treatyId(`t${number}`);
}
