import { MEMBER, SESSION } from "./columns.ts";
import type { Member } from "../../model/classroom.ts";
import { finalScore } from "../../rules/index.ts";
import { attendance } from "./attendance.ts";
import { type Column, rounded } from "./csv.ts";
import { type Lesson, sittersByTurn } from "./lesson.ts";
import { participation } from "./participation.ts";

/** Shares of a grade: taking part first, reasons next, results last. They add up to 1. */
export interface GradeWeights {
  readonly participation: number;
  readonly reasoning: number;
  readonly results: number;
}
export const USUAL_WEIGHTS: GradeWeights = { participation: 0.5, reasoning: 0.35, results: 0.15 };

export interface GradeRow {
  readonly session: number;
  readonly member: Member;
  /** Each 0–100; null where there was nothing to judge. */
  readonly participation: number | null;
  readonly reasoning: number | null;
  readonly results: number | null;
  readonly suggestion: number | null;
}

/**
 * A suggestion for a grade, for an instructor to change. Participation: the mean of time present and turns with orders of their
 * own. Reasoning: the share of turns with a reason named (weight .6) and with a sentence (.4). Results: the final score of their
 * country, which opens no door by itself. What cannot be judged (never seated, match not over) is left out, and its weight is
 * shared by the rest.
 */
export function grading(lesson: Lesson, weights: GradeWeights = USUAL_WEIGHTS): readonly GradeRow[] {
  const there = new Map(attendance(lesson).map((row) => [row.member.id, row]));
  const scores = finalScores(lesson);
  return participation(lesson).map((row) => {
    const { member, turns } = row;
    const present = there.get(member.id)?.share ?? 0;
    const parts = {
      participation: 100 * (turns > 0 ? (present + row.ordered / turns) / 2 : present),
      reasoning: turns > 0 ? (100 * (0.6 * row.reasoned + 0.4 * row.explained)) / turns : null,
      results: scores.get(member.id) ?? null,
    };
    return { session: lesson.session.number, member, ...parts, suggestion: weighted(parts, weights) };
  });
}

function weighted(parts: Readonly<Record<keyof GradeWeights, number | null>>, weights: GradeWeights): number | null {
  const counted = (["participation", "reasoning", "results"] as const).flatMap((part) => {
    const value = parts[part];
    return value === null ? [] : [{ value, weight: weights[part] }];
  });
  const all = counted.reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? null : counted.reduce((sum, { value, weight }) => sum + value * weight, 0) / all;
}

/** By member: final score of the country they had at the last reveal. */
function finalScores({ tables }: Lesson): ReadonlyMap<Member["id"], number> {
  return new Map(
    tables
      .filter(({ state }) => state.phase === "ended" && state.played.length > 0)
      .flatMap((table) => {
        const { board, world, cards } = table.state;
        return (sittersByTurn(table).at(-1) ?? []).flatMap((people, country) => {
          const card = cards[country];
          const score = card ? finalScore(board, world, country, card).total : null;
          return score === null ? [] : people.map((person) => [person, score] as const);
        });
      }),
  );
}

const part = (name: "participation" | "reasoning" | "results" | "suggestion", meaning: string): Column<GradeRow> => ({
  name,
  meaning,
  unit: "0–100",
  of: (row) => rounded(row[name], 0),
});

export const GRADING: readonly Column<GradeRow>[] = [
  SESSION,
  ...MEMBER,
  part("participation", "Mean of the share of time present and the share of turns with orders of their own."),
  part("reasoning", ".6 × share of turns with a reason named + .4 × share with a sentence of explanation."),
  part("results", "Final score of their country; empty while the match is not over."),
  part(
    "suggestion",
    "50 % participation, 35 % reasoning, 15 % results; an empty part leaves its weight to the others. A suggestion, not a grade.",
  ),
];
