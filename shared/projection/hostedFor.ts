import type { CountryId, PersonId } from "../model/ids.ts";
import type { HostDeed, MatchState } from "../model/match.ts";
import type { HostedView } from "../model/view.ts";
import { assertNever } from "../lib/assertNever.ts";
import { mutedUntil } from "../record/hostDeeds.ts";

/** What is not in the record of one's own team: who is there, who writes, who may hand in. */
export interface TeamPresence {
  readonly crew: HostedView["crew"];
  readonly editing: PersonId | null;
  readonly maySubmit: boolean;
}

/** What an instructor has done at this table, as far as a country (null: whoever watches) may know; null where there is none. */
export function hostedFor(state: MatchState, me: CountryId | null, team: TeamPresence | undefined): HostedView | null {
  const { pause, epoch, hostDeeds, settings } = state;
  if (settings.classroom === undefined && hostDeeds.length === 0 && (team?.crew.length ?? 0) === 0) return null;
  return {
    epoch,
    pause: pause && { frozen: pause.frozen, text: pause.text, left: pause.left },
    deeds: hostDeeds.filter((deed) => isFor(state, deed, me)).map((deed, at) => ({ ...deed, seq: at + 1 })),
    mutedUntil: me === null ? null : mutedUntil(state, me),
    crew: team?.crew ?? [],
    editing: team?.editing ?? null,
    maySubmit: team?.maySubmit ?? false,
  };
}

/**
 * News are for those they are addressed to, a silence for the one silenced, a step back for all. A crisis put in is known once it
 * has struck, and not before; that a turn was made the last, once the match is over. Pauses and time are seen as they are.
 * Like messages, deeds are numbered anew for each reader: the record's numbers would tell what goes on in between.
 */
function isFor(state: MatchState, { act, turn }: HostDeed, me: CountryId | null): boolean {
  const over = state.phase === "ended";
  switch (act.kind) {
    case "pause":
    case "resume":
    case "extend":
      return false;
    case "stepBack":
    case "end":
      return true;
    case "inject":
      return over || hasStruck(state, turn, act.crisis.id);
    case "news":
      return act.to === null || (me !== null && act.to.includes(me));
    case "mute":
      return me === act.country;
    case "lastTurn":
      return over;
    default:
      return assertNever(act);
  }
}

/** In the turn as it was played, or as it was played before it was undone: everyone has read it. */
const hasStruck = ({ played, undone }: MatchState, turn: number, crisis: string): boolean =>
  [...played, ...undone].some(
    (one) => one.turn === turn && one.events.some((event) => event.kind === "crisis" && event.crisis === crisis),
  );
