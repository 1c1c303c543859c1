import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownNow, STAY, stepTime, type Shown, type TableNow } from "#client/screen/model/rotation.ts";
import { frozenWords } from "#client/screen/model/frozen.ts";
import { freshNotice } from "#client/screen/model/notices.ts";

const at = (number: number, over: Partial<TableNow> = {}): TableNow => ({
  number,
  ready: true,
  telling: false,
  ...over,
});
const next = (tables: readonly TableNow[], shown: Shown | null, now: number, chosen: number | null = null) =>
  shownNow({ tables, shown, chosen, now });

describe("the table on the projector", () => {
  it("is the first that has come, and nothing before one has", () => {
    expect(next([at(1, { ready: false })], null, 0)).toBeNull();
    expect(next([at(1, { ready: false }), at(2), at(3)], null, 7)).toEqual({ table: 2, since: 7 });
  });

  it("goes round in the order of numbers, each for its time", () => {
    const tables = [at(3), at(1), at(2)];
    const order: number[] = [];
    let shown: Shown | null = null;
    for (let now = 0; now < 6 * STAY; now += STAY / 4) {
      shown = next(tables, shown, now);
      if (shown?.since === now) order.push(shown.table);
    }
    expect(order).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it("stays while its turn is being told, and goes on once it is", () => {
    const shown = { table: 1, since: 0 };
    expect(next([at(1, { telling: true }), at(2)], shown, 5 * STAY)).toBe(shown);
    expect(next([at(1), at(2)], shown, 5 * STAY)?.table).toBe(2);
  });

  it("is the one that was chosen, at once and for as long as it is", () => {
    const tables = [at(1, { telling: true }), at(2), at(3)];
    const shown = next(tables, { table: 1, since: 0 }, 10, 3);
    expect(shown).toEqual({ table: 3, since: 10 });
    expect(next(tables, shown, 10 * STAY, 3)).toBe(shown);
  });

  it("is another when its own is gone or over", () => {
    expect(next([at(1, { ready: false }), at(2)], { table: 1, since: 0 }, 1)).toEqual({ table: 2, since: 1 });
  });

  it("is always one that has come", () => {
    const table = fc.record({ number: fc.integer({ min: 1, max: 9 }), ready: fc.boolean(), telling: fc.boolean() });
    const tables = fc.uniqueArray(table, { selector: ({ number }) => number });
    fc.assert(
      fc.property(tables, fc.option(fc.integer({ min: 1, max: 9 })), fc.nat(100_000), (all, chosen, now) => {
        const shown = next(all, { table: 4, since: 0 }, now, chosen);
        const ready = all.filter((one) => one.ready).map(({ number }) => number);
        if (shown === null) expect(ready).toEqual([]);
        else expect(ready).toContain(shown.table);
      }),
    );
  });
});

describe("a step of the reveal", () => {
  it("stands as long as the phase allows, within what a room can read", () => {
    expect(stepTime(null, 5)).toBe(6000);
    expect(stepTime(60_000, 5)).toBe(6000);
    expect(stepTime(24_000, 5)).toBe(4000);
    expect(stepTime(-3000, 5)).toBe(2000);
  });
});

describe("words over everything", () => {
  const frozen = { frozen: true, text: "Look up." };
  it("stand when all tables that still play are frozen", () => {
    expect(
      frozenWords([
        { phase: "orders", pause: frozen },
        { phase: "ended", pause: null },
      ]),
    ).toBe("Look up.");
    expect(
      frozenWords([
        { phase: "orders", pause: frozen },
        { phase: "orders", pause: null },
      ]),
    ).toBeNull();
    expect(frozenWords([{ phase: "orders", pause: { frozen: false, text: "" } }])).toBeNull();
    expect(frozenWords([])).toBeNull();
  });

  it("to the class go after a minute, the last one first", () => {
    const said = [
      { seq: 1, at: 0, to: null, text: "old" },
      { seq: 2, at: 50_000, to: null, text: "new" },
    ];
    expect(freshNotice(said, 60_000)).toBe("new");
    expect(freshNotice(said, 110_000)).toBeNull();
    expect(freshNotice([], 0)).toBeNull();
  });
});
