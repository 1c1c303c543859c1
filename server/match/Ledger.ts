import { ok, type Result } from "#shared/lib/result.ts";
import type { Command, CommandBody, MatchState } from "#shared/model/match.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { applyCommand } from "#shared/record/applyCommand.ts";
import { checkCommand } from "#shared/record/checkCommand.ts";
import { type LedgerEvents, type LedgerTools, RecordEntry, RecordLedger } from "#server/lib/RecordLedger.ts";
import type { MatchStore } from "#server/store/MatchStore.ts";

interface LedgerDeps extends LedgerTools {
  readonly store: Pick<MatchStore, "append">;
}

const gate = {
  check: (state: MatchState, body: CommandBody, at: number): Result<Command, Refusal> => {
    const checked = checkCommand(state, body, at);
    return checked.ok ? ok({ seq: state.lastSeq + 1, at, ...checked.value }) : checked;
  },
  apply: applyCommand,
};

/** Commands of a match being put together; all of them are recorded, or none. */
export class Entry extends RecordEntry<MatchState, CommandBody, Command> {
  constructor(state: MatchState, at: number) {
    super(state, at, gate);
  }
}

/** The record of one match as it grows. */
export class Ledger extends RecordLedger<MatchState, CommandBody, Command> {
  constructor(state: MatchState, { store, ...tools }: LedgerDeps, events: LedgerEvents<MatchState>) {
    const book = {
      ...gate,
      append: (expected: number, commands: readonly Command[]) => store.append(state.match, expected, commands),
      about: { match: state.match },
    };
    super(state, { book, tools, events });
  }
}
