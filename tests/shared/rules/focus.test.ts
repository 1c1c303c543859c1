import { describe, expect, it } from "vitest";
import { countryId } from "#shared/model/ids.ts";
import type { Focus } from "#shared/model/order.ts";
import { checkOrder, legalOptions } from "#shared/rules/index.ts";
import { against, all, attack, changed, follow, index, play, sheetOf, small } from "#tests/helpers/smallWorld.ts";
import type { Name, Plan, Played, Small } from "#tests/helpers/smallWorld.ts";

const help = (name: Name): Focus => ({ kind: "help", country: countryId(name) });
const ATTACK: Focus = { kind: "attack" };
const refusal = ({ board, world }: Small, name: Name, plan: Plan): string => {
  const checked = checkOrder(board, world, index(name), sheetOf(plan));
  return checked.ok ? "allowed" : checked.error.code;
};

/** Borun attacks Kessel, and Aster follows it: the one use of Aster's force. */
const oneWar = (focus?: Focus): Played =>
  play(small({ arms: { aster: [40, 20] } }), {
    aster: { align: follow("borun"), ...(focus ? { focus } : {}) },
    borun: { moves: [attack("kessel")] },
  });
/** Borun attacks Kessel; Cask attacks Arno and balances against Borun, as Dell does: two uses of Cask's force. */
const twoWars = (focus?: Focus): Played =>
  play(small({ arms: { cask: [12, 18] } }), {
    borun: { moves: [attack("kessel")] },
    cask: { align: against("borun"), moves: [attack("arno")], ...(focus ? { focus } : {}) },
    dell: { align: against("borun") },
  });
const brought = (played: Played, name: Name): Record<string, number> =>
  Object.fromEntries(
    all(played, "battle").flatMap(({ forces, province: at }) =>
      forces
        .filter(({ country }) => country === index(name))
        .map(({ role, points }) => [`${role} ${played.board.provinces[at]?.id ?? ""}`, points]),
    ),
  );

describe("7.12 where most of a force goes", () => {
  it.each([
    ["borun", { focus: help("dell") }, "allowed"],
    ["borun", { focus: help("borun") }, "focus.self"],
    ["borun", { focus: ATTACK }, "focus.noAttack"],
    ["borun", { focus: ATTACK, moves: [attack("kessel")] }, "allowed"],
    ["borun", { focus: ATTACK, align: follow("cask") }, "allowed"],
  ] as const)("%s, %j: %s", (name, plan, expected) => {
    expect(refusal(small(), name, plan)).toBe(expected);
  });
  it("is a choice of the levels with a second move, and of nobody in exile", () => {
    const exiled = changed(small(), {
      countries: { dell: { status: { kind: "exile" } } },
      holders: { kessel: "borun", dorn: "cask" },
    });
    expect(refusal(small({ modules: [] }), "borun", { focus: help("dell") })).toBe("focus.level");
    expect(refusal(exiled, "borun", { focus: help("dell") })).toBe("focus.exileTarget");
    expect(refusal(exiled, "dell", { focus: help("borun") })).toBe("focus.exile");
    const { focus } = legalOptions(exiled.board, exiled.world, index("borun"));
    expect(focus.help.map((answer) => answer?.code ?? "allowed")).toEqual([
      "allowed",
      "focus.self",
      "allowed",
      "focus.exileTarget",
    ]);
  });

  // a quarter of 40 × .4
  it("changes nothing where there is but one use", () => {
    expect(brought(oneWar(), "aster")).toEqual({ "follower kessel": 4 });
    expect(brought(oneWar(ATTACK), "aster")).toEqual({ "follower kessel": 4 });
    expect(
      all(oneWar(ATTACK), "battle").flatMap(({ forces }) => forces.filter(({ share }) => share !== undefined)),
    ).toEqual([]);
  });
  it("changes nothing where what it names is not needed", () => {
    expect(brought(twoWars(help("aster")), "cask")).toEqual(brought(twoWars(), "cask"));
  });

  it("is two thirds of it, the rest in equal parts", () => {
    // Cask attacks Arno (offence 12) and helps Dell against Borun with half of 12 + 18.
    expect(brought(twoWars(), "cask")).toEqual({ "attacker arno": 6, "aligned kessel": 7.5 });
    expect(brought(twoWars(ATTACK), "cask")).toEqual({ "attacker arno": 8, "aligned kessel": 5 });
    expect(brought(twoWars(help("dell")), "cask")).toEqual({ "attacker arno": 4, "aligned kessel": 10 });
  });
  it("is told with its shares", () => {
    const shares = all(twoWars(ATTACK), "battle").flatMap(({ forces }) =>
      forces.filter(({ country }) => country === index("cask")).map(({ share }) => share),
    );
    expect(shares).toEqual([0.666667, 0.333333]);
  });
  it("leaves a sixth for each of the other two of three uses", () => {
    // Borun and Dell attack each other and both call Cask, which attacks Aster besides.
    const bound = play(changed(small({ arms: { cask: [12, 18] } }), { world: { congress: true } }), {}, [
      { id: "t1", terms: { kind: "defence", parties: ["borun", "cask"] } },
      { id: "t2", terms: { kind: "defence", parties: ["cask", "dell"] } },
    ]);
    const fought = (focus?: Focus): Played =>
      play(bound, {
        borun: { align: against("dell"), moves: [attack("kessel")] },
        cask: { moves: [attack("holm")], ...(focus ? { focus } : {}) },
        dell: { align: against("borun"), moves: [attack("brod")] },
      });
    // 12 × .4 by sea; ¾ × 30 for either
    expect(brought(fought(), "cask")).toEqual({ "attacker holm": 1.6, "pact kessel": 7.5, "pact brod": 7.5 });
    expect(brought(fought(help("dell")), "cask")).toEqual({
      "attacker holm": 0.8,
      "pact kessel": 15,
      "pact brod": 3.75,
    });
  });
});
