import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { causesOf, threatRows } from "#client/viewmodel/threatRows.ts";
import { lastStep } from "#client/viewmodel/standing.ts";
import { SOURCES } from "#shared/model/parameters.ts";
import { countryId } from "#shared/model/ids.ts";
import { against, attack, index, type Name, type Plans } from "#tests/helpers/smallWorld.ts";
import { seen } from "./view.ts";

const rowsFor = (me: Name, turns: readonly Plans[]) => {
  const { board, view } = seen(me, turns);
  return threatRows({ board, view, me: index(me) });
};
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe("the threat board", () => {
  it("ranks every other country, most threatening first", () => {
    const rows = rowsFor("dell", [{ borun: { moves: [{ kind: "mobilise" }], spend: { offence: 5 } } }]);
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(rows.map(({ country }) => country)).not.toContain(index("dell"));
    expect(rows[0]?.country).toBe(index("borun"));
    expect([...rows].sort((a, b) => b.threat - a.threat)).toEqual(rows);
  });

  it("shows no change before the first turn", () => {
    for (const row of rowsFor("dell", [])) expect(row).toMatchObject({ change: null, intentBefore: null, causes: [] });
  });

  it("stands as it stood a turn before while the last turn is still being told", () => {
    const first: Plans = { borun: { moves: [{ kind: "mobilise" }], spend: { offence: 5 } } };
    const second: Plans = { borun: { moves: [attack("kessel")] }, cask: { align: against("borun") } };
    const { board, view } = seen("dell", [first, second]);
    expect(threatRows({ board, view, me: index("dell"), untold: true })).toEqual(rowsFor("dell", [first]));
  });

  it("names the act done to me, and what faded", () => {
    const quiet: Plans = {};
    const hostile: Plans = { borun: { moves: [{ kind: "threaten", target: countryId("dell") }] } };
    const [afterThreat] = rowsFor("dell", [quiet, hostile]).filter(({ country }) => country === index("borun"));
    expect(afterThreat?.causes).toContainEqual(
      expect.objectContaining({ kind: "act", act: "threat", towards: "me", turn: 2 }),
    );
    const [later] = rowsFor("dell", [hostile, quiet]).filter(({ country }) => country === index("borun"));
    expect(later?.causes.map(({ kind }) => kind)).toContain("fading");
    expect(later?.change).toBeLessThan(0);
  });

  it("puts the band by the stored threat, not by the printed one", () => {
    for (const row of rowsFor("cask", [{ borun: { moves: [attack("corm")] } }])) {
      expect(row.shown).toBe(Math.round(row.threat));
    }
  });

  const towards = fc.constantFrom("borun", "cask", "dell", "aster");
  const deed = fc.record({
    doer: fc.constantFrom("borun", "cask", "dell"),
    target: towards,
    kind: fc.constantFrom("threaten", "reassure", "attack", "balance"),
    offence: fc.integer({ min: 0, max: 1 }),
    defence: fc.integer({ min: 0, max: 2 }),
  });
  const turn = fc.uniqueArray(deed, { maxLength: 3, selector: ({ doer }) => doer }).map(plansOf);

  it("lets the causes of every row add up to its printed change, and the parts to the threat less five", () => {
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 3 }), towards, (turns, me) => {
        const { board, view } = seen(me, turns);
        for (const row of threatRows({ board, view, me: index(me) })) {
          expect(sum(row.causes.map(({ points }) => points))).toBe(row.change);
          expect(sum(SOURCES.map((source) => row.parts[source]))).toBeCloseTo(row.threat - 5, 4);
          expect(sum(Object.values(row.rounded))).toBe(row.shown - 5);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("still adds up where an older record does not say power and offence", () => {
    const { board, view } = seen("cask", [
      { borun: { spend: { offence: 3 } } },
      { borun: { moves: [attack("corm")] } },
    ]);
    const history = view.history.map(({ power: _p, offence: _o, ...turn }) => turn);
    const step = lastStep(board, { ...view, history });
    const me = index("cask");
    const country = index("borun");
    if (!step) throw new Error("two turns were played");
    const change =
      Math.round(view.world.threat[me]?.[country] ?? 0) - Math.round(step.before.threat[me]?.[country] ?? 0);
    const causes = causesOf({ board, step, me, country, change });
    expect(sum(causes.map(({ points }) => points))).toBe(change);
    expect(change).toBeGreaterThan(5);
    expect(causes.map(({ kind }) => kind)).not.toContain("power");
  });

  it("counts balancing against me as an act toward me", () => {
    const [row] = rowsFor("borun", [{ cask: { align: against("borun") } }]).filter(
      ({ country }) => country === index("cask"),
    );
    expect(row?.causes).toContainEqual(expect.objectContaining({ act: "balance_against", towards: "me" }));
  });
});

interface Deed {
  readonly doer: Name;
  readonly target: Name;
  readonly kind: "threaten" | "reassure" | "attack" | "balance";
  readonly offence: number;
  readonly defence: number;
}
const REACH: Readonly<Record<string, string>> = { borun: "kessel", cask: "dorn", dell: "brod" };

/** One deed a country, none aimed at itself, attacks only where its army can reach. */
function plansOf(deeds: readonly Deed[]): Plans {
  return Object.fromEntries(
    deeds.map(({ doer, target, kind, offence, defence }) => {
      const spend = { offence, defence };
      if (doer === target) return [doer, { spend }];
      if (kind === "balance") return [doer, { spend, align: against(target) }];
      return [
        doer,
        { spend, moves: [kind === "attack" ? attack(REACH[doer] ?? "") : { kind, target: countryId(target) }] },
      ];
    }),
  );
}
