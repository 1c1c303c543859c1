import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch, diff } from "#shared/lib/diff.ts";
import type { Json } from "#shared/lib/diff.ts";
import type { PlayerView } from "#shared/model/view.ts";
import { advance, advanceTo, after, attempt, open, say, seatAll, started, submit } from "../record/table.ts";
import { bodyOf, wishes } from "../record/wander.ts";
import { readers, viewOf } from "./presence.ts";

/** A view is plain JSON by contract. */
const asJson = (view: PlayerView): Json => view as unknown as Json;

describe("the views of one seat", () => {
  it("share what has not changed: past turns, world, settings and messages are the same objects", () => {
    const table = advanceTo(started(), "reveal");
    const one = viewOf(after(table, say("aldany", "Well")).state, "borun");
    const two = viewOf(
      after(table, say("aldany", "Well"), say("dell", "Hm", ["cask"]), say("cask", "Hm", ["borun"])).state,
      "borun",
    );
    expect(two.history[0]).toBe(one.history[0]);
    const later = viewOf(advance(table).state, "borun");
    expect(later.world).toBe(one.world);
    expect(later.settings).toBe(one.settings);
    expect(later.history[0]).toBe(one.history[0]);
    expect(later.classScore).toBe(one.classScore);
  });

  it("have the same messages with the same numbers as more come in", () => {
    const first = after(started(), say("aldany", "One", ["borun"]));
    const next = after(first, say("cask", "Two", ["dell"]), say("aldany", "Three"));
    expect(viewOf(next.state, "borun").messages[0]).toBe(viewOf(first.state, "borun").messages[0]);
    expect(viewOf(next.state, "borun").messages.map(({ seq, text }) => [seq, text])).toEqual([
      [1, "One"],
      [2, "Three"],
    ]);
  });

  it("differ after a rival's submission by one flag", () => {
    const before = started({ scenario: "europe-1914" });
    const patch = diff(
      asJson(viewOf(before.state, "germany")),
      asJson(viewOf(after(before, submit("france")).state, "germany")),
    );
    const seat = before.state.board.ids.indexOf("france" as never);
    expect(patch).toEqual([2, { seats: [3, { [seat]: [2, { submitted: [1, true] }] }, 12] }]);
  });

  it("can be followed by differences alone, from the first to the last", () => {
    fc.assert(
      fc.property(wishes(80), (list) => {
        let table = seatAll(open());
        const held = new Map(readers(table.state).map((me) => [me, asJson(viewOf(table.state, me))]));
        for (const wish of list) {
          const next = attempt(table, bodyOf(table.state, wish));
          if ("code" in next) continue;
          const before = table;
          table = next;
          for (const me of readers(table.state)) {
            const patch = diff(asJson(viewOf(before.state, me)), asJson(viewOf(table.state, me)));
            if (patch) held.set(me, applyPatch(held.get(me), patch) ?? null);
          }
        }
        for (const [me, view] of held)
          expect(JSON.parse(JSON.stringify(view))).toEqual(JSON.parse(JSON.stringify(viewOf(table.state, me))));
      }),
      { numRuns: 40 },
    );
  });
});
