import { describe, expect, it } from "vitest";
import { alarmSeries, alignmentSeries, choicesTable, threatSeries } from "#shared/debrief/series.ts";
import { outcomeOf } from "#shared/debrief/outcome.ts";
import { seatTurns } from "#shared/debrief/seatTurns.ts";
import { countryId } from "#shared/model/ids.ts";
import { createWorld } from "#shared/rules/index.ts";
import { viewOf } from "../projection/presence.ts";
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
  it("adds ten points for a private aim met, and for no other", () => {
    const { scores, aimsMet } = outcomeOf(ring.state);
    expect(scores.map(({ aim }) => aim)).toEqual(aimsMet.map((met) => (met ? 10 : 0)));
    expect(aimsMet).toContain(true);
    expect(aimsMet).toContain(false);
  });

  it("counts no computer player among people", () => {
    const table = outcomeOf(ring.state).lensTable;
    expect(table.filter(({ who }) => who === "people").every(({ n }) => n === 0)).toBe(true);
    expect(table.filter(({ who }) => who === "everyone").every(({ n }) => n === 6 * ring.state.turn)).toBe(true);
  });
});

describe("lines for the final screen", () => {
  const view = viewOf(ring.state, "borun");
  // Only chance depends on the seed: anyone can rebuild the opening world.
  const opening = createWorld(ring.state.board, 0).threat;

  it("threat as one country saw it: from the opening to the end, one line per other country", () => {
    const lines = threatSeries(view.history, { opening, observer: 0 });
    expect(lines.map(({ country }) => country)).toEqual([1, 2, 3, 4, 5]);
    const [cask] = lines;
    expect(cask?.values).toHaveLength(view.turn + 1);
    expect(cask?.values[0]).toBe(ring.state.played[0]?.before.threat[0]?.[1]);
    expect(cask?.values.at(-1)).toBe(ring.state.world.threat[0]?.[1]);
  });

  it("how dangerous a country looked to the rest is the mean of what they saw", () => {
    const seen = [1, 2, 3, 4, 5].map((i) => ring.state.world.threat[i]?.[0] ?? 0);
    expect(alarmSeries(view.history, { opening, country: 0 }).at(-1)).toBeCloseTo(
      seen.reduce((sum, T) => sum + T, 0) / 5,
      9,
    );
  });

  it("alignments by country and turn", () => {
    const lines = alignmentSeries(view.history, 6);
    expect(lines).toHaveLength(6);
    expect(lines[1]?.[0]).toEqual(ring.state.played[0]?.sheets[1]?.sheet.alignment);
  });

  it("each choice with the chance that each lens gave it; a hit is its likeliest", () => {
    if (!view.outcome) throw new Error("not over");
    const rows = choicesTable(view.outcome, 3);
    expect(rows.map(({ turn }) => turn)).toEqual(ring.state.played.map(({ turn }) => turn));
    for (const { lenses, choice } of rows) {
      for (const { prediction, chance, hit } of lenses) {
        const likeliest = prediction.options[0];
        expect(hit).toBe(JSON.stringify(likeliest?.play) === JSON.stringify(choice.coded.play));
        if (hit) expect(chance).toBe(likeliest?.probability);
      }
    }
  });
});
