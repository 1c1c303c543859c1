import { canonicalJson } from "../../lib/canonical.ts";
import type { CountryId, CountryIndex } from "../../model/ids.ts";
import { PHASES, type Forecast, type Ratings, type Message, type Phase } from "../../model/match.ts";
import type { Score } from "../../model/score.ts";
import { DECLINE_REASONS, TREATY_KINDS, type Proposal } from "../../model/treaty.ts";
import type { OrdersView, PlayerView, SeatView } from "../../model/view.ts";
import type { Board, PublicWorld } from "../../model/world.ts";
import type { WireMessage, WireProposal, WireView } from "../../protocol/wire.ts";
import { classScore, finalScore, scoreOf } from "../../rules/index.ts";
import { keptFor } from "../../lib/keptFor.ts";
import { bitAt, pack } from "./flags.ts";
import { countryAt, decodeSheet, encodeSheet, treatyNumber, treatyOf } from "./sheet.ts";
import { baseOf, decodeTurns, encodeTurns, known } from "./turns.ts";

/** A finished view as it travels. Secrets are gone already; what is left out here follows from what is sent. */
export function toWire(board: Board, view: PlayerView): WireView {
  const { match, code, settings, card, outcome, seats, hosted } = view;
  const { past, world } = encodeTurns(board, view.history);
  return {
    match,
    code,
    settings,
    base: baseOf(board),
    you: view.you === null ? null : countryAt(board, view.you),
    phase: PHASES.indexOf(view.phase),
    turn: view.turn,
    due: view.deadline,
    seats: seats.map(({ occupant, name }) => [occupant.charAt(0), name]),
    here: pack(seats.map(({ connected }) => connected)),
    sent: pack(seats.map(({ submitted }) => submitted)),
    ready: pack(seats.map(({ ready, submitted }) => ready !== submitted)),
    card,
    own: encodeOrders(board, view.orders),
    cast: encodeForecast(board, view.forecast),
    rated: view.ratings?.map((level) => level ?? -1) ?? null,
    deals: proposalsTo(board)(view.proposals),
    said: messagesTo(board)(view.messages),
    past,
    world: world !== null && alike(world)(view.world) ? null : view.world,
    may: view.mayStart,
    outcome,
    hosted,
  };
}

/**
 * The view that was sent, on the same board. Null when it does not add up – another edition of the scenario, rules that
 * differ: then only the whole view helps. Parts that have not changed since the last reading are the identical objects.
 */
export function fromWire(board: Board, wire: WireView): PlayerView | null {
  const turns = wire.base === baseOf(board) ? decodeTurns(board, wire.past) : null;
  const world = wire.world ?? turns?.world;
  const phase = PHASES[wire.phase];
  if (!turns || !world || !phase || wire.seats.length !== board.ids.length) return null;
  const { match, code, settings, you, turn, card, outcome, hosted } = wire;
  return {
    match,
    code,
    settings,
    you: you === null ? null : known(board.ids[you]),
    phase,
    turn,
    turnsAtMost: board.scenario.turns,
    deadline: wire.due,
    seats: seatsFrom(board, wire),
    world,
    card,
    orders: wire.own === null ? NO_ORDERS : ordersFrom(board)(wire.own),
    forecast: wire.cast === null ? null : forecastFrom(board)(wire.cast),
    ratings: wire.rated === null ? null : ratingsFrom(wire.rated),
    proposals: proposalsFrom(board)(wire.deals),
    messages: messagesFrom(board)(wire.said),
    history: listed(turns.history),
    score: you === null ? null : scoreFor(board, world, { you, phase, card }),
    classScore: classScoreIn(board)(world),
    mayStart: wire.may,
    outcome,
    hosted,
  };
}

const alike = keptFor((one: PublicWorld) =>
  keptFor((other: PublicWorld) => canonicalJson(one) === canonicalJson(other)),
);

/** One list for the same turns, as long as its first turn lives. */
const listed = (history: PlayerView["history"]): PlayerView["history"] => {
  const last = history.at(-1);
  if (!last) return NO_TURNS;
  const before = lists.get(last);
  if (before && before.length === history.length && before.every((turn, at) => turn === history[at])) return before;
  lists.set(last, history);
  return history;
};
const lists = new WeakMap<PlayerView["history"][number], PlayerView["history"]>();
const NO_TURNS: PlayerView["history"] = [];

// Seats.

function seatsFrom(board: Board, { seats, here, sent, ready }: WireView): readonly SeatView[] {
  return board.ids.map((country, at) => {
    const [letter, name] = known(seats[at]);
    const submitted = bitAt(sent, at);
    return {
      country,
      occupant: letter === "p" ? "person" : letter === "c" ? "computer" : "empty",
      name,
      connected: bitAt(here, at),
      ready: bitAt(ready, at) !== submitted,
      submitted,
    };
  });
}

// What is one's own.

const encodeOrders = (board: Board, { state, sheet }: OrdersView): WireView["own"] =>
  state === "none" || sheet === null ? null : [state === "draft" ? "d" : "s", encodeSheet(board, sheet)];

