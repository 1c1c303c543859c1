import type { Board } from "#shared/model/world.ts";
import { playMatch } from "./playMatch.ts";
import { POLICIES, type Policy } from "./policies.ts";
import { per, percent, progress, type Result, table } from "./report.ts";
import { mixedTable } from "./tables.ts";
import { count, emptyMatches, type MatchTally, type PolicyTally } from "./tally.ts";
import type { Table } from "./bar.ts";

interface Sums {
  readonly policies: ReadonlyMap<Policy, PolicyTally>;
  readonly all: MatchTally;
}

/** Matches on one thread; what each policy did and earned. `named`: the seats in id order, repeated as needed; null deals all characters anew for each match. */
export function tallyPolicies(
  { board, options }: Table,
  {
    matches,
    seed,
    named,
  }: { readonly matches: number; readonly seed: number; readonly named: readonly Policy[] | null },
): Sums {
  const policies = new Map<Policy, PolicyTally>();
  const all = emptyMatches();
  for (let match = 0; match < matches; match += 1) {
    const one = seed * 1_000_003 + match;
    const seats =
      named === null ? mixedTable(board, one) : board.ids.map((_, k) => named[k % named.length] ?? "theorist");
    count(board, playMatch(board, one, seats, options), seats, { policies, all });
    progress(match + 1, matches);
  }
  return { policies, all };
}

export function tellPolicies(board: Board, { policies, all }: Sums): void {
  console.log(`${board.scenario.title}, ${all.matches} matches of ${per(all.turns, all.matches)} turns\n`);
  table(
    ["policy", "seats", "score", "±95 %", "balance", "bandwagon", "hide", "attacks", "taken", "lost", "exile"],
    POLICIES.flatMap((policy) => {
      const tally = policies.get(policy);
      return tally ? [[policy, ...figures(tally)]] : [];
    }),
  );
  console.log(
    `\nper match: ${per(all.battles, all.matches)} battles, ${per(all.conquests, all.matches)} conquests, ${per(all.liberations, all.matches)} given or won back, ` +
      `${per(all.treaties, all.matches)} treaties, ${per(all.broken, all.matches)} broken`,
  );
  console.log(
    `matches with a war ${percent(all.withWar, all.matches)}, with an exile ${percent(all.withExile, all.matches)}`,
  );
}

function figures(tally: PolicyTally): string[] {
  const mean = tally.score / tally.seats;
  const deviation = Math.sqrt(Math.max(0, tally.scoreSquares / tally.seats - mean * mean));
  return [
    String(tally.seats),
    mean.toFixed(1),
    ((1.96 * deviation) / Math.sqrt(tally.seats)).toFixed(1),
    percent(tally.balance, tally.turns),
    percent(tally.bandwagon, tally.turns),
    percent(tally.hide, tally.turns),
    per(tally.attacks, tally.seats),
    per(tally.taken, tally.seats),
    per(tally.lost, tally.seats),
    percent(tally.exiles, tally.seats),
  ];
}

export function resultsOf({ policies, all }: Sums): Result[] {
  const read = (id: string, figure: number, unit: string): Result => ({ id, figure, unit, bar: null, pass: null });
  return [
    ...[...policies].flatMap(([policy, tally]) => [
      read(`${policy}.score`, tally.score / tally.seats, "points"),
      read(`${policy}.bandwagon`, (100 * tally.bandwagon) / tally.turns, "% of turns"),
    ]),
    ...Object.entries(all satisfies MatchTally).map(([id, figure]) => read(id, figure, "count")),
  ];
}
