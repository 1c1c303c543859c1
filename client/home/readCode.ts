import { CODE_ALPHABET, JOIN_CODE_LENGTH } from "#shared/protocol/codes.ts";

/** What a person typed or pasted, as a game code. */
export interface ReadCode {
  /** At most six characters of the code alphabet, upper case. */
  readonly code: string;
  /** Whether a letter or digit was left out because no code holds it (0 O 1 I). */
  readonly dropped: boolean;
}

/** A pasted link counts as its code; spaces, dashes and lower case are forgiven. */
export function readCode(typed: string): ReadCode {
  const linked = /\/play\/([a-z0-9]+)/i.exec(typed)?.[1];
  const characters = [...(linked ?? typed).toUpperCase().replace(/[^A-Z0-9]/g, "")];
  const kept = characters.filter((character) => CODE_ALPHABET.includes(character));
  return { code: kept.slice(0, JOIN_CODE_LENGTH).join(""), dropped: kept.length < characters.length };
}
