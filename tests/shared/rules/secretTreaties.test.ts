import { describe, expect, it } from "vitest";
import { countryId } from "#shared/model/ids.ts";
import type { PartialParameters } from "#shared/model/parameters.ts";
import { checkOrder, checkTerms, defaultModules, preview } from "#shared/rules/index.ts";
import {
  actsOf,
  against,
  all,
  attack,
  country,
  index,
  leaveTreaty,
  only,
  play,
  sheetOf,
  small,
  ultimatum,
} from "#tests/helpers/smallWorld.ts";
import type { Name, Plan, Played, Signing, Small } from "#tests/helpers/smallWorld.ts";

const modules = defaultModules("advanced").filter((module) => module !== "chance");
const game = (parameters: PartialParameters = { covert: { leak: 0 } }): Small => small({ modules, parameters });
const pact = (id: string, ...parties: Name[]): Signing => ({ id, terms: { kind: "defence", parties, secret: true } });
const aimed = (enemy: Name, ...parties: Name[]): Signing => ({
  id: "t1",
  terms: { kind: "defence", parties, against: enemy, secret: true },
});
const refusal = ({ board, world }: Small, name: Name, plan: Plan): string => {
  const checked = checkOrder(board, world, index(name), sheetOf(plan));
  return checked.ok ? "allowed" : checked.error.code;
};

describe("4.13 a secret treaty", () => {
  const signed = play(game(), {}, [aimed("borun", "cask", "dell")]);

  it("is made where secrets are kept", () => {
    const asked = ({ board, world }: Small): string => {
      const terms = { kind: "defence", parties: [countryId("borun"), countryId("cask")], secret: true } as const;
      const checked = checkTerms(board, world, index("borun"), { terms, openProposals: [] });
      return checked.ok ? `allowed, secret: ${String(checked.value.secret)}` : checked.error.code;
    };
    expect(asked(game())).toBe("allowed, secret: true");
    expect(asked(small())).toBe("terms.secret");
  });

  it("is signed before its parties alone, and moves no opinion and no security", () => {
    expect(only(signed, "treatySigned")).toMatchObject({ rule: "4.13", seenBy: [index("cask"), index("dell")] });
    expect(signed.world.treaties).toMatchObject([{ id: "t1", secret: true }]);
    expect(all(signed, "act")).toEqual([]);
    const nothing = play(game(), {});
    expect(signed.world.intent).toEqual(nothing.world.intent);
    const balanced = { dell: { align: against("borun") } } as const;
    expect(country(play(signed, balanced), "dell").security).toBe(country(play(nothing, balanced), "dell").security);
  });

  it("gives no partner's exposure to acts, and excuses no attack", () => {
    const threat = { kind: "threaten", target: countryId("dell") } as const;
    expect(actsOf(play(signed, { borun: { moves: [threat] } }), "borun")["threat dell"]?.[index("cask")]).toBe(
      "neighbour",
    );
    const struck = play(signed, { borun: { moves: [attack("kessel")] } });
    expect(only(play(struck, { cask: { moves: [attack("arno")] } }), "battle").provoked).toBe(false);
  });

  it("is nothing that a stranger could refuse, or demand to be left", () => {
    expect(refusal(signed, "aster", { refuse: ["t1"] })).toBe("refuse.unknown");
    expect(refusal(signed, "cask", { refuse: ["t1"] })).toBe("allowed");
    const demand = { moves: [ultimatum("dell", leaveTreaty("t1"))] };
    expect(refusal(signed, "aster", demand)).toBe("demand.noTreaty");
    const found: Small = {
      ...signed,
      world: {
        ...signed.world,
        treaties: signed.world.treaties.map((one) => ({ ...one, foundBy: [countryId("aster")] })),
      },
    };
    expect(refusal(found, "aster", demand)).toBe("allowed");
    // As it is shown to Aster: without who found it.
    const { secrets: _secrets, prng: _prng, ...shown } = signed.world;
    expect(checkOrder(signed.board, shown, index("aster"), sheetOf(demand)).ok).toBe(true);
    expectOpen(play(found, { aster: demand }), "demand", "signals");
  });

  it("comes out when a party is called by it", () => {
    const after = play(signed, { borun: { moves: [attack("kessel")] }, dell: { align: against("borun") } });
    expectOpen(after, "call", "attacks");
    expect(only(after, "pactCalled")).toMatchObject({ ally: index("cask"), answer: "honoured" });
    expect(actsOf(after, "cask")).toMatchObject({
      "balance_against borun": [null, "direct", null, null],
      "treaty_defence dell": [null, null, null, "direct"],
    });
  });

  it("comes out when a partner helps by having consulted", () => {
    const consulted = play(game(), {}, [
      { id: "t1", terms: { kind: "consultation", parties: ["cask", "dell"], secret: true } },
    ]);
    const balanced = { dell: { align: against("borun") }, cask: { align: against("borun") } } as const;
    expectOpen(play(consulted, { ...balanced, borun: { moves: [attack("kessel")] } }), "call", "attacks");
    expect(all(play(consulted, balanced), "treatyKnown")).toEqual([]);
  });

  it("comes out when it is broken, and then nobody thinks better of anybody", () => {
    const after = play(signed, { cask: { align: against("dell") } });
    expect(only(after, "treatyKnown")).toMatchObject({ how: "breach", step: "alignments" });
    expect(only(after, "treatyBroken")).toMatchObject({ deed: "balance", by: index("cask") });
    expect(after.world.treaties).toEqual([]);
    expect(Object.keys(actsOf(after, "dell"))).toEqual(["balance_against borun"]);
    expect(Object.keys(actsOf(after, "cask"))).toEqual(["balance_against borun", "break_pact dell"]);
  });

  it("lapses in secret too", () => {
    let after = play(game(), {}, [
      { id: "t1", terms: { kind: "nonaggression", parties: ["borun", "cask"], secret: true } },
    ]);
    for (let turn = 2; turn <= 3; turn += 1) after = play(after, {});
    expect(only(after, "treatyLapsed").seenBy).toEqual([index("borun"), index("cask")]);
  });
});

