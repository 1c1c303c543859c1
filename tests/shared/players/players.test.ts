import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { DIFFICULTIES, PERSONALITIES, TEMPERS, type Filler, type Personality } from "#shared/model/match.ts";
import { MODULES } from "#shared/model/scenario.ts";
import type { SeatSight } from "#shared/model/sight.ts";
import type { Board, World } from "#shared/model/world.ts";
import { seedPrng, stream } from "#shared/lib/prng.ts";
import { canonicalJson } from "#shared/lib/canonical.ts";
import {
  checkOrder,
  completeModules,
  createBoard,
  createWorld,
  dealCards,
  defaultModules,
  resolveTurn,
} from "#shared/rules/index.ts";
import { publicWorld } from "#shared/projection/publicWorld.ts";
import { chooseOrders, planAround } from "#shared/players/chooseOrders.ts";
import { answerProposals, offerTreaties } from "#shared/players/treaties.ts";
import { speak } from "#shared/players/words.ts";
import { MESSAGE_LENGTH } from "#shared/protocol/schemas.ts";
import { allScenarios } from "#server/scenarios/registry.ts";
import { against, attack, changed, index, play, small, type Name, type Small } from "#tests/helpers/smallWorld.ts";
import { playMatch } from "#server/cli/simulate/playMatch.ts";

const boards = [...allScenarios().values()].map((scenario) =>
  createBoard(scenario, { modules: defaultModules("standard") }),
);
/** Every scenario with any set of modules. */
const anyBoard = fc
  .record({ scenario: fc.constantFrom(...allScenarios().values()), modules: fc.subarray([...MODULES]) })
  .map(({ scenario, modules }) => createBoard(scenario, { modules: completeModules(modules) }));
const anyone = fc.record({
  personality: fc.constantFrom(...PERSONALITIES),
  temper: fc.constantFrom(...TEMPERS),
  difficulty: fc.constantFrom(...DIFFICULTIES),
});

/** A world some turns into a match between randomly dealt characters. */
function worldAfter(board: Board, seed: number, turns: number): { world: World; sight: (me: number) => SeatSight } {
  const { draw } = stream(seedPrng(seed, "test"));
  const cards = dealCards(board, seed);
  let world = createWorld(board, seed);
  const sight = (me: number): SeatSight => ({
    board,
    world: publicWorld(board, world, me),
    me,
    card: cards[me] ?? fail(),
    proposals: [],
  });
  for (let turn = 0; turn < turns; turn += 1) {
    const orders = board.ids.map((_, me) => chooseOrders(sight(me), dealt(draw), draw).sheet);
    world = resolveTurn(board, world, { orders, signed: [] }).world;
  }
  return { world, sight };
}

const dealt = (draw: () => number): Filler => ({
  personality: pick(PERSONALITIES, draw),
  temper: pick(TEMPERS, draw),
  difficulty: pick(DIFFICULTIES, draw),
});
const pick = <T>(list: readonly T[], draw: () => number): T => list[Math.floor(draw() * list.length)] ?? fail();
const fail = (): never => {
  throw new Error("no card");
};
const situations = fc.record({
  board: anyBoard,
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  turns: fc.integer({ min: 0, max: 5 }),
  who: anyone,
});

