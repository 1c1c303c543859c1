import { keptFor } from "../../lib/keptFor.ts";
import { ok } from "../../lib/result.ts";
import type { Result } from "../../lib/result.ts";
import type { ClassCommandBody, ClassSettings, ClassState, Member } from "../../model/classroom.ts";
import type { PersonId } from "../../model/ids.ts";
import type { Refusal } from "../../model/refusal.ts";
import { NAME_LENGTH } from "../../protocol/limits.ts";
import { cleanLine, lengthOf } from "../../record/cleanText.ts";
import { illegal, invalid } from "../../record/refusals.ts";
import type { Asked } from "./asked.ts";
import { memberOf, notIn, stranger, textFault } from "./present.ts";
import type { Refused } from "./present.ts";

type Body<K extends ClassCommandBody["kind"]> = Extract<ClassCommandBody, { readonly kind: K }>;
type OfMembers = Body<
  "rename" | "settings" | "join" | "admit" | "remove" | "nameMember" | "temperament" | "presence" | "help" | "mute"
>;

const CLASS_NAME_LENGTH = 60;
const REASON_LENGTH = 200;
const HELP_LENGTH = 200;

/** The class itself and who is in it. */
export function checkMembers({ state }: Asked, body: OfMembers): Result<ClassCommandBody, Refusal> {
  switch (body.kind) {
    case "rename": {
      const name = cleanLine(body.name);
      return textFault(name, { what: "The name of the class", most: CLASS_NAME_LENGTH }) ?? ok({ ...body, name });
    }
    case "settings":
      return checkSettings(body);
    case "join":
      return checkJoin(state, body);
    case "admit":
      return checkAdmit(state, body);
    case "remove": {
      const reason = cleanLine(body.reason);
      const member = memberOf(state, body.member);
      if (!member) return stranger();
      if (member.state === "removed") return illegal("member.removed", `${member.name} is removed already.`);
      return (
        textFault(reason, { what: "The reason, which they are told,", most: REASON_LENGTH }) ?? ok({ ...body, reason })
      );
    }
    case "nameMember": {
      const name = cleanLine(body.name);
      if (!memberOf(state, body.member)) return stranger();
      return nameFault(name) ?? nameTaken(state, name, body.member) ?? ok({ ...body, name });
    }
    case "temperament":
    case "mute":
      return notIn(state, body.member) ?? ok(body);
    case "presence":
      return memberOf(state, body.member) ? ok(body) : stranger();
    case "help":
      return checkHelp(state, body);
    default:
      return body satisfies never;
  }
}

/** A roster of lines as they will be shown: no two alike, none empty or too long. */
function checkSettings(body: Body<"settings">): Result<ClassCommandBody, Refusal> {
  const { roster, ...rest } = body.settings;
  if (roster === undefined) return ok({ ...body, settings: rest });
  const names = new Map<string, string>();
  for (const line of roster) {
    const name = cleanLine(line);
    if (name !== "" && !names.has(folded(name))) names.set(folded(name), name);
  }
  const tooLong = [...names.values()].find((name) => lengthOf(name) > NAME_LENGTH);
  if (tooLong !== undefined) {
    return illegal("roster.tooLong", `"${tooLong}" on the roster is too long: at most ${NAME_LENGTH} characters fit.`, {
      most: NAME_LENGTH,
    });
  }
  return ok({ ...body, settings: { ...rest, roster: [...names.values()] } });
}

function checkJoin(state: ClassState, body: Body<"join">): Result<ClassCommandBody, Refusal> {
  const { settings } = state;
  const simulated = body.simulated === true;
  const name = cleanLine(body.name);
  if (memberOf(state, body.member)) return illegal("join.twice", "You are in this class already.");
  if (settings.locked && !simulated) {
    return illegal("join.locked", "The instructor has closed the class to newcomers: ask them to let you in.");
  }
  const refused =
    nameFault(name) ?? (simulated ? null : offRoster(settings, name)) ?? nameTaken(state, name, body.member);
  if (refused) return refused;
  const waiting = settings.approve && !simulated;
  return ok({ ...body, name: simulated ? name : onRoster(settings, name), waiting });
}

/** Who waits, or was removed, comes in. */
function checkAdmit(state: ClassState, body: Body<"admit">): Result<ClassCommandBody, Refusal> {
  const member = memberOf(state, body.member);
  if (!member) return stranger();
  if (member.state === "in") return illegal("member.in", `${member.name} is in already.`);
  return nameTaken(state, member.name, member.id)
    ? illegal("name.taken", `Someone else is called ${member.name} now: give one of them another name first.`)
    : ok(body);
}

function checkHelp(state: ClassState, body: Body<"help">): Result<ClassCommandBody, Refusal> {
  const refused = notIn(state, body.member);
  if (refused) return refused;
  if (body.text === null) return ok(body);
  const text = cleanLine(body.text);
  // A raised hand needs no words.
  if (text === "") return ok({ ...body, text });
  return textFault(text, { what: "The question", most: HELP_LENGTH }) ?? ok({ ...body, text });
}

function nameFault(name: string): Refused | null {
  const length = lengthOf(name);
  if (length === 0) return illegal("name.empty", "Type a name to be called by.");
  if (length <= NAME_LENGTH) return null;
  return illegal("name.tooLong", `The name has ${length} characters; at most ${NAME_LENGTH} fit.`, {
    length,
    most: NAME_LENGTH,
  });
}

/** Two who cannot be told apart cannot be talked to. Who was removed leaves the name free. */
function nameTaken({ members }: ClassState, name: string, who: PersonId): Refused | null {
  const wanted = folded(name);
  const taken = members.some(
    (member) => member.id !== who && member.state !== "removed" && foldedName(member).name === wanted,
  );
  return taken
    ? illegal("name.taken", `Someone in this class is called ${name} already: add a letter, or choose another name.`)
    : null;
}

function offRoster({ naming, roster }: ClassSettings, name: string): Refused | null {
  if (naming !== "real" || roster.length === 0) return null;
  return roster.some((one) => folded(one) === folded(name))
    ? null
    : invalid("name.roster", `${name} is not on this class's list of names: pick yours from the list.`);
}

/** As the roster spells it. */
const onRoster = ({ naming, roster }: ClassSettings, name: string): string =>
  naming === "real" ? (roster.find((one) => folded(one) === folded(name)) ?? name) : name;

/** Letters that look alike but for case, width or accents written apart count as one. */
const folded = (name: string): string => name.normalize("NFKC").toLowerCase();
/** Kept, as every newcomer is compared with everyone. */
const foldedName = keptFor(({ name }: Member) => ({ name: folded(name) }));
