import type { ClassCommand, Session } from "#shared/model/classroom.ts";
import type { PersonId } from "#shared/model/ids.ts";

/** Who of the students sees something new at once: all, or those named. Others see it (a count, a present teammate) a moment later. */
export function concerned(commands: readonly ClassCommand[], session: Session | null): "all" | readonly PersonId[] {
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
        named.push(command.member);
        break;
      case "place":
        named.push(command.member, ...(command.place ? choosing(session, command.place.table) : []));
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

/** Those at a table who choose among its countries see at once what is taken. */
function choosing(session: Session | null, table: number): readonly PersonId[] {
  if (session?.state !== "gathering" || session.plan.seating !== "chosen") return [];
  return session.places.flatMap((place) => (place.table === table ? [place.member] : []));
}
