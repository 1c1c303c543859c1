import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantise } from "#shared/lib/quantise.ts";
import { SOURCES } from "#shared/model/parameters.ts";
import { DEFAULT_PARAMETERS } from "#shared/rules/parameters.ts";
import { assess, componentsOf, holdings } from "#shared/theory/assess.ts";
import { assessed } from "#shared/theory/assessed.ts";
import { intentProbability } from "#shared/theory/intent.ts";
import { median, powerShares } from "#shared/theory/power.ts";
import { bandOf, baseline, decompose, securityDilemmas, threatOf } from "#shared/theory/threat.ts";
import { amount, component, components, smallWorld, weights } from "./arbitraries.ts";

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

fc.configureGlobal({ numRuns: 1000 });

describe("threat (theory.md 3)", () => {
  it("more of any source never lowers T", () => {
    fc.assert(
      fc.property(components, weights, fc.constantFrom(...SOURCES), component, (c, w, source, more) => {
        const raised = { ...c, [source]: Math.max(c[source], more) };
        expect(threatOf(raised, w)).toBeGreaterThanOrEqual(threatOf(c, w) - 1e-12);
      }),
    );
  });

  it("lies between 5 and 100 whatever the weights", () => {
    fc.assert(
      fc.property(components, weights, (c, w) => {
        expect(threatOf(c, w)).toBeGreaterThanOrEqual(5 - 1e-9);
        expect(threatOf(c, w)).toBeLessThanOrEqual(100 + 1e-9);
      }),
    );
  });

  it("does not change when all weights are multiplied", () => {
    fc.assert(
      fc.property(components, weights, (c, w) => {
        const thrice = { P: 3 * w.P, X: 3 * w.X, O: 3 * w.O, I: 3 * w.I };
        expect(threatOf(c, thrice)).toBeCloseTo(threatOf(c, w), 9);
      }),
    );
  });

  it("bands are told from T as stored, not as printed", () => {
    expect([74.7, 75, 75.000001, 75.0000001].map(bandOf)).toEqual(["grave", "grave", "acute", "grave"]);
    expect([19.6, 39.6, 59.6].map(bandOf)).toEqual(["negligible", "watch", "serious"]);
  });

  it("a security dilemma needs two rises and no deed but arming", () => {
    const before = [
      [0, 30],
      [30, 0],
    ];
    const after = [
      [0, 33],
      [31, 0],
    ];
    expect(securityDilemmas(before, after, [true, true])).toEqual([{ a: 0, b: 1, riseOfB: 3, riseOfA: 1 }]);
    expect(securityDilemmas(before, after, [true, false])).toEqual([]);
    expect(securityDilemmas(after, before, [true, true])).toEqual([]);
  });

  it("a rise that nobody would notice makes no dilemma", () => {
    const before = [
      [0, 30],
      [30, 0],
    ];
    expect(
      securityDilemmas(
        before,
        [
          [0, 34.7],
          [30.04, 0],
        ],
        [true, true],
      ),
    ).toEqual([]);
    expect(
      securityDilemmas(
        before,
        [
          [0, 34.7],
          [30.99, 0],
        ],
        [true, true],
      ),
    ).toEqual([]);
  });
});

