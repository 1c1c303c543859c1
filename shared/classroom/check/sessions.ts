import { ok } from "../../lib/result.ts";
import type { Result } from "../../lib/result.ts";
import { canonicalJson } from "../../lib/canonical.ts";
import type { ClassCommandBody, ClassState, LessonPlan, Session } from "../../model/classroom.ts";
import type { Refusal } from "../../model/refusal.ts";
import { cleanLine } from "../../record/cleanText.ts";
import { illegal, invalid } from "../../record/refusals.ts";
import type { Asked, ScenarioLookUp } from "./asked.ts";
import { noSession, openSessionOf } from "./present.ts";
import type { Refused } from "./present.ts";

type Body<K extends ClassCommandBody["kind"]> = Extract<ClassCommandBody, { readonly kind: K }>;

/** What of a plan may still change while it is played. */
const WHILE_PLAYING = ["debriefMinutes", "protectDebrief", "clock", "endsAt"] as const;

/** Sessions: opened, planned anew, begun, finished. */
export function checkSessions(
  asked: Asked,
  body: Body<"openSession" | "replan" | "begin" | "finish">,
): Result<ClassCommandBody, Refusal> {
  const { state, scenarioOf } = asked;
  switch (body.kind) {
    case "openSession":
      if (openSessionOf(state)) {
        return illegal("session.open", "A session is open already: finish it before you open the next.");
      }
      return planFault(body.plan, scenarioOf) ?? ok({ ...body, plan: tidyPlan(body.plan) });
    case "replan":
      return checkReplan(asked, body);
    case "begin":
      return checkBegin(state, body);
    case "finish":
      return openSessionOf(state) ? ok(body) : noSession();
    default:
      return body satisfies never;
  }
}

const tidyPlan = (plan: LessonPlan): LessonPlan => ({
  ...plan,
  modules: [...new Set(plan.modules)],
  treatments: plan.treatments.map((treatment) => ({ ...treatment, name: cleanLine(treatment.name) })),
  dealt: plan.treatments.length === 0 ? [] : plan.dealt,
});

function planFault(plan: LessonPlan, scenarioOf: ScenarioLookUp | undefined): Refused | null {
  return timeFault(plan) ?? treatmentFault(plan) ?? (scenarioOf ? scenarioFault(plan, scenarioOf) : null);
}

function timeFault({ minutes, briefMinutes, debriefMinutes }: LessonPlan): Refused | null {
  const play = minutes - briefMinutes - debriefMinutes;
  if (play > 0) return null;
  return illegal(
    "plan.noTime",
    `Brief (${briefMinutes} min) and debrief (${debriefMinutes} min) leave no time for play in ${minutes} minutes: shorten one of them.`,
    { minutes, brief: briefMinutes, debrief: debriefMinutes },
  );
}

function treatmentFault({ treatments, dealt, tables }: LessonPlan): Refused | null {
  if (treatments.length === 0) return null;
  if (dealt.length !== tables) {
    return illegal(
      "plan.dealt",
      `Treatments are dealt to ${dealt.length} of ${tables} tables: deal them again, so that every table has one.`,
      { dealt: dealt.length, tables },
    );
  }
  const none = dealt.findIndex((one) => treatments[one] === undefined);
  if (none >= 0) {
    return invalid("plan.treatment", `Table ${none + 1} has a treatment that is not in the plan: choose another.`, {
      table: none + 1,
    });
  }
  const names = treatments.map(({ name }) => cleanLine(name));
  if (names.includes("")) return illegal("plan.treatmentName", "Every treatment needs a name.");
  return new Set(names).size === names.length
    ? null
    : illegal("plan.treatmentNames", "Two treatments have one name: the results could not tell them apart.");
}

function scenarioFault(plan: LessonPlan, scenarioOf: ScenarioLookUp): Refused | null {
  const scenario = scenarioOf(plan.scenario);
  if (!scenario) return invalid("plan.scenario", "This server has no such scenario: choose another.");
  const countries = scenario.countries.length;
  if (plan.seats > countries) {
    return illegal(
      "plan.seats",
      `The scenario has ${countries} countries, ${plan.seats} are to be played by people: take fewer seats, or more tables.`,
      { countries, seats: plan.seats },
    );
  }
  return plan.turns <= scenario.turns
    ? null
    : illegal("plan.turns", `The scenario lasts ${scenario.turns} turns at most: plan no more.`, {
        turns: plan.turns,
        most: scenario.turns,
      });
}

function checkReplan({ state, scenarioOf }: Asked, body: Body<"replan">): Result<ClassCommandBody, Refusal> {
  const session = openSessionOf(state);
  if (!session) return noSession();
  const fixed = session.state === "playing" ? changedInPlay(session.plan, body.plan) : [];
  if (fixed.length > 0) {
    return illegal(
      "plan.playing",
      `Play has begun: ${fixed.join(", ")} can no longer be changed; only the debrief, its protection, the clock and the end of the lesson can.`,
    );
  }
  return planFault(body.plan, scenarioOf) ?? ok({ ...body, plan: tidyPlan(body.plan) });
}

function changedInPlay(before: LessonPlan, after: LessonPlan): string[] {
  const members = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const free of WHILE_PLAYING) members.delete(free);
  return [...members].filter(
    (key) => canonicalJson(Reflect.get(before, key)) !== canonicalJson(Reflect.get(after, key)),
  );
}

function checkBegin(state: ClassState, body: Body<"begin">): Result<ClassCommandBody, Refusal> {
  const session = openSessionOf(state);
  if (!session) return noSession();
  if (session.state === "playing") return illegal("session.playing", "Play has begun already.");
  return nobodySeated(session) ?? tablesFault(session, body) ?? ok({ ...body, tables: inOrder(body) });
}

function nobodySeated({ places }: Session): Refused | null {
  return places.some(({ country }) => country !== null)
    ? null
    : illegal("session.empty", "Nobody has a country yet: deal the places, or seat people by hand, and begin then.");
}

const inOrder = ({ tables }: Body<"begin">): Body<"begin">["tables"] => [...tables].sort((a, b) => a.number - b.number);

function tablesFault({ plan }: Session, body: Body<"begin">): Refused | null {
  const tables = inOrder(body);
  const numbered = tables.length === plan.tables && tables.every(({ number }, k) => number === k + 1);
  if (!numbered) {
    return invalid("tables.numbers", `The plan has tables 1 to ${plan.tables}: each must be made once.`, {
      tables: plan.tables,
    });
  }
  if (new Set(tables.map(({ match }) => match)).size !== tables.length) {
    return invalid("tables.matches", "Two tables cannot play one match.");
  }
  const wrong = tables.find(({ number, treatment }) => treatment !== (plan.dealt[number - 1] ?? null));
  return wrong
    ? invalid("tables.treatment", `Table ${wrong.number} has another treatment than the plan says.`, {
        table: wrong.number,
      })
    : null;
}
