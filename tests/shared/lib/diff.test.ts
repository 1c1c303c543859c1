import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch, diff } from "#shared/lib/diff.ts";
import type { Json } from "#shared/lib/diff.ts";

/** JSON whose members come from few names, so that two values often share a shape; some named to hurt. */
const { json } = fc.letrec<{ json: Json; list: Json; object: Json; leaf: Json }>((tie) => ({
  json: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("leaf"), tie("list"), tie("object")),
  leaf: fc.constantFrom<Json>(null, true, 0, 1, -1.5, "", "a", "constructor"),
  list: fc.array(tie("json"), { maxLength: 4 }),
  object: fc.dictionary(fc.constantFrom("a", "b", "0", "length", "toString", "hasOwnProperty"), tie("json"), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
}));

const sent = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

describe("a patch", () => {
  it("turns the one value into the other, over the wire as well", () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const patch = diff(before, after);
        const made = patch === null ? before : applyPatch(before, patch);
        expect(made).toEqual(after);
        // A patch is JSON itself: what arrives does the same.
        const arrived = patch === null ? before : applyPatch(before, JSON.parse(JSON.stringify(patch)));
        expect(arrived).toEqual(after);
      }),
      { numRuns: 2000 },
    );
  });

  it("is nothing for equal values, and only for them", () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(diff(one, sent(one))).toBe(null);
        expect(diff(one, other) === null).toBe(JSON.stringify(sorted(one)) === JSON.stringify(sorted(other)));
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves the value it is applied to alone and shares what it does not touch", () => {
    const before = { seats: [{ name: "Ann" }, { name: "Ben" }], world: { turn: 1 } };
    const kept = sent(before);
    const patch = diff(before, { seats: [{ name: "Ann" }, { name: "Bea" }], world: { turn: 1 } });
    expect(patch).toEqual([2, { seats: [3, { 1: [2, { name: [1, "Bea"] }] }, 2] }]);
    const made = patch && (applyPatch(before, patch) as typeof before);
    expect(before).toEqual(kept);
    expect(made?.world).toBe(before.world);
    expect(made?.seats[0]).toBe(before.seats[0]);
  });

  it("grows, shrinks and replaces", () => {
    expect(diff([1, 2], [1, 2, 3])).toEqual([3, { 2: [1, 3] }, 3]);
    expect(diff([1, 2, 3], [1])).toEqual([3, {}, 1]);
    expect(diff({ a: 1, b: 2 }, { b: 2 })).toEqual([2, { a: [0] }]);
    expect(diff({ a: 1 }, [1])).toEqual([1, [1]]);
    expect(diff(null, { a: 1 })).toEqual([1, { a: 1 }]);
    expect(diff({ a: { b: 1 } }, { a: null })).toEqual([2, { a: [1, null] }]);
  });
});

function sorted(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
