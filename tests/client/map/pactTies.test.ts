import { expect, test } from "vitest";
import { treatyId } from "#shared/model/ids.ts";
import { pactTies } from "#client/map/place/pactTies.ts";

/** Five countries in a row, ten pixels apart. */
const seats = [0, 1, 2, 3, 4].map((country) => [10 * country, 0] as const);
const every = (name: string, parties: readonly number[], secret = false) =>
  parties.flatMap((a, at) => parties.slice(at + 1).map((b) => ({ treaty: treatyId(name), a, b, secret })));
const lines = (pairs: ReturnType<typeof every>): string[] => pactTies(pairs, seats).map(({ a, b }) => `${a}-${b}`);

test("a league is a chain of its nearest members, not a line for every pair", () => {
  expect(lines(every("league", [0, 1, 2, 3, 4]))).toEqual(["0-1", "1-2", "2-3", "3-4"]);
  expect(lines(every("league", [0, 2, 4]))).toEqual(["0-2", "2-4"]);
});

test("a pact of two is a line of its own beside the league that does not join them directly", () => {
  expect(lines([...every("league", [0, 1, 2]), ...every("pair", [0, 2])])).toEqual(["0-1", "1-2", "0-2"]);
});

test("the same pair twice shares a line, unless one of the pacts is secret", () => {
  expect(lines([...every("one", [0, 1]), ...every("two", [0, 1])])).toEqual(["0-1"]);
  expect(lines([...every("one", [0, 1]), ...every("two", [0, 1], true)])).toEqual(["0-1", "0-1"]);
});
