import { describe, expect, it } from "vitest";
import { countryId, provinceId } from "#shared/model/ids.ts";
import { PERSONALITIES, type Filler, type Temper } from "#shared/model/match.ts";
import type { Alignment, Demand } from "#shared/model/order.ts";
import type { SeatSight } from "#shared/model/sight.ts";
import { defaultModules } from "#shared/rules/index.ts";
import { chooseOrders, planAround, type Plan } from "#shared/players/chooseOrders.ts";
import {
  against,
  attack,
  changed,
  follow,
  index,
  play,
  small,
  type Name,
  type Setup,
  type Small,
} from "#tests/helpers/smallWorld.ts";

const HIDE: Alignment = { kind: "hide" };
const sightOf = ({ board, world }: Small, name: Name, revisionism = 0): SeatSight => ({
  board,
  world,
  me: index(name),
  card: { revisionism, aim: { id: "a", text: "", kind: "intact" } },
  proposals: [],
});
/** With a draw of 0 whatever may happen does; with one just below 1 nothing does. */
const ALWAYS = (): number => 0;
const NEVER = (): number => 1 - 1e-9;
const decide = (game: Small, name: Name, who: Filler, draw = NEVER): Plan =>
  chooseOrders(sightOf(game, name), who, draw);
/** What it thinks likeliest, or best. */
const alignment = (game: Small, name: Name, who: Filler): Alignment => decide(game, name, who, ALWAYS).sheet.alignment;

describe("characters: what each does in the same situation", () => {
  /** Borun, next door to Dell, has three times the arms of anyone else, mostly for attack; it has not used them. */
  const looming = small({ arms: { borun: [50, 10] } });
  /** The same with an army built for nothing but attack, Dell has next to none, and who submits is treated well. */
  const crushing = small({ arms: { borun: [180, 2], dell: [2, 2] }, parameters: { prediction: { vBandwagon: 0.85 } } });
  /** The same after it took Kessel from Dell. */
  const conquest = play(looming, { borun: { moves: [attack("kessel")] } });
  /** Aster, an island far off, is the strongest by far, and arms for defence. */
  const giant = small({ arms: { aster: [5, 90], borun: [0, 12], cask: [0, 12], dell: [0, 12] } });
  /** Borun is strong, has lost nothing yet, and three stand against it with more between them. */
  const hunted = play(small({ arms: { borun: [50, 5], aster: [2, 40], cask: [2, 40], dell: [2, 32] } }), {
    aster: { align: against("borun") },
    cask: { align: against("borun") },
  });

  interface Row {
    readonly what: string;
    readonly game: Small;
    readonly name: Name;
    readonly personality: Filler["personality"];
    readonly does: Alignment;
  }
  it.each<Row>([
    {
      what: "a threat to itself: the lion stands up to it",
      game: looming,
      name: "dell",
      personality: "lion",
      does: against("borun"),
    },
    {
      what: "a threat to others: the lion stands up for them",
      game: conquest,
      name: "aster",
      personality: "lion",
      does: against("borun"),
    },
    { what: "no threat to anyone: the lion rests", game: giant, name: "dell", personality: "lion", does: HIDE },
    {
      what: "a threat that it cannot face: the lamb goes along",
      game: looming,
      name: "dell",
      personality: "lamb",
      does: follow("borun"),
    },
    {
      what: "nothing to fear: the lamb keeps out of sight",
      game: giant,
      name: "dell",
      personality: "lamb",
      does: HIDE,
    },
    {
      what: "the strong next door: the jackal trails it",
      game: looming,
      name: "dell",
      personality: "jackal",
      does: follow("borun"),
    },
    {
      what: "a pack that brings the strong one down: the jackal joins the pack",
      game: hunted,
      name: "dell",
      personality: "jackal",
      does: against("borun"),
    },
    { what: "the wolf ties its hands with nobody", game: looming, name: "dell", personality: "wolf", does: HIDE },
    {
      what: "the next prey itself: the wolf hunts under the stronger one's wing",
      game: crushing,
      name: "dell",
      personality: "wolf",
      does: follow("borun"),
    },
    { what: "the hider stays out whatever happens", game: conquest, name: "dell", personality: "hider", does: HIDE },
    {
      what: "the strongest, however far and peaceful: the power balancer opposes it",
      game: giant,
      name: "dell",
      personality: "powerBalancer",
      does: against("aster"),
    },
    {
      what: "the theory follower does not: it is no threat",
      game: giant,
      name: "dell",
      personality: "theorist",
      does: HIDE,
    },
    { what: "wronged: tit for tat", game: conquest, name: "dell", personality: "titForTat", does: against("borun") },
    {
      what: "feared but not wronged: no tit, no tat",
      game: looming,
      name: "dell",
      personality: "titForTat",
      does: HIDE,
    },
  ])("$what", ({ game, name, personality, does }) => {
    expect(alignment(game, name, { personality })).toEqual(does);
  });

  it("the strongest is balanced by nobody's power balancer but the others'", () => {
    expect(alignment(giant, "aster", { personality: "powerBalancer" })).toEqual(HIDE);
  });

  it("the lamb shelters with a protector where the threat cannot be appeased", () => {
    const game = small({ arms: { borun: [50, 10], cask: [10, 60] } });
    const furious = changed(game, {
      world: {
        threat: game.world.threat.map((row, i) =>
          row.map((T, j) => (i === index("dell") && j === index("borun") ? 90 : T)),
        ),
        intent: game.world.intent.map((row, i) =>
          row.map((L, j) => (i === index("dell") && j === index("borun") ? 3 : L)),
        ),
      },
    });
    expect(alignment(furious, "dell", { personality: "lamb" })).toEqual(follow("cask"));
  });

  it("the lion deserts no partner, though it were the danger; the power balancer has no friends", () => {
    const bound = play(looming, {}, [{ id: "t1", terms: { kind: "defence", parties: ["borun", "dell"] } }]);
    expect(alignment(bound, "dell", { personality: "lion" })).not.toEqual(against("borun"));
    expect(alignment(bound, "dell", { personality: "powerBalancer" })).toEqual(against("borun"));
  });

  it("tit for tat forgives: two turns later the conqueror is let alone", () => {
    const later = play(play(conquest, {}), {});
    expect(alignment(later, "dell", { personality: "titForTat" })).toEqual(HIDE);
  });
});

