/**
 * An expected refusal: a code, a sentence a person can act on, and the numbers behind it.
 * malformed = does not parse; invalid = refers to nothing; illegal = not allowed now.
 */
export interface Refusal {
  readonly kind: "malformed" | "invalid" | "illegal";
  /** Stable, e.g. `spending.tooMuch`. Client catalogues may translate it. */
  readonly code: string;
  /** Plain English. */
  readonly text: string;
  readonly numbers?: Readonly<Record<string, number | string>>;
}