describe("decomposition (theory.md 4)", () => {
  it("sums to T − T⁰ exactly, against any baseline", () => {
    fc.assert(
      fc.property(components, components, weights, (c, c0, w) => {
        const parts = decompose(c, c0, w);
        expect(Math.abs(sum(SOURCES.map((k) => parts[k])) - (threatOf(c, w) - threatOf(c0, w)))).toBeLessThan(1e-9);
      }),
    );
  });

  it("keeps its digits where T and T⁰ all but agree", () => {
    fc.assert(
      fc.property(
        components,
        weights,
        fc.constantFrom(...SOURCES),
        fc.double({ min: 1e-9, max: 1e-6, noNaN: true }),
        (c, w, source, little) => {
          const parts = decompose({ ...c, [source]: c[source] * (1 + little) }, c, w);
          const slope = (w[source] / (w.P + w.X + w.O + w.I)) * threatOf(c, w);
          expect(parts[source] / (slope * little)).toBeCloseTo(1, 5);
          expect(SOURCES.filter((k) => k !== source).map((k) => parts[k] + 0)).toEqual([0, 0, 0]);
        },
      ),
    );
  });

  it("gives every part its own source's sign", () => {
    fc.assert(
      fc.property(components, components, weights, (c, c0, w) => {
        const parts = decompose(c, c0, w);
        for (const k of SOURCES) expect(Math.sign(parts[k]) * Math.sign(c[k] - c0[k])).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("stacks the bars from a stub of 5 points: all four parts are ≥ 0 and sum to T − 5 (look.md)", () => {
    fc.assert(
      fc.property(components, weights, (c, w) => {
        const parts = SOURCES.map((k) => decompose(c, baseline(0.05), w)[k]);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        expect(Math.abs(sum(parts) - (threatOf(c, w) - 5))).toBeLessThan(1e-9);
      }),
    );
  });
});

describe("the four sources in a world (theory.md 1, 2)", () => {
  it("shares sum to 1", () => {
    const row = fc.record({
      population: fc.double({ min: 0, max: 1e6, noNaN: true }),
      industry: fc.nat(50),
      military: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 16 }), (rows) => {
        expect(sum(powerShares(rows))).toBeCloseTo(1, 9);
      }),
    );
  });

  it("components lie in [.05, 1], T is theirs, and nothing is NaN", () => {
    fc.assert(
      fc.property(smallWorld, ({ board, world }) => {
        const assessment = assess(board, world);
        for (const i of board.ids.keys()) {
          for (const j of board.ids.keys()) {
            if (i === j) continue;
            const c = componentsOf(board, assessment, i, j);
            for (const k of SOURCES) expect(c[k] >= 0.05 && c[k] <= 1).toBe(true);
            expect(assessment.threat[i]?.[j]).toBeCloseTo(threatOf(c, board.parameters.weights), 5);
            expect(assessment.threat[i]?.[j]).toBe(quantise(assessment.threat[i]?.[j] ?? Number.NaN));
          }
        }
      }),
    );
  });

  it("T for all pairs at once, raised and looked up, is the formula's to the millionth, whatever the weights", () => {
    fc.assert(
      fc.property(smallWorld, weights, ({ board, world }, w) => {
        const weighed = { ...board, parameters: { ...board.parameters, weights: w } };
        const assessment = assess(weighed, world);
        for (const i of board.ids.keys()) {
          for (const j of board.ids.keys()) {
            if (i === j) continue;
            const formula = threatOf(componentsOf(board, assessment, i, j), w);
            expect(Math.abs((assessment.threat[i]?.[j] ?? 0) - formula)).toBeLessThan(5.001e-7);
            const I = intentProbability(world.intent[i]?.[j] ?? 0, board.parameters.floor);
            expect(assessment.intent[i]?.[j]).toBeCloseTo(I, 14);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("a world is assessed once for all who ask in a row, and anew for another world or board", () => {
    fc.assert(
      fc.property(smallWorld, ({ board, world }) => {
        const first = assessed(board, world);
        expect(assessed(board, world)).toBe(first);
        expect(first).toEqual(assess(board, world));
        const armed = { ...world, countries: world.countries.map((one) => ({ ...one, offence: one.offence + 1 })) };
        expect(assessed(board, armed)).toEqual(assess(board, armed));
        const fierce = { ...board, parameters: { ...board.parameters, kappa: board.parameters.kappa + 1 } };
        expect(assessed(fierce, armed)).toEqual(assess(fierce, armed));
      }),
      { numRuns: 100 },
    );
  });

  it("the median is the middle of the sorted values", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 33 }),
        (values) => {
          const sorted = values.toSorted((a, b) => a - b);
          const half = sorted.length / 2;
          const [low, high] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0];
          expect(median(values)).toBeCloseTo((low + high) / 2, 9);
        },
      ),
    );
  });

  it("who buys offence, or gains people and industry, threatens nobody less", () => {
    fc.assert(
      fc.property(
        smallWorld,
        fc.nat(4),
        amount(30),
        fc.constantFrom("offence", "industryBuilt"),
        ({ board, world }, j, more, what) => {
          const richer = {
            ...world,
            countries: world.countries.map((one, k) => (k === j ? { ...one, [what]: one[what] + more } : one)),
          };
          const before = assess(board, world).threat;
          const after = assess(board, richer).threat;
          for (const i of board.ids.keys()) expect(after[i]?.[j]).toBeGreaterThanOrEqual((before[i]?.[j] ?? 0) - 1e-6);
        },
      ),
    );
  });

  it("at δ = 1 buying defence makes nobody look more offensive; at δ = 0 every weapon frightens", () => {
    fc.assert(
      fc.property(smallWorld, fc.nat(4), amount(30), ({ board, world }, j, more) => {
        const armed = {
          ...world,
          countries: world.countries.map((one, k) => (k === j ? { ...one, defence: one.defence + more } : one)),
        };
        const offenceAt = (delta: number, of: typeof world): number =>
          assess({ ...board, parameters: { ...board.parameters, delta } }, of).offence[j] ?? 0;
        expect(offenceAt(1, armed)).toBeLessThanOrEqual(offenceAt(1, world) + 1e-12);
        expect(offenceAt(0, armed)).toBeGreaterThanOrEqual(offenceAt(0, world) - 1e-12);
      }),
    );
  });

  it("leaves board and world as they were", () => {
    fc.assert(
      fc.property(smallWorld, ({ board, world }) => {
        const before = JSON.stringify([board, world]);
        assess(board, world);
        holdings(board, world);
        expect(JSON.stringify([board, world])).toBe(before);
      }),
    );
  });

  it("a stronger opinion of its intent never lowers a country's threat", () => {
    fc.assert(
      fc.property(smallWorld, fc.double({ min: 0, max: 6, noNaN: true }), ({ board, world }, more) => {
        const worse = world.intent.map((row, i) =>
          row.map((L, j) => (i === 0 && j === 1 ? Math.min(DEFAULT_PARAMETERS.intent.ceiling, L + more) : L)),
        );
        expect(assess(board, { ...world, intent: worse }).threat[0]?.[1]).toBeGreaterThanOrEqual(
          assess(board, world).threat[0]?.[1] ?? 0,
        );
      }),
    );
  });
});
