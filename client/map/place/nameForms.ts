import type { Letters, NamePlacing, NameWant } from "./names.ts";

/** px. */
export const SMALLEST = 10.5;
const LARGEST = 20;
/** Size and tracking by the size of the country on the screen (√ of its area, px). */
export function lettersFor(extent: number, own: boolean, unit: number): Letters {
  const size = Math.min(LARGEST, Math.max(SMALLEST, SMALLEST + (extent - 34) * 0.054)) * (own ? 1.06 : 1);
  return { size: size * unit, tracking: Math.min(0.2, Math.max(0.02, 0.02 + (extent - 34) * 0.0009)) };
}

/** A way of writing a name, with what it must reach to stand. */
export interface Form {
  readonly text: string;
  readonly letters: Letters;
  readonly layout: "below" | "beside" | "alone";
  /** Worst score with which this form may still stand. */
  readonly least: number;
  /** What other countries' land under the name counts against it. */
  readonly abroad: number;
}

interface FormRoom {
  readonly letters: Letters;
  readonly small: Letters;
  /** px the name may be wide. */
  readonly room: number;
  readonly placing: NamePlacing;
}

/** From the best way of writing a name to the least. */
export function attempts(want: NameWant, { letters: most, small, room, placing }: FormRoom): readonly Form[] {
  const short = want.forms.at(-1) ?? "";
  const wide = (text: string): number => placing.measure(text, most, want.own);
  // The full name only where it needs little squeezing.
  const full = want.forms.find((form) => wide(form) * FULL_SQUEEZE <= room) ?? short;
  const letters = squeezed(most, small, Math.min(1, room / wide(full)));
  const layouts = want.figure === null ? (["alone"] as const) : (["below", "beside"] as const);
  return [
    ...layouts.flatMap((layout) =>
      SMALLER.map((factor) => ({
        text: full,
        letters: squeezed(letters, small, factor),
        layout,
        least: 0.95,
        abroad: 8,
      })),
    ),
    ...layouts.map((layout) => ({ text: full, letters, layout, least: 0.55, abroad: 0.5 })),
    ...layouts.map((layout) => ({ text: short, letters: mean(letters, small), layout, least: 0.3, abroad: 0.5 })),
    ...layouts.map((layout) => ({ text: short, letters: small, layout, least: -0.15, abroad: 0.5 })),
    // A number says more than a name: only what has none is named without one.
    ...(want.figure === null ? [{ text: short, letters: small, layout: "alone" as const, least: 0, abroad: 0.5 }] : []),
  ];
}

/** A name is made smaller before it may reach into a neighbour's land. */
const SMALLER = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5, 0.4] as const;

/** A name takes up to this share of its country's widest stretch, and a full form is not squeezed to less than this for it. */
export const WIDTH_SHARE = 0.84;
const FULL_SQUEEZE = 0.8;

/** Tracking goes first, then size, down to the smallest. */
const squeezed = (letters: Letters, small: Letters, factor: number): Letters =>
  factor >= 1
    ? letters
    : {
        size: Math.max(small.size, letters.size * Math.sqrt(factor) * Math.sqrt(Math.sqrt(factor))),
        tracking: Math.max(small.tracking, letters.tracking * factor),
      };

const mean = (a: Letters, b: Letters): Letters => ({
  size: (a.size + b.size) / 2,
  tracking: (a.tracking + b.tracking) / 2,
});
