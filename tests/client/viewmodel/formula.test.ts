import { describe, expect, it } from "vitest";
import { workingOf } from "#client/viewmodel/formula.ts";
import { SOURCES } from "#shared/model/parameters.ts";
import { index } from "#tests/helpers/smallWorld.ts";
import { seen } from "./view.ts";

describe("the formula sheet", () => {
  const { board, view } = seen("dell", [
    { borun: { moves: [{ kind: "mobilise" }], spend: { offence: 4 } } },
    { borun: { spend: { offence: 2, defence: 1 } } },
  ]);
  const working = workingOf(board, view, [index("dell"), index("borun")]);

  it("leads from the shares to P, from the arms to O, from the record to I", () => {
    const { shares, medianShare, components, offence, intent } = working;
    expect(shares.power).toBeCloseTo((shares.people + shares.industry + shares.arms) / 3, 9);
    expect(components.P).toBeCloseTo(shares.power / (shares.power + medianShare), 9);
    const hostile = offence.kappa * offence.threatening;
    expect(components.O).toBeCloseTo(hostile / (hostile + offence.sheltering + offence.scale), 9);
    expect(components.I).toBeCloseTo(1 / (1 + Math.exp(-intent.logOdds)), 9);
  });

  it("ends at the threat the board shows", () => {
    const product = SOURCES.reduce((value, source) => value * working.factors[source], 100);
    expect(product).toBeCloseTo(working.threat, 4);
    expect(working.threat).toBe(view.world.threat[index("dell")]?.[index("borun")]);
  });

  it("splits both comparisons into whole points that add up", () => {
    const total = (parts: typeof working.fromAverage): number =>
      SOURCES.reduce((sum, source) => sum + parts[source], 0);
    const before = view.history[0]?.threat[index("dell")]?.[index("borun")] ?? 0;
    expect(total(working.fromAverage)).toBe(Math.round(working.threat) - 50);
    expect(working.sinceLastTurn && total(working.sinceLastTurn)).toBe(Math.round(working.threat) - Math.round(before));
  });

  it("has nothing to compare with before the first turn", () => {
    const opening = seen("dell", []);
    expect(workingOf(opening.board, opening.view, [index("dell"), index("borun")]).sinceLastTurn).toBeNull();
  });
});
