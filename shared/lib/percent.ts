/** A chance or share in whole per cent for print, and whether it lies beyond: what may yet fail is never printed as 100, nor what may happen as 0. */
export interface PercentPrinted {
  readonly bound: "over" | "under" | null;
  /** Whole per cent, 0–100. */
  readonly percent: number;
}

/** `share` from 0 to 1. .996 → over 99, .004 → under 1; 0 and 1 themselves are certain and print as 0 and 100. */
export function printedPercent(share: number): PercentPrinted {
  if (share > 0.99 && share < 1) return { bound: "over", percent: 99 };
  if (share > 0 && share < 0.01) return { bound: "under", percent: 1 };
  return { bound: null, percent: Math.round(share * 100) };
}
