import { describe, expect, it } from "vitest";
import { countryId, provinceId, treatyId } from "#shared/model/ids.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import { checkOrder, defaultModules, legalOptions } from "#shared/rules/index.ts";
import { against, aid, attack, changed, follow, index, province, sheetOf, small } from "#tests/helpers/smallWorld.ts";
import type { Name, Plan, Small } from "#tests/helpers/smallWorld.ts";

function refusal({ board, world }: Small, name: Name, plan: Plan): string {
  const checked = checkOrder(board, world, index(name), sheetOf(plan));
  return checked.ok ? "allowed" : checked.error.code;
}
const threaten = (name: Name) => ({ kind: "threaten", target: countryId(name) }) as const;
const exiledDell = changed(small(), {
  countries: { dell: { status: { kind: "exile" }, treasury: 4 } },
  holders: { kessel: "borun", dorn: "cask" },
});

describe("3.1 a sheet names one alignment with another country that is not in exile", () => {
  it.each([
    [{ align: against("cask") }, "allowed"],
    [{ align: follow("cask") }, "allowed"],
    [{ align: against("borun") }, "alignment.self"],
    [{ align: follow("borun") }, "alignment.self"],
    [{ align: against("dell") }, "alignment.exile"],
    [{ align: follow("dell") }, "alignment.exile"],
  ])("Borun, %j: %s", (plan, expected) => {
    expect(refusal(exiledDell, "borun", plan)).toBe(expected);
  });
});

describe("3.2 few moves, one attack, nothing twice", () => {
  const intro = small({ modules: [] });
  it.each([
    ["intro", [threaten("cask"), threaten("dell")], "moves.tooMany"],
    ["intro", [attack("kessel")], "allowed"],
    ["standard", [threaten("cask"), threaten("dell")], "allowed"],
    ["standard", [threaten("cask"), threaten("cask")], "moves.twice"],
    ["standard", [attack("kessel"), attack("corm")], "moves.oneAttack"],
    ["standard", [{ kind: "mobilise" }, { kind: "demobilise" }], "moves.mobiliseBoth"],
    ["standard", [threaten("cask"), threaten("dell"), { kind: "mobilise" }], "moves.tooMany"],
  ] as const)("%s, %j: %s", (level, moves, expected) => {
    expect(refusal(level === "intro" ? intro : small(), "borun", { moves })).toBe(expected);
  });
  it("says how many to take off", () => {
    const checked = checkOrder(
      intro.board,
      intro.world,
      index("borun"),
      sheetOf({ moves: [threaten("cask"), threaten("dell")] }),
    );
    expect(checked).toMatchObject({
      ok: false,
      error: { kind: "illegal", text: "You may make one move a turn: take 1 off." },
    });
  });
});

describe("3.3 moves by level", () => {
  const mobilised = { borun: { mobilisedFrom: 1, mobilisedTo: 2 } };
  it.each([
    [{ kind: "mobilise" }, "allowed", "allowed"],
    [threaten("cask"), "allowed", "allowed"],
    [{ kind: "reassure", target: countryId("cask") }, "allowed", "allowed"],
    [{ kind: "cutOffence", points: 2 }, "move.level", "allowed"],
    [{ kind: "withdraw", province: provinceId("kessel") }, "move.level", "allowed"],
  ] as const)("%j: Intro %s, Standard %s", (move, intro, standard) => {
    const land = { holders: { kessel: "borun" } } as const;
    expect(refusal(changed(small({ modules: [] }), land), "borun", { moves: [move] })).toBe(intro);
    expect(refusal(changed(small(), land), "borun", { moves: [move] })).toBe(standard);
  });
  it("demobilises only what is mobilised", () => {
    const moves = [{ kind: "demobilise" }] as const;
    expect(refusal(changed(small(), { countries: mobilised }), "borun", { moves })).toBe("allowed");
    expect(refusal(changed(small({ modules: [] }), { countries: mobilised }), "borun", { moves })).toBe("move.level");
    expect(refusal(small(), "borun", { moves })).toBe("demobilise.not");
  });
});

describe("3.4 what an army reaches", () => {
  it.each([
    ["borun", "kessel", "allowed", "Brod touches it"],
    ["borun", "corm", "allowed", "Arno touches it"],
    ["borun", "cray", "attack.reach", "inland, and touches no province of Borun"],
    ["borun", "brod", "attack.own", "its own"],
    ["aster", "arno", "allowed", "a coast, X = .4"],
    ["aster", "brod", "attack.reach", "inland"],
    ["dell", "holm", "attack.reach", "Dell holds no coast"],
    ["borun", "holm", "allowed", "a coast, from a coast"],
  ] as const)("%s at %s: %s (%s)", (name, target, expected, _why) => {
    expect(refusal(small(), name, { moves: [attack(target)] })).toBe(expected);
  });
  it("does not land where less than a fifth of its strength would arrive", () => {
    const far = small({ scenario: { proximity: [[countryId("aster"), countryId("borun"), 0.19]] } });
    expect(refusal(far, "aster", { moves: [attack("arno")] })).toBe("attack.reach");
  });
  it("gives back only what is occupied", () => {
    expect(refusal(small(), "borun", { moves: [attack("kessel", { liberate: true })] })).toBe("attack.notOccupied");
    expect(
      refusal(changed(small(), { holders: { dorn: "borun", kessel: "cask" } }), "borun", {
        moves: [attack("kessel", { liberate: true })],
      }),
    ).toBe("allowed");
  });
});

