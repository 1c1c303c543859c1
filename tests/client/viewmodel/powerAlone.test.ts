import { describe, expect, it } from "vitest";
import { workingOf } from "#client/viewmodel/formula.ts";
import { powerBoard, powerView, seesPowerAlone } from "#client/viewmodel/powerAlone.ts";
import { threatRows } from "#client/viewmodel/threatRows.ts";
import { countryId } from "#shared/model/ids.ts";
import { componentsOf, assess } from "#shared/theory/assess.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { index } from "#tests/helpers/smallWorld.ts";
import { seen } from "./view.ts";

const { board, view } = seen("dell", [
  { borun: { moves: [{ kind: "mobilise" }], spend: { offence: 5 } } },
  { borun: { moves: [{ kind: "threaten", target: countryId("dell") }], spend: { offence: 5 } } },
]);
const me = index("dell");
const power = powerBoard(board);
const shown = powerView(power, view);
const withRules = (board: "full" | "power"): PlayerView => ({
  ...view,
  settings: {
    ...view.settings,
    classroom: { board, submitter: "any", hostReads: false, hostSeesOrders: false },
  },
});

describe("a board that shows power alone", () => {
  it("is the class's to choose, and over with the match", () => {
    expect(seesPowerAlone(withRules("power"))).toBe(true);
    expect(seesPowerAlone({ ...withRules("power"), phase: "ended" })).toBe(false);
    expect(seesPowerAlone(withRules("full"))).toBe(false);
    expect(seesPowerAlone(view)).toBe(false);
  });

  it("ranks the others by 100·P, and every point of a row and of its change is power's", () => {
    const rows = threatRows({ board: power, view: shown, me });
    const assessment = assess(board, view.world);
    for (const row of rows) {
      expect(row.threat).toBeCloseTo(100 * componentsOf(board, assessment, me, row.country).P, 9);
      expect([row.parts.X, row.parts.O, row.parts.I].map((part) => Math.abs(part) < 1e-9)).toEqual([true, true, true]);
      expect(row.causes.filter(({ kind }) => kind !== "power")).toEqual([]);
      expect(row.causes.reduce((sum, { points }) => sum + points, 0)).toBe(row.change);
    }
    expect(rows.map(({ threat }) => threat)).toEqual(rows.map(({ threat }) => threat).toSorted((a, b) => b - a));
  });

  it("is not the whole board under another name: acts that raise threat alone do not move it", () => {
    const full = threatRows({ board, view, me });
    expect(full.some(({ causes }) => causes.some(({ kind }) => kind === "act"))).toBe(true);
    expect(shown.history.some(({ events }) => events.some(({ kind }) => kind === "act"))).toBe(false);
    expect(view.history.some(({ events }) => events.some(({ kind }) => kind === "act"))).toBe(true);
  });

  it("works out its number from power's steps alone", () => {
    const country = (me + 1) % board.ids.length;
    const { factors, threat, components } = workingOf(power, shown, [me, country]);
    expect([factors.X, factors.O, factors.I]).toEqual([1, 1, 1]);
    expect(threat).toBeCloseTo(100 * components.P, 9);
  });
});
