import { describe, expect, it } from "vitest";
import { checkOrder, defaultModules, legalOptions } from "#shared/rules/index.ts";
import {
  actsOf,
  against,
  all,
  attack,
  changed,
  country,
  follow,
  index,
  NAMES,
  only,
  play,
  province,
  sheetOf,
  small,
} from "#tests/helpers/smallWorld.ts";
import type { Name, Played, Plans, Setup, Signing, Small } from "#tests/helpers/smallWorld.ts";

const pact = (id: string, parties: Name[], enemy?: Name): Signing => ({
  id,
  terms: { kind: "defence", parties, ...(enemy === undefined ? {} : { against: enemy }) },
});
const borunAttacks = { moves: [attack("kessel")] };
/** Role and points of everyone in the only battle. */
const forces = (played: Played): Record<string, readonly [role: string, points: number]> =>
  Object.fromEntries(
    only(played, "battle").forces.map(({ country, role, points }) => [NAMES[country], [role, points]]),
  );
const forcesAt = (played: Played, id: string): ReturnType<typeof forces> =>
  forces({ ...played, events: all(played, "battle").filter((battle) => battle.province === province(played, id)) });
const bound = (setup: Setup, ...signings: Signing[]): Small =>
  play(changed(small(setup), { world: { congress: true } }), {}, signings);

describe("7.1 who attacks one province fights together", () => {
  it("adds the attackers of Kessel and weighs Dorn by itself", () => {
    const game = changed(small(), { holders: { cray: "aster" } });
    const after = play(game, {
      borun: borunAttacks,
      cask: { moves: [attack("arno")] },
      aster: { moves: [attack("dorn")] },
    });
    expect(all(after, "battle").map(({ attackers, attack, defence }) => [attackers, attack, defence])).toEqual([
      [[index("cask")], 10, 14],
      [[index("aster")], 4, 16.5],
      [[index("borun")], 10, 14],
    ]);
    const together = play(changed(small(), { holders: { dorn: "cask" } }), {
      borun: borunAttacks,
      cask: { moves: [attack("kessel")] },
    });
    expect(only(together, "battle")).toMatchObject({
      attackers: [index("borun"), index("cask")],
      attack: 20,
      defence: 14,
      outcome: "win",
    });
  });
});

describe("7.2 fellow balancers send half of what they can bring", () => {
  it("helps Dell from Cask in full reach and from Aster at .4", () => {
    const after = play(small(), {
      borun: borunAttacks,
      aster: { align: against("borun") },
      cask: { align: against("borun") },
      dell: { align: against("borun") },
    });
    expect(forces(after)).toEqual({
      borun: ["attacker", 10],
      dell: ["defender", 14],
      aster: ["aligned", 4],
      cask: ["aligned", 10],
    });
    expect(actsOf(after, "cask")["join_war_for_victim dell"]).toEqual(["other", null, null, "direct"]);
  });
  it.each([
    ["the victim hides", { cask: { align: against("borun") } }],
    ["the victim balances against another", { cask: { align: against("borun") }, dell: { align: against("aster") } }],
    ["the other hides", { dell: { align: against("borun") } }],
    ["the other balances against a third", { dell: { align: against("borun") }, cask: { align: against("aster") } }],
  ] as const)("sends nothing when %s", (_, plans: Plans) => {
    expect(Object.keys(forces(play(small(), { borun: borunAttacks, ...plans })))).toEqual(["borun", "dell"]);
  });
});

describe("7.3 a pact is called by who balances against the attacker", () => {
  it("brings three quarters, and a promise kept", () => {
    const after = play(bound({}, pact("t1", ["cask", "dell"])), {
      borun: borunAttacks,
      dell: { align: against("borun") },
    });
    expect(only(after, "pactCalled")).toMatchObject({
      rule: "7.3",
      ally: index("cask"),
      victim: index("dell"),
      attacker: index("borun"),
      answer: "honoured",
    });
    expect(forces(after)["cask"]).toEqual(["pact", 15]);
    expect(country(after, "cask")).toMatchObject({ honoured: 4, refused: 1 });
    expect(actsOf(after, "cask")["honour_pact dell"]).toEqual(["other", null, null, "direct"]);
  });
  it("is not called by who hides", () => {
    const after = play(bound({}, pact("t1", ["cask", "dell"])), { borun: borunAttacks });
    expect(all(after, "pactCalled")).toEqual([]);
    expect(Object.keys(forces(after))).toEqual(["borun", "dell"]);
  });
  it("covers only the country it is against", () => {
    const plans = { borun: borunAttacks, dell: { align: against("borun") } };
    expect(all(play(bound({}, pact("t1", ["cask", "dell"], "aster")), plans), "pactCalled")).toEqual([]);
    expect(all(play(bound({}, pact("t1", ["cask", "dell"], "borun")), plans), "pactCalled")).toHaveLength(1);
  });
  it("is called once, however many pacts bind the partner", () => {
    const after = play(bound({}, pact("t1", ["cask", "dell"]), pact("t2", ["cask", "dell"], "borun")), {
      borun: borunAttacks,
      dell: { align: against("borun") },
    });
    expect(all(after, "pactCalled").map(({ treaty }) => treaty)).toEqual(["t1"]);
    expect(country(after, "cask").honoured).toBe(4);
  });
  it("does not bind partners against one another", () => {
    const after = play(bound({}, pact("t1", ["borun", "cask", "dell"])), {
      borun: borunAttacks,
      dell: { align: against("borun") },
    });
    expect(all(after, "pactCalled")).toEqual([]);
  });
});

