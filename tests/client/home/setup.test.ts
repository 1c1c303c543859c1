import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DIFFICULTIES, TEMPERS } from "#shared/model/match.ts";
import { LEVELS, MODULES } from "#shared/model/scenario.ts";
import { completeModules, defaultModules } from "#shared/rules/levels.ts";
import { afterTick, changesOf, modulesFor, needsOf } from "#client/home/setup/rules.ts";
import { opponentsIn } from "#client/home/setup/opponents.ts";
import { intentionsIn, messagesIn } from "#client/home/setup/talk.ts";

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe("ticking the parts of the rules", () => {
  it("brings what a part needs", () => {
    expect(needsOf("secretTreaties")).toEqual(["treaties"]);
    expect(afterTick([], { module: "secretTreaties", on: true })).toEqual(["treaties", "secretTreaties"]);
  });

  it("takes away what needs a part with it, and nothing else", () => {
    const before = defaultModules("advanced");
    const after = afterTick(before, { module: "treaties", on: false });
    expect(before.filter((module) => !after.includes(module))).toEqual([
      "treaties",
      "calls",
      "reliability",
      "congress",
      "secretTreaties",
      "softTreaties",
    ]);
  });

  it("never leaves a set that the server would complete differently, whatever is pressed in whatever order", () => {
    const press = fc.record({ module: fc.constantFrom(...MODULES), on: fc.boolean() });
    fc.assert(
      fc.property(fc.constantFrom(...LEVELS), fc.array(press, { maxLength: 12 }), (level, presses) => {
        const ticked = presses.reduce(afterTick, defaultModules(level));
        expect(completeModules(ticked)).toEqual(MODULES.filter((module) => ticked.includes(module)));
      }),
    );
  });

  it("starts from what the scenario recommends at its own level, from the level alone at another", () => {
    const scenario = { level: "standard", modules: ["secretTreaties"] } as const;
    expect(modulesFor("standard", scenario)).toContain("secretTreaties");
    expect(modulesFor("intro", scenario)).toEqual([]);
  });

  it("names what was added and what was left out", () => {
    expect(changesOf(["treaties", "aid"], ["treaties", "chance"])).toEqual({ added: ["chance"], left: ["aid"] });
  });
});

describe("opponents", () => {
  it("are a mix that the server casts, of the skill asked for", () => {
    expect(opponentsIn(form({ personality: "", difficulty: "hard" }))).toEqual({ difficulty: "hard" });
  });

  it("of one character and any temper take every temper in turn", () => {
    const { computers } = opponentsIn(form({ personality: "wolf", temper: "any", difficulty: "easy" }));
    expect(computers?.map(({ temper }) => temper)).toEqual(TEMPERS);
    expect(computers?.every((one) => one.personality === "wolf" && one.difficulty === "easy")).toBe(true);
  });

  it("of one character and one temper are all alike", () => {
    expect(opponentsIn(form({ personality: "lamb", temper: "hot", difficulty: "normal" })).computers).toEqual([
      { personality: "lamb", temper: "hot", difficulty: "normal" },
    ]);
  });

  it("are of a known skill, whatever the form holds", () => {
    expect(DIFFICULTIES).toContain(opponentsIn(form({ difficulty: "divine" })).difficulty);
  });
});

describe("what may be said", () => {
  it("is anything unless something else is chosen", () => {
    expect(messagesIn(form({}))).toEqual({ dispatches: "all", diplomacy: "all", orders: "all", reveal: "all" });
  });

  it("in diplomacy alone leaves the other phases silent", () => {
    expect(messagesIn(form({ messages: "diplomacy" }))).toEqual({
      dispatches: "none",
      diplomacy: "all",
      orders: "none",
      reveal: "none",
    });
  });

  it("phase by phase is read from the four lists, which count for nothing otherwise", () => {
    const lists = { "messages-orders": "none", "messages-reveal": "public" };
    expect(messagesIn(form({ ...lists, messages: "own" }))).toEqual({
      dispatches: "all",
      diplomacy: "all",
      orders: "none",
      reveal: "public",
    });
    expect(messagesIn(form({ ...lists, messages: "none" })).diplomacy).toBe("none");
  });

  it("intentions are reckoned unless rating is asked for", () => {
    expect([intentionsIn(form({})), intentionsIn(form({ intentions: "rated" }))]).toEqual(["computed", "rated"]);
  });
});
