import * as fc from "fast-check";
import { buildSmall, type Small } from "#server/cli/conformance/smallWorld.ts";
import type { BySource } from "#shared/model/parameters.ts";
import { DEFAULT_PARAMETERS } from "#shared/rules/parameters.ts";
import type { Helper, PredictionInputs } from "#shared/theory/predict.ts";

const real = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

export const component = real(0.05, 1);
export const components: fc.Arbitrary<BySource> = fc.record({ P: component, X: component, O: component, I: component });
const weight = real(0.05, 1);
export const weights: fc.Arbitrary<BySource> = fc.record({ P: weight, X: weight, O: weight, I: weight });

const helper: fc.Arbitrary<Helper> = fc.tuple(real(0, 1), real(0.05, 1), real(0, 1));
/** Every situation that section 5 can be asked about. */
export const situation: fc.Arbitrary<Required<PredictionInputs>> = fc.record({
  T: real(5, 100),
  p_i: real(0.001, 1),
  def_i: real(0, 1),
  p_j: real(0.001, 1),
  X: component,
  O: component,
  I: component,
  helpers: fc.array(helper, { maxLength: 4 }),
  r: real(-1, 1),
  omega: real(0, 1),
  w_J: real(0, 1),
  more_exposed: fc.boolean(),
});

/** Arms, people, industry: to the hundredth of a point. */
export const amount = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: 100 * max }).map((n) => n / 100);
const ids = ["ada", "bor", "cor", "dun", "eld"] as const;
const country = fc.record({
  population: amount(50),
  industry: amount(50),
  offence: amount(40),
  defence: amount(40),
  built: amount(10),
});
const anyId = fc.constantFrom(...ids);
const alignment = fc.oneof(
  fc.constant("hide"),
  anyId.map((id) => `balance ${id}`),
  anyId.map((id) => `bandwagon ${id}`),
);

/** A world of five countries in any state of arms, opinion, alignment, aid and war. */
export const smallWorld: fc.Arbitrary<Small> = fc
  .record({
    countries: fc
      .tuple(country, country, country, country, country)
      .map((five) => Object.fromEntries(ids.map((id, k) => [id, five[k] ?? five[0]]))),
    kappa: real(0.5, 1.5),
    delta: real(0, 1),
    proximity: fc.array(fc.tuple(anyId, anyId, component), { maxLength: 12 }),
    intent: fc.array(fc.tuple(anyId, anyId, real(-3, 3)), { maxLength: 12 }),
    ideology: fc.array(fc.tuple(anyId, anyId, real(0, 1)), { maxLength: 6 }),
    alignments: fc
      .tuple(alignment, alignment, alignment, alignment, alignment)
      .map((five) => Object.fromEntries(ids.map((id, k) => [id, five[k] ?? "hide"]))),
    aid: fc.array(fc.tuple(anyId, anyId, real(0, 9)), { maxLength: 5 }),
    takings: fc.array(fc.tuple(anyId, anyId), { maxLength: 4 }),
    pacts: fc.array(
      fc.uniqueArray(anyId, { minLength: 2, maxLength: 3 }).map((parties) => ({ parties })),
      { maxLength: 3 },
    ),
  })
  .map((small) => buildSmall(small, DEFAULT_PARAMETERS));
