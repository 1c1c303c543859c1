import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, hashOf } from "#shared/lib/canonical.ts";

describe("canonical JSON", () => {
  it("has its keys in order, no spaces, and nothing where there is nothing", () => {
    expect(canonicalJson({ b: [1, { d: null, c: "x" }], a: undefined, A: true })).toBe(
      '{"A":true,"b":[1,{"c":"x","d":null}]}',
    );
    expect(canonicalJson([undefined, Number.NaN, -0])).toBe("[null,null,0]");
  });

  it("says the same as JSON does, whatever the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(hashOf(reversed(value))).toBe(hashOf(value));
      }),
      { numRuns: 500 },
    );
  });
});

describe("the hash", () => {
  it("is what it always was: records depend on it", () => {
    expect([hashOf(null), hashOf({}), hashOf({ turn: 1, holders: [0, 1] }), hashOf("Größe 東")]).toMatchInlineSnapshot(`
      [
        "77074ba4e70bd019",
        "5465b8252a258b10",
        "aa12eedd23a6d080",
        "6c312ed5716e1a14",
      ]
    `);
  });

  it("has 16 hex digits, and a changed number changes it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 50 }),
        fc.nat(),
        (numbers, at) => {
          const other = numbers.with(at % numbers.length, (numbers[at % numbers.length] ?? 0) + 1);
          expect(hashOf(numbers)).toMatch(/^[0-9a-f]{16}$/);
          expect(hashOf(other)).not.toBe(hashOf(numbers));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function reversed(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
