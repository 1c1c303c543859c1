import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { next, seedPrng, shuffled, stream } from "#shared/lib/prng.ts";

const draws = (seed: number, name: string, count: number): number[] => {
  const { draw } = stream(seedPrng(seed, name));
  return Array.from({ length: count }, draw);
};

describe("chance", () => {
  it("is what it always was: cards, last turns and replays depend on it", () => {
    expect(seedPrng(7, "cards")).toMatchInlineSnapshot(`
      [
        294376610,
        2754418172,
        2909857882,
        2026944869,
      ]
    `);
    expect(draws(7, "cards", 3)).toMatchInlineSnapshot(`
      [
        0.1817877299617976,
        0.21203470369800925,
        0.6039879187010229,
      ]
    `);
  });

  it("is data: a state drawn from twice gives the same number, and is not changed", () => {
    const state = Object.freeze(seedPrng(1));
    expect(next(state)).toEqual(next(state));
    expect(next(next(state).state).value).not.toBe(next(state).value);
  });

  it("survives a JSON round trip at any point", () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(50), (seed, steps) => {
        const one = stream(seedPrng(seed));
        for (let k = 0; k < steps; k += 1) one.draw();
        const other = stream(JSON.parse(JSON.stringify(one.state())));
        expect([other.draw(), other.draw()]).toEqual([one.draw(), one.draw()]);
      }),
    );
  });

  it("gives streams of one seed, and like streams of near seeds, that have nothing in common", () => {
    expect(
      new Set([...draws(1, "a", 50), ...draws(1, "b", 50), ...draws(2, "a", 50), ...draws(1.5, "a", 50)]).size,
    ).toBe(200);
  });

  it("is even: 64,000 draws fall into 16 equal parts as chance would have it", () => {
    const { draw } = stream(seedPrng(42));
    const counts = Array.from({ length: 16 }, () => 0);
    for (let k = 0; k < 64_000; k += 1) {
      const part = Math.floor(draw() * 16);
      counts[part] = (counts[part] ?? 0) + 1;
    }
    // A draw outside [0, 1) would have made a part of its own.
    expect(counts).toHaveLength(16);
    const chiSquare = counts.reduce((sum, count) => sum + (count - 4000) ** 2 / 4000, 0);
    // 15 degrees of freedom: 99.9 % lie below 37.7.
    expect(chiSquare).toBeLessThan(37.7);
  });
});

describe("a shuffle", () => {
  it("keeps every item and leaves the list alone", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const before = [...items];
        const mixed = shuffled(items, stream(seedPrng(seed)).draw);
        expect(items).toEqual(before);
        expect([...mixed].sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b));
      }),
    );
  });

  it("puts each of three items in each place about equally often", () => {
    const first = { a: 0, b: 0, c: 0 };
    for (let seed = 0; seed < 3000; seed += 1) {
      const [one] = shuffled(["a", "b", "c"] as const, stream(seedPrng(seed, "shuffle")).draw);
      if (one) first[one] += 1;
    }
    for (const count of Object.values(first)) expect(Math.abs(count - 1000)).toBeLessThan(110);
  });
});
