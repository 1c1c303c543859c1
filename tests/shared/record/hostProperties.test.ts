import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CommandBody, MatchState } from "#shared/model/match.ts";
import { checkRecord, foldRecord } from "#shared/record/foldRecord.ts";
import { recordFromJson, recordToJson } from "#shared/record/json.ts";
import { transcriptOf } from "#shared/record/transcript.ts";
import { worldHash } from "#shared/rules/index.ts";
import { advance, advanceTo, after, attempt, host, open, seatAll, started, type Table } from "./table.ts";
import { hostedWishes, sheetFor, wander, type Wish } from "./wander.ts";

const plain = ({ board: _board, ...state }: MatchState): unknown => JSON.parse(JSON.stringify(state));
const LONG = hostedWishes(140);
const wandered = (list: readonly Wish[]): Table => wander(advance(seatAll(open({ intentions: "both" }))), list);

describe("a match with an instructor, whatever they do and whenever", () => {
  it("replays from its file to the same state and the same hashes, through the gate and without", () => {
    fc.assert(
      fc.property(LONG, (list) => {
        const { state, record } = wandered(list);
        expect(state.hashMismatches).toEqual([]);
        const read = recordFromJson(recordToJson(record));
        if (!read.ok) throw new Error(read.error.text);
        const checked = checkRecord(read.value);
        if (!checked.ok) throw new Error(checked.error.text);
        expect(plain(checked.value)).toEqual(plain(state));
        expect(plain(foldRecord(read.value))).toEqual(plain(state));
      }),
      { numRuns: 60 },
    );
  });

  it("opens at every length, and can be told", () => {
    fc.assert(
      fc.property(LONG, fc.nat(140), (list, cut) => {
        const { record } = wandered(list);
        const length = Math.min(cut, record.commands.length);
        const prefix = checkRecord({ ...record, commands: record.commands.slice(0, length) });
        if (!prefix.ok) throw new Error(prefix.error.text);
        expect(prefix.value.lastSeq).toBe(length);
        expect(transcriptOf(prefix.value)).toContain("Seats");
      }),
      { numRuns: 40 },
    );
  });

  it("never holds a turn twice, nor one out of its order; deeds, talk and numbers of treaties are only added to", () => {
    fc.assert(
      fc.property(LONG, LONG, (first, then) => {
        const before = wandered(first);
        const { state } = wander(before, then);
        expect(state.played.map(({ turn }) => turn)).toEqual(state.played.map((_, at) => at + 1));
        expect(state.messages.slice(0, before.state.messages.length)).toEqual(before.state.messages);
        expect(state.hostDeeds.slice(0, before.state.hostDeeds.length)).toEqual(before.state.hostDeeds);
        expect(state.undone.slice(0, before.state.undone.length)).toEqual(before.state.undone);
        expect(state.treatyCount).toBeGreaterThanOrEqual(before.state.treatyCount);
        expect(state.openings).toHaveLength(state.turn);
        if (state.pause) expect(state.deadline).toBe(null);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a turn played again after a step back", () => {
  const plans = fc.array(fc.tuple(fc.nat(999), fc.nat(999)), { minLength: 6, maxLength: 6 });

  it("comes out the same with the same sheets, whatever was played in between", () => {
    fc.assert(
      fc.property(plans, plans, plans, (opening, first, other) => {
        const begun = advance(withSheets(started({ scenario: "ring" }), opening));
        const once = withSheets(begun, first);
        const back = after(once, host({ kind: "stepBack", turn: 2, deadline: null }));
        const astray = after(withSheets(back, other), host({ kind: "stepBack", turn: 2, deadline: null }));
        const again = withSheets(astray, first);
        expect(again.state.turn).toBe(2);
        expect(worldHash(again.state.world)).toBe(worldHash(once.state.world));
        expect(again.state.played.at(-1)?.events).toEqual(once.state.played.at(-1)?.events);
        expect([again.state.undone.length, again.state.epoch]).toEqual([2, 2]);
      }),
      { numRuns: 30 },
    );
  });
});

/** The turn played with a sheet of each country, as far as it may; in its reveal. */
function withSheets(table: Table, choices: readonly (readonly [number, number])[]): Table {
  const bodies = table.state.board.ids.map((by, i): CommandBody => {
    const [one = 0, other = 0] = choices[i] ?? [];
    return { kind: "submit", by, sheet: sheetFor(table.state, { by, one, other }), source: "person" };
  });
  const handedIn = bodies.reduce((now, body) => {
    const next = attempt(now, body);
    return "code" in next ? now : next;
  }, table);
  return advanceTo(handedIn, "reveal");
}
