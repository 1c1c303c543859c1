import { describe, expect, it } from "vitest";
import { countryId } from "#shared/model/ids.ts";
import type { LensPrediction } from "#shared/model/lens.ts";
import { defaultModules } from "#shared/rules/index.ts";
import { asHiding, hasBuckPassing, withoutBuckPassing } from "#shared/debrief/withoutBuckPassing.ts";

const borun = countryId("borun");
const prediction: LensPrediction = {
  lens: "threat",
  source: borun,
  options: [
    { play: { kind: "balance", against: borun }, probability: 0.4, utility: 0.8 },
    { play: { kind: "buckPass" }, probability: 0.35, utility: 0.79 },
    { play: { kind: "hide" }, probability: 0.25, utility: 0.75 },
  ],
};

describe("buck-passing in matches that have neither aid nor appeals", () => {
  it("is possible where a country can pay another to stand up, or ask it to", () => {
    expect(hasBuckPassing({ modules: defaultModules("intro") })).toBe(false);
    expect(hasBuckPassing({ modules: ["aid"] })).toBe(true);
    expect(hasBuckPassing({ modules: ["extraMove"] })).toBe(true);
  });
  it("is expected as hiding: chances add up, the likeliest comes first, and nothing is lost", () => {
    const { options } = withoutBuckPassing(prediction);
    expect(options.map(({ play }) => play.kind)).toEqual(["hide", "balance"]);
    expect(options[0]).toMatchObject({ probability: 0.6, utility: 0.79 });
    expect(options.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
  });

  it("leaves a prediction alone that knows of none", () => {
    const plain = { ...prediction, options: prediction.options.filter(({ play }) => play.kind !== "buckPass") };
    expect(withoutBuckPassing(plain)).toEqual(plain);
  });

  it("is coded as hiding, and still says that another was paid", () => {
    expect(asHiding({ play: { kind: "buckPass" }, because: "aid", internalBalancing: false })).toEqual({
      play: { kind: "hide" },
      because: "aid",
      internalBalancing: false,
    });
  });
});
