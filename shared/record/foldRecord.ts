import { fail, ok } from "../lib/result.ts";
import type { Result } from "../lib/result.ts";
import type { Command, CommandBody, MatchRecord, MatchState } from "../model/match.ts";
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
    const checked = checkCommand(state, bodyOf(command), command.at);
    if (!checked.ok) {
      const { error } = checked;
      return fail({
        ...error,
        text: `Entry ${command.seq} (${command.kind}) could not have been accepted: ${error.text}`,
      });
    }
    state = applyCommand(state, { ...stampOf(command), ...checked.value });
  }
  return ok(state);
}

function bodyOf(command: Command): CommandBody {
  const { seq: _seq, at: _at, person: _person, ...body } = command;
  return body;
}

const stampOf = ({ seq, at, person }: Command): Pick<Command, "seq" | "at" | "person"> =>
  person === undefined ? { seq, at } : { seq, at, person };