describe("temper", () => {
  const mobilised = play(small(), { borun: { moves: [{ kind: "mobilise" }] } });
  it("calm tit for tat lets one wrong pass, and not two; hot it remembers longer", () => {
    const tat = (game: Small, temper: Filler["temper"]): Alignment =>
      alignment(game, "dell", { personality: "titForTat", ...(temper ? { temper } : {}) });
    expect(tat(mobilised, "calm")).toEqual(HIDE);
    expect(tat(mobilised, "steady")).toEqual(against("borun"));
    const twice = play(small(), { borun: { moves: [{ kind: "mobilise" }], align: against("dell") } });
    expect(tat(twice, "calm")).toEqual(against("borun"));
    const later = play(mobilised, {});
    expect([tat(later, "steady"), tat(later, "hot")]).toEqual([HIDE, against("borun")]);
  });
  it("hot, a lion calls up its army against a grave threat; calm and steady it does not", () => {
    const grave = small({ arms: { borun: [90, 10] } });
    const threatened = changed(grave, {
      world: { threat: grave.world.threat.map((row) => row.map((T) => (T > 0 ? 70 : 0))) },
    });
    const kinds = (temper: Temper): readonly string[] =>
      decide(threatened, "dell", { personality: "lion", temper }, ALWAYS).sheet.moves.map(({ kind }) => kind);
    expect(kinds("hot")).toContain("mobilise");
    expect([...kinds("calm"), ...kinds("steady")]).not.toContain("mobilise");
  });
});

describe("a hot head that was attacked", () => {
  // Aster is the strongest, so the power balancer would look to it; Borun has just tried to take Kessel, in vain.
  const attacked = play(small({ arms: { aster: [30, 60], borun: [10, 10] } }), {
    borun: { moves: [attack("kessel")] },
  });
  it("turns on its attacker, where a steady one looks to the balance of power", () => {
    expect(alignment(attacked, "dell", { personality: "powerBalancer" })).toEqual(against("aster"));
    expect(alignment(attacked, "dell", { personality: "powerBalancer", temper: "hot" })).toEqual(against("borun"));
  });
  it("but lambs and hiders keep to themselves", () => {
    expect(alignment(attacked, "dell", { personality: "hider", temper: "hot" })).toEqual(HIDE);
    expect(alignment(attacked, "dell", { personality: "lamb", temper: "hot" }).kind).not.toBe("balance");
  });
});

