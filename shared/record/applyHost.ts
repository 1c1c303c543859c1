import { assertNever } from "../lib/assertNever.ts";
import type { Command, HostAct, HostDeed, MatchState } from "../model/match.ts";
import { crisisSchedule } from "../rules/index.ts";
import { nobody } from "./startState.ts";

type HostCommand = Extract<Command, { readonly kind: "host" }>;
type Act<K extends HostAct["kind"]> = Extract<HostAct, { readonly kind: K }>;

/** The match after an instructor's act; the deed itself is kept, whatever becomes of the turn it was done in. */
export function applyHost(state: MatchState, { seq, at, act }: HostCommand): MatchState {
  const deed: HostDeed = { seq, at, turn: state.turn, phase: state.phase, act };
  return changedBy({ ...state, hostDeeds: [...state.hostDeeds, deed] }, act);
}

function changedBy(state: MatchState, act: HostAct): MatchState {
  switch (act.kind) {
    case "pause":
      return { ...state, pause: act, deadline: null };
    case "resume":
      return { ...state, pause: null, deadline: act.deadline };
    case "extend":
      return { ...state, deadline: act.deadline };
    case "stepBack":
      return stepBack(state, act);
    case "inject":
      return { ...state, crises: state.crises.with(state.turn - 1, act.crisis) };
    case "news":
    case "mute":
      return state;
    case "lastTurn":
      return { ...state, endTurn: state.turn };
    case "end":
      return { ...state, ...OVER, endTurn: state.played.length, submitted: nobody(state.board), proposals: [] };
    default:
      return assertNever(act);
  }
}
const OVER = { phase: "ended", deadline: null, pause: null } as const;

/**
 * World, turns played, ratings and crises as they stood when the turn opened. What was drawn for the turns to come strikes again:
 * a crisis put in since then is undone with its turn. Talk stays, and so does the count of treaties: no number is used twice.
 */
function stepBack(state: MatchState, { turn, deadline }: Act<"stepBack">): MatchState {
  const { board, played, settings } = state;
  const drawn = crisisSchedule(board, settings.seed);
  const kept = played.filter((one) => one.turn < turn);
  return {
    ...state,
    phase: "dispatches",
    turn,
    deadline: state.pause ? null : deadline,
    world: played[kept.length]?.before ?? state.world,
    played: kept,
    undone: [...state.undone, ...played.slice(kept.length)],
    submitted: nobody(board),
    forecasts: nobody(board),
    proposals: [],
    ratings: state.openings[turn - 1] ?? state.ratings,
    openings: state.openings.slice(0, turn),
    crises: state.crises.map((card, at) => (at >= turn - 1 ? (drawn[at] ?? null) : card)),
    epoch: state.epoch + 1,
  };
}
