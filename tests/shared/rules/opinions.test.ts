import { describe, expect, it } from "vitest";
import { countryId } from "#shared/model/ids.ts";
import type { ActKind } from "#shared/model/acts.ts";
import { DEFAULT_PARAMETERS } from "#shared/rules/index.ts";
import { assess } from "#shared/theory/assess.ts";
import { actsOf, aid, against, all, attack, index, only, play, small } from "#tests/helpers/smallWorld.ts";
import type { Name, Small } from "#tests/helpers/smallWorld.ts";

const L = ({ world }: Small, observer: Name, seen: Name): number =>
  world.intent[index(observer)]?.[index(seen)] ?? Number.NaN;
const threaten = (name: Name) => ({ kind: "threaten", target: countryId(name) }) as const;

describe("9.1 intentions are log-odds that acts move and time fades", () => {
  it("adds λ × exposure, and forgets a fifth of the excess each turn", () => {
    const first = play(small(), { borun: { moves: [threaten("cask")] } });
    expect(L(first, "cask", "borun")).toBe(-0.9);
    expect(L(play(first, {}), "cask", "borun")).toBe(-1);
    expect(L(play(play(first, {}), {}), "cask", "borun")).toBe(-1.08);
  });
  it("stays within three", () => {
    let game: Small = small({ arms: { dell: [10, 200] } });
    for (let turn = 0; turn < 6; turn += 1) game = play(game, { borun: { moves: [attack("kessel")] } });
    expect(L(game, "dell", "borun")).toBe(3);
  });
  it("takes λ from the table of theory.md, costly acts above words", () => {
    const { llr } = DEFAULT_PARAMETERS.intent;
    const hostile: ActKind[] = [
      "annex",
      "attack_unprovoked",
      "break_pact",
      "ultimatum",
      "subvert_found",
      "mobilise",
      "threat",
      "arm_offence",
      "hostile_propaganda",
    ];
    expect(hostile.map((act) => llr[act])).toEqual([2.2, 2.1, 1.4, 1.1, 1, 0.7, 0.5, 0.35, 0.3]);
    const kind: ActKind[] = [
      "withdraw",
      "cut_offence",
      "demobilise",
      "treaty_defence",
      "concede",
      "honour_pact",
      "aid",
      "treaty_nonaggression",
      "join_war_for_victim",
      "reassure",
    ];
    expect(kind.map((act) => llr[act])).toEqual([-1.6, -1.1, -0.7, -0.6, -0.6, -0.5, -0.4, -0.4, -0.2, -0.1]);
  });
  it("opens with what is left of the scenario's history", () => {
    const history = [
      { act: "attack_unprovoked", by: countryId("borun"), target: countryId("cask"), turnsAgo: 2, note: "an old war" },
    ] as const;
    const game = small({ scenario: { history } });
    expect(L(game, "cask", "borun")).toBeCloseTo(-1.4 + 2.1 * 0.64, 6);
    expect(L(game, "dell", "borun")).toBeCloseTo(-1.4 + 0.5 * 2.1 * 0.64, 6);
    expect(L(game, "aster", "borun")).toBeCloseTo(-1.4 + 0.3 * 2.1 * 0.64, 6);
  });
});

describe("9.2 who feels an act", () => {
  it("the target in full, its ally .7, its neighbour .5, others .3", () => {
    const allied = play(small(), {}, [{ id: "t1", terms: { kind: "defence", parties: ["aster", "cask"] } }]);
    const after = play(allied, { borun: { moves: [threaten("cask")] } });
    expect(actsOf(after, "borun")).toEqual({ "threat cask": ["ally", null, "direct", "neighbour"] });
    expect(actsOf(play(small(), { borun: { moves: [threaten("cask")] } }), "borun")).toEqual({
      "threat cask": ["other", null, "direct", "neighbour"],
    });
  });
  it("kindness to one is felt by one, and never by whoever fights on the other side", () => {
    expect(actsOf(play(small(), { borun: { spend: { aid: [aid("cask", 1)] } } }), "borun")).toEqual({
      "aid cask": [null, null, "direct", null],
    });
    const war = play(small(), {
      borun: { moves: [attack("kessel")] },
      cask: { align: against("borun") },
      dell: { align: against("borun") },
    });
    expect(actsOf(war, "cask")["join_war_for_victim dell"]?.[index("borun")]).toBeNull();
  });
});

