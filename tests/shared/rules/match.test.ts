import { describe, expect, it } from "vitest";
import { STEPS } from "#shared/model/event.ts";
import { countryId } from "#shared/model/ids.ts";
import { MODULES } from "#shared/model/scenario.ts";
import type { Aim, Module } from "#shared/model/scenario.ts";
import {
  createBoard,
  dealCards,
  defaultModules,
  defaultOrder,
  drawEndTurn,
  resolveTurn,
  worldHash,
} from "#shared/rules/index.ts";
import {
  aid,
  against,
  attack,
  cede,
  changed,
  country,
  follow,
  index,
  legal,
  NAMES,
  play,
  small,
  smallScenario,
  ultimatum,
} from "#tests/helpers/smallWorld.ts";

const seeds = Array.from({ length: 200 }, (_, seed) => seed);

describe("1.1 all orders are revealed together", () => {
  it("gives one world whatever the order within a sheet and among signatures", () => {
    const game = small();
    const one = play(
      game,
      { borun: { spend: { aid: [aid("aster", 1), aid("cask", 2)] }, moves: [{ kind: "mobilise" }, attack("kessel")] } },
      [
        { id: "t2", terms: { kind: "defence", parties: ["cask", "dell"] } },
        { id: "t10", terms: { kind: "nonaggression", parties: ["aster", "dell"] } },
      ],
    );
    const other = play(
      game,
      { borun: { spend: { aid: [aid("cask", 2), aid("aster", 1)] }, moves: [attack("kessel"), { kind: "mobilise" }] } },
      [
        { id: "t10", terms: { kind: "nonaggression", parties: ["dell", "aster"] } },
        { id: "t2", terms: { kind: "defence", parties: ["dell", "cask"] } },
      ],
    );
    expect(worldHash(other.world)).toBe(worldHash(one.world));
    expect(other.events).toEqual(one.events);
  });
});

describe("1.2 a turn is resolved in the order of its steps", () => {
  it("tells every event in step order, from treaty to threat", () => {
    const modules = defaultModules("advanced").filter((module) => module !== "chance");
    const before = play(small({ arms: { borun: [40, 10] }, modules }), {
      borun: { moves: [ultimatum("dell", cede("kessel"))] },
    });
    const { events } = play(
      before,
      {
        aster: { spend: { aid: [aid("cask", 1)] }, align: against("borun") },
        borun: { spend: { offence: 2 }, moves: [attack("kessel"), { kind: "threaten", target: countryId("cask") }] },
        cask: { moves: [{ kind: "influence", target: countryId("dell") }] },
      },
      [{ id: "t1", terms: { kind: "defence", parties: ["aster", "cask"] } }],
      { crisis: { id: "c", date: "1 May", title: "Storm", text: "A storm.", effects: [], source: "test" } },
    );
    const steps = events.map(({ step }) => STEPS.indexOf(step));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(new Set(events.map(({ step }) => step))).toEqual(new Set(STEPS));
  });
});

describe("1.3 the last turn is hidden", () => {
  const board = small().board;
  it("is the scenario's last or the one before, by the seed", () => {
    const ends = seeds.map((seed) => drawEndTurn(board, seed));
    expect(new Set(ends)).toEqual(new Set([5, 6]));
    expect(ends.filter((end) => end === 6).length).toBeGreaterThan(70);
    expect(ends.filter((end) => end === 5).length).toBeGreaterThan(70);
  });
});

describe("1.4 ambition is dealt, or as the scenario judges it", () => {
  it("deals four seats .9, .2, 0 and −.7 in an order that the seed decides", () => {
    const dealt = seeds.map((seed) => dealCards(small().board, seed).map(({ revisionism }) => revisionism));
    for (const hand of dealt) expect([...hand].sort((a, b) => b - a)).toEqual([0.9, 0.2, 0, -0.7]);
    expect(new Set(dealt.map((hand) => hand.join())).size).toBeGreaterThan(15);
  });
  it("leaves a judged country what history says", () => {
    const { board } = small({ country: (name) => (name === "borun" ? { revisionism: 0.55 } : {}) });
    for (const seed of seeds.slice(0, 20)) {
      const hand = dealCards(board, seed).map(({ revisionism }) => revisionism);
      expect(hand[index("borun")]).toBe(0.55);
      expect(hand.filter((_, i) => i !== index("borun")).sort((a, b) => b - a)).toEqual([0.6, 0, -0.7]);
    }
  });
});

