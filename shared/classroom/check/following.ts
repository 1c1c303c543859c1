import { ok } from "../../lib/result.ts";
import type { Result } from "../../lib/result.ts";
import type { ClassCommandBody, ClassState, ConceptQuestion, Lead, Poll, Session } from "../../model/classroom.ts";
import type { Refusal } from "../../model/refusal.ts";
import { cleanLine, cleanText } from "../../record/cleanText.ts";
import { illegal, invalid } from "../../record/refusals.ts";
import type { Asked } from "./asked.ts";
import { memberOf, noSession, notIn, openSessionOf, stranger, textFault } from "./present.ts";

type Body<K extends ClassCommandBody["kind"]> = Extract<ClassCommandBody, { readonly kind: K }>;
type Checked = Result<ClassCommandBody, Refusal>;

const NOTICE_LENGTH = 500;
const WHY_LENGTH = 200;
const POLL_LENGTH = 300;
const OPTION_LENGTH = 80;

/** What is shown, asked, answered, said and reported beside play. */
export function checkFollowing(
  asked: Asked,
  body: Body<"tell" | "lead" | "vote" | "concepts" | "conceptAnswers" | "report" | "handled">,
): Checked {
  const { state } = asked;
  switch (body.kind) {
    case "tell": {
      const text = cleanText(body.text);
      if (body.to !== null && !memberOf(state, body.to)) return stranger();
      return textFault(text, { what: "The message", most: NOTICE_LENGTH }) ?? ok({ ...body, text });
    }
    case "lead":
      return checkLead(asked, body);
    case "vote":
      return checkVote(state, body);
    case "concepts":
      return checkConcepts(state, body);
    case "conceptAnswers":
      return checkAnswers(state, body);
    case "report":
      return checkReport(state, body);
    case "handled":
      return state.reports.some(({ seq }) => seq === body.report)
        ? ok(body)
        : invalid("report.unknown", "There is no such report.");
    default:
      return body satisfies never;
  }
}

function checkLead({ state, scenarioOf }: Asked, body: Body<"lead">): Checked {
  const { lead } = body;
  if (lead === null) return ok(body);
  if (lead.kind === "poll") return checkPoll(state, lead.poll);
  const session = state.sessions.at(-1);
  if (!session || session.tables.length === 0) {
    return illegal("lead.gathering", "There is nothing to show before play has begun.");
  }
  if (!session.tables.some(({ number }) => number === lead.table)) {
    return invalid("lead.table", `There is no table ${lead.table}.`, { table: lead.table });
  }
  const unknown = strangers(
    lead,
    scenarioOf?.(session.plan.scenario)?.countries.map(({ id }) => id),
  );
  if (unknown) return invalid("lead.country", "There is no such country at this table.");
  return lead.kind === "dyad" && lead.observer === lead.country
    ? illegal("lead.self", "Choose two different countries: who looks, and who is looked at.")
    : ok(body);
}

function strangers(lead: Exclude<Lead, { kind: "poll" }>, countries: readonly string[] | undefined): boolean {
  if (!countries) return false;
  return !countries.includes(lead.country) || (lead.kind === "dyad" && !countries.includes(lead.observer));
}

/** A new poll is open; a known one keeps its question and options, so that votes keep their meaning. */
function checkPoll(state: ClassState, poll: Poll): Checked {
  const known = state.polls.find(({ id }) => id === poll.id);
  if (known) {
    const { open, tallyShown } = poll;
    if (open && !known.open) return illegal("poll.closed", "This poll is closed: ask anew instead.");
    return ok({ kind: "lead", lead: { kind: "poll", poll: { ...known, open, tallyShown } } });
  }
  const text = cleanLine(poll.text);
  const options = poll.options.map(cleanLine);
  if (options.length < 2) return illegal("poll.options", "A poll needs two options at least.");
  if (new Set(options).size !== options.length) return illegal("poll.alike", "Two options of the poll are alike.");
  const fault =
    (poll.question === "own" || text !== "" ? textFault(text, { what: "The question", most: POLL_LENGTH }) : null) ??
    options
      .map((option) => textFault(option, { what: "An option of the poll", most: OPTION_LENGTH }))
      .find((one) => one !== null) ??
    null;
  return fault ?? ok({ kind: "lead", lead: { kind: "poll", poll: { ...poll, text, options } } });
}

