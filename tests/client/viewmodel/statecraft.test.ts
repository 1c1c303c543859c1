import { describe, expect, it } from "vitest";
import { legendMarks } from "#client/viewmodel/legend.ts";
import { moveGroups } from "#client/viewmodel/moveChoices.ts";
import { countryChoices, demandChoices, landChoices } from "#client/viewmodel/moveForms.ts";
import { crisesIn, inCard, knowersOf, lapsingTreaties, reportsFor } from "#client/viewmodel/news.ts";
import {
  addMove,
  answerUltimatum,
  chooseTarget,
  draftOf,
  EMPTY_DRAFT,
  focusOn,
  sheetOf,
} from "#client/viewmodel/orderDraft.ts";
import { answerTo, ultimataSeenBy } from "#client/viewmodel/ultimata.ts";
import { usesOf } from "#client/viewmodel/uses.ts";
import { headlines } from "#client/viewmodel/events.ts";
import { mapModelOf } from "#client/map/mapModel.ts";
import { mapSightOf } from "#client/map/mapSight.ts";
import type { GameEvent } from "#shared/model/event.ts";
import { countryId, provinceId, treatyId } from "#shared/model/ids.ts";
import type { Move } from "#shared/model/order.ts";
import type { Treaty } from "#shared/model/treaty.ts";
import { checkOrder, defaultModules, legalOptions, sentence } from "#shared/rules/index.ts";
import {
  against,
  attack,
  cede,
  index,
  sheetOf as sheetOfPlan,
  small,
  ultimatum,
  type Name,
  type Setup,
} from "#tests/helpers/smallWorld.ts";
import { seen } from "./view.ts";

const advanced: Setup = { modules: defaultModules("advanced") };
const [borun, cask, dell] = [countryId("borun"), countryId("cask"), countryId("dell")];

describe("moves on the sheet", () => {
  const kindsAt = (setup: Setup, taken: readonly Move[] = []) => {
    const { board, world } = small(setup);
    const me = index("borun");
    return moveGroups({ board, world, me, options: legalOptions(board, world, me), taken });
  };
  const kinds = (setup: Setup) => kindsAt(setup).map(({ kind }) => kind);

  it("appear only where their module is on: four at Intro, no covert ones at Standard", () => {
    expect(kinds({ modules: defaultModules("intro") })).toEqual(["attack", "mobilise", "threaten", "reassure"]);
    expect(kinds({ modules: defaultModules("standard") })).toEqual(
      expect.arrayContaining(["demobilise", "ultimatum", "concede", "appeal"]),
    );
    expect(kindsAt({ modules: defaultModules("standard") }).filter(({ section }) => section === "covert")).toEqual([]);
    expect(kindsAt(advanced).flatMap(({ kind, section }) => (section === "covert" ? [kind] : []))).toEqual([
      "influence",
      "subvert",
      "investigate",
    ]);
  });

  it("are what the rules pass, each on a sheet of its own", () => {
    const { board, world } = small(advanced);
    const choices = kindsAt(advanced).flatMap((group) => group.choices);
    const refused = choices.filter(
      (move) => !checkOrder(board, world, index("borun"), sheetOfPlan({ moves: [move] })).ok,
    );
    expect(refused).toEqual([]);
    expect(choices.some(({ kind }) => kind === "subvert")).toBe(true);
  });

  it("leave out a second ultimatum", () => {
    const taken = [ultimatum("dell", cede("kessel"))];
    expect(kindsAt(advanced, taken).some(({ kind }) => kind === "ultimatum")).toBe(false);
  });
});

