import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildSmall, type Small } from "#server/cli/conformance/smallWorld.ts";
import { LENSES, type LensPrediction } from "#shared/model/lens.ts";
import { countryId } from "#shared/model/ids.ts";
import { DEFAULT_PARAMETERS } from "#shared/rules/parameters.ts";
import { assess } from "#shared/theory/assess.ts";
import { isChoice } from "#shared/theory/coding.ts";
import { predictionFor } from "#shared/theory/forecast.ts";
import { lensPredictions } from "#shared/theory/lenses.ts";
import { logScore, probabilityOf, samePlay } from "#shared/theory/plays.ts";
import { smallWorld } from "./arbitraries.ts";

const anyone = fc.nat(4);
const revisionism = fc.double({ min: -1, max: 1, noNaN: true });
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const lensOf = (all: readonly LensPrediction[], lens: LensPrediction["lens"]): LensPrediction => {
  const found = all.find((one) => one.lens === lens);
  if (!found) throw new Error(`no lens ${lens}`);
  return found;
};
const bandwagoning = ({ options }: Pick<LensPrediction, "options">): number =>
  sum(options.filter(({ play }) => play.kind === "bandwagon").map(({ probability }) => probability));

describe("lenses (theory.md 6)", () => {
  it("each gives chances that sum to 1, likeliest first, no play twice, none about oneself", () => {
    fc.assert(
      fc.property(smallWorld, anyone, revisionism, ({ board, world }, me, r) => {
        const all = lensPredictions(board, world, me, r);
        expect(all.map(({ lens }) => lens)).toEqual([...LENSES]);
        for (const { options, source } of all) {
          expect(sum(options.map(({ probability }) => probability))).toBeCloseTo(1, 9);
          for (const [k, { play, probability, utility }] of options.entries()) {
            expect(probability >= 0 && Number.isFinite(utility)).toBe(true);
            expect(probability).toBeLessThanOrEqual((options[k - 1]?.probability ?? 1) + 1e-6);
            expect(options.findIndex((other) => samePlay(other.play, play))).toBe(k);
            if (play.kind === "balance") expect(play.against).not.toBe(board.ids[me]);
            if (play.kind === "bandwagon") expect(play.with).not.toBe(board.ids[me]);
          }
          expect(source).not.toBe(board.ids[me]);
        }
      }),
    );
  });

  it("give the same answer twice, and leave the world as it was", () => {
    fc.assert(
      fc.property(smallWorld, anyone, ({ board, world }, me) => {
        const before = JSON.stringify(world);
        const first = JSON.stringify(lensPredictions(board, world, me, 0.5));
        expect(JSON.stringify(lensPredictions(board, world, me, 0.5))).toBe(first);
        expect(JSON.stringify(world)).toBe(before);
      }),
    );
  });

  it("balance of threat takes no notice of revisionism; balance of interests bandwagons the more for it", () => {
    fc.assert(
      fc.property(smallWorld, anyone, ({ board, world }, me) => {
        const [calm, keen] = [lensPredictions(board, world, me, -0.5), lensPredictions(board, world, me, 0.9)];
        expect(lensOf(keen, "threat")).toEqual(lensOf(calm, "threat"));
        expect(bandwagoning(lensOf(keen, "interests"))).toBeGreaterThanOrEqual(
          bandwagoning(lensOf(calm, "interests")) - 1e-12,
        );
        expect(lensOf(calm, "interests").options).toEqual(lensOf(calm, "threat").options);
      }),
    );
  });

  it("balance of power sees shares alone: not distance, not intentions, not the kind of weapon", () => {
    fc.assert(
      fc.property(smallWorld, anyone, ({ board, world }, me) => {
        const elsewhere = board.proximity.map((row) => row.map((X) => Math.max(0.05, X / 2)));
        const others = world.countries.map((one, k) =>
          k === me ? one : { ...one, offence: one.defence, defence: one.offence },
        );
        const kinder = world.intent.map((row) => row.map((L) => L - 1));
        const again = lensPredictions(
          { ...board, proximity: elsewhere },
          { ...world, intent: kinder, countries: others },
          me,
          0,
        );
        const first = lensOf(lensPredictions(board, world, me, 0), "power");
        expect(lensOf(again, "power").source).toBe(first.source);
        for (const { play, probability } of first.options)
          expect(probabilityOf(lensOf(again, "power"), play)).toBeCloseTo(probability, 9);
      }),
    );
  });

  it("in the Strait, threat fears the armed neighbour where power cannot tell two equals apart", () => {
    const { board, world, index } = strait();
    const all = lensPredictions(board, world, index("cask"), 0);
    expect(lensOf(all, "threat").source).toBe("borun");
    expect(lensOf(all, "power").source).toBe("aldany");
    const { threat, shares } = assess(board, world);
    expect(shares[index("aldany")]).toBeCloseTo(shares[index("borun")] ?? 0, 12);
    expect(threat[index("cask")]?.[index("borun")]).toBeGreaterThan(
      1.2 * (threat[index("cask")]?.[index("aldany")] ?? 0),
    );
  });

  it("a play that a lens does not list has chance 0, and costs a bounded log score", () => {
    const { board, world, index } = strait();
    const power = lensOf(lensPredictions(board, world, index("cask"), 0), "power");
    const unlisted = { kind: "balance", against: countryId("dell") } as const;
    expect(probabilityOf(power, unlisted)).toBe(0);
    expect(logScore(power, unlisted)).toBeCloseTo(Math.log(0.001), 12);
  });
});