describe("9.3 acts addressed to everyone", () => {
  it("arming is felt in full by neighbours and less by others", () => {
    const after = play(small(), { borun: { spend: { offence: 1 } } });
    expect(actsOf(after, "borun")).toEqual({ arm_offence: ["other", null, "direct", "direct"] });
    expect([L(after, "aster", "borun"), L(after, "cask", "borun")]).toEqual([-1.295, -1.05]);
  });
  it("a near shore is a neighbour", () => {
    const near = small({ scenario: { proximity: [[countryId("aster"), countryId("borun"), 0.5]] } });
    expect(actsOf(play(near, { borun: { spend: { offence: 1 } } }), "borun")["arm_offence"]?.[index("aster")]).toBe(
      "direct",
    );
  });
  it("buying defence frightens nobody", () => {
    expect(all(play(small(), { borun: { spend: { defence: 5 } } }), "act")).toEqual([]);
  });
});

describe("9.4 only the weightiest act of each sort counts", () => {
  it("a mobilisation covers arming, and an attack covers both for its victim", () => {
    const armed = play(small(), { borun: { spend: { offence: 1 }, moves: [{ kind: "mobilise" }] } });
    expect(Object.keys(actsOf(armed, "borun"))).toEqual(["mobilise"]);
    const attacks = play(small(), {
      borun: { spend: { offence: 1 }, moves: [attack("kessel"), { kind: "mobilise" }] },
    });
    expect(actsOf(attacks, "borun")).toEqual({
      mobilise: ["other", null, "direct", null],
      "attack_unprovoked dell": ["other", null, "neighbour", "direct"],
    });
  });
  it("a threat to one is covered by mobilising against all", () => {
    const after = play(small(), { borun: { moves: [threaten("cask"), { kind: "mobilise" }] } });
    expect(Object.keys(actsOf(after, "borun"))).toEqual(["mobilise"]);
  });
  it("one hostile and one kind act both count", () => {
    const after = play(small(), { borun: { spend: { offence: 1, aid: [aid("cask", 1)] } } });
    expect(L(after, "cask", "borun")).toBeCloseTo(-1.4 + 0.35 - 0.4, 6);
  });
  it("an attack that annexes is one act", () => {
    const after = play(small({ arms: { borun: [40, 10] } }), { borun: { moves: [attack("kessel")] } });
    expect(Object.keys(actsOf(after, "borun"))).toEqual(["annex dell"]);
    expect(L(after, "dell", "borun")).toBeCloseTo(0.8, 6);
  });
});

describe("9.5 threat after the turn", () => {
  it("is that of the theory for the world as it now stands", () => {
    const after = play(small({ arms: { borun: [40, 10] } }), { borun: { moves: [attack("kessel")] } });
    expect(after.world.threat).toEqual(assess(after.board, after.world).threat);
    expect(after.world.threat[index("dell")]?.[index("borun")]).toBeGreaterThan(
      small({ arms: { borun: [40, 10] } }).world.threat[index("dell")]?.[index("borun")] ?? 100,
    );
  });
});

describe("9.6 the alarm", () => {
  // 20 + 20 + 17 of 84 are others' arms: Borun has 27, just under a third.
  const game = small({ arms: { borun: [17, 10], cask: [10, 10], dell: [10, 10], aster: [7, 10] } });
  it("switches on above a third of all arms and off below", () => {
    const on = play(game, { borun: { spend: { offence: 5 } } });
    expect(only(on, "alarm")).toMatchObject({ rule: "9.6", country: index("borun"), on: true });
    expect(on.world.alarm).toBe(index("borun"));
    expect(all(play(on, {}), "alarm")).toEqual([]);
    const off = play(on, { borun: { moves: [{ kind: "cutOffence", points: 10 }] } });
    expect(only(off, "alarm")).toMatchObject({ country: index("borun"), on: false });
    expect(off.world.alarm).toBeNull();
  });
});

describe("9.7 the security dilemma", () => {
  const arms = { spend: { offence: 3 } };
  it("is told when two only bought arms and each fears the other more", () => {
    const after = play(small(), { borun: arms, cask: arms });
    const told = only(after, "securityDilemma");
    expect(told).toMatchObject({ rule: "9.7", a: index("borun"), b: index("cask") });
    expect(told.riseOfA).toBeGreaterThan(0);
    expect(told.riseOfB).toBeGreaterThan(0);
  });
  it("is not told of one who threatened or balanced as well", () => {
    expect(
      all(play(small(), { borun: arms, cask: { ...arms, moves: [threaten("borun")] } }), "securityDilemma"),
    ).toEqual([]);
    expect(all(play(small(), { borun: arms, cask: { ...arms, align: against("borun") } }), "securityDilemma")).toEqual(
      [],
    );
    expect(all(play(small(), { borun: arms }), "securityDilemma")).toEqual([]);
  });
});
