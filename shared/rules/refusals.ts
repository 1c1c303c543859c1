import { sentenceCase } from "../lib/sentenceCase.ts";
import type { Refusal } from "../model/refusal.ts";

type Numbers = NonNullable<Refusal["numbers"]>;

/** Not allowed now. */
export const illegal = (code: string, text: string, numbers?: Numbers): Refusal =>
  refusal("illegal", code, text, numbers);
/** Refers to nothing on this board. */
export const invalid = (code: string, text: string, numbers?: Numbers): Refusal =>
  refusal("invalid", code, text, numbers);
/** Not an order sheet at all. */
export const malformed = (code: string, text: string, numbers?: Numbers): Refusal =>
  refusal("malformed", code, text, numbers);

const refusal = (kind: Refusal["kind"], code: string, text: string, numbers: Numbers | undefined): Refusal =>
  numbers === undefined ? { kind, code, text: sentenceCase(text) } : { kind, code, text: sentenceCase(text), numbers };

/** "4 points", "1 point", "2.5 points". */
export const pointsText = (points: number): string => `${short(points)} ${short(points) === "1" ? "point" : "points"}`;

/** At most one decimal, rounded down, so that nobody is told of money that is not there. */
export const short = (value: number): string => String(Math.floor(value * 10 + 1e-6) / 10);
