import { describe, expect, it } from "vitest";
import { BOARD, SCENES } from "#client/gallery/scenes.ts";
import { crisesIn, reportsFor } from "#client/viewmodel/news.ts";
import { ultimataSeenBy } from "#client/viewmodel/ultimata.ts";

const scene = (id: string) => {
  const found = SCENES.find((each) => each.id === id);
  if (!found) throw new Error(`no scene ${id}`);
  const { view, board = BOARD } = found;
  return { view, me: view.you === null ? null : (board.indexOf.get(view.you) ?? null) };
};

describe("the gallery", () => {
  it("can still be played to every one of its scenes, each under a name of its own", () => {
    expect(new Set(SCENES.map(({ id }) => id)).size).toBe(SCENES.length);
    expect(SCENES.length).toBeGreaterThan(30);
  });

  it("shows at Advanced what the modules bring: a demand, a crisis, a report, a battle by the die, a refusal", () => {
    const { view, me } = scene("advanced-dispatches");
    const events = view.history.at(-1)?.events ?? [];
    expect(ultimataSeenBy(view.world, me).toMe.length).toBeGreaterThan(0);
    expect(crisesIn(events).length).toBeGreaterThan(0);
    expect(reportsFor(events, me).length).toBeGreaterThan(0);
    expect(events.some((event) => event.kind === "battle" && event.chance !== undefined)).toBe(true);
    expect(scene("advanced-diplomacy").view.proposals.some(({ reasons }) => (reasons ?? []).length > 0)).toBe(true);
  });
});
