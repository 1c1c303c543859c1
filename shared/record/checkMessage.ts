import { ok } from "../lib/result.ts";
import type { CountryId } from "../model/ids.ts";
import type { Channel, MatchState } from "../model/match.ts";
import { MESSAGE_LENGTH } from "../protocol/schemas.ts";
import { talkForbidden } from "../rules/index.ts";
import type { Body, Checked } from "./checked.ts";
import { cleanText, lengthOf } from "./cleanText.ts";
import { mutedUntil } from "./hostDeeds.ts";
import { illegal, invalid } from "./refusals.ts";

/** Talk goes on in every phase of a running match; in the lobby only to the whole table. Too long a message is refused, never cut. */
export function checkMessage(state: MatchState, { by, to, text }: Body<"message">, at: number): Checked {
  const clean = cleanText(text);
  const length = lengthOf(clean);
  if (length === 0) return illegal("message.empty", "The message is empty.");
  if (length > MESSAGE_LENGTH) {
    const over = length - MESSAGE_LENGTH;
    return illegal(
      "message.tooLong",
      `The message has ${length} characters; at most ${MESSAGE_LENGTH} can be sent. Shorten it by ${over}.`,
      { length, most: MESSAGE_LENGTH, over },
    );
  }
  const channel = tidyChannel(to, by);
  return (
    refusedChannel(state, channel) ??
    forbidden(state, channel) ??
    muted(state, by, at) ??
    ok({ kind: "message", by, to: channel, text: clean })
  );
}

const MINUTE = 60_000;

/** An instructor may silence a country for a while; what it does is not touched. */
function muted(state: MatchState, by: CountryId, at: number): ReturnType<typeof illegal> | null {
  const until = mutedUntil(state, by);
  if (until === null || until <= at) return null;
  const minutes = Math.ceil((until - at) / MINUTE);
  const left = minutes === 1 ? "another minute" : `another ${minutes} minutes`;
  return illegal("message.muted", `The instructor does not let you send messages for ${left}.`, { until, minutes });
}

/** What the host allows in this phase is a rule of the match. */
function forbidden({ settings, phase }: MatchState, to: Channel): ReturnType<typeof illegal> | null {
  const mode = talkForbidden(settings.messages, phase, to.kind);
  if (mode === "none") {
    return illegal("message.modeNone", "No messages in this phase: so it was agreed for this match.", { phase });
  }
  return mode === "public"
    ? illegal("message.modePublic", "In this phase messages go to the whole table: so it was agreed for this match.", {
        phase,
      })
    : null;
}

const tidyChannel = (to: Channel, by: Body<"message">["by"]): Channel =>
  to.kind === "all"
    ? to
    : { kind: "some", countries: [...new Set(to.countries)].filter((country) => country !== by).sort() };

function refusedChannel({ board, phase }: MatchState, to: Channel): ReturnType<typeof illegal> | null {
  if (to.kind === "all") return null;
  if (phase === "lobby") return illegal("message.lobby", "Before the match begins, messages go to the whole table.");
  const unknown = to.countries.find((country) => !board.indexOf.has(country));
  if (unknown !== undefined)
    return invalid("country.unknown", "There is no such country in this match.", { country: unknown });
  return to.countries.length > 0
    ? null
    : illegal("message.nobody", "The message is addressed to nobody but its sender.");
}
