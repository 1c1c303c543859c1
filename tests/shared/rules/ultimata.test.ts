import { describe, expect, it } from "vitest";
import { countryId, provinceId } from "#shared/model/ids.ts";
import type { Demand, Move } from "#shared/model/order.ts";
import { betrayals, checkOrder, legalOptions } from "#shared/rules/index.ts";
import {
  actsOf,
  against,
  all,
  attack,
  cede,
  changed,
  country,
  demandAlignment,
  follow,
  index,
  leaveTreaty,
  only,
  play,
  province,
  sheetOf,
  small,
  ultimatum,
} from "#tests/helpers/smallWorld.ts";
import type { Name, Plan, Played, Signing, Small } from "#tests/helpers/smallWorld.ts";

const pact = (id: string, ...parties: Name[]): Signing => ({ id, terms: { kind: "defence", parties } });
const concede = (id: string, to: Name): Move => ({ kind: "concede", province: provinceId(id), to: countryId(to) });
function refusal({ board, world }: Small, name: Name, plan: Plan): string {
  const checked = checkOrder(board, world, index(name), sheetOf(plan));
  return checked.ok ? "allowed" : checked.error.code;
}
const holderOf = (game: Small, id: string): number | undefined => game.world.holders[province(game, id)];
/** Borun threatens Dell in turn 1; what follows is turn 2. */
const threatened = (demand: Demand, game: Small = small()): Played =>
  play(game, { borun: { moves: [ultimatum("dell", demand)] } });
const exiledDell = changed(small(), {
  countries: { dell: { status: { kind: "exile" } } },
  holders: { kessel: "borun", dorn: "cask" },
});

describe("6.7 ultimatum", () => {
  const bound = play(small(), {}, [pact("t1", "cask", "dell")]);
  it.each([
    ["borun", "dell", cede("kessel"), "allowed"], // Kessel is Dell's and touches Brod
    ["borun", "dell", cede("dorn"), "demand.border"], // Dorn touches Cask alone
    ["borun", "dell", cede("corm"), "demand.notHeld"], // Corm is Cask's
    ["borun", "dell", cede("atlantis"), "province.unknown"], // nowhere
    ["borun", "dell", leaveTreaty("t1"), "allowed"], // Dell's pact with Cask
    ["borun", "aster", leaveTreaty("t1"), "demand.notParty"], // Aster is in none
    ["cask", "dell", leaveTreaty("t1"), "demand.ownTreaty"], // one can leave it oneself
    ["borun", "dell", leaveTreaty("t9"), "demand.noTreaty"], // no such treaty
    ["borun", "dell", demandAlignment(against("cask")), "allowed"], // against a third country
    ["borun", "dell", demandAlignment(against("borun")), "demand.againstSelf"], // against the one that threatens
    ["borun", "dell", demandAlignment(against("dell")), "demand.againstTarget"], // against itself
    ["borun", "dell", demandAlignment(follow("borun")), "allowed"], // with the one that threatens
    ["borun", "dell", demandAlignment(follow("cask")), "demand.follow"], // with another
    ["borun", "borun", demandAlignment(follow("borun")), "move.self"], // to itself
  ] as const)("%s to %s, %j: %s", (by, target, demand, expected) => {
    expect(refusal(bound, by, { moves: [ultimatum(target, demand)] })).toBe(expected);
  });
  it("can demand that occupied land be given back, from anywhere and for anyone", () => {
    const occupied = changed(small(), { holders: { kessel: "borun" } });
    expect(refusal(occupied, "aster", { moves: [ultimatum("borun", cede("kessel"))] })).toBe("allowed");
    expect(refusal(occupied, "dell", { moves: [ultimatum("borun", cede("kessel"))] })).toBe("allowed");
  });
  it("is for sovereigns only, once a turn, and where it is played", () => {
    const demand = demandAlignment(against("aster"));
    expect(refusal(exiledDell, "dell", { moves: [ultimatum("borun", demand)] })).toBe("ultimatum.exile");
    expect(refusal(exiledDell, "borun", { moves: [ultimatum("dell", demand)] })).toBe("ultimatum.exileTarget");
    const gone = demandAlignment(against("dell"));
    expect(refusal(exiledDell, "borun", { moves: [ultimatum("cask", gone)] })).toBe("demand.exile");
    expect(refusal(small(), "borun", { moves: [ultimatum("dell", demand), ultimatum("cask", demand)] })).toBe(
      "moves.oneUltimatum",
    );
    expect(refusal(small({ modules: ["extraMove"] }), "borun", { moves: [ultimatum("dell", demand)] })).toBe(
      "move.level",
    );
  });
  it("is felt by its target in full, by the target's partner .7, by others less", () => {
    const after = play(play(small(), {}, [pact("t1", "aster", "dell")]), {
      borun: { moves: [ultimatum("dell", cede("kessel"))] },
    });
    expect(only(after, "ultimatumIssued")).toMatchObject({ rule: "6.7", step: "signals", demand: cede("kessel") });
    expect(actsOf(after, "borun")).toEqual({ "ultimatum dell": ["ally", null, "neighbour", "direct"] });
    // −1.4 + 1.1
    expect(after.world.intent[index("dell")]?.[index("borun")]).toBe(-0.3);
    expect(after.world.ultimatums).toEqual([
      { by: index("borun"), target: index("dell"), demand: cede("kessel"), turn: 1 + 1 },
    ]);
  });
  it("gives its target a reason to strike first", () => {
    const after = play(threatened(cede("kessel")), { dell: { moves: [attack("brod")] } });
    expect(only(after, "battle").provoked).toBe(true);
    expect(actsOf(after, "dell")["attack_provoked borun"]?.[index("borun")]).toBe("direct");
  });
});

