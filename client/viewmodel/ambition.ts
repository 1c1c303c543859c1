export type AmbitionBand = "wolf" | "jackal" | "watchful" | "satisfied" | "lion";

/** Revisionism r in words, after Schweller 1994: from those who would overturn the order to those who would defend it. */
export function ambitionBand(revisionism: number): AmbitionBand {
  if (revisionism > 0.65) return "wolf";
  if (revisionism > 0.25) return "jackal";
  if (revisionism > -0.15) return "watchful";
  return revisionism > -0.5 ? "satisfied" : "lion";
}
