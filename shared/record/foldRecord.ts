import { fail, ok } from "../lib/result.ts";
import type { Result } from "../lib/result.ts";
import type { Command, MatchRecord, MatchState } from "../model/match.ts";
import type { Refusal } from "../model/refusal.ts";
import { applyCommand } from "./applyCommand.ts";
import { checkCommand } from "./checkCommand.ts";
import { startState } from "./startState.ts";

/** Everything known about a match: its commands applied one after another. Trusts the record; see `checkRecord`. */
export function foldRecord(record: MatchRecord): MatchState {
  return record.commands.reduce(applyCommand, startState(record));
}

/** The same fold for a record of unknown origin: every command passes the gate it passed when it was made, or the refusal says which did not. */
export function checkRecord(record: MatchRecord): Result<MatchState, Refusal> {
  let state = startState(record);
  for (const command of record.commands) {
    const checked = checkCommand(state, bodyOf(command));
    if (!checked.ok) {
      const { error } = checked;
      return fail({
        ...error,
        text: `Entry ${command.seq} (${command.kind}) could not have been accepted: ${error.text}`,
      });
    }
    state = applyCommand(state, { seq: command.seq, at: command.at, ...checked.value });
  }
  return ok(state);
}

function bodyOf(command: Command): Omit<Command, "seq" | "at"> & Parameters<typeof checkCommand>[1] {
  const { seq: _seq, at: _at, ...body } = command;
  return body;
}