function expectOpen(after: Played, how: string, step: string): void {
  const shown = only(after, "treatyKnown");
  expect(shown).toMatchObject({ rule: "4.13", how, step, probability: null });
  expect(shown.seenBy).toBeUndefined();
  for (const treaty of after.world.treaties) {
    expect(treaty).not.toHaveProperty("secret");
    expect(treaty).not.toHaveProperty("foundBy");
  }
}

describe("4.14 a leak", () => {
  it("comes with its chance each turn after the signature, and is felt as the treaty is", () => {
    const certain = play(game({ covert: { leak: 1 } }), {}, [aimed("borun", "cask", "dell")]);
    expect(all(certain, "treatyKnown")).toEqual([]);
    const after = play(certain, {});
    expect(only(after, "treatyKnown")).toMatchObject({ rule: "4.14", how: "leak", step: "treaties", probability: 1 });
    expect(actsOf(after, "cask")).toEqual({
      "treaty_defence dell": [null, null, null, "direct"],
      "balance_against borun": [null, "direct", null, null],
    });
    expect(all(play(after, {}), "treatyKnown")).toEqual([]);
  });
  it("befalls about one secret in ten a turn", () => {
    let turns = 0;
    let leaks = 0;
    let now = play(game({}), {}, [pact("t1", "cask", "dell")]);
    for (; turns < 400; turns += 1) {
      const after = play(now, {});
      leaks += all(after, "treatyKnown").length;
      now = { ...now, world: { ...now.world, prng: after.world.prng } };
    }
    // 400 draws at .1: 40 ± 3 standard deviations of 6
    expect(leaks).toBeGreaterThan(22);
    expect(leaks).toBeLessThan(58);
  });
  it("draws nothing where there is no secret", () => {
    const open = play(game(), {}, [{ id: "t1", terms: { kind: "defence", parties: ["cask", "dell"] } }]);
    expect(play(open, {}).world.prng).toEqual(open.world.prng);
  });
  it("is foreseen by no preview", () => {
    const { board, world } = play(game({ covert: { leak: 0.4 } }), {}, [aimed("borun", "cask", "dell")]);
    const fears = (of: typeof world) => preview(board, of, index("cask"), sheetOf()).fears;
    expect(fears(world)).toEqual(fears({ ...world, treaties: [] }));
  });
});