function checkVote(state: ClassState, body: Body<"vote">): Checked {
  const refused = notIn(state, body.member);
  if (refused) return refused;
  const poll = state.polls.find(({ id }) => id === body.poll);
  if (!poll) return invalid("vote.unknown", "There is no such poll.");
  if (!poll.open) return illegal("vote.closed", "The poll is closed: votes no longer count.");
  return poll.options[body.option] === undefined
    ? invalid("vote.option", "The poll has no such option.", { option: body.option })
    : ok(body);
}

/** Between the two checks of one session the questions stay, or before and after could not be compared. */
function checkConcepts(state: ClassState, body: Body<"concepts">): Checked {
  const session = openSessionOf(state);
  if (session && state.conceptAnswers.some((one) => one.session === session.number)) {
    return illegal(
      "concepts.answered",
      "Students of this session have answered already: change the questions before the next one.",
    );
  }
  const questions = body.questions.map(tidyQuestion);
  const wrong = questions.findIndex(({ options, right }) => options[right] === undefined);
  if (wrong >= 0) {
    return invalid("concepts.right", `Question ${wrong + 1}: mark one of its options as right.`, {
      question: wrong + 1,
    });
  }
  const bare = questions.findIndex(({ text, options }) => text === "" || options.includes(""));
  if (bare >= 0) {
    return illegal("concepts.empty", `Question ${bare + 1}: its text and all its options need words.`, {
      question: bare + 1,
    });
  }
  const alike = questions.findIndex(({ options }) => new Set(options).size !== options.length);
  if (alike >= 0) {
    return illegal("concepts.alike", `Question ${alike + 1}: two options are alike.`, { question: alike + 1 });
  }
  return ok({ ...body, questions });
}

const tidyQuestion = (question: ConceptQuestion): ConceptQuestion => ({
  ...question,
  text: cleanLine(question.text),
  options: question.options.map(cleanLine),
});

function checkAnswers(state: ClassState, body: Body<"conceptAnswers">): Checked {
  const session = state.sessions.at(-1);
  if (!session) return noSession();
  const { stage, pair, answers } = body.answers;
  if (!session.plan.conceptCheck) return illegal("answers.none", "This session has no concept check.");
  const due = stageDue(session);
  if (due !== stage) {
    return illegal(
      "answers.stage",
      stage === "before" ? "Play has begun: the first check is over." : "The second check opens after play.",
    );
  }
  if (answers.length !== state.concepts.length) {
    return invalid("answers.count", `The check has ${state.concepts.length} questions.`, {
      questions: state.concepts.length,
    });
  }
  const none = answers.findIndex((answer, k) => answer !== null && state.concepts[k]?.options[answer] === undefined);
  if (none >= 0) return invalid("answers.option", `Question ${none + 1} has no such option.`, { question: none + 1 });
  const again = state.conceptAnswers.some(
    (one) => one.session === session.number && one.stage === stage && one.pair === pair,
  );
  return again ? illegal("answers.twice", "You have answered this check already. Thank you.") : ok(body);
}

/** Before play begins the first check, from then on the second: who is done early may answer it early. */
const stageDue = ({ state }: Session): "before" | "after" => (state === "gathering" ? "before" : "after");

function checkReport(state: ClassState, body: Body<"report">): Checked {
  const refused = notIn(state, body.member);
  if (refused) return refused;
  const session = state.sessions.at(-1);
  if (!session || session.tables.length === 0) return illegal("report.gathering", "There is nothing to report yet.");
  const { table, message } = body;
  if (!session.tables.some(({ number }) => number === table)) {
    return invalid("report.table", `There is no table ${table}.`, { table });
  }
  const again = state.reports.some(
    (one) => one.by === body.member && one.table === table && one.message === message && !one.handled,
  );
  if (again) return illegal("report.twice", "You have reported this message: an instructor will look at it.");
  const why = cleanLine(body.why);
  if (why === "") return ok({ ...body, why });
  return textFault(why, { what: "The reason", most: WHY_LENGTH }) ?? ok({ ...body, why });
}
