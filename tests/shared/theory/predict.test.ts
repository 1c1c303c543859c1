import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "#shared/rules/parameters.ts";
import { predict, type Prediction, type PredictionInputs } from "#shared/theory/predict.ts";
import { situation } from "./arbitraries.ts";

fc.configureGlobal({ numRuns: 1000 });

const parameters = DEFAULT_PARAMETERS.prediction;
const chances = (inputs: PredictionInputs): Prediction["probabilities"] => predict(inputs, parameters).probabilities;
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
/** Room for rounding: a chance may be equal, but never on the wrong side. */
const TINY = 1e-12;
/** From here up the worst odds of balancing cannot hide that j is winning: .9(1 − w) ≤ .25w, w ≥ 18/23. */
const CLEARLY_WINNING = 18 / 23;

/** Walt's conditional hypotheses, as stated in theory.md 5 ("These must hold"): each varies one thing and holds the rest. */
describe("comparative statics of the prediction", () => {
  it("weaker → more bandwagoning", () => {
    fc.assert(
      fc.property(situation, fraction, (inputs, less) => {
        const weaker = chances({ ...inputs, p_i: inputs.p_i * less });
        expect(weaker.bandwagon).toBeGreaterThanOrEqual(chances(inputs).bandwagon - TINY);
      }),
    );
  });

  it("no allies → more bandwagoning", () => {
    fc.assert(
      fc.property(situation, (inputs) => {
        expect(chances({ ...inputs, helpers: [] }).bandwagon).toBeGreaterThanOrEqual(chances(inputs).bandwagon - TINY);
      }),
    );
  });

  it("a less appeasable threat, equally great → less bandwagoning", () => {
    fc.assert(
      fc.property(situation, fraction, (inputs, part) => {
        const harsher = { ...inputs, I: inputs.I + (1 - inputs.I) * part };
        expect(chances(harsher).bandwagon).toBeLessThanOrEqual(chances(inputs).bandwagon + TINY);
      }),
    );
  });

  it("late in a war → join the winner, the more so the surer it is to win", () => {
    fc.assert(
      fc.property(situation, fraction, (inputs, part) => {
        const surer = { ...inputs, w_J: inputs.w_J + (1 - inputs.w_J) * part };
        expect(chances(surer).bandwagon).toBeGreaterThanOrEqual(chances(inputs).bandwagon - TINY);
      }),
    );
  });

  it("the later in a war, the more bandwagoning, for every j that is clearly winning", () => {
    const winning = fc.double({ min: CLEARLY_WINNING, max: 1, noNaN: true });
    fc.assert(
      fc.property(situation, winning, fraction, (inputs, w_J, part) => {
        const later = { ...inputs, w_J, omega: inputs.omega + (1 - inputs.omega) * part };
        expect(chances(later).bandwagon).toBeGreaterThanOrEqual(chances({ ...inputs, w_J }).bandwagon - TINY);
      }),
    );
  });

  it("the later in a war, the more bandwagoning, where the war goes no better than the odds of balancing said", () => {
    fc.assert(
      fc.property(situation, fraction, (inputs, part) => {
        const odds = predict({ ...inputs, omega: 0 }, parameters).intermediates.q_bal;
        const w_J = Math.max(inputs.w_J, 1 - odds);
        const later = { ...inputs, w_J, omega: inputs.omega + (1 - inputs.omega) * part };
        expect(chances(later).bandwagon).toBeGreaterThanOrEqual(chances({ ...inputs, w_J }).bandwagon - TINY);
      }),
    );
  });

  it("greater T → less hiding", () => {
    fc.assert(
      fc.property(situation, fraction, (inputs, part) => {
        const greater = { ...inputs, T: inputs.T + (100 - inputs.T) * part };
        expect(chances(greater).hide).toBeLessThanOrEqual(chances(inputs).hide + TINY);
      }),
    );
  });

  it("revisionist → bandwagoning for profit", () => {
    fc.assert(
      fc.property(situation, fraction, (inputs, part) => {
        const greedier = { ...inputs, r: inputs.r + (1 - inputs.r) * part };
        expect(chances(greedier).bandwagon).toBeGreaterThanOrEqual(chances(inputs).bandwagon - TINY);
      }),
    );
  });
});

/** Where a hypothesis of section 5 does not hold for all inputs, this says so. */
describe("limits of the comparative statics", () => {
  it("a war that goes better for j's enemies than the odds said draws countries into balancing, though j is ahead", () => {
    const inputs = { T: 100, p_i: 0.05, def_i: 0, p_j: 0.5, X: 1, O: 1, I: 1, helpers: [], w_J: 0.6 };
    const early = predict({ ...inputs, omega: 0 }, parameters);
    const late = predict({ ...inputs, omega: 0.9 }, parameters);
    expect(early.intermediates.q_bal).toBeLessThan(1 - inputs.w_J);
    expect(late.expectedUtilities.balance - late.expectedUtilities.bandwagon).toBeGreaterThan(
      early.expectedUtilities.balance - early.expectedUtilities.bandwagon,
    );
    expect(late.probabilities.bandwagon).toBeLessThan(early.probabilities.bandwagon);
  });

  it("graver intent also raises T, and what leaves hiding may for small I go to bandwagoning – never more than to balancing", () => {
    const at = (I: number): Prediction["probabilities"] =>
      chances({ T: 100 * 0.9 * I ** 0.35, p_i: 0.05, def_i: 0, p_j: 0.5, X: 1, O: 0.9, I, helpers: [] });
    expect(at(0.3).bandwagon).toBeGreaterThan(at(0.1).bandwagon);
    expect(at(0.9).bandwagon).toBeLessThan(at(0.6).bandwagon);
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.9, noNaN: true }), fraction, (I, part) => {
        const [mild, harsh] = [at(I), at(I + (0.95 - I) * part)];
        expect(harsh.balance / harsh.bandwagon).toBeGreaterThanOrEqual((mild.balance / mild.bandwagon) * (1 - TINY));
      }),
    );
  });
});

describe("prediction", () => {
  it("chances sum to 1, and buck-passing is there only where another is more exposed", () => {
    fc.assert(
      fc.property(situation, (inputs) => {
        const all = chances(inputs);
        const { balance, bandwagon, hide, buckPass } = all;
        expect(balance + bandwagon + hide + (buckPass ?? 0)).toBeCloseTo(1, 12);
        expect("buckPass" in all).toBe(inputs.more_exposed);
      }),
    );
  });

  it("strong helpers who need no help make a buck-passer: certain support (theory.md 8, C3)", () => {
    const inputs = { T: 60, p_i: 0.2, def_i: 0.5, p_j: 0.25, X: 1, O: 0.5, I: 0.6, more_exposed: true };
    const some = chances({ ...inputs, helpers: [[0.15, 1, 0.5]] });
    const certain = chances({ ...inputs, helpers: [[0.4, 1, 1]] });
    expect((certain.buckPass ?? 0) / certain.balance).toBeGreaterThan((some.buckPass ?? 0) / some.balance);
  });
});
