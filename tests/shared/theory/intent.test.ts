import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACT_KINDS, EXPOSURES } from "#shared/model/acts.ts";
import { DEFAULT_PARAMETERS } from "#shared/rules/parameters.ts";
import { explainStanding, explainThreat } from "#shared/theory/explain.ts";
import {
  effectOf,
  explainIntent,
  intentLogOdds,
  intentProbability,
  openingIntent,
  selectActs,
  stepAllIntent,
  stepIntent,
  type FeltAct,
} from "#shared/theory/intent.ts";
import { threatOf } from "#shared/theory/threat.ts";
import { component, weights } from "./arbitraries.ts";

const parameters = DEFAULT_PARAMETERS.intent;
const onGrid = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 1e6, max: max * 1e6 }).map((n) => n / 1e6);
const logOdds = onGrid(-3, 3);
const opinions = fc.record({ previous: logOdds, prior: logOdds });
/** An act of country 1 toward country 0, felt by country 0. */
const actOf = fc
  .record({ act: fc.constantFrom(...ACT_KINDS), exposure: fc.constantFrom(...EXPOSURES) })
  .map(({ act, exposure }): FeltAct => ({
    by: 1,
    target: 0,
    act,
    lambda: parameters.llr[act],
    felt: [exposure, null],
  }));
const acts = fc.array(actOf, { maxLength: 6 });
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe("the record of intentions (theory.md 2)", () => {
  it("acts, fading and ceiling add up to the change of L", () => {
    fc.assert(
      fc.property(logOdds, logOdds, acts, (previous, prior, done) => {
        const { before, after, rows } = explainIntent({ previous, prior }, 0, done, parameters);
        expect(Math.abs(sum(rows.map(({ change }) => change)) - (after - before))).toBeLessThan(1e-12);
        expect(Math.abs(after)).toBeLessThanOrEqual(parameters.ceiling);
      }),
    );
  });

  it("explains the very step that the rules take", () => {
    fc.assert(
      fc.property(logOdds, logOdds, acts, (previous, prior, done) => {
        const explained = explainIntent({ previous, prior }, 0, done, parameters).after;
        const effects = done.map(({ lambda, felt }) => effectOf(lambda, felt[0] ?? null, parameters));
        expect(stepIntent({ previous, prior }, effects, parameters)).toBe(explained);
        expect(
          stepAllIntent(
            [
              [0, previous],
              [0, 0],
            ],
            [
              [0, prior],
              [0, 0],
            ],
            done,
            parameters,
          )[0]?.[1],
        ).toBe(explained);
      }),
    );
  });

  it("with nothing done, L comes ever nearer to the prior", () => {
    fc.assert(
      fc.property(logOdds, logOdds, (previous, prior) => {
        const next = stepIntent({ previous, prior }, [], parameters);
        expect(Math.abs(next - prior)).toBeLessThanOrEqual(Math.abs(previous - prior) * parameters.rho + 1e-6);
      }),
    );
  });

  it("a hostile act never makes a country look kinder", () => {
    fc.assert(
      fc.property(
        logOdds,
        logOdds,
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.constantFrom(...EXPOSURES),
        (previous, prior, lambda, exposure) => {
          const quiet = stepIntent({ previous, prior }, [], parameters);
          expect(
            stepIntent({ previous, prior }, [effectOf(lambda, exposure, parameters)], parameters),
          ).toBeGreaterThanOrEqual(quiet);
        },
      ),
    );
  });

  it("counts at most one hostile and one conciliatory act of each doer toward each target, the weightiest", () => {
    const anyAct = fc
      .record({ by: fc.nat(2), target: fc.nat(2), act: fc.constantFrom(...ACT_KINDS) })
      .map((one) => ({ ...one, lambda: parameters.llr[one.act] }));
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 12 }), (all) => {
        const counted = selectActs(all);
        const keys = counted.map(({ by, target, lambda }) => `${by} ${target} ${Math.sign(lambda)}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { by, target, lambda } of all) {
          if (lambda === 0) continue;
          const winner = counted.find(
            (one) => one.by === by && one.target === target && Math.sign(one.lambda) === Math.sign(lambda),
          );
          expect(Math.abs(winner?.lambda ?? 0)).toBeGreaterThanOrEqual(Math.abs(lambda));
        }
      }),
    );
  });

  it("the past opens a match with what is left of it", () => {
    expect(
      openingIntent(
        -1.4,
        [
          { effect: 1.1, turnsAgo: 1 },
          { effect: -0.4, turnsAgo: 2 },
        ],
        parameters,
      ),
    ).toBeCloseTo(-1.4 + 0.88 - 0.256, 12);
    expect(openingIntent(2.9, [{ effect: 2.2, turnsAgo: 0 }], parameters)).toBe(3);
  });
});

describe("acts in points (theory.md 4)", () => {
  it("rows sum to the part of intent, and the parts to the rise of T", () => {
    fc.assert(
      fc.property(
        opinions,
        acts,
        fc.record({ P: component, X: component, O: component }),
        weights,
        (opinion, done, others, w) => {
          const { before, after, rows } = explainIntent(opinion, 0, done, parameters);
          const at = (L: number): { P: number; X: number; O: number; I: number } => ({
            ...others,
            I: intentProbability(L, 0.05),
          });
          const { T, T0, parts, intent } = explainThreat(at(after), at(before), w, rows);
          expect(Math.abs(sum(Object.values(parts)) - (T - T0))).toBeLessThan(1e-9);
          if (rows.length > 0) expect(Math.abs(sum(intent.map(({ points }) => points)) - parts.I)).toBeLessThan(1e-9);
          else expect(parts.I).toBeCloseTo(0, 9);
        },
      ),
    );
  });

  it("an act undone by fading still has its points", () => {
    const c = { P: 0.5, X: 1, O: 0.5, I: 0.5 };
    const { intent } = explainThreat(c, c, DEFAULT_PARAMETERS.weights, [{ change: 0.4 }, { change: -0.4 }]);
    // dT/dL = w_I·T·(1 − I)
    const points = 0.35 * threatOf(c, DEFAULT_PARAMETERS.weights) * 0.5 * 0.4;
    expect(intent.map((row) => row.points)).toEqual([expect.closeTo(points, 9), expect.closeTo(-points, 9)]);
  });

  it("rows of a whole match sum from any baseline to L now", () => {
    fc.assert(
      fc.property(
        logOdds,
        logOdds,
        fc.array(acts, { maxLength: 12 }),
        fc.constantFrom(0.5, 0.05),
        (opening, prior, match, baselineI) => {
          const turns = match.map((done, k) => ({ turn: k + 1, acts: done }));
          const { L, rows } = explainStanding({ observer: 0, opening, prior, turns }, baselineI, parameters);
          expect(Math.abs(sum(rows.map(({ change }) => change)) - (L - intentLogOdds(baselineI)))).toBeLessThan(1e-9);
          expect(rows.filter(({ kind }) => kind === "fading").length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
