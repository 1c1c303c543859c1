import type { PublicWorld } from "../model/world.ts";
import { assess, type AssessedBoard, type Assessment } from "./assess.ts";

/** The one answer kept: whoever asks about a world mostly asks next about the same one, and a world never changes. */
let last: {
  readonly board: AssessedBoard;
  readonly world: AssessedOnce;
  readonly assessment: Assessment;
} | null = null;
type AssessedOnce = Pick<PublicWorld, "holders" | "intent" | "countries">;

/** `assess` of a finished world, reckoned once however many ask in a row: all seats, all lenses, the next turn. */
export function assessed(board: AssessedBoard, world: AssessedOnce): Assessment {
  if (last?.world === world && last.board === board) return last.assessment;
  return keepAssessment(board, world, assess(board, world));
}

/** Says that `assessment` is what `assess` gives for this world. */
export function keepAssessment(board: AssessedBoard, world: AssessedOnce, assessment: Assessment): Assessment {
  last = { board, world, assessment };
  return assessment;
}
