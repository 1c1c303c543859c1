import { bandOf, type Band } from "#shared/theory/threat.ts";

/** The band of a threat as it is printed, to a whole point: nobody reads "40" beside the word for less than 40. */
export const printedBand = (threat: number): Band => bandOf(Math.round(threat));
