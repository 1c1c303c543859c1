import { lengthOf } from "../../record/cleanText.ts";
import { illegal, invalid } from "../../record/refusals.ts";
import type { ClassState, Member, Session } from "../../model/classroom.ts";
import type { PersonId } from "../../model/ids.ts";

export type Refused = ReturnType<typeof illegal>;

/** The session under way, if there is one. */
export function openSessionOf({ sessions }: Pick<ClassState, "sessions">): Session | null {
  const last = sessions.at(-1);
  return last && last.state !== "over" ? last : null;
}

export const memberOf = ({ members }: Pick<ClassState, "members">, id: PersonId): Member | undefined =>
  members.find((member) => member.id === id);

export const noSession = (): Refused => illegal("session.none", "No session is open: open one with the planner first.");
export const stranger = (): Refused => invalid("member.unknown", "There is nobody like that in this class.");

/** Someone who is in: neither waiting at the door nor removed. */
export function notIn(state: ClassState, id: PersonId): Refused | null {
  const member = memberOf(state, id);
  if (!member) return stranger();
  if (member.state === "in") return null;
  return member.state === "waiting"
    ? illegal("member.waiting", `${member.name} is waiting to be let in: admit them first.`)
    : illegal("member.removed", `${member.name} was removed from this class: admit them again first.`);
}

/** Text within bounds, or how much too long it is. */
export function textFault(text: string, bounds: { readonly what: string; readonly most: number }): Refused | null {
  const { what, most } = bounds;
  const length = lengthOf(text);
  if (length === 0) return illegal("text.empty", `${what} is empty: write something first.`);
  if (length <= most) return null;
  const over = length - most;
  return illegal("text.tooLong", `${what} has ${length} characters; at most ${most} fit. Shorten it by ${over}.`, {
    length,
    most,
    over,
  });
}