describe("7.4 who does not answer", () => {
  const game = bound({ arms: { borun: [20, 10] } }, pact("t1", ["cask", "dell"]));
  const dell = { align: against("borun") };
  it("refuses by its sheet, and does not help even as a fellow", () => {
    const after = play(game, { borun: borunAttacks, dell, cask: { align: against("borun"), refuse: ["t1"] } });
    expect(only(after, "pactCalled")).toMatchObject({ rule: "7.4", answer: "refused" });
    expect(only(after, "battle").deserters).toEqual([index("cask")]);
    expect(Object.keys(forces(after))).toEqual(["borun", "dell"]);
    expect(after.story).toContain("Borun took Kessel: 20 against 14 – Cask's promise to help was not kept.");
  });
  it("refuses by following the attacker", () => {
    const after = play(game, { borun: borunAttacks, dell, cask: { align: follow("borun") } });
    expect(only(after, "pactCalled").answer).toBe("refused");
    expect(forces(after)["cask"]).toEqual(["follower", 2.5]);
  });
  it("is not called when it attacks the caller itself, or is in exile", () => {
    const attacks = play(changed(game, { holders: { cray: "cask" } }), {
      borun: borunAttacks,
      dell,
      cask: { moves: [attack("dorn")] },
    });
    expect(all(attacks, "pactCalled")).toEqual([]);
    const exiled = changed(game, {
      countries: { cask: { status: { kind: "exile" } } },
      holders: { corm: "borun", cray: "borun" },
    });
    expect(all(play(exiled, { borun: borunAttacks, dell }), "pactCalled")).toEqual([]);
  });
});

describe("7.4 without calls", () => {
  const modules = defaultModules("standard").filter((module) => module !== "calls");
  const game = bound({ arms: { borun: [20, 10] }, modules }, pact("t1", ["cask", "dell"]));
  const dell = { align: against("borun") };
  it("no sheet can refuse, and none is offered to", () => {
    const checked = checkOrder(game.board, game.world, index("cask"), sheetOf({ refuse: ["t1"] }));
    expect(checked).toMatchObject({ ok: false, error: { code: "refuse.level" } });
    expect(legalOptions(game.board, game.world, index("cask")).refuse).toEqual([]);
    expect(only(play(game, { borun: borunAttacks, dell }), "pactCalled").answer).toBe("honoured");
  });
  it("who follows the attacker still does not come", () => {
    const after = play(game, { borun: borunAttacks, dell, cask: { align: follow("borun") } });
    expect(only(after, "pactCalled").answer).toBe("refused");
  });
});

describe("7.5 attack", () => {
  it("is offence × X × κ, a quarter more when mobilised, and a quarter of each follower's", () => {
    const game = changed(small({ parameters: { kappa: 1.2 } }), {
      countries: { aster: { mobilisedFrom: 1, mobilisedTo: 1 } },
    });
    const after = play(game, { aster: { moves: [attack("arno")] }, cask: { align: follow("aster") } });
    // 1.2 × 10 × .4 × 1.25, and 1.2 × .25 × 10 × 1
    expect(forces(after)).toEqual({ aster: ["attacker", 6], cask: ["follower", 3], borun: ["defender", 14] });
    expect(only(after, "battle").attack).toBe(9);
  });
  it("divides a force among attack and friends", () => {
    const game = changed(small(), { holders: { holm: "dell" } });
    const after = play(game, {
      borun: { moves: [attack("kessel")] },
      cask: { align: against("borun"), moves: [attack("arno")] },
      dell: { align: against("borun") },
    });
    const [arno, kessel] = all(after, "battle");
    expect(arno?.attack).toBe(5);
    expect(kessel?.forces.find(({ role }) => role === "aligned")?.points).toBe(5);
  });
  it("protects a follower attacked in two places with one part of its force", () => {
    const game = changed(small(), { holders: { cray: "aster" } });
    const after = play(game, {
      aster: { moves: [attack("dorn")] },
      borun: borunAttacks,
      dell: { align: follow("cask") },
    });
    expect(forcesAt(after, "dorn")["cask"]).toEqual(["protector", 10]);
    expect(forcesAt(after, "kessel")["cask"]).toEqual(["protector", 10]);
  });
  it("divides a follower's force between its own attack and its leader's", () => {
    const after = play(small(), { borun: borunAttacks, cask: { align: follow("borun"), moves: [attack("dorn")] } });
    const [dorn, kessel] = all(after, "battle");
    expect(dorn?.attack).toBe(5);
    expect(kessel?.forces.find(({ role }) => role === "follower")?.points).toBe(1.25);
  });
});