describe("1.5 a secret aim suits the ambition", () => {
  const aims: Aim[] = [
    { id: "keep", kind: "intact", text: "Keep all." },
    { id: "gain", kind: "outrankBy", provinces: 1, text: "Gain one." },
  ];
  it("gives gaining to the revisionist, keeping to the satisfied, either to those between", () => {
    const { board } = small({ country: () => ({ aims }) });
    const between = new Set<string>();
    for (const card of seeds.flatMap((seed) => dealCards(board, seed))) {
      if (card.revisionism >= 0.5) expect(card.aim.id).toBe("gain");
      else if (card.revisionism <= 0) expect(card.aim.id).toBe("keep");
      else between.add(card.aim.id);
    }
    expect(between).toEqual(new Set(["keep", "gain"]));
  });
  it("asks for nothing about treaties where there are none", () => {
    const about: Aim[] = [
      { id: "pact", kind: "pactWith", country: countryId("cask"), text: "Have a pact with Cask." },
      { id: "apart", kind: "keepApart", a: countryId("cask"), b: countryId("dell"), text: "Keep Cask and Dell apart." },
    ];
    const dealt = (modules: readonly Module[], own: readonly Aim[]): ReadonlySet<string> => {
      const { board } = small({ country: () => ({ aims: own }), modules });
      return new Set(seeds.flatMap((seed) => dealCards(board, seed)).map(({ aim }) => aim.id));
    };
    expect(dealt(defaultModules("standard"), [...aims, ...about])).toEqual(new Set(["keep", "gain", "pact", "apart"]));
    expect(dealt(defaultModules("intro"), [...aims, ...about])).toEqual(new Set(["keep", "gain"]));
    expect(dealt(defaultModules("intro"), about)).toEqual(new Set(["intact"]));
  });
});

describe("1.6 who submits nothing plays on as before", () => {
  it("keeps its alignment and puts the rest into defence", () => {
    const after = play(small(), { cask: { align: against("borun") } });
    const order = defaultOrder(after.board, after.world, index("cask"));
    expect(order.alignment).toEqual(against("borun"));
    // 3.5 saved + 5 income − 1.5 for balancing
    expect(order.spending).toEqual({ offence: 0, defence: 7, industry: 0, aid: [] });
    expect(order.moves).toEqual([]);
  });
  it("hides when the country it was aligned with is gone", () => {
    const game = changed(play(small(), { cask: { align: follow("borun") } }), {
      countries: { borun: { status: { kind: "exile" } } },
    });
    expect(defaultOrder(game.board, game.world, index("cask")).alignment).toEqual({ kind: "hide" });
  });
  it("spends nothing in exile", () => {
    const game = changed(small(), { countries: { cask: { status: { kind: "exile" }, treasury: 3 } } });
    expect(defaultOrder(game.board, game.world, index("cask")).spending.defence).toBe(0);
  });
});

describe("1.7 a level is a set of modules", () => {
  it("plays Intro without any, Advanced with all, and Standard with those that teach the theory first", () => {
    expect(defaultModules("intro")).toEqual([]);
    const later = ["ideology", "influence", "intelligence", "secretTreaties", "softTreaties", "chance"];
    expect(defaultModules("standard")).toEqual(MODULES.filter((module) => !later.includes(module)));
    expect(new Set(defaultModules("advanced"))).toEqual(new Set(MODULES));
  });
  it("has no opening treaties where treaties are not played", () => {
    const treaties = [
      {
        kind: "defence",
        parties: [smallScenario().countries[1]?.id ?? fail(), smallScenario().countries[2]?.id ?? fail()],
        source: "test",
      },
    ] as const;
    expect(small({ scenario: { treaties } }).world.treaties.map(({ id }) => id)).toEqual(["t1"]);
    expect(small({ scenario: { treaties }, modules: [] }).world.treaties).toEqual([]);
  });
});

describe("the board", () => {
  it("does not depend on the order in which the scenario lists countries and provinces", () => {
    const scenario = smallScenario();
    const turned = {
      ...scenario,
      countries: scenario.countries.toReversed(),
      provinces: scenario.provinces.toReversed(),
    };
    const one = createBoard(scenario, { modules: [] });
    const other = createBoard(turned, { modules: [] });
    expect({ ...other, scenario: null }).toEqual({ ...one, scenario: null });
  });
  it("refuses a scenario that refers to nothing", () => {
    const scenario = smallScenario();
    const broken = { ...scenario, countries: scenario.countries.slice(1) };
    expect(() => createBoard(broken, { modules: [] })).toThrow("aster");
  });
  it("resolves with orders that checkOrder made, one for each country", () => {
    const game = small();
    const orders = NAMES.map((name) => legal(game, name, {}));
    expect(() => resolveTurn(game.board, game.world, { orders: orders.slice(1), signed: [] })).toThrow("no order");
    expect(country(game, "borun").status).toEqual({ kind: "sovereign" });
  });
});

function fail(): never {
  throw new Error("the small world lacks a country");
}
