import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseTarget, EMPTY_DRAFT, focusOn, spend, type Draft } from "#client/viewmodel/orderDraft.ts";
import { mergeDrafts } from "#client/viewmodel/sharedDraft.ts";
import { countryId } from "#shared/model/ids.ts";

const dell = countryId("dell");
const base = chooseTarget(EMPTY_DRAFT, "balance", dell);

describe("one sheet in two hands", () => {
  it("takes in what a mate did where I did nothing", () => {
    const theirs: Draft = { ...spend(base, "defence", 2), note: "Dell is arming." };
    expect(mergeDrafts({ base, mine: base, theirs })).toEqual(theirs);
  });

  it("keeps what I am at: a line of the spending of mine beside another of theirs", () => {
    const mine = spend({ ...base, note: "half a sent" }, "offence", 1);
    const merged = mergeDrafts({ base, mine, theirs: spend(base, "defence", 2) });
    expect(merged.spending).toEqual({ offence: 1, defence: 2, industry: 0, aid: [] });
    expect(merged.note).toBe("half a sent");
  });

  it("is mine where both changed the same", () => {
    const mine = chooseTarget(base, "bandwagon", dell);
    expect(mergeDrafts({ base, mine, theirs: chooseTarget(base, "hide", null) }).alignment).toEqual(mine.alignment);
  });

  it("loses what a mate took away, and keeps what I added", () => {
    const focused = focusOn(base, { against: dell } as never);
    expect(mergeDrafts({ base: focused, mine: focused, theirs: base })).not.toHaveProperty("focus");
    expect(mergeDrafts({ base, mine: focused, theirs: base })).toEqual(focused);
  });

  it("makes of two sheets, edited in different places, one that holds both, whoever merges", () => {
    const points = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(points, points, fc.string(), (offence, industry, note) => {
        const one = spend({ ...base, note }, "offence", offence);
        const other = spend(base, "industry", industry);
        const here = mergeDrafts({ base, mine: one, theirs: other });
        const there = mergeDrafts({ base, mine: other, theirs: one });
        expect(here).toEqual(there);
        expect(here).toEqual(spend(one, "industry", industry));
      }),
    );
  });
});
