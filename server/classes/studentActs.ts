import type { PersonId } from "#shared/model/ids.ts";
import type { CLASS_ROLES, ClassMessage, ClassMessageName, ClassReply } from "#shared/protocol/classMessages.ts";
import { openSessionOf } from "#shared/classroom/check/present.ts";
import { illegal } from "#server/lib/refusals.ts";
import { answerOf, no } from "./answers.ts";
import type { ClassController } from "./ClassController.ts";
import { SERVER } from "./ClassLedger.ts";

export interface Student {
  readonly room: ClassController;
  readonly member: PersonId;
}
export type StudentActName = Exclude<
  { [N in ClassMessageName]: "student" extends (typeof CLASS_ROLES)[N][number] ? N : never }[ClassMessageName],
  "classResync" | "classPing"
>;
type Act<N extends StudentActName> = (student: Student, body: ClassMessage<N>) => Promise<ClassReply>;

/** Everything a student can do in a class beside playing: message → what it does. */
const STUDENT_ACTS: { readonly [N in StudentActName]: Act<N> } = {
  temperament: ({ room, member }, { answers }) => own(room, member, { kind: "temperament", member, answers }),
  choose,
  help: ({ room, member }, { text }) => own(room, member, { kind: "help", member, text }),
  report,
  vote: ({ room, member }, { poll, option }) => own(room, member, { kind: "vote", member, poll, option }),
  answerConcepts,
};

export function actAsStudent<N extends StudentActName>(
  student: Student,
  name: N,
  body: ClassMessage<N>,
): Promise<ClassReply> {
  // The table pairs each name with the handler of its own body; indexing by a type variable loses that.
  return (STUDENT_ACTS[name] as Act<N>)(student, body);
}

const own = async (
  room: ClassController,
  member: PersonId,
  body: Parameters<ClassController["record"]>[1],
): Promise<ClassReply> => answerOf(await room.record({ kind: "member", member }, body));

const NO_PLACE = illegal("place.none", "You have no table yet.");

function choose({ room, member }: Student, { country }: ClassMessage<"choose">): Promise<ClassReply> {
  const place = openSessionOf(room.state)?.places.find((one) => one.member === member);
  if (!place) return Promise.resolve(no(NO_PLACE));
  return own(room, member, { kind: "place", member, place: { table: place.table, country } });
}

/** Only what one can read can be reported. */
function report({ room, member }: Student, { message, why }: ClassMessage<"report">): Promise<ClassReply> {
  const place = room.session?.places.find((one) => one.member === member);
  const controller = place ? room.tables.at(place.table) : null;
  if (!place || !controller) return Promise.resolve(no(NO_PLACE));
  if (!controller.viewFor(member).messages.some(({ seq }) => seq === message))
    return Promise.resolve(no(illegal("report.unread", "There is no such message among those you can read.")));
  return own(room, member, { kind: "report", member, table: place.table, message, why });
}

/** Recorded without a name: only the pair drawn by the browser joins before and after, and the table's treatment. */
async function answerConcepts({ room, member }: Student, answers: ClassMessage<"answerConcepts">): Promise<ClassReply> {
  const known = room.state.members.find(({ id }) => id === member);
  if (known?.state !== "in") return no(illegal("member.notIn", "You are not in this class."));
  const place = room.session?.places.find((one) => one.member === member);
  const treatment = room.session?.tables.find(({ number }) => number === place?.table)?.treatment;
  if (room.hasAnswered(member, answers.stage))
    return no(illegal("answers.twice", "You have answered this check already. Thank you."));
  // Noted before the disk has answered: a second answer may be on its way already.
  room.noteAnswered(member, answers.stage);
  const result = await room.record(SERVER, {
    kind: "conceptAnswers",
    answers,
    ...(treatment === undefined ? {} : { treatment }),
  });
  if (!result.ok) room.forgetAnswered(member, answers.stage);
  return answerOf(result);
}