describe("6.8 the answer to an ultimatum", () => {
  it("belongs on the sheet of the one that was threatened, once, and in the turn after", () => {
    const asked = threatened(cede("kessel"));
    expect(refusal(asked, "dell", { accept: ["borun"] })).toBe("allowed");
    expect(refusal(asked, "dell", { decline: ["borun"] })).toBe("allowed");
    expect(refusal(asked, "cask", { accept: ["borun"] })).toBe("answer.none");
    expect(refusal(asked, "dell", { accept: ["cask"] })).toBe("answer.none");
    expect(refusal(asked, "dell", { accept: ["borun"], decline: ["borun"] })).toBe("answer.twice");
    expect(refusal(play(asked, {}), "dell", { accept: ["borun"] })).toBe("answer.none");
  });

  it("if accepted hands the province over, without battle, spoils, armistice or congress", () => {
    const after = play(threatened(cede("kessel")), { dell: { accept: ["borun"] } });
    expect(only(after, "ultimatumAnswered")).toMatchObject({ rule: "6.8", step: "ultimata", accepted: true });
    expect(only(after, "provinceTaken")).toMatchObject({
      rule: "6.9",
      how: "cession",
      from: index("dell"),
      to: index("borun"),
    });
    expect(holderOf(after, "kessel")).toBe(index("borun"));
    for (const kind of ["battle", "spoilsTaken", "armistice", "congressCalled", "conceded", "bluffCalled"] as const)
      expect(all(after, kind), after.story).toEqual([]);
    expect(after.world.recentTakings).toEqual([]);
    expect(actsOf(after, "dell")).toEqual({ "concede borun": [null, "direct", null, null] });
    expect(after.world.ultimatums).toEqual([]);
  });

  it("spares the one that bows: the attack made ready for a refusal is called off", () => {
    const plans = { borun: { moves: [attack("kessel")] } };
    const bowed = play(threatened(cede("kessel")), { ...plans, dell: { accept: ["borun"] } });
    expect(only(bowed, "attackCalledOff")).toMatchObject({ rule: "6.8", by: index("borun"), target: index("dell") });
    expect(all(bowed, "battle")).toEqual([]);
    expect(bowed.world.wars).toBe(0);
    const stood = play(threatened(cede("kessel")), plans);
    expect(only(stood, "battle")).toMatchObject({ attackers: [index("borun")], defender: index("dell") });
    expect(all(stood, "bluffCalled")).toEqual([]);
  });

  it("does not spare it from anybody else, and land lost in battle is not handed over", () => {
    const strong = small({ arms: { cask: [60, 10] } });
    const after = play(threatened(cede("kessel"), strong), {
      dell: { accept: ["borun"], align: against("cask") },
      cask: { moves: [attack("dorn")] },
    });
    expect(holderOf(after, "dorn")).toBe(index("cask"));
    expect(holderOf(after, "kessel")).toBe(index("borun"));
    const taken = changed(threatened(cede("kessel"), strong), { holders: { dorn: "cask" } });
    const raced = play(taken, { dell: { accept: ["borun"] }, cask: { moves: [attack("kessel")] } });
    expect(only(raced, "provinceTaken")).toMatchObject({ how: "conquest", to: index("cask") });
    expect(holderOf(raced, "kessel")).toBe(index("cask"));
  });

  it("can give occupied land back to its owner, and end an exile", () => {
    const occupied = changed(small(), {
      countries: { dell: { status: { kind: "exile" }, offence: 0, defence: 0 } },
      holders: { kessel: "borun", dorn: "borun" },
    });
    const asked = play(occupied, { aster: { moves: [ultimatum("borun", cede("kessel"))] } });
    const after = play(asked, { borun: { accept: ["aster"] } });
    expect(only(after, "provinceTaken")).toMatchObject({ how: "withdrawal", from: index("borun"), to: index("dell") });
    expect(only(after, "restored")).toMatchObject({ country: index("dell") });
    expect(actsOf(after, "borun")["concede aster"]).toEqual(["direct", null, null, null]);
    expect(actsOf(after, "borun")["withdraw dell"]?.[index("dell")]).toBe("direct");
  });

  it("by giving up its last home province sends a country into exile, and it is warned", () => {
    const last = changed(small(), { holders: { dorn: "cask" } });
    const asked = threatened(cede("kessel"), last);
    const sheet = sheetOf({ accept: ["borun"] });
    expect(betrayals(asked.board, asked.world, index("dell"), sheet).map(({ kind }) => kind)).toEqual(["loseHome"]);
    expect(betrayals(asked.board, asked.world, index("dell"), sheetOf())).toEqual([]);
    const after = play(asked, { dell: { accept: ["borun"] } });
    expect(only(after, "exiled")).toMatchObject({ country: index("dell") });
  });

  it("can leave a treaty: no word is broken, and two who remain stay bound", () => {
    const bound = play(small(), {}, [pact("t1", "aster", "cask", "dell")]);
    const after = play(threatened(leaveTreaty("t1"), bound), { dell: { accept: ["borun"] } });
    expect(only(after, "treatyLeft")).toMatchObject({ by: index("dell"), demandedBy: index("borun"), rule: "6.8" });
    expect(after.world.treaties).toMatchObject([{ id: "t1", parties: ["aster", "cask"] }]);
    expect(country(after, "dell")).toMatchObject({ honoured: 3, refused: 1 });
    expect(all(after, "treatyBroken")).toEqual([]);
    const pair = threatened(leaveTreaty("t1"), play(small(), {}, [pact("t1", "cask", "dell")]));
    expect(play(pair, { dell: { accept: ["borun"] } }).world.treaties).toEqual([]);
  });

  it("leaves a treaty once, whoever demanded it", () => {
    const bound = play(small(), {}, [pact("t1", "cask", "dell")]);
    const twice = play(bound, {
      aster: { moves: [ultimatum("dell", leaveTreaty("t1"))] },
      borun: { moves: [ultimatum("dell", leaveTreaty("t1"))] },
    });
    const after = play(twice, { dell: { accept: ["aster", "borun"] } });
    expect(all(after, "ultimatumAnswered").map(({ accepted }) => accepted)).toEqual([true, true]);
    expect(only(after, "treatyLeft").demandedBy).toBe(index("aster"));
    expect(after.story).not.toContain("?");
  });
  it("who left is not called in the turn in which it bows", () => {
    const bound = play(small(), {}, [pact("t1", "cask", "dell")]);
    const asked = play(bound, { borun: { moves: [ultimatum("cask", leaveTreaty("t1"))] } });
    const plans = { borun: { moves: [attack("kessel")] }, dell: { align: against("borun") } } as const;
    expect(all(play(asked, { ...plans, cask: { accept: ["borun"] } }), "pactCalled")).toEqual([]);
    expect(all(play(asked, plans), "pactCalled")).toHaveLength(1);
  });

  it("accepts an alignment only by making it", () => {
    const asked = threatened(demandAlignment(follow("borun")));
    expect(refusal(asked, "dell", { accept: ["borun"] })).toBe("answer.alignment");
    expect(refusal(asked, "dell", { accept: ["borun"], align: against("borun") })).toBe("answer.alignment");
    const after = play(asked, { dell: { accept: ["borun"], align: follow("borun") } });
    expect(country(after, "dell").status).toEqual({ kind: "client", of: index("borun") });
    expect(actsOf(after, "dell")["concede borun"]).toBeDefined();
  });

  it("if refused and not followed by an attack was a bluff, which costs an open society more", () => {
    const cost = (openSociety: boolean): number => {
      const game = small({ country: () => ({ openSociety }) });
      const after = play(threatened(cede("kessel"), game), {});
      const { stability, now } = only(after, "bluffCalled");
      expect(country(after, "borun").stability).toBe(now);
      expect(now).toBe(75 - stability);
      return stability;
    };
    expect([cost(true), cost(false)]).toEqual([10, 5]);
  });
  it("an attack on somebody else is no answer to a refusal", () => {
    const after = play(threatened(cede("kessel")), {
      borun: { moves: [attack("corm")] },
      dell: { decline: ["borun"] },
    });
    expect(only(after, "bluffCalled")).toMatchObject({ rule: "6.8", by: index("borun"), target: index("dell") });
  });

  it("need not be given to what can no longer be done", () => {
    const strong = small({ arms: { cask: [60, 10] } });
    const gone = play(strong, {
      borun: { moves: [ultimatum("dell", cede("kessel"))] },
      cask: { moves: [attack("dorn")] },
    });
    const lost = changed(gone, { holders: { kessel: "cask" } });
    expect(refusal(lost, "dell", { accept: ["borun"] })).toBe("answer.void");
    expect(legalOptions(lost.board, lost.world, index("dell")).received).toMatchObject([
      { by: index("borun"), accept: { code: "answer.void" } },
    ]);
    const after = play(lost, {});
    expect(all(after, "ultimatumAnswered")).toEqual([]);
    expect(all(after, "bluffCalled")).toEqual([]);
  });

  it("need not be given when either side has gone into exile", () => {
    const asked = threatened(cede("kessel"));
    const fallen = changed(asked, {
      countries: { borun: { status: { kind: "exile" } } },
      holders: { arno: "cask", brod: "cask" },
    });
    expect(all(play(fallen, {}), "ultimatumAnswered")).toEqual([]);
    expect(all(play(fallen, {}), "bluffCalled")).toEqual([]);
  });

  it.each([
    [cede("kessel"), "Borun gave Dell an ultimatum: cede Kessel.", "Dell bowed to Borun's ultimatum and cedes Kessel."],
    [
      demandAlignment(against("cask")),
      "Borun gave Dell an ultimatum: balance against Cask.",
      "Dell bowed to Borun's ultimatum to balance against Cask.",
    ],
    [
      leaveTreaty("t1"),
      "Borun gave Dell an ultimatum: leave its defence pact with Cask.",
      "Dell left its defence pact with Cask, as Borun had demanded.",
    ],
  ] as const)("is said in plain words: %j", (demand, threat, answer) => {
    const bound = play(small(), {}, [pact("t1", "cask", "dell")]);
    const asked = threatened(demand, bound);
    expect(asked.story).toContain(threat);
    const plan = demand.kind === "align" ? { align: demand.alignment } : {};
    expect(play(asked, { dell: { accept: ["borun"], ...plan } }).story).toContain(answer);
    expect(play(asked, {}).story).toContain(
      "Borun did nothing when Dell refused its ultimatum: backing down cost it 10",
    );
  });

  it("promises no province twice", () => {
    const occupied = changed(small(), { holders: { kessel: "borun" } });
    const asked = play(occupied, { aster: { moves: [ultimatum("borun", cede("kessel"))] } });
    const withdraw: Move = { kind: "withdraw", province: provinceId("kessel") };
    expect(refusal(asked, "borun", { accept: ["aster"], moves: [withdraw] })).toBe("land.twice");
    expect(refusal(asked, "borun", { decline: ["aster"], moves: [withdraw] })).toBe("allowed");
    expect(refusal(small(), "borun", { moves: [concede("arno", "cask"), concede("brod", "dell")] })).toBe("allowed");
    expect(refusal(occupied, "borun", { moves: [concede("brod", "dell"), concede("brod", "cask")] })).toBe(
      "moves.twice",
    );
  });
});
