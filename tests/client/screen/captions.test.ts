import { describe, expect, it } from "vitest";
import { captionOfPhase, captionOfStage, greatestSwing, newsCaption } from "#client/screen/model/captions.ts";
import "#client/screen/words.ts";
import { alignmentsTold, fitting, sidesOf } from "#client/screen/model/sides.ts";
import { stepLines } from "#client/screen/model/steps.ts";
import { revealStages } from "#client/viewmodel/events.ts";
import type { GameEvent, Step } from "#shared/model/event.ts";
import { against, attack, index, type Plans } from "#tests/helpers/smallWorld.ts";
import { seen, type Seen } from "#tests/client/viewmodel/view.ts";

const quiet: Plans = {};
const war: Plans = {
  borun: { moves: [attack("kessel")], spend: { offence: 4 } },
  dell: { align: against("borun"), spend: { defence: 2 } },
  cask: { align: against("borun") },
};

function told({ board, view }: Seen, step: Step) {
  const stage = revealStages(view.history.at(-1)?.events ?? []).find((one) => one.step === step);
  if (!stage) throw new Error(`nothing to tell of ${step}`);
  return captionOfStage(board, view, stage);
}

describe("the caption of a step", () => {
  const table = seen(null, [quiet, war]);

  it("of attacks names who and where, with the numbers that decided", () => {
    const battle = table.view.history.at(-1)?.events.find((event) => event.kind === "battle");
    if (battle?.kind !== "battle") throw new Error("no battle");
    const { title, numbers } = told(table, "attacks");
    expect(title).toMatch(/^Borun .* Kessel$/);
    expect(numbers.map(({ value }) => Number(value))).toEqual([
      expect.closeTo(battle.attack, 1),
      expect.closeTo(battle.defence, 1),
    ]);
  });

  it("of alignments leads with the largest group and counts all countries", () => {
    const { title, numbers } = told(table, "alignments");
    expect(title).toBe("Cask and Dell balance against Borun");
    expect(numbers.map(({ value }) => value)).toEqual(["2", "0", "2"]);
  });

  it("of arms names who bought most", () => {
    const { title, text } = told(table, "arms");
    expect(title).toBe("Borun armed most");
    expect(text).toContain("4.0 offence");
  });

  it("of threats shows the fear that moved most, as printed before and now", () => {
    const swing = greatestSwing(table.view);
    if (!swing) throw new Error("nothing moved");
    const [before, now] = table.view.history.map((turn) => turn.threat[swing.observer]?.[swing.country] ?? NaN);
    expect([swing.from, swing.to]).toEqual([Math.round(before ?? NaN), Math.round(now ?? NaN)]);
    expect(told(table, "threats").numbers.map(({ value }) => Number(value))).toEqual([swing.from, swing.to]);
  });

  it("says nothing of threats where the board shows power alone", () => {
    const { view, board } = table;
    const classroom = { board: "power" } as NonNullable<typeof view.settings.classroom>;
    const blind = { board, view: { ...view, settings: { ...view.settings, classroom } } };
    expect(told(blind, "threats").numbers).toEqual([]);
    expect(told(blind, "threats").title).not.toBe(told(table, "threats").title);
  });
});

describe("news", () => {
  const { board } = seen(null, []);
  const mobilised = {
    rule: "5.1",
    step: "signals",
    kind: "mobilised",
    country: index("cask"),
    from: 4,
    to: 6,
  } as const;
  const treaty = { rule: "5.1", step: "signals", kind: "exiled", country: index("dell") } as const;

  it("lead with the gravest, the others under it", () => {
    const caption = newsCaption(board, [mobilised, treaty]);
    expect(caption?.title).toMatch(/^Dell .*exile$/);
    expect(caption?.text).toContain("Cask");
  });

  it("are never what only some may know", () => {
    const secret: GameEvent = { ...treaty, seenBy: [index("cask")] };
    expect(newsCaption(board, [secret])).toBeNull();
    expect(newsCaption(board, [secret, mobilised])?.text).toBe("");
  });
});

describe("outside the reveal", () => {
  it("the first turn is introduced by the scenario, orders are counted, later turns begin with the news", () => {
    const { board, view } = seen(null, []);
    expect(captionOfPhase(board, { ...view, phase: "diplomacy" }, 0).title).toBe(board.scenario.title);
    const seats = view.seats.map((seat, at) => ({ ...seat, occupant: "person" as const, submitted: at === 1 }));
    expect(captionOfPhase(board, { ...view, seats, phase: "orders" }, 0).text).toContain("1 of 4");
    const later = seen(null, [war]);
    expect(captionOfPhase(later.board, { ...later.view, phase: "dispatches" }, 0).title).toContain("Kessel");
  });
});

describe("who stands where", () => {
  const { board, view } = seen(null, [quiet, war]);

  it("is told once alignments are, and is that of the turn before until then", () => {
    const now = view.history[1]?.sheets.map(({ sheet }) => sheet.alignment);
    expect(alignmentsTold(view, "arms")).toEqual(view.history[0]?.sheets.map(({ sheet }) => sheet.alignment));
    expect(alignmentsTold(view, "alignments")).toEqual(now);
    expect(alignmentsTold(view, null)).toEqual(now);
    expect(alignmentsTold({ history: view.history.slice(0, 1) }, "arms")).toBeNull();
  });

  it("groups those who do the same, those who hide last", () => {
    const sides = sidesOf(board, alignmentsTold(view, null) ?? []);
    expect(sides.map(({ kind, members }) => [kind, members])).toEqual([
      ["balance", [index("cask"), index("dell")]],
      ["hide", [index("aster"), index("borun")]],
    ]);
  });
});

describe("the room for groups", () => {
  it("is counted in lines, with one for those that are left out", () => {
    const [short, long] = ["Italy hides", "Britain, Greece and Russia balance against Germany"];
    expect(fitting([long, long, short], 5)).toBe(3);
    expect(fitting([long, long, short], 4)).toBe(1);
    expect(fitting([], 0)).toBe(0);
  });
});

describe("the list of steps", () => {
  it("does not announce a crisis before it comes", () => {
    const lines = (now: Step) => stepLines(["attacks", "crisis", "threats"], now).map(({ line }) => line);
    expect(lines("attacks")).not.toContain("crisis");
    expect(lines("crisis")).toContain("crisis");
    expect(lines("threats")).toContain("crisis");
  });

  it("has the steps of every turn and those in which something happened, aid with treaties", () => {
    const lines = stepLines(["aid", "ultimata", "threats"], "ultimata");
    expect(lines.map(({ line, state }) => `${line} ${state}`)).toEqual([
      "treaties past",
      "arms past",
      "ultimata now",
      "alignments next",
      "attacks next",
      "occupation next",
      "threats next",
    ]);
    expect(stepLines(["aid"], "aid")[0]).toEqual({ line: "treaties", state: "now" });
  });
});
