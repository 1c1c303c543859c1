import type { Step } from "#shared/model/event.ts";

/** Lines of the list of steps; steps that belong together share one. */
export const LINES = [
  "treaties",
  "intelligence",
  "arms",
  "signals",
  "ultimata",
  "alignments",
  "attacks",
  "occupation",
  "crisis",
  "threats",
] as const;
export type Line = (typeof LINES)[number];

const lineOf = (step: Step): Line => (step === "aid" ? "treaties" : step);

/** Steps every turn has, whether or not anything happened in them. */
const ALWAYS: ReadonlySet<Line> = new Set(["treaties", "arms", "alignments", "attacks", "occupation", "threats"]);

export interface StepLine {
  readonly line: Line;
  readonly state: "past" | "now" | "next";
}

/** The reveal as a list: the steps of every turn and those in which something happened. A crisis is not announced before it comes. */
export function stepLines(told: readonly Step[], now: Step): readonly StepLine[] {
  const present = new Set(told.map(lineOf));
  const at = LINES.indexOf(lineOf(now));
  const isListed = (line: Line): boolean =>
    ALWAYS.has(line) || (present.has(line) && (line !== "crisis" || LINES.indexOf(line) <= at));
  return LINES.filter(isListed).map((line) => {
    const place = LINES.indexOf(line);
    return { line, state: place < at ? "past" : place === at ? "now" : "next" };
  });
}