describe("7.6 defence", () => {
  it("is a quarter stronger in mountains, and adds .4 of the country's offence", () => {
    const game = changed(small(), { holders: { brod: "dell" } });
    expect(only(play(game, { cask: { moves: [attack("dorn")] } }), "battle").defence).toBe(16.5);
    expect(only(play(small(), { borun: borunAttacks }), "battle").defence).toBe(14);
  });
  it("counts a helper once, by its best right", () => {
    const after = play(bound({}, pact("t1", ["cask", "dell"])), {
      borun: borunAttacks,
      dell: { align: against("borun") },
      cask: { align: against("borun") },
    });
    expect(forces(after)["cask"]).toEqual(["pact", 15]);
  });
  it("does not divide the country's own arms among battles", () => {
    const after = play(small(), { borun: borunAttacks, cask: { moves: [attack("dorn")] } });
    expect(all(after, "battle").map(({ defence }) => defence)).toEqual([16.5, 14]);
  });
});

describe("7.7 a leader protects its follower", () => {
  it("sends half against others, nothing against itself", () => {
    const after = play(small(), { borun: borunAttacks, dell: { align: follow("cask") } });
    expect(forces(after)["cask"]).toEqual(["protector", 10]);
    const followed = play(small(), { dell: { align: follow("borun") } });
    const own = play(followed, { borun: borunAttacks, dell: { align: follow("borun") } });
    expect(Object.keys(forces(own))).toEqual(["borun", "dell"]);
  });
  it("fights on one side only: who follows the attacker protects nobody from it", () => {
    const after = play(small(), {
      borun: borunAttacks,
      cask: { align: follow("borun") },
      dell: { align: follow("cask") },
    });
    expect(only(after, "battle").forces.map(({ country, role }) => [NAMES[country], role])).toEqual([
      ["borun", "attacker"],
      ["cask", "follower"],
      ["dell", "defender"],
    ]);
    expect(only(after, "battle").deserters).toEqual([index("cask")]);
    const before = play(changed(small(), { holders: { dorn: "cask" } }), { dell: { align: follow("cask") } });
    const both = play(before, {
      borun: borunAttacks,
      cask: { align: follow("borun"), moves: [attack("kessel")] },
      dell: { align: follow("cask") },
    });
    expect(only(both, "battle").deserters).toEqual([]);
  });
});

describe("7.8 the outcome", () => {
  it.each([
    [17.6, "win"],
    [17.5, "stalemate"],
    [11.3, "stalemate"],
    [11.2, "loss"],
    [0, "loss"],
  ])("%d against 14: %s", (offence, outcome) => {
    const after = play(small({ arms: { borun: [offence, 10] } }), { borun: borunAttacks });
    expect(only(after, "battle")).toMatchObject({ rule: "7.8", defence: 14, outcome });
    expect(all(after, "provinceTaken")).toHaveLength(outcome === "win" ? 1 : 0);
  });
});

describe("7.9 a provoked attack", () => {
  const provoked = (game: Small): boolean => only(play(game, { borun: borunAttacks }), "battle").provoked;
  it("answers a mobilisation next door for two turns", () => {
    const first = play(small(), { dell: { moves: [{ kind: "mobilise" }] } });
    expect(provoked(small())).toBe(false);
    expect(provoked(first)).toBe(true);
    expect(provoked(play(first, {}))).toBe(true);
    const later = play(play(first, {}), {});
    expect(provoked(later)).toBe(false);
    expect(later.world.recentActs).toEqual([]);
  });
  it("answers an attack on oneself or on a defence partner", () => {
    expect(provoked(play(small(), { dell: { moves: [attack("brod")] } }))).toBe(true);
    expect(provoked(play(small(), { dell: { moves: [attack("cray")] } }))).toBe(false);
    expect(provoked(play(bound({}, pact("t1", ["borun", "cask"])), { dell: { moves: [attack("cray")] } }))).toBe(true);
  });
  it("weighs a third of an unprovoked one", () => {
    const first = play(small(), { dell: { moves: [attack("brod")] } });
    expect(Object.keys(actsOf(play(first, { borun: borunAttacks }), "borun"))).toEqual(["attack_provoked dell"]);
    expect(Object.keys(actsOf(play(small(), { borun: borunAttacks }), "borun"))).toEqual(["attack_unprovoked dell"]);
  });
  it("is one that would free occupied land", () => {
    const own = changed(small(), { holders: { brod: "dell" } });
    expect(only(play(own, { borun: { moves: [attack("brod")] } }), "battle").provoked).toBe(true);
    const third = changed(small(), { holders: { corm: "dell" } });
    expect(only(play(third, { borun: { moves: [attack("corm", { liberate: true })] } }), "battle").provoked).toBe(true);
    expect(only(play(third, { borun: { moves: [attack("corm")] } }), "battle").provoked).toBe(false);
  });
});

