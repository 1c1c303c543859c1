import { describe, expect, it } from "vitest";
import { wireReader } from "#client/net/wireReader.ts";
import { publicScenario } from "#shared/projection/publicScenario.ts";
import { toWire } from "#shared/projection/wire/view.ts";
import { advance, advanceTo, CLASSROOM, started } from "#tests/shared/record/table.ts";
import { viewOf } from "#tests/shared/projection/presence.ts";

describe("a page reads what the server sends", () => {
  it.each([
    ["a scenario in its full length", {}],
    ["a match planned for fewer turns", { turns: 4 }],
    ["a table of a class", { turns: 5, classroom: CLASSROOM }],
  ])("%s: on a board made of scenario and settings alone", (_, opening) => {
    const { state } = advance(advanceTo(started({ scenario: "ring", ...opening }), "reveal"));
    const view = viewOf(state, state.board.ids[0] ?? null);
    const [file, settings] = [publicScenario(state.board.scenario), view.settings];
    const reader = wireReader(file, settings);
    expect(reader.read(toWire(state.board, view))).toEqual(view);
    expect(view.turnsAtMost).toBe("turns" in opening ? opening.turns : 8);
  });

  it("one planned for fewer turns cannot be read as if it were not", () => {
    const { state } = advance(advanceTo(started({ scenario: "ring", turns: 4 }), "reveal"));
    const view = viewOf(state, null);
    const { turns: _turns, ...others } = view.settings;
    const whole = started({ scenario: "ring" }).state.board.scenario;
    expect(wireReader(whole, others).read(toWire(state.board, view))).toBe(null);
    expect(wireReader(whole, view.settings).read(toWire(state.board, view))).toEqual(view);
  });
});
