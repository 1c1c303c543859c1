import { expect, it } from "vitest";
import { farthestApart } from "#client/end/model/perceptions.ts";

const pair = (country: number, rated: number, reckoned: number) => ({
  turn: 1,
  observer: 0,
  country,
  rated,
  reckoned,
  ambition: 0,
});

it("the table names the country on which a rating and the record differ most, either way", () => {
  expect(farthestApart([pair(1, 0.9, 0.7), pair(2, 0.1, 0.6), pair(3, 0.5, 0.5)])?.country).toBe(2);
  expect(farthestApart([pair(1, 0.9, 0.3), pair(2, 0.1, 0.6)])?.country).toBe(1);
});

it("and nobody where they agree within half a step, or nothing was rated", () => {
  expect(farthestApart([pair(1, 0.5, 0.42), pair(2, 0.7, 0.78)])).toBeNull();
  expect(farthestApart([])).toBeNull();
});