describe("computer players", () => {
  it("fill in only legal sheets, with their reasons, under every set of modules and whatever happened", () => {
    fc.assert(
      fc.property(situations, ({ board, seed, turns, who }) => {
        const { world, sight } = worldAfter(board, seed, turns);
        for (const me of board.ids.keys()) {
          const { sheet, why } = chooseOrders(sight(me), who, stream(seedPrng(seed, "now")).draw);
          expect(checkOrder(board, world, me, sheet)).toMatchObject({ ok: true });
          expect(why).toMatch(/^[^{}]{6,}[.]$/u);
          expect(why).not.toMatch(/undefined|NaN|Infinity/u);
        }
      }),
      { numRuns: 250 },
    );
  });

  it("decide from their sight and their draws alone, the same twice, and change nothing", () => {
    fc.assert(
      fc.property(situations, ({ board, seed, turns, who }) => {
        const { world, sight } = worldAfter(board, seed, turns);
        const before = canonicalJson(world);
        const decide = (from: SeatSight): string => {
          const { draw } = stream(seedPrng(seed, "now"));
          return JSON.stringify([
            chooseOrders(from, who, draw),
            offerTreaties(from, who, draw),
            speak(from, who, draw),
          ]);
        };
        const twin: SeatSight = { ...sight(0), world: structuredClone(sight(0).world) };
        expect(decide(sight(0))).toBe(decide(twin));
        expect(canonicalJson(world)).toBe(before);
      }),
      { numRuns: 40 },
    );
  });

  it("keep to their characters over whole matches", () => {
    const board = boards.find(({ scenario }) => scenario.id === "ring") ?? fail();
    const kinds = (personality: Personality): Record<string, number> => {
      const count: Record<string, number> = { balance: 0, bandwagon: 0, hide: 0, attack: 0 };
      for (let seed = 0; seed < 15; seed += 1) {
        const seats = board.ids.map((_, k): Personality => (k === 0 ? personality : "theorist"));
        for (const turn of playMatch(board, seed, seats).sheets) {
          const sheet = turn[0];
          if (!sheet) continue;
          count[sheet.alignment.kind] = (count[sheet.alignment.kind] ?? 0) + 1;
          if (sheet.moves.some(({ kind }) => kind === "attack")) count["attack"] = (count["attack"] ?? 0) + 1;
        }
      }
      return count;
    };
    expect(kinds("hider")).toMatchObject({ balance: 0, bandwagon: 0, attack: 0 });
    expect(kinds("wolf")["attack"]).toBeGreaterThan(5);
    expect(kinds("powerBalancer")).toMatchObject({ bandwagon: 0, attack: 0 });
  });

  it("offer only treaties the rules allow, and answer everything that waits for them", () => {
    fc.assert(
      fc.property(situations, ({ board, seed, turns, who }) => {
        const { sight, world } = worldAfter(board, seed, turns);
        const { draw } = stream(seedPrng(seed, "talk"));
        for (const me of board.ids.keys()) {
          for (const terms of offerTreaties(sight(me), who, draw)) {
            const by = board.ids[me] ?? fail();
            expect(terms.parties).toContain(by);
            const partner = board.indexOf.get(terms.parties.find((id) => id !== by) ?? by) ?? -1;
            const proposal = { ...terms, id: "t1" as never, by, turn: world.turn, signed: [by], declined: [] };
            const answers = answerProposals({ ...sight(partner), proposals: [proposal] }, who, draw);
            expect([...answers.sign, ...answers.decline.map(({ proposal }) => proposal)]).toEqual(["t1"]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("say two short things at most – one at a big table –, to others only, with every name filled in", () => {
    fc.assert(
      fc.property(situations, ({ board, seed, turns, who }) => {
        const { sight } = worldAfter(board, seed, turns);
        const { draw } = stream(seedPrng(seed, "talk"));
        for (const me of board.ids.keys()) {
          const said = speak(sight(me), who, draw);
          expect(said.length).toBeLessThanOrEqual(board.ids.length > 6 ? 1 : 2);
          for (const { to, text } of said) {
            expect(text).toMatch(/^[^{}]{10,}$/u);
            expect(text.length).toBeLessThan(MESSAGE_LENGTH);
            if (to.kind === "some") expect(to.countries).not.toContain(board.ids[me]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("what computer players talk about", () => {
  /** With a draw of 0 everything worth saying is said. */
  const said = (game: Small, name: Name, personality: Personality) => {
    const sight: SeatSight = {
      board: game.board,
      world: game.world,
      me: index(name),
      card: { revisionism: 0, aim: { id: "a", text: "", kind: "intact" } },
      proposals: [],
    };
    return speak(sight, personality, () => 0);
  };
  const strong = small({ arms: { borun: [60, 10] } });
  const robbed = play(strong, {
    borun: { moves: [attack("kessel")] },
    dell: { align: against("borun") },
    cask: { align: against("borun") },
  });

  it("a victim names who took its land to all, and thanks those who stood with it", () => {
    const [complaint, thanks] = said(robbed, "dell", "theorist");
    expect(complaint).toMatchObject({ to: { kind: "all" } });
    expect(complaint?.text).toContain("Borun has taken land of ours");
    expect(thanks).toMatchObject({ to: { kind: "some", countries: ["cask"] } });
  });
  it("others warn the victim; a conqueror speaks as one, whatever its character", () => {
    expect(said(robbed, "aster", "theorist")[0]).toMatchObject({
      to: { kind: "some", countries: ["dell"] },
      text: expect.stringContaining("Borun"),
    });
    expect(said(robbed, "borun", "theorist")[0]?.text).toContain("What happened to Dell");
    expect(said(robbed, "aster", "jackal")[0]).toMatchObject({ to: { kind: "some", countries: ["borun"] } });
  });
  it("a new partner is greeted, an army called up next door is asked about", () => {
    const signed = play(small(), {}, [{ id: "t1", terms: { kind: "defence", parties: ["cask", "dell"] } }]);
    expect(said(signed, "cask", "hider")[0]).toMatchObject({
      to: { kind: "some", countries: ["dell"] },
      text: expect.stringContaining("pact stands"),
    });
    const mobilised = play(small(), { borun: { moves: [{ kind: "mobilise" }] } });
    expect(said(mobilised, "dell", "titForTat")[0]).toMatchObject({
      to: { kind: "some", countries: ["borun"] },
      text: expect.stringContaining("mobilised"),
    });
  });
});

describe("the theory player's deeds", () => {
  const plan = (game: Small, name: Name, revisionism: number) =>
    chooseOrders(
      {
        board: game.board,
        world: game.world,
        me: index(name),
        card: { revisionism, aim: { id: "a", text: "", kind: "intact" } },
        proposals: [],
      },
      "theorist",
      () => 0,
    ).sheet;

  it("a revisionist attacks where it would win, a satisfied power with the same arms does not", () => {
    const strong = small({ arms: { borun: [30, 10] } });
    expect(plan(strong, "borun", 0.9).moves).toContainEqual(expect.objectContaining({ kind: "attack" }));
    expect(plan(strong, "borun", 0).moves).not.toContainEqual(expect.objectContaining({ kind: "attack" }));
  });
  it("a revisionist reckons with the help that a balancing target can call", () => {
    const together = { align: against("borun") };
    const alert = play(small({ arms: { borun: [24, 10] } }), { aster: together, cask: together, dell: together });
    expect(plan(alert, "borun", 0.9).moves).not.toContainEqual(expect.objectContaining({ kind: "attack" }));
    const asleep = play(small({ arms: { borun: [24, 10] } }), {});
    expect(plan(asleep, "borun", 0.9).moves).toContainEqual(expect.objectContaining({ kind: "attack" }));
  });
  it("a satisfied power that balances against a conqueror helps to free what it took", () => {
    const taken = changed(small({ arms: { cask: [40, 10] } }), { holders: { dorn: "borun" } });
    const { moves } = planAround(
      {
        board: taken.board,
        world: taken.world,
        me: index("cask"),
        card: { revisionism: 0, aim: { id: "a", text: "", kind: "intact" } },
        proposals: [],
      },
      { stance: { alignment: against("borun"), reason: null, why: "" }, personality: "theorist" },
      () => 0,
    ).sheet;
    expect(moves).toContainEqual(attack("dorn", { liberate: true }));
  });
  it("the satisfied buy defence when they feel threatened, and no offence", () => {
    const feared = plan(small({ arms: { borun: [60, 10] } }), "dell", -0.5).spending;
    expect([feared.offence, feared.defence > feared.industry]).toEqual([0, true]);
  });
});
