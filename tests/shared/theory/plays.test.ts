import { describe, expect, it } from "vitest";
import { countryId } from "#shared/model/ids.ts";
import type { Play, PlayProbability } from "#shared/model/lens.ts";
import { byLikelihood, namedPlay } from "#shared/theory/plays.ts";

const balance = (country: string): Play => ({ kind: "balance", against: countryId(country) });
const hide: Play = { kind: "hide" };
const options = (...chances: readonly (readonly [Play, number])[]): readonly PlayProbability[] =>
  byLikelihood(chances.map(([play, probability]) => ({ play, probability, utility: 0 })));

describe("the play a theory names", () => {
  it("is of the kind that is likeliest in all, though one play of another kind is likelier by itself", () => {
    const mixed = options([hide, 0.4], [balance("a"), 0.25], [balance("b"), 0.2], [balance("c"), 0.15]);
    expect(namedPlay({ options: mixed })?.play).toEqual(balance("a"));
  });

  it("is the likeliest by itself when its kind leads anyway", () => {
    expect(namedPlay({ options: options([hide, 0.6], [balance("a"), 0.4]) })?.play).toEqual(hide);
  });

  it("is none where two kinds, or two targets of the leading kind, come out alike", () => {
    expect(namedPlay({ options: options([hide, 0.5], [balance("a"), 0.5]) })).toBeNull();
    expect(namedPlay({ options: options([balance("a"), 0.4], [balance("b"), 0.4], [hide, 0.2]) })).toBeNull();
    expect(namedPlay({ options: [] })).toBeNull();
  });

  it("needs a lead of a ten-thousandth: less is rounding", () => {
    expect(namedPlay({ options: options([hide, 0.50004], [balance("a"), 0.49996]) })).toBeNull();
    expect(namedPlay({ options: options([hide, 0.5001], [balance("a"), 0.4999]) })?.play).toEqual(hide);
  });
});