describe("the forms of moves made of two choices", () => {
  const { board, world } = small(advanced);
  const me = index("borun");
  const options = legalOptions(board, world, me);
  const asked = { board, me, options };
  const legal = (move: Move): boolean => checkOrder(board, world, me, sheetOfPlan({ moves: [move] })).ok;

  it("offer the demands that the rules pass, and say why not the others", () => {
    const demands = demandChoices(asked, index("dell"));
    for (const { value, refusal } of demands) {
      expect(legal({ kind: "ultimatum", target: dell, demand: value }), JSON.stringify(value)).toBe(refusal === null);
      if (refusal) expect(refusal.text.length).toBeGreaterThan(10);
    }
    const open = demands.filter(({ refusal }) => refusal === null).map(({ value }) => value);
    expect(open).toContainEqual({ kind: "cede", province: "kessel" });
    expect(open).toContainEqual({ kind: "align", alignment: { kind: "bandwagon", with: "borun" } });
    expect(open).not.toContainEqual({ kind: "cede", province: "dorn" });
  });

  it("offer my own land to whom it touches, and appeals to and against anyone else", () => {
    const land = landChoices(asked, world);
    expect(land.map(({ key }) => key)).toEqual(["arno", "brod"]);
    const brod = land.find(({ key }) => key === "brod")?.value ?? -1;
    const takers = countryChoices(asked, options.concedeTo(brod));
    expect(takers.filter(({ refusal }) => refusal === null).map(({ key }) => key)).toEqual(["dell"]);
    const targets = countryChoices(asked, options.appealAgainst(index("cask")));
    expect(targets.filter(({ refusal }) => refusal === null).map(({ key }) => key)).toEqual(["aster", "dell"]);
  });
});

describe("ultimata", () => {
  const { view } = seen("dell", [{ borun: { moves: [ultimatum("dell", cede("kessel"))] } }], advanced);

  it("are sorted by whom they wait for", () => {
    const of = (name: Name) => ultimataSeenBy(view.world, index(name));
    expect(of("dell").toMe).toMatchObject([{ by: index("borun"), demand: { province: "kessel" } }]);
    expect(of("borun").mine).toHaveLength(1);
    expect(of("cask").others).toHaveLength(1);
    expect(of("cask").toMe).toEqual([]);
  });

  it("are answered in country order, and an answer can be taken back without a trace", () => {
    const both = answerUltimatum(answerUltimatum(EMPTY_DRAFT, dell, true), borun, false);
    expect(both.answers).toEqual([
      { to: "borun", accept: false },
      { to: "dell", accept: true },
    ]);
    expect(answerTo(both, dell)).toBe(true);
    expect(answerTo(both, cask)).toBeNull();
    const none = answerUltimatum(answerUltimatum(both, dell, null), borun, null);
    expect(none).toEqual(EMPTY_DRAFT);
    expect("answers" in none).toBe(false);
  });

  it("and focus survive the way to a sheet and back", () => {
    const draft = focusOn(answerUltimatum(chooseTarget(EMPTY_DRAFT, "balance", dell), borun, true), {
      kind: "help",
      country: cask,
    });
    const sheet = sheetOf(draft);
    expect(sheet && draftOf(sheet)).toEqual(draft);
    expect("focus" in focusOn(draft, null)).toBe(false);
  });
});

describe("the uses of a country's force", () => {
  const pact: Treaty = { id: treatyId("t1"), kind: "defence", parties: [borun, cask], since: 0, until: null };
  const { board, world } = small(advanced);
  const bound = {
    ...world,
    treaties: [pact],
    alignments: [against("dell"), against("aster"), { kind: "hide" }, { kind: "hide" }],
  } as const;
  const attacking = addMove(chooseTarget(EMPTY_DRAFT, "balance", dell), attack("kessel"));

  it("are the attack, allies who may call, and those who stood against the same country", () => {
    expect(usesOf(board, bound, index("borun"), attacking)).toEqual([
      { kind: "attack" },
      { kind: "help", country: "aster" },
      { kind: "help", country: "cask" },
    ]);
  });
  it("are none for who does nothing and is bound to nobody", () => {
    expect(usesOf(board, world, index("dell"), EMPTY_DRAFT)).toEqual([]);
  });
  it("leave out an ally that the sheet attacks", () => {
    const betraying = addMove(EMPTY_DRAFT, attack("corm"));
    expect(usesOf(board, bound, index("borun"), betraying)).toEqual([{ kind: "attack" }]);
  });
  it("leave out an ally whose call the sheet refuses", () => {
    const refusing = { ...EMPTY_DRAFT, refuse: [pact.id] };
    expect(usesOf(board, bound, index("borun"), refusing)).toEqual([]);
  });
});

