import * as fc from "fast-check";
import { expect, it } from "vitest";
import { Tabulated } from "#shared/lib/tabulated.ts";

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const range = { from: -4, to: 4, cellsPerUnit: 16 };
const exponent = fc.double({ min: 0.05, max: 1, noNaN: true });

it("gives what the function gives, to some units of the last place of a double", () => {
  fc.assert(
    fc.property(exponent, fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 50 }), (w, places) => {
      const f = (x: number): number => logistic(x) ** w;
      const quick = new Tabulated(f, range);
      for (const x of places) expect(Math.abs(quick.at(x) / f(x) - 1)).toBeLessThan(2e-15);
    }),
  );
});

it("is the function itself outside its table", () => {
  const quick = new Tabulated(logistic, range);
  for (const x of [-9, -4.0001, 4, 4.5, 700]) expect(quick.at(x)).toBe(logistic(x));
  expect(quick.at(Number.NaN)).toBeNaN();
});

it("looks up a whole row as it looks up each of its numbers", () => {
  const quick = new Tabulated(logistic, range);
  const row = [-9, -3, -0.25, 0, 1.5, 3.9];
  const into = row.slice();
  quick.row(row, into);
  expect(into).toEqual(row.map((x) => quick.at(x)));
});
