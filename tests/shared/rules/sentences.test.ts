import { describe, expect, it } from "vitest";
import { ACT_KINDS } from "#shared/model/acts.ts";
import type { GameEvent } from "#shared/model/event.ts";
import { explain, fill, sentence, SENTENCES } from "#shared/rules/index.ts";
import { against, aid, attack, changed, follow, play, small } from "#tests/helpers/smallWorld.ts";
import type { Played } from "#tests/helpers/smallWorld.ts";

/** A few turns in which nearly everything happens. */
function eventfulTurns(): Played[] {
  const game = changed(small({ arms: { borun: [40, 10], dell: [10, 5] } }), { world: { congress: true } });
  const first = play(
    game,
    {
      aster: { align: follow("borun"), spend: { aid: [aid("cask", 1)] } },
      cask: { align: against("borun") },
      borun: { moves: [{ kind: "mobilise" }], spend: { offence: 1 } },
    },
    [
      { id: "t1", terms: { kind: "defence", parties: ["cask", "dell"] } },
      { id: "t2", terms: { kind: "nonaggression", parties: ["borun", "dell"] } },
      { id: "t3", terms: { kind: "defence", parties: ["aster", "borun"], against: "cask" } },
    ],
  );
  const second = play(first, {
    aster: { align: follow("borun") },
    borun: { moves: [attack("kessel")] },
    cask: { align: against("borun"), refuse: ["t1"] },
    dell: { align: against("borun"), spend: { defence: 1 } },
  });
  const third = play(second, {
    borun: { moves: [attack("corm")] },
    cask: { align: against("borun") },
    dell: { align: against("borun") },
  });
  return [first, second, third];
}

describe("every event can be said in one plain sentence", () => {
  const turns = eventfulTurns();
  const said = turns.flatMap((turn) => turn.events.map((event) => sentence(turn.board, event)));
  it("with every value in its place", () => {
    expect(said.filter((text) => /[{}]|undefined|NaN|\?/.test(text))).toEqual([]);
    expect(said.filter((text) => !/^[A-Z].*\.$/.test(text))).toEqual([]);
  });
  it("with the numbers that decided it", () => {
    expect(said).toEqual(
      expect.arrayContaining([
        "Cask and Dell signed a defence pact.",
        "Aster and Borun signed a defence pact against Cask.",
        "Borun and Dell signed a non-aggression treaty that binds to the end of turn 3.",
        "Aster gave Cask 1 in aid.",
        "Borun mobilised: its offence counts a quarter more from turn 2 to turn 3.",
        "Aster bandwagons with Borun.",
        "Aster paid Borun a tribute of 1.",
        "Borun broke its non-aggression treaty with Dell by attacking.",
        "Cask did not come when Dell called it against Borun.",
        "Borun took Kessel: 52.3 against 10 – Cask's promise to help was not kept.",
        "Kessel passes from Dell to Borun.",
        "Borun seized 2.5 in Kessel and shared it with Aster.",
        "Dell is under an armistice until the end of turn 4.",
        "A congress meets: next turn every country may enter two new treaties.",
        "Borun annexed land of Dell: intentions +2.2 for those it touches most.",
      ]),
    );
  });
  it("through a key that any catalogue can translate", () => {
    const battle = turns[1]?.events.find(
      (event): event is Extract<GameEvent, { kind: "battle" }> => event.kind === "battle",
    );
    if (!battle || !turns[1]) throw new Error("no battle");
    expect(explain(turns[1].board, battle)).toMatchObject({
      key: "battleWinDeserted",
      values: {
        attackers: ["Borun"],
        province: "Kessel",
        attack: battle.attack,
        defence: battle.defence,
        deserters: ["Cask"],
      },
    });
  });
  it("in the singular for one", () => {
    const { board } = small();
    const paid = (provinces: number): string =>
      sentence(board, {
        rule: "2.4",
        step: "arms",
        kind: "occupationPaid",
        country: 1,
        provinces,
        points: provinces,
        stability: 72,
      });
    expect(paid(1)).toBe("Holding one foreign province cost Borun 1 and brought its stability to 72.");
    expect(paid(2)).toBe("Holding 2 foreign provinces cost Borun 2 and brought its stability to 72.");
  });
  it("true of a circle of three as of two", () => {
    const { board, events } = play(small(), {
      aster: { align: follow("borun") },
      borun: { align: follow("cask") },
      cask: { align: follow("aster") },
    });
    const told = events.filter(({ kind }) => kind === "aligned").map((event) => sentence(board, event));
    expect(told[0]).toBe(
      "Aster chose to bandwagon with Borun, in a circle that leads back to it: that counts as hiding.",
    );
    expect(SENTENCES.alignedCircle).not.toContain("follows it");
  });
  it("for every kind of act", () => {
    const { board } = small();
    for (const act of ACT_KINDS) {
      const text = sentence(board, {
        rule: "9.1",
        step: "threats",
        kind: "act",
        by: 1,
        target: 2,
        act,
        lambda: -0.5,
        felt: [null, null, "direct", null],
      });
      expect(text).toContain("Borun");
      expect(text).toContain("−0.5");
    }
  });
});

describe("filling a template", () => {
  it("rounds to one decimal, signs λ and leaves unknown names alone", () => {
    expect(fill("{a} {b} {lambda} {c}", { a: 14.24999, b: -0.01, lambda: 0.35 })).toBe("14.2 0 +0.35 {c}");
  });
  it("says lists, plurals, single points and names with an article as English does", () => {
    const both = ["the Soviet Union", "Poland", "the United States"];
    const changes = [-0.0312, 0.05, -2].map((change) => fill("{change}", { change }));
    expect(changes).toEqual(["−0.03", "+0.1", "−2"]);
    expect(fill("{parties} signed.", { parties: both })).toBe("The Soviet Union, Poland and the United States signed.");
    expect(fill("{parties} signed.", { parties: both.slice(0, 2) })).toBe("The Soviet Union and Poland signed.");
    expect(fill("{by}'s ultimatum", { by: "the United States" })).toBe("The United States' ultimatum");
    expect(fill("{a} points, {b} points, {c} points", { a: 1, b: 21, c: 0.1 })).toBe("1 point, 21 points, 0.1 points");
  });
  it("has no two sentences that say the same", () => {
    const texts = Object.values(SENTENCES);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
