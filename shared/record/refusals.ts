import { fail } from "../lib/result.ts";
import type { Result } from "../lib/result.ts";
import type { Refusal } from "../model/refusal.ts";

type Numbers = NonNullable<Refusal["numbers"]>;
type Refused = Extract<Result<never, Refusal>, { readonly ok: false }>;

/** Not allowed now. */
export const illegal = (code: string, text: string, numbers?: Numbers): Refused =>
  refused("illegal", code, text, numbers);
/** Refers to nothing in this match. */
export const invalid = (code: string, text: string, numbers?: Numbers): Refused =>
  refused("invalid", code, text, numbers);
/** Not in the shape of a command or a record. */
export const malformed = (code: string, text: string, numbers?: Numbers): Refused =>
  refused("malformed", code, text, numbers);

const refused = (kind: Refusal["kind"], code: string, text: string, numbers: Numbers | undefined): Refused =>
  fail(numbers === undefined ? { kind, code, text } : { kind, code, text, numbers });
