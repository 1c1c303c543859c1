import { ok } from "../lib/result.ts";
import type { Result } from "../lib/result.ts";
import type { ClassCommandBody, ClassState } from "../model/classroom.ts";
import type { Refusal } from "../model/refusal.ts";
import { illegal, malformed } from "../record/refusals.ts";
import type { Asked, ClassActor, ScenarioLookUp } from "./check/asked.ts";
import { checkFollowing } from "./check/following.ts";
import { checkMembers } from "./check/members.ts";
import { checkPlaces } from "./check/places.ts";
import { checkSessions } from "./check/sessions.ts";
import { classBodySchema } from "./classSchema.ts";

/** What a student may do, and only for themselves. All else is for instructors and the server. */
const OF_STUDENTS: ReadonlySet<ClassCommandBody["kind"]> = new Set<ClassCommandBody["kind"]>([
  "join",
  "temperament",
  "place",
  "help",
  "report",
  "vote",
]);
/** What only the server may do: these say what happened, not what someone wants. */
const OF_THE_SERVER: ReadonlySet<ClassCommandBody["kind"]> = new Set<ClassCommandBody["kind"]>([
  "presence",
  "conceptAnswers",
]);

/**
 * The one gate into a class record: what may happen to this class now, whoever asks. What passes comes back tidied (text
 * cleaned, lists in order) and is what must be recorded. Never throws. Without `scenarioOf` – for records whose scenarios may
 * be gone – countries and turns are not compared with a scenario.
 */
export function checkClassCommand(
  state: ClassState,
  body: ClassCommandBody,
  by: ClassActor,
  scenarioOf?: ScenarioLookUp,
): Result<ClassCommandBody, Refusal> {
  const parsed = classBodySchema.safeParse(body);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0] ?? { path: [], message: "wrong shape" };
    return malformed("class.shape", `This cannot be understood: ${path.join(".") || "command"}: ${message}.`);
  }
  // The schema proves the shape of the union member; ids are branded strings.
  const shaped = parsed.data as ClassCommandBody;
  return notTheirs(shaped, by) ?? checked({ state, by, scenarioOf }, shaped);
}

function checked(asked: Asked, body: ClassCommandBody): Result<ClassCommandBody, Refusal> {
  switch (body.kind) {
    case "openSession":
    case "replan":
    case "begin":
    case "finish":
      return checkSessions(asked, body);
    case "deal":
    case "place":
    case "keep":
      return checkPlaces(asked, body);
    case "tell":
    case "lead":
    case "vote":
    case "concepts":
    case "conceptAnswers":
    case "report":
    case "handled":
      return checkFollowing(asked, body);
    case "tableAct":
      return ok(body);
    default:
      return checkMembers(asked, body);
  }
}

function notTheirs(body: ClassCommandBody, by: ClassActor): ReturnType<typeof illegal> | null {
  if (by.kind === "server") return null;
  if (OF_THE_SERVER.has(body.kind)) return illegal("class.server", "Nobody can do this by hand.");
  if (by.kind === "host") return null;
  if (!OF_STUDENTS.has(body.kind)) return illegal("class.host", "Only an instructor can do this.");
  return "member" in body && body.member === by.member
    ? null
    : illegal("class.others", "You can do this only for yourself.");
}
