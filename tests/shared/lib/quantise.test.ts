import * as fc from "fast-check";
import { expect, it } from "vitest";
import { quantise } from "#shared/lib/quantise.ts";

it("rounds to six places, once and for all, and never to −0", () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
      const rounded = quantise(value);
      expect(Math.abs(rounded - value)).toBeLessThanOrEqual(5.001e-7);
      expect(quantise(rounded)).toBe(rounded);
      expect(Object.is(rounded, -0)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
