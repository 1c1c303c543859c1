import type { Board, World } from "#shared/model/world.ts";
import { assess } from "#shared/theory/assess.ts";
import { type BarResult, type BarRun, draws, seated } from "./barRun.ts";
import type { Policy } from "./policies.ts";
import { type PlayedMatch, playMatch } from "./playMatch.ts";
import { meanOf, proportionOf } from "./samples.ts";

/** 5: an expander and an opportunist among theory players make a lively table, and not a slaughter. */
export function turmoil(run: BarRun): BarResult[] {
  const lively: boolean[] = [];
  const exile: boolean[] = [];
  const allGone: boolean[] = [];
  for (const { seed, seat } of draws(run)) {
    const table = seated(
      run.board.ids.map(() => "theorist"),
      seat,
      "wolf",
    );
    const other = (seat + 1 + (seed % (run.board.ids.length - 1))) % run.board.ids.length;
    const match = playMatch(run.board, seed, seated(table, other, "jackal"));
    const events = match.events.flat();
    lively.push(events.some(({ kind }) => kind === "battle") && coalitionChanged(run.board, match));
    exile.push(events.some(({ kind }) => kind === "exiled"));
    allGone.push(match.world.countries.every(({ status }) => status.kind === "exile"));
  }
  const [war, gone, none] = [proportionOf(lively), proportionOf(exile), proportionOf(allGone)];
  return [
    {
      id: "5.war",
      what: "matches with a war and a change of coalition (expander and opportunist seated)",
      ...war,
      unit: "%",
      bar: "≥ 80",
      pass: war.figure >= 80,
    },
    { id: "5.exile", what: "matches with an exile", ...gone, unit: "%", bar: "≤ 15", pass: gone.figure <= 15 },
    {
      id: "5.allExiled",
      what: "matches that end with everyone in exile",
      ...none,
      unit: "%",
      bar: "0",
      pass: none.figure === 0,
    },
  ];
}

/** Whether two or more balanced one target, and that company formed, grew, shrank or swapped a member in the course of play. */
function coalitionChanged(board: Board, { sheets }: PlayedMatch): boolean {
  const turns = sheets.map((sheet) =>
    board.ids.map((id) => {
      const members = sheet.flatMap(({ alignment }, k) =>
        alignment.kind === "balance" && alignment.against === id ? [k] : [],
      );
      return members.length >= 2 ? members.join() : "";
    }),
  );
  return turns.some((now, turn) => turn > 0 && now.some((members, target) => members !== turns[turn - 1]?.[target]));
}

/** 7: the strongest country reassures by costly acts, or arms, on the same seeds: what do the others think of it at the end? */
export function reassurance(run: BarRun): BarResult[] {
  const { board } = run;
  const opening = assess(
    board,
    playMatch(
      board,
      run.seed,
      board.ids.map(() => "hider"),
    ).before[0] ?? noWorld(),
  );
  const strongest = opening.shares.indexOf(Math.max(...opening.shares));
  const meanThreat = (world: World): number =>
    world.threat.reduce((sum, row, i) => sum + (i === strongest ? 0 : (row[strongest] ?? 0)), 0) /
    (board.ids.length - 1);
  const after = (policy: Policy, seed: number): number =>
    meanThreat(
      playMatch(
        board,
        seed,
        seated(
          board.ids.map(() => "theorist"),
          strongest,
          policy,
        ),
      ).world,
    );
  const pairs = draws(run).map(({ seed }) => ({ calm: after("reassurer", seed), armed: after("armer", seed) }));
  const gap = meanOf(pairs.map(({ calm, armed }) => armed - calm));
  const [calm, armed] = [meanOf(pairs.map((pair) => pair.calm)), meanOf(pairs.map((pair) => pair.armed))];
  return [
    {
      id: "7.reassurance",
      what: `mean T of the strongest: ${calm.figure.toFixed(0)} if it reassures, ${armed.figure.toFixed(0)} if it arms; difference`,
      ...gap,
      unit: "T",
      bar: "> 0 with its interval",
      pass: gap.figure - gap.margin > 0,
    },
  ];
}

function noWorld(): never {
  throw new Error("a match without a turn");
}
