import { expect, it } from "vitest";
import { keptFor } from "#shared/lib/keptFor.ts";

it("makes one answer for each key, in whatever order they are asked for", () => {
  let made = 0;
  const lengthOf = keptFor((key: readonly string[]) => ({ length: key.length, made: (made += 1) }));
  const [one, two] = [["a"], ["a", "b"]];
  const first = lengthOf(one);
  expect(lengthOf(two)).toEqual({ length: 2, made: 2 });
  expect(lengthOf(one)).toBe(first);
  expect(lengthOf(two).made).toBe(2);
});
