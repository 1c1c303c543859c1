import type { CountryId, CountryIndex } from "../model/ids.ts";
import type { MatchSettings, MatchState, Occupant } from "../model/match.ts";
import type { OrderSheet } from "../model/order.ts";
import type { ClassScore, Score } from "../model/score.ts";
import type { Proposal } from "../model/treaty.ts";
import type { OrdersView, Outcome, PlayerView, SeatView } from "../model/view.ts";
import type { AmbitionCard, Board, World } from "../model/world.ts";
import { outcomeOf } from "../debrief/outcome.ts";
import { leadersOf } from "../record/occupants.ts";
import { classScore, finalScore, scoreOf } from "../rules/index.ts";
import { keptFor } from "../lib/keptFor.ts";
import { hostedFor, type TeamPresence } from "./hostedFor.ts";
import { messagesFor } from "./messagesFor.ts";
import { publicWorld, type Reader } from "./publicWorld.ts";
import { turnView } from "./turnView.ts";

/** What is not in the record: who is there, who is ready, and the reader's own draft. Arrays by country index. */
export interface Presence {
  readonly code: string;
  readonly connected: readonly boolean[];
  readonly ready: readonly boolean[];
  /** The reader's own, of this turn. */
  readonly draft: OrderSheet | null;
  readonly mayStart: boolean;
  /** Of the reader's own seat; absent for who watches. */
  readonly team?: TeamPresence;
}

/** What everyone connected may see at a glance, the same for all. */
export interface PublicView {
  readonly phase: MatchState["phase"];
  readonly turn: number;
  readonly deadline: number | null;
  readonly seats: readonly SeatView[];
}

/**
 * A match as one country may see it (`me`), or an observer (null). The one place where secrets are removed: every member is
 * named here, nothing is copied wholesale from the state. Parts that have not changed are the identical objects.
 */
export function playerView(state: MatchState, me: CountryId | null, presence: Presence): PlayerView {
  const { board, phase } = state;
  const seat = me === null ? null : seatIn(board, me);
  const over = phase === "ended";
  const reader: Reader = over ? "afterwards" : (seat ?? "observer");
  return {
    match: state.match,
    code: presence.code,
    settings: settingsOf(state.settings),
    you: me,
    phase,
    turn: state.turn,
    turnsAtMost: board.scenario.turns,
    deadline: state.deadline,
    seats: seatsOf(state, presence),
    world: publicWorld(board, state.world, reader),
    card: cardFor(state, seat),
    orders: ordersOf(state, seat, presence.draft),
    forecast: seat === null ? null : (state.forecasts[seat] ?? null),
    ratings: seat === null ? null : (state.ratings[seat] ?? null),
    proposals: me === null ? [] : proposalsFor(state.proposals, me),
    messages: messagesFor(state.messages, me),
    history: state.played.map((turn) => turnView(board, turn, reader)),
    score: seat === null ? null : scoreFor(state, seat),
    classScore: classScoreIn(board)(state.world),
    mayStart: presence.mayStart,
    hosted: hostedFor(state, me, presence.team),
    outcome: over ? outcomeIn(state) : null,
  };
}

/** Phase, clock and seats: all that the room's shared state shows. */
export function publicView(state: MatchState, presence: Pick<Presence, "connected" | "ready">): PublicView {
  const { phase, turn, deadline } = state;
  return { phase, turn, deadline, seats: seatsOf(state, presence) };
}

const settingsOf = keptFor(({ seed: _seed, ...settings }: MatchSettings): Omit<MatchSettings, "seed"> => settings);

function seatIn(board: Board, me: CountryId): CountryIndex {
  const seat = board.indexOf.get(me);
  if (seat === undefined) throw new Error(`no country "${me}" in this match`);
  return seat;
}

function seatsOf(
  { board, occupants, submitted }: MatchState,
  { connected, ready }: Pick<Presence, "connected" | "ready">,
): readonly SeatView[] {
  return board.ids.map((country, i) => ({
    country,
    occupant: occupants[i]?.kind ?? "empty",
    name: nameOf(occupants[i]),
    connected: connected[i] ?? false,
    ready: ready[i] ?? false,
    submitted: (submitted[i] ?? null) !== null,
  }));
}

/** Of a team all names, in order. What kind of computer player sits there is told at the end. */
const nameOf = (occupant: Occupant | undefined): string =>
  leadersOf(occupant)
    .map(({ name }) => name)
    .join(", ");

/** Dealt when the match begins: in the lobby one could go from seat to seat and read them all. */
const cardFor = ({ cards, phase }: MatchState, seat: CountryIndex | null): AmbitionCard | null =>
  seat === null || phase === "lobby" ? null : (cards[seat] ?? null);

/** While its turn is revealed a seat's own sheet still counts as submitted. A draft is of use only while orders are taken. */
function ordersOf(state: MatchState, seat: CountryIndex | null, draft: OrderSheet | null): OrdersView {
  if (seat === null) return NO_ORDERS;
  const { phase, submitted, played } = state;
  const own = phase === "reveal" ? played.at(-1)?.sheets[seat] : submitted[seat];
  if (own && own.source !== "default") return { state: "submitted", sheet: own.sheet };
  const taken = phase === "dispatches" || phase === "diplomacy" || phase === "orders";
  return draft !== null && taken ? { state: "draft", sheet: draft } : NO_ORDERS;
}
const NO_ORDERS: OrdersView = { state: "none", sheet: null };

const proposalsFor = (proposals: readonly Proposal[], me: CountryId): readonly Proposal[] =>
  proposals.filter(({ parties }) => parties.includes(me));

const scoresIn = keptFor((board: Board) =>
  keptFor((world: World): readonly Score[] => board.ids.map((_, i) => scoreOf(board, world, i))),
);
const classScoreIn = keptFor((board: Board) => keptFor((world: World): ClassScore => classScore(board, world)));

/** The private aim counts once the match is over. */
function scoreFor(state: MatchState, seat: CountryIndex): Score | null {
  const { board, world, cards, phase } = state;
  const card = cards[seat];
  if (phase === "ended" && card) return finalScore(board, world, seat, card);
  return scoresIn(board)(world)[seat] ?? null;
}

/** Kept with the turns played, which never change again once the match is over. */
const outcomes = new WeakMap<MatchState["played"], Outcome>();
function outcomeIn(state: MatchState): Outcome {
  const known = outcomes.get(state.played) ?? outcomeOf(state);
  outcomes.set(state.played, known);
  return known;
}