describe("a player's forecast (theory.md 5)", () => {
  it("the lower τ, the surer the play of greatest worth against the one country weighed", () => {
    fc.assert(
      fc.property(smallWorld, anyone, revisionism, ({ board, world }, me, r) => {
        const only = me === 0 ? 1 : 0;
        const best = (tau: number): number =>
          predictionFor(board, world, me, { revisionism: r, tau, only })[0]?.probability ?? 0;
        expect(best(0.05)).toBeGreaterThanOrEqual(best(0.1) - 1e-12);
      }),
    );
  });

  it("can weigh one country alone", () => {
    const { board, world, index } = strait();
    const options = predictionFor(board, world, index("cask"), { revisionism: 0, only: index("borun") });
    expect(
      options
        .map(({ play }) => ("against" in play ? play.against : "with" in play ? play.with : "borun"))
        .every((id) => id === "borun"),
    ).toBe(true);
    expect(sum(options.map(({ probability }) => probability))).toBeCloseTo(1, 12);
  });

  it("habit favours what was done last turn, whatever it was", () => {
    const { board, world, index } = strait();
    const last = { kind: "balance", against: countryId("borun") } as const;
    const settled = {
      ...world,
      alignments: world.alignments.map((alignment, k) => (k === index("cask") ? last : alignment)),
    };
    const chance = (habit: number): number =>
      probabilityOf({ options: predictionFor(board, settled, index("cask"), { revisionism: 0, habit }) }, last);
    expect(chance(0.03)).toBeGreaterThan(chance(0));
  });

  it("looks past governments in exile while anyone else is left", () => {
    const { board, world, index } = strait();
    const fallen = {
      ...world,
      countries: world.countries.map((one, k) =>
        k === index("borun") ? { ...one, status: { kind: "exile" } as const } : one,
      ),
    };
    const options = predictionFor(board, fallen, index("cask"), { revisionism: 0 });
    expect(options.some(({ play }) => play.kind === "balance" && play.against === "borun")).toBe(false);
  });
});

describe("coding of play (theory.md 7)", () => {
  it("counts only what a person chose", () => {
    expect((["person", "computer", "default"] as const).map(isChoice)).toEqual([true, false, false]);
  });
});

/** The Strait of rules.md: equal power, unequal threat. */
function strait(): Small {
  const country = (share: number, offence: number, defence: number) => ({
    population: share,
    industry: share,
    offence,
    defence,
  });
  return buildSmall(
    {
      countries: {
        aldany: country(30, 2, 8),
        borun: country(30, 8, 2),
        cask: country(20, 5, 5),
        dell: country(20, 5, 5),
      },
      proximity: [
        ["cask", "aldany", 0.5],
        ["dell", "aldany", 0.5],
      ],
    },
    DEFAULT_PARAMETERS,
  );
}
