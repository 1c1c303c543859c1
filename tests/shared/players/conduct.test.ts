import { describe, expect, it } from "vitest";
import { seedPrng, stream } from "#shared/lib/prng.ts";
import { scenarioId } from "#shared/model/ids.ts";
import { CONDUCTS, type Filler, type Personality } from "#shared/model/match.ts";
import type { LegalOrder } from "#shared/model/order.ts";
import type { SeatSight } from "#shared/model/sight.ts";
import { chooseOrders } from "#shared/players/chooseOrders.ts";
import { offerTreaties } from "#shared/players/treaties.ts";
import { publicWorld } from "#shared/projection/publicWorld.ts";
import { createBoard, createWorld, dealCards, defaultModules, resolveTurn } from "#shared/rules/index.ts";
import { assess } from "#shared/theory/assess.ts";
import { findScenario } from "#server/scenarios/registry.ts";
import { attack, changed, index, play, small } from "#tests/helpers/smallWorld.ts";

const TURNS = 5;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

interface Story {
  /** T toward the strongest country, mean of all others and all turns. */
  readonly feared: number;
  /** Share of the others who stood against it, over all turns. */
  readonly opposed: number;
  readonly sheets: readonly LegalOrder[];
}

/** The strongest country is played by one character, all others follow the theory. */
function told(scenario: string, seed: number, personality: Personality): Story {
  const found = findScenario(scenarioId(scenario));
  if (!found) throw new Error(`no ${scenario}`);
  const board = createBoard(found, { modules: defaultModules("standard") });
  const cards = dealCards(board, seed);
  let world = createWorld(board, seed);
  const { shares } = assess(board, world);
  const strongest = shares.indexOf(Math.max(...shares));
  const { draw } = stream(seedPrng(seed, "conduct"));
  const sheets: LegalOrder[] = [];
  const fears: number[] = [];
  const stances: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const orders = board.ids.map((_, me) => {
      const sight = { board, world: publicWorld(board, world, me), me, card: cards[me] ?? fail(), proposals: [] };
      return chooseOrders(sight, me === strongest ? personality : "theorist", draw).sheet;
    });
    sheets.push(orders[strongest] ?? fail());
    world = resolveTurn(board, world, { orders, signed: [] }).world;
    const others = board.ids.flatMap((_, k) => (k === strongest ? [] : [k]));
    fears.push(mean(others.map((k) => world.threat[k]?.[strongest] ?? 0)));
    stances.push(
      mean(
        others.map((k) => {
          const alignment = world.alignments[k];
          return alignment?.kind === "balance" && alignment.against === board.ids[strongest] ? 1 : 0;
        }),
      ),
    );
  }
  return { feared: mean(fears), opposed: mean(stances), sheets };
}
const fail = (): never => {
  throw new Error("nobody there");
};

const sightOf = ({ board, world }: ReturnType<typeof small>, me: number): SeatSight => ({
  board,
  world,
  me,
  card: { revisionism: 0, aim: { id: "a", text: "", kind: "intact" } },
  proposals: [],
});
const NEVER = (): number => 1 - 1e-9;
const ALWAYS = (): number => 0;
const movesOf = (game: ReturnType<typeof small>, who: Filler, draw = ALWAYS): string[] =>
  chooseOrders(sightOf(game, index("borun")), who, draw).sheet.moves.map(({ kind }) => kind);

