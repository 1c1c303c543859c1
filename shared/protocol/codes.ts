/** 32 letters and digits that cannot be mistaken for one another on a projector: no 0 O 1 I. */
export const CODE_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/** A join code names a match: six characters. */
export const JOIN_CODE_LENGTH = 6;
/** A rejoin code names a person: ten characters, shown as two groups of five. */
export const REJOIN_CODE_LENGTH = 10;

/** Upper case without spaces or dashes, as a person may type it. */
export const normaliseCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, "");

const shaped = (code: string, length: number): boolean =>
  code.length === length && [...code].every((character) => CODE_ALPHABET.includes(character));
export const isJoinCode = (code: string): boolean => shaped(code, JOIN_CODE_LENGTH);
export const isRejoinCode = (code: string): boolean => shaped(code, REJOIN_CODE_LENGTH);
