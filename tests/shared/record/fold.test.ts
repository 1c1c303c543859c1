import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Command, CommandBody, MatchState } from "#shared/model/match.ts";
import { applyCommand } from "#shared/record/applyCommand.ts";
import { checkRecord, foldRecord } from "#shared/record/foldRecord.ts";
import { recordFromJson, recordToJson } from "#shared/record/json.ts";
import { startState } from "#shared/record/startState.ts";
import { worldHash } from "#shared/rules/index.ts";
import { advance, advanceTo, after, attempt, open, seatAll, started, submit, type Table } from "./table.ts";
import { frozen, sheetFor, wander, wishes, type Wish } from "./wander.ts";

const plain = ({ board: _board, ...state }: MatchState): unknown => JSON.parse(JSON.stringify(state));
/** Some way into a match from any lobby, with much that is refused on the way. */
const LONG = wishes(120);
const wandered = (list: readonly Wish[]): Table => wander(seatAll(open()), list);

describe("a record", () => {
  it("folds to the state that its commands made one by one", () => {
    fc.assert(
      fc.property(LONG, (list) => {
        const { state, record } = wandered(list);
        expect(plain(foldRecord(record))).toEqual(plain(state));
      }),
      { numRuns: 60 },
    );
  });

  it("passes its own gate again, and survives a file", () => {
    fc.assert(
      fc.property(LONG, (list) => {
        const { state, record } = wandered(list);
        const read = recordFromJson(recordToJson(record));
        if (!read.ok) throw new Error(read.error.text);
        expect(read.value).toEqual(JSON.parse(JSON.stringify(record)));
        const checked = checkRecord(read.value);
        if (!checked.ok) throw new Error(checked.error.text);
        expect(plain(checked.value)).toEqual(plain(state));
      }),
      { numRuns: 60 },
    );
  });

  it("opens at every length: each prefix is a match", () => {
    const { record } = advanceTo(started(), "ended");
    record.commands.forEach((_, length) => {
      const prefix = { ...record, commands: record.commands.slice(0, length) };
      expect(checkRecord(prefix).ok).toBe(true);
      expect(foldRecord(prefix).lastSeq).toBe(length);
    });
  });

  it("is left alone by the fold, and so is every state on the way", () => {
    fc.assert(
      fc.property(LONG, (list) => {
        const { record } = wandered(list);
        let state = frozen(startState(frozen(record)));
        for (const command of record.commands) state = frozen(applyCommand(state, command));
        expect(state.lastSeq).toBe(record.commands.length);
      }),
      { numRuns: 30 },
    );
  });
});

describe("a turn", () => {
  it("comes out the same whatever the order in which seats submitted", () => {
    const plans = fc.array(fc.tuple(fc.nat(999), fc.nat(999)), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(plans, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (choices, order) => {
        const table = started({ scenario: "ring" });
        const bodies = table.state.board.ids.map((by, i): CommandBody => {
          const [one = 0, other = 0] = choices[i] ?? [];
          return { kind: "submit", by, sheet: sheetFor(table.state, { by, one, other }), source: "person" };
        });
        const inOrder = bodies.reduce(tryOne, table);
        const shuffled = order.flatMap((at) => bodies[at] ?? []).reduce(tryOne, table);
        expect(hashAfter(shuffled)).toBe(hashAfter(inOrder));
      }),
      { numRuns: 60 },
    );
  });

  it("is played with the default sheet where nobody submitted, and says so", () => {
    const revealed = advanceTo(after(started(), submit("borun")), "reveal");
    expect(revealed.state.played[0]?.sheets.map(({ source }) => source)).toEqual([
      "default",
      "person",
      "default",
      "default",
    ]);
  });

  it("forgets orders and forecasts when the next one opens", () => {
    const next = advance(advanceTo(after(started(), submit("borun")), "reveal"));
    expect(next.state).toMatchObject({
      phase: "dispatches",
      turn: 2,
      submitted: [null, null, null, null],
      forecasts: [null, null, null, null],
    });
  });

  it("with another hash than was stored is named", () => {
    const { record } = advanceTo(started(), "ended");
    const spoiled = record.commands.map((command): Command =>
      command.kind === "hash" && command.turn === 2 ? { ...command, hash: "0000000000000000" } : command,
    );
    expect(foldRecord({ ...record, commands: spoiled }).hashMismatches).toEqual([2]);
    expect(foldRecord(record).hashMismatches).toEqual([]);
  });
});

describe("a record that could not have come about", () => {
  it("is refused with the entry's number", () => {
    const { record } = advanceTo(started(), "orders");
    const [first] = record.commands;
    const stray: Command = {
      seq: record.commands.length + 1,
      at: 1,
      kind: "phase",
      phase: "ended",
      turn: 1,
      deadline: null,
      cause: "ready",
    };
    const checked = checkRecord({ ...record, commands: [...record.commands, stray] });
    expect(first?.seq).toBe(1);
    expect(checked.ok ? "" : checked.error.text).toBe(
      "Entry 8 (phase) could not have been accepted: After orders of turn 1 comes reveal of turn 1, not ended of turn 1.",
    );
  });
});

const tryOne = (table: Table, body: CommandBody): Table => {
  const next = attempt(table, body);
  return "code" in next ? table : next;
};
const hashAfter = (table: Table): string => worldHash(advanceTo(table, "reveal").state.world);
