import { fail, ok } from "../lib/result.ts";
import type { Result } from "../lib/result.ts";
import type { ClassCommand, ClassCommandBody, ClassRecord, ClassState } from "../model/classroom.ts";
import type { Refusal } from "../model/refusal.ts";
import { applyClassCommand } from "./applyClassCommand.ts";
import { checkClassCommand } from "./checkClassCommand.ts";
import { startClass } from "./startClass.ts";

/** Everything known about a class: its commands applied one after another. Trusts the record; see `checkClassRecord`. */
export function foldClass({ commands, ...header }: ClassRecord): ClassState {
  return commands.reduce(applyClassCommand, startClass(header));
}

/** The same fold for a record of unknown origin: every command passes the gate, or the refusal says which did not. */
export function checkClassRecord({ commands, ...header }: ClassRecord): Result<ClassState, Refusal> {
  let state = startClass(header);
  for (const command of commands) {
    const checked = checkClassCommand(state, bodyOf(command), command.by);
    if (!checked.ok) {
      const { error } = checked;
      return fail({
        ...error,
        text: `Entry ${command.seq} (${command.kind}) could not have been accepted: ${error.text}`,
      });
    }
    state = applyClassCommand(state, { seq: command.seq, at: command.at, by: command.by, ...checked.value });
  }
  return ok(state);
}

function bodyOf(command: ClassCommand): ClassCommandBody {
  const { seq: _seq, at: _at, by: _by, ...body } = command;
  return body;
}
