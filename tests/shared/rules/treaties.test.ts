import { describe, expect, it } from "vitest";
import { countryId, treatyId } from "#shared/model/ids.ts";
import type { Proposal, TreatyTerms } from "#shared/model/treaty.ts";
import { checkSignature, checkTerms, defaultModules } from "#shared/rules/index.ts";
import {
  actsOf,
  against,
  all,
  attack,
  changed,
  country,
  follow,
  index,
  only,
  play,
  small,
} from "#tests/helpers/smallWorld.ts";
import type { Name, Signing, Small } from "#tests/helpers/smallWorld.ts";

const pact = (id: string, ...parties: Name[]): Signing => ({ id, terms: { kind: "defence", parties } });
const peace = (id: string, ...parties: Name[]): Signing => ({ id, terms: { kind: "nonaggression", parties } });
const terms = (kind: TreatyTerms["kind"], parties: readonly string[], enemy?: string): TreatyTerms => ({
  kind,
  parties: parties.map(countryId),
  ...(enemy === undefined ? {} : { against: countryId(enemy) }),
});
const proposal = (by: Name, of: TreatyTerms, more: Partial<Proposal> = {}): Proposal => ({
  ...of,
  id: treatyId("t1"),
  by: countryId(by),
  turn: 1,
  signed: [countryId(by)],
  declined: [],
  ...more,
});
function asked({ board, world }: Small, by: Name, of: TreatyTerms, openProposals: readonly Proposal[] = []): string {
  const checked = checkTerms(board, world, index(by), { terms: of, openProposals });
  return checked.ok ? "allowed" : checked.error.code;
}

describe("4.1 defence pacts and non-aggression treaties", () => {
  it.each([
    [terms("defence", ["borun", "cask"]), "allowed"],
    [terms("defence", ["borun", "cask", "dell"], "aster"), "allowed"],
    [terms("nonaggression", ["borun", "cask"]), "allowed"],
    [terms("nonaggression", ["borun", "cask"], "aster"), "terms.against"],
    [terms("defence", ["borun", "cask"], "cask"), "terms.againstParty"],
    [terms("defence", ["borun", "cask"], "atlantis"), "terms.unknown"],
  ] as const)("%j: %s", (of, expected) => {
    expect(asked(small(), "borun", of)).toBe(expected);
  });
  it("are not played in Intro", () => {
    expect(asked(small({ modules: [] }), "borun", terms("defence", ["borun", "cask"]))).toBe("terms.level");
  });
});

describe("4.2 what may be proposed", () => {
  it.each([
    [terms("defence", ["cask", "dell"]), "terms.notParty"],
    [terms("defence", ["borun"]), "terms.few"],
    [terms("defence", ["borun", "borun"]), "terms.few"],
    [terms("defence", ["borun", "atlantis"]), "terms.unknown"],
  ] as const)("%j: %s", (of, expected) => {
    expect(asked(small(), "borun", of)).toBe(expected);
  });
  it("puts the parties in order", () => {
    const { board, world } = small();
    const checked = checkTerms(board, world, index("cask"), {
      terms: terms("defence", ["dell", "cask", "aster"]),
      openProposals: [],
    });
    expect(checked).toEqual({ ok: true, value: terms("defence", ["aster", "cask", "dell"]) });
  });
  it("is not what is in force or on the table already", () => {
    const of = terms("defence", ["borun", "cask"]);
    const inForce = play(small(), {}, [pact("t1", "borun", "cask")]);
    expect(asked(inForce, "borun", of)).toBe("terms.inForce");
    expect(asked(small(), "borun", of, [proposal("cask", of)])).toBe("terms.open");
    expect(asked(small(), "borun", of, [proposal("cask", of, { declined: [countryId("borun")] })])).toBe("allowed");
  });
  it("lets a treaty in its last turn be renewed", () => {
    const signedOnce = play(small(), {}, [peace("t1", "borun", "cask")]);
    expect(asked(signedOnce, "borun", terms("nonaggression", ["borun", "cask"]))).toBe("terms.inForce");
    expect(asked(play(signedOnce, {}), "borun", terms("nonaggression", ["borun", "cask"]))).toBe("allowed");
  });
});

describe("4.3 one new treaty a turn, two after a congress", () => {
  const own = terms("defence", ["borun", "cask"]);
  const other = terms("nonaggression", ["borun", "dell"]);
  const sign = ({ board, world }: Small, by: Name, asking: Proposal, open: readonly Proposal[]) =>
    checkSignature(board, world, index(by), { proposal: asking, openProposals: open })?.code ?? "allowed";
  it("counts a proposal as a signature", () => {
    const open = [proposal("borun", own), proposal("dell", other, { id: treatyId("t2") })];
    expect(asked(small(), "borun", other, [proposal("borun", own)])).toBe("treaty.limit");
    expect(sign(small(), "borun", open[1] ?? proposal("dell", other), open)).toBe("treaty.limit");
    expect(
      sign(changed(small(), { world: { congress: true } }), "borun", open[1] ?? proposal("dell", other), open),
    ).toBe("allowed");
  });
  it("does not count what was declined or proposed in another turn", () => {
    expect(asked(small(), "borun", other, [proposal("borun", own, { declined: [countryId("cask")] })])).toBe("allowed");
    expect(asked(small(), "borun", other, [proposal("borun", own, { turn: 0 })])).toBe("allowed");
  });
  it("lets only parties sign, once, and nothing that was declined", () => {
    const asking = proposal("borun", own);
    expect(sign(small(), "cask", asking, [asking])).toBe("allowed");
    expect(sign(small(), "dell", asking, [asking])).toBe("sign.notParty");
    expect(sign(small(), "borun", asking, [asking])).toBe("sign.already");
    expect(sign(small(), "cask", { ...asking, declined: [countryId("cask")] }, [])).toBe("sign.declined");
  });
  it("brings the first of two into force, both after a congress", () => {
    const both = [pact("t10", "borun", "dell"), pact("t9", "borun", "cask")];
    expect(play(small(), {}, both).world.treaties.map(({ id }) => id)).toEqual(["t9"]);
    expect(play(changed(small(), { world: { congress: true } }), {}, both).world.treaties.map(({ id }) => id)).toEqual([
      "t9",
      "t10",
    ]);
  });
});

