import type { ConceptQuestion } from "#shared/model/classroom.ts";

export const ABOUT = ["balancing", "bandwagoning", "sources", "dilemma", "other"] as const;
export const MOST_QUESTIONS = 12;
export const MOST_OPTIONS = 6;

export const blankQuestion: ConceptQuestion = { text: "", options: ["", ""], right: 0, about: "other" };

/** Empty answers are left out, and the right one is followed to its new place. */
export function trimmed({ text, options, right, about }: ConceptQuestion): ConceptQuestion {
  const kept = options.map((option, at) => ({ option: option.trim(), at })).filter(({ option }) => option !== "");
  return {
    text: text.trim(),
    options: kept.map(({ option }) => option),
    right: Math.max(
      0,
      kept.findIndex(({ at }) => at === right),
    ),
    about,
  };
}

/** Position of the first question that cannot be asked; null when all can. */
export function firstIncomplete(questions: readonly ConceptQuestion[]): number | null {
  const at = questions.map(trimmed).findIndex(({ text, options }) => text === "" || options.length < 2);
  return at < 0 ? null : at;
}

export const changeAt = <T>(list: readonly T[], at: number, value: T): readonly T[] =>
  list.map((each, k) => (k === at ? value : each));
