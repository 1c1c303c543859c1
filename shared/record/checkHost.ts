import { ok } from "../lib/result.ts";
import { assertNever } from "../lib/assertNever.ts";
import type { CountryId } from "../model/ids.ts";
import type { HostAct, MatchState } from "../model/match.ts";
import { CRISIS_TITLE_LENGTH, HOST_TEXT_LENGTH } from "../protocol/limits.ts";
import type { Body, Checked } from "./checked.ts";
import { cleanLine, cleanText, lengthOf } from "./cleanText.ts";
import { struckIn } from "./hostDeeds.ts";
import { isOpen } from "./nextPhase.ts";
import { illegal, invalid } from "./refusals.ts";

type Act<K extends HostAct["kind"]> = Extract<HostAct, { readonly kind: K }>;
type Refused = ReturnType<typeof illegal>;

/** What an instructor may do at a table now. The text comes back cleaned; who may be an instructor is not for the record to say. */
export function checkHost(state: MatchState, { host, act }: Body<"host">): Checked {
  const label = cleanLine(host);
  if (label === "") return illegal("host.noName", "An instructor's act needs the name of its key.");
  const tidy = tidied(act);
  return refusedAct(state, tidy) ?? ok({ kind: "host", host: label, act: tidy });
}

function tidied(act: HostAct): HostAct {
  switch (act.kind) {
    case "pause":
      return { ...act, text: cleanText(act.text) };
    case "news": {
      const { text, to } = act;
      return { kind: "news", text: cleanText(text), to: to === null ? null : [...new Set(to)].sort() };
    }
    case "inject": {
      const { title, text, date, ...crisis } = act.crisis;
      const said = { date: cleanLine(date), title: cleanLine(title), text: cleanText(text) };
      return { kind: "inject", crisis: { ...crisis, ...said } };
    }
    default:
      return act;
  }
}

function refusedAct(state: MatchState, act: HostAct): Refused | null {
  switch (act.kind) {
    case "pause":
      return outOfPlay(state) ?? refusedPause(state, act);
    case "resume":
      return state.pause ? null : illegal("resume.running", "The match is not paused.");
    case "extend":
      return outOfPlay(state) ?? refusedExtension(state, act);
    case "stepBack":
      return outOfPlay(state) ?? refusedStep(state, act);
    case "inject":
      return outOfPlay(state) ?? refusedCrisis(state, act);
    case "news":
      return wrongText("news", act.text) ?? strangerAmong(state, act.to ?? []);
    case "mute":
      return strangerAmong(state, [act.country]);
    case "lastTurn":
      return outOfPlay(state) ?? refusedEnd(state);
    case "end":
      return null;
    default:
      return assertNever(act);
  }
}

/** After the end nothing is accepted at all; before the start there is no turn to act on. */
const outOfPlay = ({ phase }: MatchState): Refused | null =>
  phase === "lobby" ? illegal("host.lobby", "The match has not begun.") : null;

/** A pause may become a freeze, say something else, or hold more time; it is not begun twice. */
function refusedPause({ pause }: MatchState, { frozen, text, left }: Act<"pause">): Refused | null {
  const same = pause !== null && pause.frozen === frozen && pause.text === text && pause.left === left;
  if (same) return illegal("pause.already", frozen ? "The match is frozen already." : "The match is paused already.");
  return text === "" ? null : wrongText("pause", text);
}

function refusedExtension({ pause, deadline }: MatchState, act: Act<"extend">): Refused | null {
  if (pause) return illegal("extend.paused", "The match is paused: its clock stands.");
  if (deadline === null) return illegal("extend.noClock", "This phase has no clock.");
  return act.deadline > deadline
    ? null
    : illegal("extend.earlier", "That would end the phase earlier: to end it, go on to the next.");
}

function refusedStep({ turn: now }: MatchState, { turn }: Act<"stepBack">): Refused | null {
  if (turn >= 1 && turn <= now) return null;
  return illegal("stepBack.turn", `Turn ${turn} has not begun: the match is at turn ${now}.`, { turn, now });
}

function refusedCrisis(state: MatchState, { crisis }: Act<"inject">): Refused | null {
  if (!isOpen(state.phase))
    return illegal("inject.resolved", "This turn is played already: put the crisis into the next.");
  const { id, title, text, effects } = crisis;
  const struck = struckIn(state, id);
  if (struck !== null) return illegal("inject.struck", `This crisis struck in turn ${struck}.`, { turn: struck });
  const length = lengthOf(title);
  if (length === 0) return illegal("inject.noTitle", "A crisis needs a title.");
  if (length > CRISIS_TITLE_LENGTH)
    return illegal("inject.longTitle", `The title has ${length} characters; at most ${CRISIS_TITLE_LENGTH} fit.`, {
      length,
      most: CRISIS_TITLE_LENGTH,
    });
  const named = effects.flatMap((effect): readonly CountryId[] => {
    if (effect.kind === "congress") return [];
    return effect.kind === "act" ? [effect.by, effect.target] : [effect.country];
  });
  return (text === "" ? null : wrongText("inject", text)) ?? strangerAmong(state, named);
}

/** The last turn may have come already, drawn or said. */
const refusedEnd = ({ turn, endTurn }: MatchState): Refused | null =>
  turn < endTurn ? null : illegal("lastTurn.already", "The match ends after this turn already.");

function wrongText(what: "news" | "pause" | "inject", text: string): Refused | null {
  const length = lengthOf(text);
  if (length === 0) return illegal(`${what}.empty`, "The text is empty.");
  return length <= HOST_TEXT_LENGTH
    ? null
    : illegal(`${what}.tooLong`, `The text has ${length} characters; at most ${HOST_TEXT_LENGTH} fit.`, {
        length,
        most: HOST_TEXT_LENGTH,
      });
}

function strangerAmong({ board }: MatchState, countries: readonly CountryId[]): Refused | null {
  const unknown = countries.find((country) => !board.indexOf.has(country));
  return unknown === undefined
    ? null
    : invalid("country.unknown", "There is no such country in this match.", { country: unknown });
}
