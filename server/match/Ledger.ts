import { ok, type Result } from "#shared/lib/result.ts";
import type { PersonId } from "#shared/model/ids.ts";
import type { Command, CommandBody, MatchState } from "#shared/model/match.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import { applyCommand } from "#shared/record/applyCommand.ts";
import { checkCommand } from "#shared/record/checkCommand.ts";
import { leadersOf } from "#shared/record/occupants.ts";
import { type LedgerEvents, type LedgerTools, RecordEntry, RecordLedger } from "#server/lib/RecordLedger.ts";
import type { MatchStore } from "#server/store/MatchStore.ts";

interface LedgerDeps extends LedgerTools {
  readonly store: Pick<MatchStore, "append">;
}

/** A command asked for, and by whom: where a seat is shared, the record says who of it acted. */
export type Asked = CommandBody & { readonly person?: PersonId };

const gate = {
  check: (state: MatchState, { person, ...body }: Asked, at: number): Result<Command, Refusal> => {
    const checked = checkCommand(state, body, at);
    if (!checked.ok) return checked;
    const doer = person !== undefined && isShared(state, body) ? { person } : {};
    return ok({ seq: state.lastSeq + 1, at, ...doer, ...checked.value });
  },
  apply: applyCommand,
};

const isShared = ({ board, occupants }: MatchState, body: CommandBody): boolean =>
  "by" in body && leadersOf(occupants[board.indexOf.get(body.by) ?? -1]).length > 1;

/** Commands of a match being put together; all of them are recorded, or none. */
export class Entry extends RecordEntry<MatchState, Asked, Command> {
  constructor(state: MatchState, at: number) {
    super(state, at, gate);
  }
}

/** The record of one match as it grows. */
export class Ledger extends RecordLedger<MatchState, Asked, Command> {
  constructor(state: MatchState, { store, ...tools }: LedgerDeps, events: LedgerEvents<MatchState, Command>) {
    const book = {
      ...gate,
      append: (expected: number, commands: readonly Command[]) => store.append(state.match, expected, commands),
      about: { match: state.match },
    };
    super(state, { book, tools, events });
  }
}
