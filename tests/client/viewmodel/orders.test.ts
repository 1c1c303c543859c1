import { describe, expect, it } from "vitest";
import { budgetOf } from "#client/viewmodel/budget.ts";
import { moveGroups } from "#client/viewmodel/moveChoices.ts";
import {
  addMove,
  answerPact,
  chooseKind,
  chooseTarget,
  draftOf,
  EMPTY_DRAFT,
  giveAid,
  removeMove,
  restoreDraft,
  sheetOf,
  spend,
  toggleReason,
  type Draft,
} from "#client/viewmodel/orderDraft.ts";
import { fieldOf, submissionOf } from "#client/viewmodel/submission.ts";
import { countryId, treatyId } from "#shared/model/ids.ts";
import type { Phase } from "#shared/model/match.ts";
import { checkOrder, legalOptions } from "#shared/rules/index.ts";
import { index, small, sheetOf as sheetOfPlan } from "#tests/helpers/smallWorld.ts";

const { board, world } = small();
const me = index("borun");
const dell = countryId("dell");
const balancing = chooseTarget(EMPTY_DRAFT, "balance", dell);

describe("filling in an order sheet", () => {
  it("is no sheet until the one required choice stands, target included", () => {
    expect(sheetOf(EMPTY_DRAFT)).toBeNull();
    expect(sheetOf(chooseKind(EMPTY_DRAFT, "balance"))).toBeNull();
    expect(sheetOf(chooseKind(EMPTY_DRAFT, "hide"))?.alignment).toEqual({ kind: "hide" });
    expect(sheetOf(balancing)?.alignment).toEqual({ kind: "balance", against: dell });
  });

  it("keeps a target when its kind is pressed again, and drops it with another kind", () => {
    expect(chooseKind(balancing, "balance").alignment?.target).toBe(dell);
    expect(chooseKind(balancing, "bandwagon").alignment?.target).toBeNull();
  });

  it("never spends below zero, and takes an aid line away at zero", () => {
    expect(spend(EMPTY_DRAFT, "defence", -1).spending.defence).toBe(0);
    const aided = giveAid(giveAid(EMPTY_DRAFT, dell, 2), countryId("cask"), 1);
    expect(aided.spending.aid.map(({ to }) => to)).toEqual(["cask", "dell"]);
    expect(giveAid(aided, dell, 0).spending.aid).toEqual([{ to: "cask", points: 1 }]);
  });

  it("takes reasons, moves and answers back", () => {
    expect(toggleReason(toggleReason(EMPTY_DRAFT, "power"), "power").reason).toBeNull();
    expect(
      removeMove(addMove(addMove(EMPTY_DRAFT, { kind: "mobilise" }), { kind: "threaten", target: dell }), 0).moves,
    ).toEqual([{ kind: "threaten", target: dell }]);
    const refused = answerPact(EMPTY_DRAFT, treatyId("t1"), "refuse");
    expect(answerPact(refused, treatyId("t1"), "refuse").refuse).toEqual(["t1"]);
    expect(answerPact(refused, treatyId("t1"), "honour").refuse).toEqual([]);
  });

  it("survives the way to a sheet and back", () => {
    const draft = giveAid(spend(balancing, "offence", 2), countryId("cask"), 1);
    const sheet = sheetOf(draft);
    expect(sheet && draftOf(sheet)).toEqual(draft);
  });
});

describe("what is shown after a reload", () => {
  const sheet = sheetOfPlan({ spend: { defence: 1 } });
  const local: Draft = spend(EMPTY_DRAFT, "defence", 3);

  it("is what was submitted, whatever lies on this device", () => {
    expect(restoreDraft({ turn: 2, state: "submitted", sheet }, { turn: 2, draft: local, unsaved: true })).toEqual(
      draftOf(sheet),
    );
  });
  it("is the local draft while the server has not seen it", () => {
    expect(restoreDraft({ turn: 2, state: "draft", sheet }, { turn: 2, draft: local, unsaved: true })).toEqual(local);
    expect(restoreDraft({ turn: 2, state: "none", sheet: null }, { turn: 2, draft: local, unsaved: false })).toEqual(
      local,
    );
  });
  it("is the server's once it has been saved: another device may have gone on", () => {
    expect(restoreDraft({ turn: 2, state: "draft", sheet }, { turn: 2, draft: local, unsaved: false })).toEqual(
      draftOf(sheet),
    );
  });
  it("is empty in a new turn", () => {
    expect(restoreDraft({ turn: 3, state: "none", sheet: null }, { turn: 2, draft: local, unsaved: true })).toEqual(
      EMPTY_DRAFT,
    );
  });
});