describe("4.4 a defence pact", () => {
  const after = play(small(), {}, [pact("t1", "borun", "cask")]);
  it("binds until broken", () => {
    expect(only(after, "treatySigned")).toMatchObject({ rule: "4.4", treaty: { id: "t1", since: 1, until: null } });
    expect(play(play(play(after, {}), {}), {}).world.treaties).toHaveLength(1);
  });
  it("makes each party think better of the other, and nobody else", () => {
    expect(actsOf(after, "borun")).toEqual({ "treaty_defence cask": [null, null, "direct", null] });
    expect(actsOf(after, "cask")).toEqual({ "treaty_defence borun": [null, "direct", null, null] });
    expect(after.world.intent[1]?.[2]).toBeCloseTo(-1.4 - 0.6, 6);
  });
});

describe("4.5 a non-aggression treaty", () => {
  it("binds for three turns and lapses with the third", () => {
    const first = play(small(), {}, [peace("t1", "borun", "cask")]);
    expect(only(first, "treatySigned")).toMatchObject({ rule: "4.5", treaty: { since: 1, until: 3 } });
    const second = play(first, {});
    expect(second.world.treaties).toHaveLength(1);
    const third = play(second, {});
    expect(only(third, "treatyLapsed")).toMatchObject({ rule: "4.5", treaty: { id: "t1" } });
    expect(third.world.treaties).toEqual([]);
    expect(actsOf(first, "borun")).toEqual({ "treaty_nonaggression cask": [null, null, "direct", null] });
  });
});

describe("4.6 attacking a partner", () => {
  it("breaks every treaty with it, even one signed this turn", () => {
    const bound = play(changed(small(), { world: { congress: true } }), {}, [pact("t1", "borun", "dell")]);
    const after = play(bound, { borun: { moves: [attack("kessel")] } }, [peace("t2", "borun", "dell")]);
    expect(all(after, "treatyBroken").map(({ treaty, by, deed, rule }) => [treaty.id, by, deed, rule])).toEqual([
      ["t1", index("borun"), "attack", "4.6"],
      ["t2", index("borun"), "attack", "4.6"],
    ]);
    expect(after.world.treaties).toEqual([]);
    expect(country(after, "borun").refused).toBe(3);
  });
});

describe("4.7 not answering a call", () => {
  it("breaks the pact and is felt by the victim in full", () => {
    const bound = play(small(), {}, [pact("t1", "cask", "dell")]);
    const after = play(bound, {
      borun: { moves: [attack("kessel")] },
      dell: { align: against("borun") },
      cask: { refuse: ["t1"] },
    });
    expect(only(after, "treatyBroken")).toMatchObject({ rule: "4.7", by: index("cask"), deed: "refusal" });
    expect(after.world.treaties).toEqual([]);
    expect(actsOf(after, "cask")["break_pact dell"]?.[index("dell")]).toBe("direct");
  });
});

describe("4.8 balancing against a partner", () => {
  it("breaks the defence pact but not a promise not to attack", () => {
    const bound = play(changed(small(), { world: { congress: true } }), {}, [
      pact("t1", "cask", "dell"),
      peace("t2", "cask", "dell"),
    ]);
    const after = play(bound, { cask: { align: against("dell") } });
    expect(only(after, "treatyBroken")).toMatchObject({
      rule: "4.8",
      by: index("cask"),
      deed: "balance",
      treaty: { id: "t1" },
    });
    expect(after.world.treaties.map(({ id }) => id)).toEqual(["t2"]);
  });
});

describe("4.9 who breaks a treaty", () => {
  it("is trusted less and leaves it; the others stay bound", () => {
    const bound = play(small(), {}, [pact("t1", "borun", "cask", "dell")]);
    const after = play(bound, { borun: { align: against("cask") } });
    expect(after.world.treaties).toMatchObject([{ id: "t1", parties: ["cask", "dell"] }]);
    const { honoured, refused } = country(after, "borun");
    expect(honoured / (honoured + refused)).toBe(0.6);
    expect(country(after, "cask")).toMatchObject({ honoured: 3, refused: 1 });
  });
  it("is trusted as before where reliability is not played, as is who keeps one", () => {
    const modules = defaultModules("standard").filter((module) => module !== "reliability");
    const bound = play(small({ modules }), {}, [pact("t1", "borun", "cask", "dell")]);
    const broken = play(bound, { borun: { align: against("cask") } });
    expect(only(broken, "treatyBroken").by).toBe(index("borun"));
    expect(country(broken, "borun")).toMatchObject({ honoured: 3, refused: 1 });
    const kept = play(broken, { borun: { moves: [attack("kessel")] }, dell: { align: against("borun") } });
    expect(only(kept, "pactCalled").answer).toBe("honoured");
    expect(country(kept, "cask")).toMatchObject({ honoured: 3, refused: 1 });
  });
  it("following an attacker into war is no way around it", () => {
    const bound = play(small(), {}, [pact("t1", "cask", "dell")]);
    const after = play(bound, {
      borun: { moves: [attack("kessel")] },
      dell: { align: against("borun") },
      cask: { align: follow("borun") },
    });
    expect(only(after, "treatyBroken")).toMatchObject({ by: index("cask"), deed: "refusal" });
  });
});
