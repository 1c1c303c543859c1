import type { Board } from "#shared/model/world.ts";
import type { PlayedMatch } from "./playMatch.ts";
import { playMatch } from "./playMatch.ts";
import { assess } from "#shared/theory/assess.ts";
import { topThreat } from "#shared/players/outlook.ts";
import { meanOf, proportionOf, type Sample } from "./samples.ts";
import { type BarResult, type BarRun, draws, mixedTable, seated } from "./barRun.ts";
import type { Policy } from "./policies.ts";
import { reassurance, turmoil } from "./warBars.ts";

/** From this T a turn counts as threatened (theory.md 8). */
const THREATENED = 45;
/** Up to this r a theory player counts as no revisionist. */
const SATISFIED = 0.3;

/** The balance bars of the design text that ask for no look-ahead: 1–5 and 7. */
export function balanceBars(run: BarRun): BarResult[] {
  return [
    ...fixedPolicies(run),
    ...expansion(run),
    ...bandwagoning(run),
    ...seats(run),
    ...turmoil(run),
    ...reassurance(run),
  ];
}

/** 1: the theory follower, playing its best reply, beats every fixed policy in its place, on the same seeds. */
function fixedPolicies(run: BarRun): BarResult[] {
  const tables = [
    { table: "among theory players", others: (): readonly Policy[] => run.board.ids.map(() => "theorist") },
    { table: "at mixed tables", others: (seed: number): readonly Policy[] => mixedTable(run.board, seed) },
  ];
  return tables.flatMap(({ table, others }) => {
    const differences = new Map<Policy, number[]>(RIVALS.map(([, policy]) => [policy, []]));
    for (const { seed, seat } of draws(run)) {
      const score = (policy: Policy): number =>
        playMatch(run.board, seed, seated(others(seed), seat, policy)).scores[seat]?.total ?? 0;
      const own = score("bestReply");
      for (const [policy, list] of differences) list.push(own - score(policy));
    }
    return RIVALS.map(([name, policy]): BarResult => {
      const { figure, margin } = meanOf(differences.get(policy) ?? []);
      return {
        id: `1.${table}.${policy}`,
        what: `theory follower − ${name}, ${table}`,
        figure,
        margin,
        unit: "points",
        bar: "> 0 with its interval",
        pass: figure - margin > 0,
      };
    });
  });
}
const RIVALS: readonly (readonly [string, Policy])[] = [
  ["always balance", "alwaysBalance"],
  ["always bandwagon", "alwaysBandwagon"],
  ["always hide", "alwaysHide"],
  ["always expand", "wolf"],
];

/** 2: one expander among theory players; the same with balancing switched off. */
export function expansion(run: BarRun): BarResult[] {
  const gap = (withoutBalancing: boolean): Sample =>
    meanOf(
      draws(run).map(({ seed, seat }) => {
        const { scores } = playMatch(
          run.board,
          seed,
          seated(
            run.board.ids.map(() => "theorist"),
            seat,
            "wolf",
          ),
          { withoutBalancing },
        );
        const others = scores.filter((_, k) => k !== seat);
        return (scores[seat]?.total ?? 0) - others.reduce((sum, { total }) => sum + total, 0) / others.length;
      }),
    );
  const [on, off] = [gap(false), gap(true)];
  return [
    {
      id: "2.balancing",
      what: "expander − theory players round it",
      ...on,
      unit: "points",
      bar: "≤ −5",
      pass: on.figure <= -5,
    },
    {
      id: "2.noBalancing",
      what: "the same if nobody balances",
      ...off,
      unit: "points",
      bar: "> 0",
      pass: off.figure - off.margin > 0,
    },
  ];
}

/** 3: how often theory players that are no revisionists bandwagon when threatened, and the weak as against the strong. */
export function bandwagoning(run: BarRun): BarResult[] {
  const all: boolean[] = [];
  const weak: boolean[] = [];
  const strong: boolean[] = [];
  for (const { seed, seat } of draws(run)) {
    const match = playMatch(
      run.board,
      seed,
      seated(
        run.board.ids.map(() => "theorist"),
        seat,
        "wolf",
      ),
    );
    for (const { bandwagons, ratio } of threatenedTurns(run.board, match, seat)) {
      all.push(bandwagons);
      if (ratio < 0.8) weak.push(bandwagons);
      if (ratio > 1) strong.push(bandwagons);
    }
  }
  const [share, low, high] = [proportionOf(all), proportionOf(weak), proportionOf(strong)];
  const ratio = low.figure / Math.max(1, high.figure);
  return [
    {
      id: "3.bandwagon",
      what: `bandwagoning of theory players (r ≤ .3) in ${all.length} threatened turns`,
      ...share,
      unit: "%",
      bar: "5 … 25",
      pass: share.figure >= 5 && share.figure <= 25,
    },
    {
      id: "3.weak",
      what: `the weak (${low.figure.toFixed(1)} % of ${weak.length}) over the strong (${high.figure.toFixed(1)} % of ${strong.length})`,
      figure: ratio,
      margin: 0,
      unit: "×",
      bar: "≥ 2",
      pass: ratio >= 2,
    },
  ];
}

function threatenedTurns(
  board: Board,
  match: PlayedMatch,
  expander: number,
): { readonly bandwagons: boolean; readonly ratio: number }[] {
  return match.before.flatMap((world, turn) => {
    const { shares } = assess(board, world);
    return board.ids.flatMap((_, me) => {
      const foe = topThreat(world, me);
      const eligible =
        me !== expander &&
        (match.cards[me]?.revisionism ?? 1) <= SATISFIED &&
        (world.threat[me]?.[foe] ?? 0) >= THREATENED;
      if (!eligible || world.countries[me]?.status.kind === "exile") return [];
      return [
        {
          bandwagons: match.sheets[turn]?.[me]?.alignment.kind === "bandwagon",
          ratio: (shares[me] ?? 0) / (shares[foe] ?? 1),
        },
      ];
    });
  });
}

/** 4: with one and the same peaceful policy everywhere no seat is better than another. */
function seats(run: BarRun): BarResult[] {
  return (["hider", "alwaysBalance"] as const).map((policy): BarResult => {
    const sums = run.board.ids.map((): number[] => []);
    for (const { seed } of draws(run)) {
      playMatch(
        run.board,
        seed,
        run.board.ids.map(() => policy),
        { peaceful: true },
      ).scores.forEach(({ total }, k) => sums[k]?.push(total));
    }
    const means = sums.map((list) => meanOf(list));
    const middle = means.reduce((sum, { figure }) => sum + figure, 0) / means.length;
    const widest = means.reduce((most, one) =>
      Math.abs(one.figure - middle) > Math.abs(most.figure - middle) ? one : most,
    );
    const figure = Math.abs(widest.figure - middle);
    return {
      id: `4.${policy}`,
      what: `widest seat from the mean, all ${policy === "hider" ? "hiding" : "balancing"}`,
      figure,
      margin: widest.margin,
      unit: "points",
      bar: "≤ 7",
      pass: figure <= 7,
    };
  });
}
