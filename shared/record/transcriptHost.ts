import { assertNever } from "../lib/assertNever.ts";
import type { CountryId } from "../model/ids.ts";
import type { HostDeed, MatchState } from "../model/match.ts";

/** What the instructor did in one turn, a line each; turn 0 is the lobby. */
export const deedLines = (state: MatchState, turn: number): readonly string[] =>
  state.hostDeeds.filter((deed) => deed.turn === turn).map((deed) => `${deed.phase}: ${actText(state, deed)}`);

function actText({ board }: MatchState, { act, at }: HostDeed): string {
  const name = (id: CountryId): string => board.names[board.indexOf.get(id) ?? -1] ?? id;
  switch (act.kind) {
    case "pause":
      return `${act.frozen ? "freezes" : "pauses"} the match${quoted(act.text)}${act.left === null ? "" : `, ${seconds(act.left)} left`}`;
    case "resume":
      return `resumes it${act.deadline === null ? "" : `, ${seconds(act.deadline - at)} left`}`;
    case "extend":
      return `gives it ${seconds(act.deadline - at)} from now`;
    case "stepBack":
      return `steps back to turn ${act.turn}`;
    case "inject":
      return `puts in a crisis: ${act.crisis.title}`;
    case "news":
      return `tells ${act.to === null ? "all" : act.to.map(name).join(", ")}${quoted(act.text)}`;
    case "mute":
      return act.until === null
        ? `lets ${name(act.country)} speak again`
        : `silences ${name(act.country)} for ${seconds(act.until - at)}`;
    case "lastTurn":
      return "makes this the last turn";
    case "end":
      return "ends the match";
    default:
      return assertNever(act);
  }
}

const quoted = (text: string): string => (text === "" ? "" : `: “${text.replaceAll("\n", " / ")}”`);
const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 1000)} s`;
