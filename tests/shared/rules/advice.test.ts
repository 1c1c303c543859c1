import { describe, expect, it } from "vitest";
import { betrayals, preview } from "#shared/rules/index.ts";
import { against, attack, changed, follow, index, play, sheetOf, small } from "#tests/helpers/smallWorld.ts";
import type { Name, Plan, Small } from "#tests/helpers/smallWorld.ts";

const show = ({ board, world }: Small, name: Name, plan: Plan) => preview(board, world, index(name), sheetOf(plan));
const warnings = ({ board, world }: Small, name: Name, plan: Plan): string[] =>
  betrayals(board, world, index(name), sheetOf(plan)).map(({ text }) => text);

describe("the preview of a sheet", () => {
  it("says who would fear a country that arms, and by how much", () => {
    const { fears, refusal, cost, left } = show(small(), "borun", { spend: { offence: 4 } });
    expect({ refusal, cost, left }).toEqual({ refusal: null, cost: 4, left: 1 });
    expect(fears.map(({ country }) => country)).toEqual(expect.arrayContaining([index("cask"), index("dell")]));
    expect(fears.every(({ change }) => change > 0.5)).toBe(true);
    expect(fears).toEqual([...fears].sort((a, b) => b.change - a.change));
  });
  it("says who would fear it less when it cuts", () => {
    const { fears } = show(small(), "borun", { moves: [{ kind: "cutOffence", points: 5 }] });
    expect(fears.length).toBeGreaterThan(0);
    expect(fears.every(({ change }) => change < -0.5)).toBe(true);
  });
  it("weighs an attack by what others did last turn", () => {
    const balanced = play(small({ arms: { borun: [30, 10] } }), {
      cask: { align: against("borun") },
      dell: { align: against("borun") },
    });
    const { battle } = show(balanced, "borun", { moves: [attack("kessel")] });
    // Both have 3.5 saved and 5 of income, pay 1.5 to balance and buy 7 defence: Dell 17 + .4 × 10, Cask half of 17 + 10.
    expect(battle).toMatchObject({ attack: 30, defence: 34.5, outcome: "stalemate" });
  });
  it("gives the refusal instead, and the price all the same", () => {
    const { refusal, fears, battle, cost, left } = show(small(), "borun", {
      align: against("cask"),
      spend: { offence: 9 },
    });
    expect(refusal?.code).toBe("spending.tooMuch");
    expect({ fears, battle, cost, left }).toEqual({ fears: [], battle: null, cost: 10.5, left: -5.5 });
  });
});

describe("warnings before an act of betrayal", () => {
  const bound = play(changed(small(), { world: { congress: true } }), { aster: { align: follow("borun") } }, [
    { id: "t1", terms: { kind: "defence", parties: ["borun", "dell"] } },
    { id: "t2", terms: { kind: "nonaggression", parties: ["borun", "cask"] } },
  ]);
  it.each([
    [{ moves: [attack("kessel")] }, ["Attacking Dell breaks your defence pact with it."]],
    [{ moves: [attack("corm")] }, ["Attacking Cask breaks your non-aggression treaty with it."]],
    [{ moves: [attack("holm")] }, ["Aster follows you: everyone will see an attack on it as a betrayal."]],
    [{ align: against("dell") }, ["Balancing against Dell breaks your defence pact with it."]],
    [{ align: against("cask") }, []],
    [{ refuse: ["t1"] }, ["If Dell is attacked and calls, you will not come: that breaks the pact."]],
    [{ align: follow("cask") }, ["Following Cask means refusing Dell, should Cask attack: that would break the pact."]],
    [{ align: follow("dell") }, []],
    [{ moves: [{ kind: "mobilise" }] }, []],
  ] as const)("%j", (plan, expected) => {
    expect(warnings(bound, "borun", plan)).toEqual(expected);
  });
});
