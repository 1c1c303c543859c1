import { keptFor } from "../lib/keptFor.ts";
import { assertNever } from "../lib/assertNever.ts";
import type { ClassState, Poll } from "../model/classroom.ts";
import type { Tally } from "../model/classView.ts";
import type { CountryId } from "../model/ids.ts";

/** What an instructor asks: see `poll` of the class's messages. */
export interface PollAsked {
  readonly question: Poll["question"];
  readonly text: string;
  /** Own words, for `own` alone. */
  readonly options: readonly string[];
  readonly tallyShown: boolean;
}

/**
 * A poll with its options: countries by id for `fear`, keys for the choices of the game and for yes or no – pages have the
 * words – and the instructor's own words for `own`.
 */
export function pollOf(
  { question, text, options, tallyShown }: PollAsked,
  made: { readonly id: string; readonly countries: readonly CountryId[] },
): Poll {
  return { id: made.id, question, text, options: optionsOf(question, options, made.countries), open: true, tallyShown };
}

function optionsOf(
  question: Poll["question"],
  own: readonly string[],
  countries: readonly CountryId[],
): readonly string[] {
  switch (question) {
    case "fear":
      return countries;
    case "balance":
      return ["balance", "bandwagon", "hide"];
    case "yesNo":
      return ["yes", "no"];
    case "own":
      return own;
    default:
      return assertNever(question);
  }
}

/** Counts by option – the last vote of each who is still in – and how many are asked: those who are in and here, or voted. */
export function tallyOf(state: Pick<ClassState, "votes" | "members">, poll: Poll): Tally {
  return talliesOf(state.votes)(state.members)(poll);
}

/** Asked for by every view of the class: counted once. */
const talliesOf = keptFor((votes: ClassState["votes"]) =>
  keptFor((members: ClassState["members"]) => keptFor((poll: Poll): Tally => tally({ votes, members }, poll))),
);

function tally({ votes, members }: Pick<ClassState, "votes" | "members">, poll: Poll): Tally {
  const inside = new Set(members.filter(({ state }) => state === "in").map(({ id }) => id));
  const counted = votes.filter((vote) => vote.poll === poll.id && inside.has(vote.member));
  const voters = new Set(counted.map(({ member }) => member));
  return {
    poll: poll.id,
    counts: poll.options.map((_, option) => counted.filter((vote) => vote.option === option).length),
    asked: members.filter(({ id, state, present }) => state === "in" && (present || voters.has(id))).length,
  };
}
