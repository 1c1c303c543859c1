import type { CodedPlay, LensPrediction, PlayProbability } from "../model/lens.ts";
import { byLikelihood } from "../theory/plays.ts";

/**
 * Buck-passing is coded when a country hides and pays or calls on another to stand up (theory.md 7). Calling on another is no
 * move of the present levels, so that hardly any buck could be passed however much one meant to: until it is, both what was
 * expected and what was done are counted as hiding.
 */
export function withoutBuckPassing({ options, ...prediction }: LensPrediction): LensPrediction {
  const passed = options.find(({ play }) => play.kind === "buckPass");
  if (!passed) return { ...prediction, options };
  const hidden = options.find(({ play }) => play.kind === "hide");
  const rest = options.filter((option) => option !== passed && option !== hidden);
  return { ...prediction, options: byLikelihood([...rest, together(passed, hidden)]) };
}

/** The chance of either; the worth of the better one. */
const together = (passed: PlayProbability, hidden: PlayProbability | undefined): PlayProbability => ({
  play: { kind: "hide" },
  probability: passed.probability + (hidden?.probability ?? 0),
  utility: Math.max(passed.utility, hidden?.utility ?? passed.utility),
});

/** `because` keeps telling that it paid another. */
export const asHiding = (coded: CodedPlay): CodedPlay =>
  coded.play.kind === "buckPass" ? { ...coded, play: { kind: "hide" } } : coded;
