import type { LessonPlan } from "../model/classroom.ts";
import { seedPrng, shuffled, stream } from "../lib/prng.ts";

/**
 * A treatment for each table, as an index into the plan's: random blocks, each holding every treatment once in drawn order,
 * so that arms differ by one table at most (block randomisation; e.g. Gerber & Green 2012, ch. 3). Which arms get the odd
 * table is drawn too. Empty without treatments.
 */
export function treatmentsDealt(plan: Pick<LessonPlan, "tables" | "treatments">, seed: number): readonly number[] {
  const { draw } = stream(seedPrng(seed, "treatments"));
  const arms = plan.treatments.map((_, k) => k);
  if (arms.length === 0) return [];
  const blocks = Math.ceil(plan.tables / arms.length);
  return Array.from({ length: blocks }, () => shuffled(arms, draw))
    .flat()
    .slice(0, plan.tables);
}

/** The plan with a treatment for every table: what was set by hand stays if it fits, else all are dealt anew. */
export function withTreatments(plan: LessonPlan, seed: number): LessonPlan {
  const { treatments, dealt, tables } = plan;
  const fits = dealt.length === tables && dealt.every((one) => treatments[one] !== undefined);
  return treatments.length > 0 && fits ? plan : { ...plan, dealt: treatmentsDealt(plan, seed) };
}
