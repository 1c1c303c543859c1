import { describe, expect, it } from "vitest";
import { choicesOf } from "#client/end/model/choices.ts";
import { threatSeries } from "#client/end/model/series.ts";
import { standings } from "#client/end/model/standings.ts";
import { openingWorld } from "#client/viewmodel/opening.ts";
import { after, host, started } from "#tests/shared/record/table.ts";
import { viewOf } from "#tests/shared/projection/presence.ts";

describe("a match that an instructor ended before anything was played", () => {
  const { state } = after(started(), host({ kind: "end" }));
  const { board } = state;
  const view = viewOf(state, "borun");
  const outcome = view.outcome ?? expect.fail("it is over");

  it("has scores, and an aim told for each", () => {
    const rows = standings(view);
    expect(rows.map(({ aim }) => aim)).not.toContain("");
    expect(rows).toHaveLength(board.ids.length);
  });

  it("has the threats of its opening and no choices to set beside theories", () => {
    for (const { points } of threatSeries(board, view, 0, openingWorld(board).threat)) expect(points).toHaveLength(1);
    for (const country of board.ids.keys()) expect(choicesOf(outcome, country)).toEqual([]);
    for (const { rate, n } of outcome.lensTable) expect([rate, n]).toEqual([null, 0]);
    expect(outcome.endTurn).toBe(0);
  });
});
