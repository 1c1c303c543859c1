import { describe, expect, it } from "vitest";
import { scenarioId } from "#shared/model/ids.ts";
import { createBoard, defaultModules } from "#shared/rules/index.ts";
import { findScenario } from "#server/scenarios/registry.ts";
import { type Bar, hold, type Table } from "#server/cli/simulate/bar.ts";
import { bandwagoning } from "#server/cli/simulate/bars/bandwagoning.ts";
import { buckPassing } from "#server/cli/simulate/bars/buckPassing.ts";
import { lookAhead } from "#server/cli/simulate/bars/decisions.ts";
import { expansion } from "#server/cli/simulate/bars/expansion.ts";
import { fixedPolicies } from "#server/cli/simulate/bars/fixedPolicies.ts";
import { reassurance } from "#server/cli/simulate/bars/reassurance.ts";
import { seats } from "#server/cli/simulate/bars/seats.ts";
import { turmoil } from "#server/cli/simulate/bars/turmoil.ts";

/**
 * The lesson of the game, on few matches and with room for chance, so that a rule that unteaches it is noticed. The bars
 * themselves, with their margins, are `npm run -s simulate -- --bars`.
 */
describe("The Ring teaches what the theory says", () => {
  const scenario = findScenario(scenarioId("ring"));
  if (!scenario) throw new Error("no Ring");
  const table: Table = {
    board: createBoard(scenario, { modules: defaultModules("standard") }),
    options: {},
  };
  const figures = (bar: Bar, matches: number): Readonly<Record<string, number>> =>
    Object.fromEntries(hold(bar, table, { matches, seed: 11 }).map(({ id, figure }) => [id, figure]));

  it("no fixed policy does much better than following the theory", () => {
    const found = figures(fixedPolicies, 60);
    expect(Object.keys(found)).toHaveLength(8);
    for (const [id, figure] of Object.entries(found)) expect(figure, id).toBeGreaterThan(-2);
    expect(found["1.theory.wolf"]).toBeGreaterThan(4);
  });
  it("expansion provokes balancing and does not pay; where nobody balances it does better", () => {
    const { "2.freedBalancing": balanced = 0, "2.freedNoBalancing": free = 0 } = figures(expansion, 72);
    expect(balanced).toBeLessThan(-2);
    expect(free).toBeGreaterThan(balanced + 3);
  });
  it("bandwagoning is the exception, and the resort of the weak", () => {
    const { "3.bandwagon": share = 0, "3.weak": ratio = 0 } = figures(bandwagoning, 72);
    expect(share).toBeGreaterThan(3);
    expect(share).toBeLessThan(30);
    expect(ratio).toBeGreaterThan(1.5);
  });
  it("no seat is hopeless", () => {
    for (const [id, figure] of Object.entries(figures(seats, 36))) expect(Math.abs(figure), id).toBeLessThan(10);
  });
  it("a wolf and a jackal bring wars and coalitions, and seldom an exile", () => {
    const { "5.war": war = 0, "5.exile": exile = 100, "5.allExiled": gone = 100 } = figures(turmoil, 72);
    expect(war).toBeGreaterThan(65);
    expect(exile).toBeLessThan(25);
    expect(gone).toBe(0);
  });
  it("the more share a burden, the less each bears", () => {
    expect(figures(buckPassing, 24)["6.buckPassing"]).toBeGreaterThan(4);
  });
  it("a strongest country that disarms is feared less than one that arms", () => {
    expect(figures(reassurance, 24)["7.reassurance"]).toBeGreaterThan(10);
  });
  it("no alignment is always the best, and a wrong one costs something", () => {
    const found = figures(lookAhead(16), 200);
    expect(found["8.gain"]).toBeGreaterThan(0.5);
    for (const kind of ["balance", "bandwagon", "hide"]) expect(found[`8.${kind}`], kind).toBeGreaterThan(0);
  });
});
