import { describe, expect, it } from "vitest";
import { openingSeen, ratedThreat, ratedView } from "#client/viewmodel/rated.ts";
import { countryFacts } from "#client/viewmodel/countryFacts.ts";
import { openingWorld } from "#client/viewmodel/opening.ts";
import { threatRows } from "#client/viewmodel/threatRows.ts";
import { countryId } from "#shared/model/ids.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { assess } from "#shared/theory/assess.ts";
import { seen } from "./view.ts";

const { board, view: computed } = seen("aster", [{ borun: { spend: { offence: 2 } } }]);
const me = board.indexOf.get(countryId("aster")) ?? -1;
const borun = board.indexOf.get(countryId("borun")) ?? -1;
const cask = board.indexOf.get(countryId("cask")) ?? -1;
const rated = (levels: Readonly<Record<number, number>>): PlayerView => ({
  ...computed,
  settings: { ...computed.settings, intentions: "rated" },
  ratings: board.ids.map((_, at) => levels[at] ?? null),
});

describe("a match that rates intentions", () => {
  it("shows my own row as I rate it, everyone else's as reckoned", () => {
    const shown = ratedView(board, rated({ [cask]: 4, [borun]: 0 }));
    const rows = threatRows({ board, view: shown, me });
    expect(rows[0]?.country).toBe(cask);
    expect(rows[0]?.intentNow).toBeCloseTo(0.9, 5);
    expect(rows.find(({ country }) => country === borun)?.intentNow).toBeCloseTo(0.1, 5);
    expect(shown.world.intent[borun]).toEqual(computed.world.intent[borun]);
    expect(shown.world.threat[cask]).toEqual(computed.world.threat[cask]);
  });

  it("is what `ratedThreat` says beside the reckoned figure", () => {
    const shown = ratedView(board, rated({ [borun]: 3 }));
    const beside = ratedThreat(board, assess(board, computed.world), { me, country: borun, level: 3 });
    expect(shown.world.threat[me]?.[borun]).toBeCloseTo(beside, 5);
  });

  it("holds to the opening opinion of whom I have not rated", () => {
    const shown = ratedView(board, rated({}));
    expect(shown.world.intent[me]?.[borun]).toBe(openingWorld(board).intent[me]?.[borun]);
  });

  it("measures a change from what I think now: arms count, deeds and the record do not", () => {
    const view = ratedView(board, rated({ [cask]: 4 }));
    const opening = openingSeen(board, view).threat[me] ?? [];
    const now = view.world.threat[me] ?? [];
    // Borun bought offence in the one turn played.
    expect(now[borun]).toBeGreaterThan(opening[borun] ?? 100);
    expect(opening[cask]).toBeGreaterThan(openingWorld(board).threat[me]?.[cask] ?? 100);
    const twice = seen("aster", [{}, {}]);
    const quiet = ratedView(twice.board, {
      ...twice.view,
      settings: { ...twice.view.settings, intentions: "rated" },
      ratings: twice.board.ids.map(() => 4),
    });
    for (const row of threatRows({ board: twice.board, view: quiet, me }))
      expect(Math.abs(row.change ?? 99)).toBeLessThanOrEqual(1);
  });

  it("does not say what each deed weighs, to players or to those who watch, until the end", () => {
    const kinds = (view: PlayerView): readonly string[] =>
      view.history.flatMap(({ events }) => events.map(({ kind }) => kind));
    expect(kinds(computed)).toContain("act");
    for (const view of [rated({}), { ...rated({}), you: null }]) {
      expect(kinds(ratedView(board, view))).not.toContain("act");
      expect(kinds(ratedView(board, view))).toContain("armed");
    }
    const over: PlayerView = { ...rated({}), phase: "ended" };
    expect(ratedView(board, over)).toBe(over);
  });

  it("leaves other matches alone", () => {
    expect(ratedView(board, computed)).toBe(computed);
  });

  it("tells nobody what another country thinks of them", () => {
    const facts = (view: PlayerView) => countryFacts(board, view, borun);
    expect(facts(computed).seesInMe).not.toBeNull();
    expect(facts(rated({}))).toMatchObject({ seesInMe: null, seesIntent: null });
  });
});