describe("the budget", () => {
  it("charges balancing as soon as it is chosen, even before its target", () => {
    const cost = board.parameters.economy.balanceCost;
    expect(budgetOf(board, world, me, EMPTY_DRAFT)).toMatchObject({ available: 5, alignment: 0, left: 5 });
    expect(budgetOf(board, world, me, chooseKind(EMPTY_DRAFT, "balance"))).toMatchObject({
      alignment: cost,
      left: 5 - cost,
    });
    expect(budgetOf(board, world, me, spend(balancing, "defence", 2))).toMatchObject({
      alignment: cost,
      left: 3 - cost,
    });
  });
});

describe("the control that hands the sheet in", () => {
  const asked = (draft: Draft, phase: Phase = "orders", live = true) =>
    submissionOf({ board, world, me, draft, phase, live });

  it("says what is missing", () => {
    expect(asked(EMPTY_DRAFT)).toEqual({ kind: "waiting", why: "choose" });
    expect(asked(chooseKind(EMPTY_DRAFT, "bandwagon"))).toEqual({ kind: "waiting", why: "target" });
    expect(asked(balancing, "dispatches")).toEqual({ kind: "waiting", why: "phase" });
    expect(asked(balancing, "diplomacy").kind).toBe("ready");
    expect(asked(balancing, "orders", false)).toEqual({ kind: "waiting", why: "offline" });
    expect(asked(balancing)).toMatchObject({ kind: "ready" });
  });

  it("repeats the refusal of the rules, and says which field it is about", () => {
    const poor = asked(spend(balancing, "offence", 50));
    const twice = asked(addMove(addMove(balancing, { kind: "mobilise" }), { kind: "mobilise" }));
    const self = asked(chooseTarget(EMPTY_DRAFT, "balance", countryId("borun")));
    expect([poor, twice, self].map((one) => one.kind === "refused" && fieldOf(one.refusal))).toEqual([
      "spending",
      "moves",
      "alignment",
    ]);
  });
});

describe("the picker of moves", () => {
  const options = legalOptions(board, world, me);

  it("offers exactly what the rules pass: every choice makes a legal sheet", () => {
    const choices = moveGroups({ board, world, me, options, taken: [] }).flatMap((group) => group.choices);
    expect(choices.length).toBeGreaterThan(6);
    const refused = choices.filter((move) => !checkOrder(board, world, me, sheetOfPlan({ moves: [move] })).ok);
    expect(refused).toEqual([]);
  });

  it("gives the rules' reason for what it does not offer", () => {
    const attacks = moveGroups({ board, world, me, options, taken: [] }).find(({ kind }) => kind === "attack");
    const offered = attacks?.choices.map((move) => move.kind === "attack" && move.province);
    expect(offered).toContain("kessel");
    expect(offered).not.toContain("dorn");
    expect(attacks?.refused.some(({ names, why }) => names.includes("Dorn") && why.length > 10)).toBe(true);
  });

  it("says once what holds for many", () => {
    const attacks = moveGroups({ board, world, me, options, taken: [] }).find(({ kind }) => kind === "attack");
    const reasons = attacks?.refused.map(({ why }) => why) ?? [];
    expect(new Set(reasons).size).toBe(reasons.length);
    expect(attacks?.refused.find(({ names }) => names.includes("Dorn"))?.names).toContain("Cray");
  });

  it("leaves out what stands on the sheet, and a second attack", () => {
    const first = moveGroups({ board, world, me, options, taken: [] });
    const taken = [first.find(({ kind }) => kind === "attack")?.choices[0], { kind: "mobilise" as const }].filter(
      (move) => move !== undefined,
    );
    const left = moveGroups({ board, world, me, options, taken }).flatMap((group) => group.choices);
    expect(left.some(({ kind }) => kind === "attack" || kind === "mobilise")).toBe(false);
    expect(left.some(({ kind }) => kind === "threaten")).toBe(true);
  });
});