describe("7.10 attacking a follower", () => {
  it("is a betrayal that everyone sees in full", () => {
    const last = play(small(), { dell: { align: follow("borun") } });
    const after = play(last, { borun: borunAttacks, dell: { align: follow("borun") } });
    expect(actsOf(after, "borun")).toEqual({
      "attack_unprovoked dell": ["other", null, "neighbour", "direct"],
      "betray_follower dell": ["direct", null, "direct", null],
    });
  });
  it("counts for who followed last turn, not for who never did", () => {
    const last = play(small(), { dell: { align: follow("borun") } });
    expect(Object.keys(actsOf(play(last, { borun: borunAttacks }), "borun"))).toContain("betray_follower dell");
    expect(Object.keys(actsOf(play(play(last, {}), { borun: borunAttacks }), "borun"))).not.toContain(
      "betray_follower dell",
    );
  });
});

describe("7.11 losses", () => {
  it.each([
    [20, 18, 7],
    [14, 10.08, 8],
    [10, 6.5, 8.8],
  ])("an attack with %d leaves offence %d, and defence %d of 10", (offence, left, defence) => {
    const after = play(small({ arms: { borun: [offence, 10] } }), { borun: borunAttacks });
    expect(country(after, "borun").offence).toBe(left);
    expect(country(after, "dell").defence).toBe(defence);
  });
  it("are the worst share once for two battles, and none for friends", () => {
    const after = play(small({ arms: { borun: [40, 10] } }), {
      borun: borunAttacks,
      cask: { moves: [attack("dorn")] },
      dell: { align: against("borun") },
      aster: { align: against("borun") },
    });
    expect(country(after, "dell").defence).toBe(7);
    expect(country(after, "aster")).toMatchObject({ offence: 10, defence: 10 });
  });
  it("come after this turn's arming", () => {
    const after = play(small(), { borun: { ...borunAttacks, spend: { offence: 5 } }, dell: { spend: { defence: 5 } } });
    expect(only(after, "battle")).toMatchObject({ attack: 15, defence: 19 });
  });
});

describe("7.14 who submits is spared", () => {
  const strong = small({ arms: { borun: [60, 10] } });
  const submits = { borun: borunAttacks, dell: { align: follow("borun") } };

  it("the attack on a country that turns to follow its attacker is called off, and is felt as an ultimatum", () => {
    const after = play(strong, submits);
    expect(only(after, "attackCalledOff")).toMatchObject({ rule: "7.14", by: index("borun"), target: index("dell") });
    expect(all(after, "battle")).toEqual([]);
    expect(after.world.wars).toBe(0);
    expect(Object.keys(actsOf(after, "borun"))).toContain("ultimatum dell");
  });
  it("others who attack it go on, and without submission there is a battle", () => {
    expect(all(play(strong, { borun: borunAttacks }), "attackCalledOff")).toEqual([]);
    const cask = { moves: [attack("kessel")] };
    const touching = changed(strong, { holders: { dorn: "cask" } });
    const after = play(touching, { ...submits, cask });
    expect(all(after, "battle").flatMap(({ attackers }) => attackers)).not.toContain(index("borun"));
  });
  it("not from a country that cannot be appeased", () => {
    const intent = strong.world.intent.map((row, i) =>
      row.map((L, j) => (i === index("dell") && j === index("borun") ? 1 : L)),
    );
    const hated = changed(strong, { world: { intent } });
    expect(only(play(hated, submits), "battle").attackers).toEqual([index("borun")]);
  });
  it("nor as a follower of last turn: that is betrayal", () => {
    const second = play(play(strong, { dell: { align: follow("borun") } }), submits);
    expect(only(second, "battle").defender).toBe(index("dell"));
    expect(Object.keys(actsOf(second, "borun"))).toContain("betray_follower dell");
  });
});