describe("difficulty", () => {
  const together = { align: against("borun") };
  const alert = play(small({ arms: { borun: [24, 10] } }), { aster: together, cask: together, dell: together });
  const attacks = (difficulty: Filler["difficulty"]): boolean =>
    chooseOrders(
      sightOf(alert, "borun", 0.9),
      { personality: "theorist", ...(difficulty ? { difficulty } : {}) },
      ALWAYS,
    ).sheet.moves.some(({ kind }) => kind === "attack");
  it("easy overlooks the help that its target can call", () => {
    expect([attacks("easy"), attacks("normal"), attacks("hard")]).toEqual([true, false, false]);
  });
  it("hard leaves out an attack that it sees fail", () => {
    // Nobody balanced last turn, so that Dell seems to stand alone; by the theory Cask will stand by it now.
    const lonely = small({ arms: { borun: [22, 4], dell: [2, 9], cask: [30, 40] } });
    const deeds = (difficulty: "normal" | "hard"): Plan =>
      decide(lonely, "borun", { personality: "wolf", difficulty }, () => 0.5);
    expect(deeds("normal").sheet.moves).toContainEqual(attack("kessel"));
    expect(deeds("hard").sheet.moves).not.toContainEqual(attack("kessel"));
    expect(deeds("hard").why).toContain("the attack would have cost more than it brings");
  });
});

describe("treaties and prey", () => {
  it("a country that would overturn the order attacks a partner whose land is easily had; one that only wants more does not", () => {
    const pact = { kind: "defence", parties: [countryId("borun"), countryId("dell")], source: "A test." } as const;
    const bound = small({ arms: { borun: [60, 10], dell: [1, 1] }, scenario: { treaties: [pact] } });
    const attacks = (revisionism: number): boolean =>
      chooseOrders(sightOf(bound, "borun", revisionism), { personality: "theorist" }, ALWAYS).sheet.moves.some(
        (move) => move.kind === "attack" && ["kessel", "dorn"].includes(move.province),
      );
    expect([attacks(0.9), attacks(0.6)]).toEqual([true, false]);
  });
});

describe("ultimata", () => {
  const KESSEL: Demand = { kind: "cede", province: provinceId("kessel") };
  const demanded = (setup: Setup, demand: Demand = KESSEL): Small => {
    const game = small(setup);
    const turn = game.world.turn - 1;
    return changed(game, { world: { ultimatums: [{ by: index("borun"), target: index("dell"), demand, turn }] } });
  };
  const hopeless = demanded({ arms: { borun: [50, 10] } });
  const idle = demanded({ arms: { borun: [9, 10] } });
  const answer = (game: Small, who: Filler): boolean | undefined =>
    decide(game, "dell", who).sheet.answers?.[0]?.accept;

  it.each<[Filler["personality"], boolean, boolean]>([
    ["lion", false, false],
    ["wolf", false, false],
    ["titForTat", false, false],
    ["lamb", true, false],
    ["jackal", true, false],
    ["theorist", true, false],
    ["hider", true, false],
    ["powerBalancer", true, false],
  ])("the %s yields to overwhelming force: %s; to an idle threat: %s", (personality, toForce, toWords) => {
    expect([answer(hopeless, { personality }), answer(idle, { personality })]).toEqual([toForce, toWords]);
  });
  it("hot heads refuse what steady ones would grant", () => {
    const pressed = demanded({ arms: { borun: [26, 10] } });
    expect(answer(pressed, { personality: "theorist" })).toBe(true);
    expect(answer(pressed, { personality: "theorist", temper: "hot" })).toBe(false);
  });
  it("who accepts a demand for its alignment has that alignment", () => {
    const demand: Demand = { kind: "align", alignment: { kind: "bandwagon", with: countryId("borun") } };
    const { sheet, why } = decide(demanded({ arms: { borun: [50, 10] } }, demand), "dell", { personality: "hider" });
    expect(sheet).toMatchObject({ alignment: follow("borun"), answers: [{ to: "borun", accept: true }] });
    expect(why).toMatch(/ultimatum is accepted.* As demanded we bandwagon with Borun\./u);
  });
  it("nobody gives up its last province", () => {
    const last = changed(hopeless, { holders: { dorn: "cask" } });
    for (const personality of PERSONALITIES) expect(answer(last, { personality })).toBe(false);
  });
  it("a wolf asks before it takes, and takes when it has asked", () => {
    const strong = small({ arms: { borun: [50, 10] } });
    const asks = decide(strong, "borun", { personality: "wolf" }, ALWAYS).sheet.moves;
    expect(asks).toContainEqual(
      expect.objectContaining({ kind: "ultimatum", demand: expect.objectContaining({ kind: "cede" }) }),
    );
    expect(asks.map(({ kind }) => kind)).not.toContain("attack");
    expect(decide(hopeless, "borun", { personality: "wolf" }, NEVER).sheet.moves).toContainEqual(attack("kessel"));
  });
});