const ordersFrom = keptFor((board: Board) =>
  keptFor(([letter, wire]: NonNullable<WireView["own"]>): OrdersView => {
    const sheet = decodeSheet(board, wire);
    return sheet.ok ? { state: letter === "d" ? "draft" : "submitted", sheet: sheet.value } : NO_ORDERS;
  }),
);
const NO_ORDERS: OrdersView = { state: "none", sheet: null };

const encodeForecast = (board: Board, forecast: Forecast | null): WireView["cast"] => {
  if (forecast === null) return null;
  const { fears, balancers } = forecast;
  return [fears === null ? -1 : countryAt(board, fears), ...balancers.map((id) => countryAt(board, id))];
};
const forecastFrom = keptFor((board: Board) =>
  keptFor(([fears = -1, ...balancers]: readonly number[]): Forecast => ({
    fears: fears === -1 ? null : known(board.ids[fears]),
    balancers: balancers.map((at) => known(board.ids[at])),
  })),
);

const ratingsFrom = keptFor((rated: readonly number[]): Ratings => rated.map((level) => (level === -1 ? null : level)));

// Treaties on the table, and talk. Both lists are shared by many views: written once.

const proposalsTo = keptFor((board: Board) => keptFor((list: readonly Proposal[]) => list.map(proposalTo(board))));
const proposalTo = keptFor((board: Board) => {
  const places = (ids: readonly CountryId[]): readonly number[] => ids.map((id) => countryAt(board, id));
  return keptFor((proposal: Proposal): WireProposal => {
    const { id, kind, parties, against, by, turn, signed, declined, secret, reasons = [] } = proposal;
    const wire = [
      treatyNumber(id),
      TREATY_KINDS.indexOf(kind),
      places(parties),
      against === undefined ? -1 : countryAt(board, against),
      countryAt(board, by),
      turn,
      places(signed),
      places(declined),
    ] as const;
    if (secret !== true && reasons.length === 0) return wire;
    const said = reasons.flatMap(({ country, reason }) => [countryAt(board, country), DECLINE_REASONS.indexOf(reason)]);
    return [...wire, [secret === true ? 1 : 0, ...said]];
  });
});

const proposalsFrom = keptFor((board: Board) =>
  keptFor((list: readonly WireProposal[]) => list.map(proposalFrom(board))),
);
const proposalFrom = keptFor((board: Board) => {
  const countries = (places: readonly number[]): readonly CountryId[] => places.map((at) => known(board.ids[at]));
  return keptFor(([id, kind, parties, against, by, turn, signed, declined, more = [0]]: WireProposal): Proposal => ({
    id: treatyOf(id),
    kind: known(TREATY_KINDS[kind]),
    parties: countries(parties),
    ...(against === -1 ? {} : { against: known(board.ids[against]) }),
    by: known(board.ids[by]),
    turn,
    signed: countries(signed),
    declined: countries(declined),
    ...(more[0] === 1 ? { secret: true } : {}),
    ...(more.length > 1 ? { reasons: reasonsFrom(board, more) } : {}),
  }));
});

const reasonsFrom = (board: Board, [, ...said]: readonly number[]): NonNullable<Proposal["reasons"]> =>
  said.flatMap((country, at) =>
    at % 2 === 0 ? [{ country: known(board.ids[country]), reason: known(DECLINE_REASONS[said[at + 1] ?? -1]) }] : [],
  );

const messagesTo = keptFor((board: Board) => keptFor((list: readonly Message[]) => list.map(messageTo(board))));
const messageTo = keptFor((board: Board) =>
  keptFor(({ turn, phase, from, to, text }: Message): WireMessage => [
    turn,
    PHASES.indexOf(phase),
    countryAt(board, from),
    to.kind === "all" ? 0 : to.countries.map((id) => countryAt(board, id)),
    text,
  ]),
);

const messagesFrom = keptFor((board: Board) =>
  keptFor((list: readonly WireMessage[]) => list.map((wire, at) => messageFrom(board)(wire)(at + 1))),
);
/** A message's number is its place, which never changes. */
const messageFrom = keptFor((board: Board) =>
  keptFor(([turn, phase, from, to, text]: WireMessage) => {
    let made: Message | null = null;
    return (seq: number): Message => {
      made ??= {
        seq,
        turn,
        phase: known(PHASES[phase]),
        from: known(board.ids[from]),
        to: to === 0 ? { kind: "all" } : { kind: "some", countries: to.map((at) => known(board.ids[at])) },
        text,
      };
      return made;
    };
  }),
);

// Scores.

const scoresIn = keptFor((board: Board) =>
  keptFor((world: PublicWorld): readonly Score[] => board.ids.map((_, i) => scoreOf(board, world, i))),
);
const classScoreIn = keptFor((board: Board) => keptFor((world: PublicWorld) => classScore(board, world)));

/** The private aim counts once the match is over. */
function scoreFor(
  board: Board,
  world: PublicWorld,
  { you, phase, card }: { readonly you: CountryIndex; readonly phase: Phase; readonly card: PlayerView["card"] },
): Score | null {
  if (phase === "ended" && card) return finalScore(board, world, you, card);
  return scoresIn(board)(world)[you] ?? null;
}
