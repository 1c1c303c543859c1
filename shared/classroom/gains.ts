import type { ClassState, ConceptAnswers, ConceptQuestion } from "../model/classroom.ts";
import { quantise } from "../lib/quantise.ts";

/** What a group of students gained between the two checks. Scores are shares of right answers, 0–1. */
export interface Gain {
  /** Index into the session's treatments; null = all tables without one, or everyone where `everyone` is set. */
  readonly treatment: number | null;
  readonly everyone: boolean;
  /** Students with both checks. */
  readonly n: number;
  readonly before: number;
  readonly after: number;
  /**
   * Mean of after − before, and its 95 % interval (Student's t on the paired differences); null for n < 2. It takes
   * students as independent, which those of one table are not.
   */
  readonly gain: number;
  readonly interval: readonly [number, number] | null;
  /** Hake's ⟨g⟩ = (after − before) / (1 − before) of the group's means (Hake 1998); null where all was known before. */
  readonly normalised: number | null;
  /** Share right by question, before and after. */
  readonly questions: readonly { readonly before: number; readonly after: number }[];
}

/** How many answers are right; a question left open is not. */
export const scoreOfAnswers = (questions: readonly ConceptQuestion[], answers: ConceptAnswers["answers"]): number =>
  questions.filter(({ right }, k) => answers[k] === right).length;

interface Pair {
  readonly before: ConceptAnswers;
  readonly after: ConceptAnswers;
}

/** Everyone first, then each treatment that has pairs. Only students with both checks count. Empty without any. */
export function gainByTreatment(
  state: Pick<ClassState, "concepts" | "conceptAnswers">,
  session: number,
): readonly Gain[] {
  const pairs = pairsOf(state.conceptAnswers.filter((one) => one.session === session));
  if (pairs.length === 0 || state.concepts.length === 0) return [];
  const arms = [...new Set(pairs.flatMap(({ after }) => (after.treatment === null ? [] : [after.treatment])))].sort(
    (a, b) => a - b,
  );
  return [
    gainOf(pairs, state.concepts, null),
    ...arms.map((arm) =>
      gainOf(
        pairs.filter(({ after }) => after.treatment === arm),
        state.concepts,
        arm,
      ),
    ),
  ];
}

function pairsOf(answers: readonly ConceptAnswers[]): Pair[] {
  const before = new Map(answers.flatMap((one) => (one.stage === "before" ? [[one.pair, one] as const] : [])));
  return answers.flatMap((after) => {
    const first = before.get(after.pair);
    return after.stage === "after" && first ? [{ before: first, after }] : [];
  });
}

function gainOf(pairs: readonly Pair[], questions: readonly ConceptQuestion[], treatment: number | null): Gain {
  const share = ({ answers }: ConceptAnswers): number => scoreOfAnswers(questions, answers) / questions.length;
  const before = mean(pairs.map((pair) => share(pair.before)));
  const after = mean(pairs.map((pair) => share(pair.after)));
  const differences = pairs.map((pair) => share(pair.after) - share(pair.before));
  return {
    treatment,
    everyone: treatment === null,
    n: pairs.length,
    before: quantise(before),
    after: quantise(after),
    gain: quantise(after - before),
    interval: intervalOf(differences),
    normalised: before < 1 ? quantise((after - before) / (1 - before)) : null,
    questions: questions.map(({ right }, k) => ({
      before: quantise(mean(pairs.map((pair) => Number(pair.before.answers[k] === right)))),
      after: quantise(mean(pairs.map((pair) => Number(pair.after.answers[k] === right)))),
    })),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** mean ± t · s/√n with n − 1 degrees of freedom, two-sided 95 %, cut to what shares can differ by. */
function intervalOf(values: readonly number[]): readonly [number, number] | null {
  const n = values.length;
  if (n < 2) return null;
  const middle = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (n - 1);
  const half = t95(n - 1) * Math.sqrt(variance / n);
  return [quantise(Math.max(-1, middle - half)), quantise(Math.min(1, middle + half))];
}

/** Two-sided 95 % quantiles of Student's t for 1 … 30 degrees of freedom (any table, e.g. Fisher & Yates 1938). */
const T95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];
const Z95 = 1.959964;

/** Beyond the table by the normal quantile and its first two corrections (Cornish & Fisher 1938): right to four digits. */
const t95 = (freedom: number): number =>
  T95[freedom - 1] ??
  Z95 + (Z95 ** 3 + Z95) / (4 * freedom) + (5 * Z95 ** 5 + 16 * Z95 ** 3 + 3 * Z95) / (96 * freedom ** 2);