describe("3.5 a government in exile", () => {
  it.each([
    [{ moves: [attack("kessel")] }, "attack.exile"],
    [{ moves: [{ kind: "mobilise" }] }, "mobilise.exile"],
    [{ spend: { defence: 1 } }, "spending.exile"],
    [{ align: follow("borun") }, "alignment.exileFollows"],
    [{ align: against("borun"), spend: { aid: [aid("cask", 4)] } }, "allowed"],
    [{ moves: [threaten("borun")] }, "allowed"],
  ] as const)("%j: %s", (plan, expected) => {
    expect(refusal(exiledDell, "dell", plan)).toBe(expected);
  });
});

describe("3.6 a refused sheet says why", () => {
  const sheet = sheetOf();
  const withSpending = (spending: Partial<OrderSheet["spending"]>): OrderSheet => ({
    ...sheet,
    spending: { ...sheet.spending, ...spending },
  });
  it.each([
    ["a fraction", withSpending({ offence: 0.5 }), "malformed", "spending.notWhole"],
    ["less than nothing", withSpending({ defence: -1 }), "malformed", "spending.notWhole"],
    ["not a number", withSpending({ industry: Number.NaN }), "malformed", "spending.notWhole"],
    ["negative aid", withSpending({ aid: [aid("cask", -2)] }), "malformed", "spending.notWhole"],
    ["aid to itself", withSpending({ aid: [aid("borun", 1)] }), "illegal", "aid.self"],
    [
      "an unknown country",
      { ...sheet, alignment: { kind: "balance", against: countryId("atlantis") } },
      "invalid",
      "country.unknown",
    ],
    ["an unknown province", sheetOf({ moves: [attack("atlantis")] }), "invalid", "province.unknown"],
    ["an unknown treaty", sheetOf({ refuse: ["t9"] }), "invalid", "refuse.unknown"],
    ["cutting nothing", sheetOf({ moves: [{ kind: "cutOffence", points: 0 }] }), "illegal", "cut.least"],
    ["cutting too much", sheetOf({ moves: [{ kind: "cutOffence", points: 11 }] }), "illegal", "cut.tooMuch"],
    ["cutting half a point", sheetOf({ moves: [{ kind: "cutOffence", points: 0.5 }] }), "malformed", "cut.notWhole"],
    [
      "withdrawing from home",
      sheetOf({ moves: [{ kind: "withdraw", province: provinceId("brod") }] }),
      "illegal",
      "withdraw.home",
    ],
    [
      "withdrawing from elsewhere",
      sheetOf({ moves: [{ kind: "withdraw", province: provinceId("kessel") }] }),
      "illegal",
      "withdraw.notHeld",
    ],
    ["threatening itself", sheetOf({ moves: [threaten("borun")] }), "illegal", "move.self"],
  ] as const)("%s", (_, tried, kind, code) => {
    const { board, world } = small();
    const checked = checkOrder(board, world, index("borun"), tried);
    expect(checked).toMatchObject({ ok: false, error: { kind, code } });
    if (!checked.ok) expect(checked.error.text).toMatch(/^[A-Z].*\.$/);
  });
  it("refuses a call only under one's own defence pact", () => {
    const game = small({
      scenario: {
        treaties: [
          { kind: "defence", parties: [countryId("cask"), countryId("dell")], source: "test" },
          { kind: "nonaggression", parties: [countryId("borun"), countryId("dell")], source: "test" },
        ],
      },
    });
    expect(refusal(game, "borun", { refuse: ["t1"] })).toBe("refuse.notYours");
    expect(refusal(game, "borun", { refuse: ["t2"] })).toBe("refuse.notYours");
    expect(refusal(game, "cask", { refuse: ["t1"] })).toBe("allowed");
    expect(legalOptions(game.board, game.world, index("cask")).refuse).toEqual([treatyId("t1")]);
    expect(legalOptions(game.board, game.world, index("borun")).refuse).toEqual([]);
  });
  it("plays Intro without aid", () => {
    expect(refusal(small({ modules: defaultModules("intro") }), "borun", { spend: { aid: [aid("cask", 1)] } })).toBe(
      "aid.level",
    );
  });
});

describe("options are answered by the predicates that refuse orders", () => {
  it("greys out Cray for Borun with the sentence its order would get", () => {
    const { board, world } = small();
    const answer = legalOptions(board, world, index("borun")).attack[province({ board }, "cray")]?.keep;
    const checked = checkOrder(board, world, index("borun"), sheetOf({ moves: [attack("cray")] }));
    expect(checked).toEqual({ ok: false, error: answer });
  });
});
