import type { ClassCommand } from "#shared/model/classroom.ts";
import type { PersonId } from "#shared/model/ids.ts";

/** Who of the students sees something new at once: all, or those named. Others see it (a count, a present teammate) a moment later. */
export function concerned(commands: readonly ClassCommand[]): "all" | readonly PersonId[] {
  const named: PersonId[] = [];
  for (const command of commands) {
    switch (command.kind) {
      case "join":
      case "admit":
      case "nameMember":
      case "temperament":
      case "presence":
      case "help":
      case "mute":
      case "vote":
      case "report":
      case "place":
        named.push(command.member);
        break;
      case "handled":
      case "tableAct":
      case "conceptAnswers":
        break;
      default:
        return "all";
    }
  }
  return named;
}