describe("the news", () => {
  const base = { rule: "13.1", step: "crisis" } as const;
  const crisis: GameEvent = { ...base, kind: "crisis", crisis: "a", date: "1 May", title: "A", text: "It happens." };
  const effect: GameEvent = {
    ...base,
    kind: "crisisEffect",
    crisis: "a",
    effect: { kind: "stability", country: dell, change: -5 },
  };
  const me = index("borun");
  const report: GameEvent = {
    rule: "12.6",
    step: "intelligence",
    seenBy: [me],
    kind: "investigated",
    by: me,
    target: index("dell"),
    treaties: [],
    deeds: 1,
    ambition: null,
  };
  const found = {
    rule: "12.6",
    step: "intelligence",
    seenBy: [me],
    kind: "covertFound",
    by: index("dell"),
    target: index("cask"),
    deed: "subvert",
    finder: me,
    probability: 0.5,
  } as const satisfies GameEvent;
  const { board } = small(advanced);

  it("put a crisis and what it does on one card, and in no list besides", () => {
    expect(crisesIn([effect, crisis])).toEqual([{ card: crisis, effects: [effect] }]);
    expect([crisis, effect, report, found].every((event) => inCard(event, me))).toBe(true);
    expect(headlines(board, [crisis, effect], null)).toEqual([crisis]);
  });
  it("give a report to its reader with the deeds it found, to others nothing", () => {
    expect(reportsFor([report, found], me)).toEqual([{ report, deeds: [found] }]);
    expect(reportsFor([report, found], index("cask"))).toEqual([]);
    expect(inCard(found, index("cask"))).toBe(false);
  });
  it("say who knows", () => {
    expect(knowersOf(crisis, me)).toEqual({ kind: "all" });
    expect(knowersOf(report, me)).toEqual({ kind: "you" });
    expect(knowersOf(report, null)).toEqual({ kind: "some", countries: [me] });
  });
  it("warn in the last turn of a treaty of mine, not of others'", () => {
    const { view } = seen("borun", []);
    const treaty: Treaty = { id: treatyId("t1"), kind: "nonaggression", parties: [borun, dell], since: 0, until: 1 };
    const world = { ...view.world, treaties: [treaty, { ...treaty, id: treatyId("t2"), parties: [cask, dell] }] };
    expect(lapsingTreaties({ ...view, world })).toEqual([treaty]);
    expect(lapsingTreaties({ ...view, you: null, world })).toEqual([]);
  });
});

describe("the legend", () => {
  it("explains an ultimatum while it stands on the map", () => {
    const turn = { borun: { moves: [ultimatum("dell", cede("kessel"))] } };
    const { board, view } = seen("dell", [turn, {}], advanced);
    const marks = (history: typeof view.history) =>
      legendMarks(mapModelOf(board, mapSightOf(board, { ...view, history }), "owner")).map(({ kind }) => kind);
    expect(marks(view.history.slice(0, 1))).toContain("ultimatum");
    expect(marks(view.history)).not.toContain("ultimatum");
  });
});

describe("a battle by the die", () => {
  it("carries its chance and what was thrown, and names the chance in its sentence", () => {
    const turn = { borun: { moves: [attack("kessel")], spend: { offence: 3 } } };
    const { board, view } = seen("dell", [turn], advanced);
    const battle = view.history[0]?.events.find(({ kind }) => kind === "battle");
    if (battle?.kind !== "battle" || !battle.chance) throw new Error("no battle by chance");
    expect(battle.outcome === "win").toBe(battle.chance.thrown < battle.chance.win);
    expect(sentence(board, battle)).toContain(String(Math.round(100 * battle.chance.win)));
    expect(provinceId("kessel")).toBe(board.provinces[battle.province]?.id);
  });
});