describe("statecraft", () => {
  const looming = small({ arms: { borun: [50, 10] } });
  const conquest = play(looming, { borun: { moves: [attack("kessel")] } });
  const stance = { alignment: HIDE, reason: null, why: "" } as const;
  it("who passes the buck appeals to the most exposed, and who merely hides does not", () => {
    const passing = planAround(
      sightOf(conquest, "aster"),
      { stance: { ...stance, passesTheBuck: true }, personality: "theorist" },
      NEVER,
    );
    expect(passing.sheet.moves).toContainEqual({ kind: "appeal", to: "dell", against: "borun" });
    expect(passing.why).toContain("Dell is more exposed to Borun");
    expect(planAround(sightOf(looming, "aster"), { stance, personality: "theorist" }, NEVER).sheet.moves).toEqual([]);
  });
  it("at Intro, which has no appeals, it hides", () => {
    const intro = small({ arms: { borun: [50, 10] }, modules: [] });
    const { sheet } = planAround(
      sightOf(intro, "aster"),
      { stance: { ...stance, passesTheBuck: true }, personality: "theorist" },
      NEVER,
    );
    expect(sheet).toMatchObject({ alignment: HIDE, moves: [] });
  });
  it("in the dark each does what becomes it, where it is played", () => {
    const advanced = small({ arms: { borun: [50, 10] }, modules: defaultModules("advanced") });
    const deeds = (name: Name, personality: Filler["personality"]): readonly string[] =>
      decide(advanced, name, { personality }, ALWAYS).sheet.moves.map(({ kind }) => kind);
    expect(deeds("dell", "powerBalancer")).toContain("influence");
    expect(deeds("dell", "lion")).not.toContain("subvert");
    expect(deeds("dell", "jackal").some((kind) => kind === "subvert" || kind === "mobilise")).toBe(true);
    expect(deeds("aster", "hider")).not.toContain("influence");
  });
  it("the faithless refuse the call of a partner they would have to fight their leader for; others come", () => {
    const bound = play(looming, {}, [{ id: "t1", terms: { kind: "defence", parties: ["cask", "dell"] } }]);
    expect(decide(bound, "dell", { personality: "jackal" }).sheet.refuse).toEqual(["t1"]);
    expect(decide(bound, "dell", { personality: "titForTat" }).sheet.refuse).toEqual([]);
  });
});

describe("accounts", () => {
  const looming = small({ arms: { borun: [50, 10] } });
  it("give the numbers a decision went by", () => {
    const { why } = decide(looming, "dell", { personality: "theorist" });
    expect(why).toMatch(
      /^T \d+ from Borun; with the help of \w+ and others we hold at \d+ %, alone at \d+ %; \d+ % appeasable\./u,
    );
    expect(why).toMatch(/Worth: balance \d\.\d\d, bandwagon \d\.\d\d, hide \d\.\d\d/u);
  });
  it("own up to an error, and to nothing else", () => {
    // A draw near 1 takes the unlikeliest of its plays.
    expect(decide(looming, "dell", { personality: "theorist" }, NEVER).why).toMatch(
      /Another choice was worth 0\.\d\d more:/u,
    );
    expect(decide(looming, "dell", { personality: "theorist" }, ALWAYS).why).not.toContain("Another choice");
  });
  it("give the odds of an attack, with the help the target can call and without", () => {
    const { why } = decide(looming, "borun", { personality: "wolf" }, () => 0.5);
    expect(why).toMatch(/We attack \w+: \d+\.\d to 1, \d+\.\d with the help it can call\./u);
  });
});
