import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";
import { fail, ok, type Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { NAME_LENGTH } from "#shared/protocol/schemas.ts";
import { cleanLine } from "#shared/record/cleanText.ts";

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/** Whether a text holds a word that is refused, in names and – where a class says so – in messages. */
export const hasRefusedWord = (text: string): boolean => matcher.hasMatch(text);

/** The name as it will be shown, or why it cannot be. `taken`: names already at this table. */
export function checkName(typed: string, taken: readonly string[]): Result<string, Refusal> {
  const name = cleanLine(typed);
  const length = [...name].length;
  if (length === 0 || !/[\p{L}\p{N}]/u.test(name))
    return refuse("name.empty", "Type a name with at least one letter or digit.");
  if (length > NAME_LENGTH) {
    return fail({
      kind: "illegal",
      code: "name.tooLong",
      text: `This name has ${length} characters; at most ${NAME_LENGTH} fit.`,
      numbers: { length, most: NAME_LENGTH },
    });
  }
  if (hasRefusedWord(name))
    return refuse("name.refused", "This name contains a word that is refused here. Choose another.");
  if (taken.some((other) => sameName(other, name))) {
    return refuse(
      "name.taken",
      "Someone at this table already has this name. Add an initial, or use your rejoin code if it is you.",
    );
  }
  return ok(name);
}

/** Names that a class would confuse count as the same: case and accents aside. */
const sameName = (a: string, b: string): boolean => fold(a) === fold(b);
const fold = (name: string): string => name.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("en");

const refuse = (code: string, text: string): Result<never, Refusal> => fail({ kind: "illegal", code, text });
