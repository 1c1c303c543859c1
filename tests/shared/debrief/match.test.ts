import { describe, expect, it } from "vitest";
import { outcomeOf } from "#shared/debrief/outcome.ts";
import { lensTable } from "#shared/debrief/lensTable.ts";
import { seatTurns } from "#shared/debrief/seatTurns.ts";
import { countryId } from "#shared/model/ids.ts";
import { probabilityOf } from "#shared/theory/plays.ts";
import { advanceTo, after, computerMatch, started, submit } from "../record/table.ts";

const ring = computerMatch({ scenario: "ring", seed: 11 });

describe("the choices of a match", () => {
  it("stand beside predictions made from the world before the turn, whatever was ordered in it", () => {
    const one = advanceTo(
      after(started(), submit("cask", { alignment: { kind: "balance", against: countryId("borun") } })),
      "reveal",
    );
    const other = advanceTo(
      after(started(), submit("cask", { alignment: { kind: "bandwagon", with: countryId("borun") } })),
      "reveal",
    );
    const [[, , balanced] = []] = seatTurns(one.state);
    const [[, , followed] = []] = seatTurns(other.state);
    expect(balanced?.lenses).toEqual(followed?.lenses);
    expect(balanced?.coded.play).toEqual({ kind: "balance", against: "borun" });
    expect(followed?.coded.play).toEqual({ kind: "bandwagon", with: "borun" });
  });

  it("have five lenses each, whose chances sum to one, likeliest first", () => {
    for (const { lenses } of seatTurns(ring.state).flat()) {
      expect(lenses.map(({ lens }) => lens)).toEqual(["threat", "power", "interests", "ideology", "aid"]);
      for (const { options } of lenses) {
        expect(options.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
        expect(
          options.every(({ probability }, k) => k === 0 || probability <= (options[k - 1]?.probability ?? 1) + 1e-6),
        ).toBe(true);
      }
    }
  });

  it("keep a computer player's own account", () => {
    for (const { source, why } of seatTurns(ring.state).flat())
      expect(source === "computer" && why.length > 0).toBe(true);
  });
});

describe("the outcome", () => {
  it("adds the points of the match for a private aim met, and for no other", () => {
    const { scores, aimsMet } = outcomeOf(ring.state);
    expect(scores.map(({ aim }) => aim)).toEqual(
      aimsMet.map((met) => (met ? ring.state.board.parameters.score.aim : 0)),
    );
    expect(aimsMet).toContain(true);
    expect(aimsMet).toContain(false);
  });

  it("counts no computer player among people", () => {
    const table = outcomeOf(ring.state).lensTable;
    expect(table.filter(({ who }) => who === "people").every(({ n }) => n === 0)).toBe(true);
    const everyone = table.filter(({ who }) => who === "everyone");
    expect(everyone.filter(({ lens }) => lens === "threat" || lens === "power").map(({ n }) => n)).toEqual(
      [6, 6].map((seats) => seats * ring.state.turn),
    );
    // The Ring knows no ideologies: that lens cannot tell one country from another.
    expect(everyone.find(({ lens }) => lens === "ideology")).toMatchObject({ n: 0, rate: null });
  });
});

describe("what is sent of the choices", () => {
  it("is the likeliest four options of each prediction, the one it names and what was played, with the same rates", () => {
    const whole = seatTurns(ring.state).flat();
    const { play, lensTable: rows } = outcomeOf(ring.state);
    expect(rows).toEqual(lensTable(seatTurns(ring.state)));
    play.flat().forEach(({ coded, lenses }, at) => {
      lenses.forEach((sent, k) => {
        const all = whole[at]?.lenses[k]?.options ?? [];
        expect(sent.options.length).toBeLessThanOrEqual(6);
        expect(sent.options[0]?.play).toEqual(all[0]?.play);
        expect(probabilityOf(sent, coded.play)).toBeCloseTo(probabilityOf({ options: all }, coded.play), 4);
      });
    });
  });

  it("keeps the end of a match of twelve small enough for a phone", () => {
    const { state } = computerMatch({ scenario: "europe-1914" });
    expect(JSON.stringify(outcomeOf(state)).length).toBeLessThan(200_000);
  });
});
