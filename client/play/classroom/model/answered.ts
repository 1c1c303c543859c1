import type { StudentView } from "#shared/model/classView.ts";
import type { Shelf } from "../../../net/storage.ts";

type Asked = Pick<StudentView, "class" | "session" | "concept">;

/** Characters of a pair: long enough that no two browsers of a class draw the same. */
const PAIR_LENGTH = 16;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

/**
 * What joins a student's two concept checks without naming anyone: drawn here, kept in this browser, one for each session.
 * @param draw bytes, 0–255
 */
export function pairOf(
  shelf: Shelf,
  { class: id, session }: Asked,
  draw: (count: number) => readonly number[],
): string {
  const key = `pair.${id}.${session?.number ?? 0}`;
  const kept = shelf.read(key);
  if (typeof kept === "string") return kept;
  const made = draw(PAIR_LENGTH)
    .map((byte) => ALPHABET[byte % ALPHABET.length] ?? "a")
    .join("");
  shelf.write(key, made);
  return made;
}

/** The check that is due here and was not answered in this browser. The server does not know who has. */
export function checkDue(shelf: Shelf, asked: Asked): Asked["concept"] {
  return asked.concept && shelf.read(answeredKey(asked)) !== true ? asked.concept : null;
}

export const noteAnswered = (shelf: Shelf, asked: Asked): void => shelf.write(answeredKey(asked), true);

const answeredKey = ({ class: id, session, concept }: Asked): string =>
  `concept.${id}.${session?.number ?? 0}.${concept?.stage ?? ""}`;