describe("the conduct of the strongest", () => {
  it.each(["europe-1938", "unipolar-1995", "asia-rising", "gulf-1990"].map((id) => [id]))(
    "%s: who blusters is feared more than who reassures, and opposed no less, at the same seed",
    (scenario) => {
      const seeds = [1, 2, 3, 4, 5, 6];
      const stories = (conduct: Personality) => seeds.map((seed) => told(scenario, seed, conduct));
      const [calm, loud] = [stories("reassurer"), stories("blusterer")];
      calm.forEach((story, at) => expect(loud[at]?.feared, `seed ${seeds[at]}`).toBeGreaterThan(story.feared));
      expect(mean(loud.map(({ feared }) => feared))).toBeGreaterThan(mean(calm.map(({ feared }) => feared)) + 8);
      expect(mean(loud.map(({ opposed }) => opposed))).toBeGreaterThanOrEqual(mean(calm.map(({ opposed }) => opposed)));
    },
  );

  it("is in deeds: the one cuts its offence and never attacks, the other arms for attack and seldom does", () => {
    const sheets = (conduct: Personality) =>
      ["europe-1938", "unipolar-1995"].flatMap((id) => [1, 2, 3, 4].flatMap((seed) => told(id, seed, conduct).sheets));
    const [calm, loud] = [sheets("reassurer"), sheets("blusterer")];
    const share = (list: readonly LegalOrder[], kind: string): number =>
      mean(list.map(({ moves }) => (moves.some((move) => move.kind === kind) ? 1 : 0)));
    expect(share(calm, "attack")).toBe(0);
    expect(share(calm, "cutOffence")).toBeGreaterThan(0.5);
    expect(mean(calm.map(({ spending }) => spending.offence))).toBe(0);
    expect(share(loud, "attack")).toBeLessThan(0.2);
    expect(share(loud, "mobilise") + share(loud, "threaten")).toBeGreaterThan(0.5);
    expect(mean(loud.map(({ spending }) => spending.offence))).toBeGreaterThan(
      mean(loud.map(({ spending }) => spending.defence)),
    );
  });
});

describe("the reassurer", () => {
  const strong = small({ arms: { borun: [40, 20] } });

  it("gives up offence and says so, and stands against nobody", () => {
    const { sheet, why } = chooseOrders(sightOf(strong, index("borun")), "reassurer", ALWAYS);
    expect(sheet.alignment).toEqual({ kind: "hide" });
    expect(sheet.moves.map(({ kind }) => kind)).toEqual(["cutOffence", "reassure"]);
    expect(why).toContain("words are cheap, and this is not");
  });

  it("sends its army home, if it is called up", () => {
    const ready = changed(strong, { countries: { borun: { mobilisedFrom: 1, mobilisedTo: 2 } } });
    expect(movesOf(ready, { personality: "reassurer" }).sort()).toEqual(["cutOffence", "demobilise"]);
  });

  it("defends itself against who attacked it, until that is over", () => {
    const attacked = play(small({ arms: { borun: [10, 1], dell: [60, 10] } }), { dell: { moves: [attack("brod")] } });
    const { sheet } = chooseOrders(sightOf(attacked, index("borun")), "reassurer", NEVER);
    expect(sheet.alignment).toEqual({ kind: "balance", against: "dell" });
  });

  it("promises peace to those who fear it", () => {
    const [terms] = offerTreaties(sightOf(strong, index("borun")), { personality: "reassurer" }, ALWAYS);
    expect(terms?.kind).toBe("nonaggression");
  });
});

describe("the blusterer", () => {
  it("calls up its army without a plan and owns up to it", () => {
    const strong = small({ arms: { borun: [20, 20] } });
    const { sheet, why } = chooseOrders(sightOf(strong, index("borun")), "blusterer", ALWAYS);
    expect(sheet.moves.map(({ kind }) => kind)).toContain("mobilise");
    expect(why).toContain("with no plan to use it");
    expect(movesOf(strong, { personality: "blusterer" }, NEVER)).toEqual(["threaten"]);
  });

  it("does not follow its ultimatum up by striking", () => {
    const game = small({ arms: { borun: [50, 20] }, modules: defaultModules("standard") });
    const asked = movesOf(game, { personality: "blusterer" }, () => 0.5);
    expect(asked).not.toContain("attack");
  });
});

it("every conduct plays legal sheets at every difficulty", () => {
  const game = small({ arms: { borun: [30, 20] } });
  for (const personality of CONDUCTS)
    for (const difficulty of ["easy", "normal", "hard"] as const)
      for (const draw of [ALWAYS, NEVER])
        expect(chooseOrders(sightOf(game, index("borun")), { personality, difficulty }, draw).why).not.toBe("");
});
