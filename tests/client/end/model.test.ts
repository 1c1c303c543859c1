import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { choicesOf, hitsOf } from "#client/end/model/choices.ts";
import { threatSeries } from "#client/end/model/series.ts";
import { standings } from "#client/end/model/standings.ts";
import { openingWorld } from "#client/viewmodel/opening.ts";
import type { MatchState } from "#shared/model/match.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { playerView } from "#shared/projection/playerView.ts";
import { foldRecord } from "#shared/record/foldRecord.ts";
import { recordFromJson } from "#shared/record/json.ts";

/** A whole match of The Ring from the golden records, as Borun sees it afterwards. */
function finished(): { state: MatchState; view: PlayerView } {
  const file = resolve(import.meta.dirname, "../../golden/transcripts/ring.json");
  const parsed = recordFromJson(readFileSync(file, "utf8"));
  if (!parsed.ok) throw new Error(parsed.error.text);
  const state = foldRecord(parsed.value);
  const nobody = state.board.ids.map(() => false);
  return {
    state,
    view: playerView(state, state.board.ids[0] ?? null, {
      code: "ABC234",
      connected: nobody,
      ready: nobody,
      draft: null,
      mayStart: false,
    }),
  };
}

const { state, view } = finished();
const { board } = state;
const outcome = view.outcome;
if (!outcome) throw new Error("the golden match is not over");

describe("the final screen", () => {
  it("ranks by score, best first, with the secret cards of everyone", () => {
    const rows = standings(view);
    expect(rows).toHaveLength(board.ids.length);
    expect(rows.map(({ score }) => score.total)).toEqual(
      rows.map(({ score }) => score.total).toSorted((a, b) => b - a),
    );
    expect(rows[0]?.place).toBe(1);
    for (const row of rows) {
      expect(row.aim).toBe(state.cards[row.country]?.aim.text);
      const { home, security, sovereign, aim, handicap, total } = row.score;
      expect(total).toBeCloseTo(home + security + sovereign + aim + handicap, 5);
    }
  });

  it("follows each threat from before the first turn to after the last", () => {
    const series = threatSeries(board, view, 0, openingWorld(board).threat);
    expect(series.map(({ country }) => country).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
    for (const { country, points, most } of series) {
      expect(points).toHaveLength(state.played.length + 1);
      expect(points[0]).toBe(state.played[0]?.before.threat[0]?.[country]);
      expect(points.at(-1)).toBe(state.world.threat[0]?.[country]);
      expect(most).toBe(Math.max(...points));
    }
    expect(series.map(({ most }) => most)).toEqual(series.map(({ most }) => most).toSorted((a, b) => b - a));
  });

  it("sets every choice beside five theories, and counts what they foresaw as the table does", () => {
    const rows = board.ids.map((_, country) => choicesOf(outcome, country));
    for (const choices of rows)
      for (const choice of choices)
        expect(choice.expected.map(({ lens }) => lens)).toEqual(["threat", "power", "interests", "ideology", "aid"]);
    for (const row of outcome.lensTable.filter(({ who }) => who === "everyone")) {
      const hits = rows.flatMap((choices) => hitsOf(choices).filter(({ lens }) => lens === row.lens));
      expect(hits.reduce((sum, one) => sum + one.hits, 0)).toBe(row.hits);
      expect(hits.reduce((sum, one) => sum + one.n, 0)).toBe(row.n);
    }
  });

  it("leaves out turns that nobody decided", () => {
    const [first = [], ...rest] = outcome.play;
    const play = [first.map((seat) => ({ ...seat, source: "default" as const })), ...rest];
    expect(choicesOf({ ...outcome, play }, 0).map(({ turn }) => turn)).not.toContain(1);
  });
});
