import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printedPercent } from "#shared/lib/percent.ts";

describe("a chance in whole per cent", () => {
  it("is never 0 or 100 unless it is certain", () => {
    expect([0, 0.004, 0.01, 0.425, 0.99, 0.996, 1].map(printedPercent)).toEqual([
      { bound: null, percent: 0 },
      { bound: "under", percent: 1 },
      { bound: null, percent: 1 },
      { bound: null, percent: 43 },
      { bound: null, percent: 99 },
      { bound: "over", percent: 99 },
      { bound: null, percent: 100 },
    ]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true, minExcluded: true, maxExcluded: true }), (share) => {
        const { percent } = printedPercent(share);
        expect(percent).toBeGreaterThan(0);
        expect(percent).toBeLessThan(100);
      }),
    );
  });
});
