import type { CodedPlay, LensPrediction, PlayProbability } from "../model/lens.ts";
import type { Board } from "../model/world.ts";
import { byLikelihood } from "../theory/plays.ts";

/**
 * Buck-passing is coded when a country hides and pays another, or appeals to it, to stand up (theory.md 7). Where a match has
 * neither aid nor appeals no buck can be passed however much one means to: there both what was expected and what was done
 * are counted as hiding.
 */
export const hasBuckPassing = ({ modules }: Pick<Board, "modules">): boolean =>
  modules.includes("aid") || modules.includes("extraMove");

/** What was expected, where no buck can be passed. */
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

/** What was done, where no buck can be passed. `because` keeps telling why. */
export const asHiding = (coded: CodedPlay): CodedPlay =>
  coded.play.kind === "buckPass" ? { ...coded, play: { kind: "hide" } } : coded;
