import { describe, expect, it } from "vitest";
import { scenarioId } from "#shared/model/ids.ts";
import { createBoard, defaultModules } from "#shared/rules/index.ts";
import { findScenario } from "#server/scenarios/registry.ts";
import type { BarResult } from "#server/cli/simulate/barRun.ts";
import { bandwagoning, expansion } from "#server/cli/simulate/bars.ts";
import { reassurance, turmoil } from "#server/cli/simulate/warBars.ts";

/**
 * The lesson of the game, on few matches and with room for chance. The bars themselves, with their margins, are
 * `npm run -s simulate -- --bars --matches 2000`.
 */
describe("The Ring teaches what the theory says", () => {
  const scenario = findScenario(scenarioId("ring"));
  if (!scenario) throw new Error("no Ring");
  const run = { board: createBoard(scenario, { modules: defaultModules("standard") }), matches: 72, seed: 11 };
  const figures = (bars: readonly BarResult[]): Record<string, number> =>
    Object.fromEntries(bars.map(({ id, figure }) => [id, figure]));

  it("expansion provokes balancing and does not pay; where nobody balances it does better", () => {
    const { "2.balancing": balanced = 0, "2.noBalancing": free = 0 } = figures(expansion(run));
    expect(balanced).toBeLessThan(-2);
    expect(free).toBeGreaterThan(balanced + 3);
  });
  it("bandwagoning is the exception, and the resort of the weak", () => {
    const { "3.bandwagon": share = 0, "3.weak": ratio = 0 } = figures(bandwagoning(run));
    expect(share).toBeGreaterThan(3);
    expect(share).toBeLessThan(30);
    expect(ratio).toBeGreaterThan(2);
  });
  it("a wolf and a jackal bring wars and coalitions, and seldom an exile", () => {
    const { "5.war": war = 0, "5.exile": exile = 100, "5.allExiled": gone = 100 } = figures(turmoil(run));
    expect(war).toBeGreaterThan(65);
    expect(exile).toBeLessThan(20);
    expect(gone).toBe(0);
  });
  it("a strongest country that disarms is feared less than one that arms", () => {
    expect(figures(reassurance({ ...run, matches: 24 }))["7.reassurance"]).toBeGreaterThan(10);
  });
});
