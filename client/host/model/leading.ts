import type { Poll } from "#shared/model/classroom.ts";
import { rosterIn } from "./people.ts";

/** A poll as it is being written. */
export interface PollForm {
  readonly question: Poll["question"];
  readonly text: string;
  /** One a line. */
  readonly options: string;
  readonly table: number;
  readonly tallyShown: boolean;
}

/** What is still missing; null = it can be asked. */
export function pollFaults({ question, text, options }: PollForm): "needsQuestion" | "needsOptions" | null {
  if ((question === "own" || question === "yesNo") && text.trim() === "") return "needsQuestion";
  const count = rosterIn(options).length;
  return question === "own" && (count < 2 || count > 8) ? "needsOptions" : null;
}
