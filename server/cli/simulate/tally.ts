import type { Board } from "#shared/model/world.ts";
import type { PlayedMatch } from "./playMatch.ts";
import type { Policy } from "./policies.ts";

/** Sums over seats of one policy. */
export interface PolicyTally {
  seats: number;
  score: number;
  scoreSquares: number;
  turns: number;
  balance: number;
  bandwagon: number;
  hide: number;
  attacks: number;
  taken: number;
  lost: number;
  exiles: number;
}

/** Sums over matches. */
export interface MatchTally {
  matches: number;
  turns: number;
  battles: number;
  conquests: number;
  liberations: number;
  withWar: number;
  withExile: number;
  treaties: number;
  broken: number;
}

export const emptyPolicy = (): PolicyTally => ({
  seats: 0,
  score: 0,
  scoreSquares: 0,
  turns: 0,
  balance: 0,
  bandwagon: 0,
  hide: 0,
  attacks: 0,
  taken: 0,
  lost: 0,
  exiles: 0,
});
export const emptyMatches = (): MatchTally => ({
  matches: 0,
  turns: 0,
  battles: 0,
  conquests: 0,
  liberations: 0,
  withWar: 0,
  withExile: 0,
  treaties: 0,
  broken: 0,
});

/** Adds one match to the sums (in place: thousands of matches pass through here). */
export function count(
  board: Board,
  match: PlayedMatch,
  seats: readonly Policy[],
  into: { readonly policies: Map<Policy, PolicyTally>; readonly all: MatchTally },
): void {
  const { policies, all } = into;
  const events = match.events.flat();
  const of = (me: number): PolicyTally => {
    const policy = seats[me] ?? "theorist";
    const tally = policies.get(policy) ?? emptyPolicy();
    policies.set(policy, tally);
    return tally;
  };
  for (const me of board.ids.keys()) {
    const tally = of(me);
    const score = match.scores[me]?.total ?? 0;
    tally.seats += 1;
    tally.score += score;
    tally.scoreSquares += score * score;
    tally.turns += match.turns;
    for (const turn of match.sheets) tally[turn[me]?.alignment.kind ?? "hide"] += 1;
    if (match.world.countries[me]?.status.kind === "exile") tally.exiles += 1;
  }
  for (const event of events) {
    if (event.kind === "battle") event.attackers.forEach((by) => (of(by).attacks += 1));
    if (event.kind === "provinceTaken" && event.how === "conquest") {
      of(event.to).taken += 1;
      of(event.from).lost += 1;
    }
  }
  const number = (kind: string): number => events.filter((event) => event.kind === kind).length;
  all.matches += 1;
  all.turns += match.turns;
  all.battles += number("battle");
  all.conquests += events.filter((event) => event.kind === "provinceTaken" && event.how === "conquest").length;
  all.liberations += events.filter((event) => event.kind === "provinceTaken" && event.how !== "conquest").length;
  all.withWar += number("battle") > 0 ? 1 : 0;
  all.withExile += number("exiled") > 0 ? 1 : 0;
  all.treaties += number("treatySigned");
  all.broken += number("treatyBroken");
}
