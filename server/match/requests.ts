import { fail, type Result } from "#shared/lib/result.ts";
import type { CountryId, CountryIndex, PersonId } from "#shared/model/ids.ts";
import type { CommandBody, MatchState, Occupant } from "#shared/model/match.ts";
import type { OrderSheet } from "#shared/model/order.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { TreatyTerms } from "#shared/model/treaty.ts";
import {
  type ClientMessage,
  type ClientMessageName,
  MESSAGE_ROLES,
  type Reply,
  type Role,
} from "#shared/protocol/messages.ts";
import { orderSheetSchema } from "#shared/protocol/schemas.ts";
import type { WireSheet } from "#shared/protocol/wire.ts";
import { decodeSheet } from "#shared/projection/wire/sheet.ts";
import { frozenBy } from "#shared/record/frozen.ts";
import { isOpen } from "#shared/record/nextPhase.ts";
import { leadersOf } from "#shared/record/occupants.ts";
import { granted, illegal, invalid, malformed, refused } from "#server/lib/refusals.ts";
import { sayIssues } from "#server/lib/sayIssues.ts";
import type { MatchController } from "./MatchController.ts";
import { indexOf, isFree, keptFor, maySubmit, seated, seatOf } from "./seating.ts";

/** Who asks: a person, and the seat they hold if any. */
interface Asker {
  readonly controller: MatchController;
  readonly person: PersonId;
  /** Null for an observer; `player` messages are refused before they get here. */
  readonly seat: { readonly at: CountryIndex; readonly country: CountryId } | null;
}
type Seated = Asker & { readonly seat: NonNullable<Asker["seat"]> };
type Answer = Promise<Result<void, Refusal>>;
type Handler<N extends ClientMessageName> = (asker: Seated, body: ClientMessage<N>) => Answer;
type OpenHandler<N extends ClientMessageName> = (asker: Asker, body: ClientMessage<N>) => Answer;
type OpenName = "claim" | "takeBack" | "ready" | "resync" | "ping";

/** Messages of seated players: name → what it does. */
const PLAYER: { readonly [N in Exclude<ClientMessageName, OpenName>]: Handler<N> } = {
  start: ({ controller, person }) => (controller.mayStart(person) ? controller.start() : no(mayNotStart(controller))),
  computer: ({ controller, person }, { country, ...character }) =>
    arrange(controller, person, { country, occupant: computerOf(character) }),
  handOver,
  empty: ({ controller, person }, { country }) => arrange(controller, person, { country, occupant: { kind: "empty" } }),
  draft: saveDraft,
  submit,
  withdraw,
  forecast: (asker, { turn, forecast }) => inTurn(asker, turn, { kind: "forecast", by: asker.seat.country, forecast }),
  rate: (asker, { ratings }) => one(asker, { kind: "rate", by: asker.seat.country, ratings }),
  say: (asker, { to, text }) => one(asker, { kind: "message", by: asker.seat.country, to, text }),
  propose: (asker, { terms }) => one(asker, { kind: "propose", by: asker.seat.country, terms: termsOf(terms) }),
  sign: (asker, { proposal }) => one(asker, { kind: "sign", by: asker.seat.country, proposal }),
  decline: (asker, { proposal, reason }) =>
    one(asker, { kind: "decline", by: asker.seat.country, proposal, ...(reason === undefined ? {} : { reason }) }),
  retract: (asker, { proposal }) => one(asker, { kind: "retract", by: asker.seat.country, proposal }),
};

/** Messages anyone connected may send. `resync` is answered by the room, which knows what it has sent. */
const OPEN: { readonly [N in OpenName]: OpenHandler<N> } = {
  claim,
  takeBack,
  ready: setReady,
  resync: () => done(),
  ping: () => done(),
};

/** Answers one parsed message of a connected person. */
export async function answer<N extends ClientMessageName>(
  controller: MatchController,
  person: PersonId,
  name: N,
  body: ClientMessage<N>,
): Promise<Reply> {
  const at = seatOf(controller.state, person);
  const country = at === null ? undefined : controller.state.board.ids[at];
  const seat = at === null || !country ? null : { at, country };
  const roles: readonly Role[] = MESSAGE_ROLES[name];
  if (!roles.includes(seat ? "player" : "observer")) return refused(OBSERVER);
  const stopped = stoppedFor(controller.state, name);
  if (stopped) return refused(stopped);
  if (name !== "ping" && name !== "resync") controller.acted(person);
  const result = await handle({ controller, person, seat }, name, body);
  return result.ok ? granted : refused(result.error);
}

function handle<N extends ClientMessageName>(asker: Asker, name: N, body: ClientMessage<N>): Answer {
  // The tables pair each name with the handler of its own body; indexing by a type variable loses that.
  if (name in OPEN) return (OPEN[name as OpenName] as OpenHandler<N>)(asker, body);
  if (!asker.seat) return no(OBSERVER);
  return (PLAYER[name as keyof typeof PLAYER] as unknown as Handler<N>)({ ...asker, seat: asker.seat }, body);
}

/** Who sits where at a table of a class, and when it begins, is for its instructor to say. */
const SEATING: ReadonlySet<ClientMessageName> = new Set<ClientMessageName>([
  "claim",
  "handOver",
  "takeBack",
  "start",
  "computer",
  "empty",
]);

function stoppedFor(state: MatchState, name: ClientMessageName): Refusal | null {
  if (name === "ping" || name === "resync") return null;
  const frozen = frozenBy(state);
  if (frozen) return frozen.error;
  if (state.settings.classroom === undefined || !SEATING.has(name)) return null;
  return illegal("seat.class", "In a class your instructor says who leads which country.");
}

const OBSERVER = illegal("seat.none", "You are watching this match. Take a free seat to play.");

const no = (refusal: Refusal): Answer => Promise.resolve(fail(refusal));
const done = (): Answer => Promise.resolve({ ok: true, value: undefined });

const one = ({ controller, person }: Seated, body: CommandBody): Answer =>
  controller.record((entry) => entry.add({ ...body, person }));

const inTurn = ({ controller, person }: Seated, turn: number, body: CommandBody): Answer =>
  controller.record((entry) => wrongTurn(entry.state, turn) ?? entry.add({ ...body, person }));

/** A message that crossed the end of its turn on the way is refused, not applied to the next. */
function wrongTurn(state: MatchState, turn: number): Refusal | null {
  if (turn === state.turn) return null;
  return illegal("turn.over", `This was meant for turn ${turn}; the match is at turn ${state.turn}.`, {
    turn,
    now: state.turn,
  });
}

/** By the rules of a class, the first of a team who is there hands in its orders and takes them back. */
function notForYou({ controller, person, seat }: Seated): Refusal | null {
  const { settings, occupants } = controller.state;
  const occupant = occupants[seat.at];
  const isPresent = (id: PersonId): boolean => controller.people.attendance.isPresent(id);
  if (maySubmit(settings, occupant, { person, isPresent })) return null;
  const first = leadersOf(occupant).find((member) => isPresent(member.person));
  return illegal("orders.first", `In your team ${first?.name ?? "the first"} hands in the orders.`);
}

async function withdraw(asker: Seated, { turn }: ClientMessage<"withdraw">): Answer {
  const refusal = notForYou(asker);
  return refusal ? fail(refusal) : inTurn(asker, turn, { kind: "withdraw", by: asker.seat.country });
}

async function submit(asker: Seated, { turn, sheet: wire }: ClientMessage<"submit">): Answer {
  const { controller, seat } = asker;
  const refusal = notForYou(asker);
  if (refusal) return fail(refusal);
  const read = readSheet(controller.state, wire);
  if (!read.ok) return read;
  const sheet = read.value;
  const result = await inTurn(asker, turn, { kind: "submit", by: seat.country, sheet, source: "person" });
  if (!result.ok) return result;
  controller.people.editing.done(seat.country);
  // Kept as the draft too, so that withdrawing gives back what was submitted.
  await controller.saveDraft(seat.at, sheet);
  return result;
}

/** A sheet as it came, in full and within the bounds of any sheet. */
function readSheet({ board }: MatchState, wire: WireSheet): Result<OrderSheet, Refusal> {
  const read = decodeSheet(board, wire);
  if (!read.ok) return read;
  const bounded = orderSheetSchema.safeParse(read.value);
  return bounded.success ? read : fail(malformed("sheet.malformed", sayIssues(bounded.error)));
}

async function saveDraft({ controller, person, seat }: Seated, { turn, sheet }: ClientMessage<"draft">): Answer {
  const { state } = controller;
  const read = readSheet(state, sheet);
  if (!read.ok) return read;
  const late = wrongTurn(state, turn);
  if (late) return no(late);
  if (!isOpen(state.phase)) return no(illegal("draft.phase", "Orders cannot be written in this phase."));
  if (state.submitted[seat.at])
    return no(illegal("draft.submitted", "These orders are submitted. Withdraw them to change them."));
  if (leadersOf(state.occupants[seat.at]).length > 1) controller.people.editing.writes(seat.country, person);
  await controller.saveDraft(seat.at, read.value);
  return { ok: true, value: undefined };
}

/** Of a seat held, or of one that a computer player keeps warm: its orders are then not its person's to submit. */
function setReady({ controller, person, seat }: Asker, { turn, phase, ready }: ClientMessage<"ready">): Answer {
  const { state } = controller;
  if (!seat && keptFor(state, person) === null) return no(OBSERVER);
  const late = wrongTurn(state, turn);
  if (late) return no(late);
  if (phase !== state.phase)
    return no(illegal("phase.over", `The phase "${phase}" is over; this is "${state.phase}".`));
  if (phase === "lobby" || phase === "ended")
    return no(illegal("ready.phase", "There is nothing to be ready for in this phase."));
  if (phase === "orders" && seat && ready && !state.submitted[seat.at]) {
    return no(illegal("ready.noOrders", "Submit your orders: that says you are ready."));
  }
  if (phase === "orders" && seat && !ready && state.submitted[seat.at]) {
    return no(illegal("ready.submitted", "Withdraw your orders to take more time."));
  }
  controller.setReady(person, ready);
  return done();
}

/** Sits down: in the lobby on any free seat (leaving one's own), later on one that the computer plays, if one has none. */
function claim({ controller, person, seat }: Asker, { country }: ClientMessage<"claim">): Answer {
  const who = controller.people.find(person);
  if (!who) return no(invalid("person.unknown", "You are not known at this table."));
  return controller.record((entry) => {
    const { state } = entry;
    const index = indexOf(state, country);
    if (!index.ok) return index.error;
    if (state.phase === "ended") return illegal("match.over", "The match is over; no seat can be taken.");
    if (seatOf(state, person) === index.value) return null;
    if (seat && state.phase !== "lobby")
      return illegal("seat.have", "You already lead a country; it cannot be changed during the match.");
    if (!isFree(state.occupants[index.value], person))
      return illegal("seat.taken", `${state.board.names[index.value]} is taken.`);
    const left = seatOf(state, person);
    const leaving = left === null ? undefined : state.board.ids[left];
    const refusal = leaving ? entry.add({ kind: "seat", country: leaving, occupant: { kind: "empty" } }) : null;
    return refusal ?? entry.add(seated(country, who));
  });
}

/** From the first turn on: before it, a seat is simply left, and whoever opened the match arranges who plays it. */
function handOver({ controller, person, seat }: Seated, character: ClientMessage<"handOver">): Answer {
  return controller.record((entry) =>
    entry.state.phase === "lobby"
      ? illegal("seat.lobby", "The match has not begun: there is nothing to be played for you yet.")
      : entry.add({ kind: "seat", country: seat.country, occupant: { ...computerOf(character), keeps: person } }),
  );
}

/** Back to the seat that a computer player keeps warm; what it had handed in for this turn is taken back. */
function takeBack({ controller, person, seat }: Asker): Answer {
  if (seat) return no(illegal("seat.yours", "You lead your country already."));
  return controller.record((entry) => {
    const { state } = entry;
    // Pressed twice: the first time has done it.
    if (seatOf(state, person) !== null) return null;
    const at = keptFor(state, person);
    const country = at === null ? undefined : state.board.ids[at];
    const who = controller.people.find(person);
    return country && who
      ? entry.add(seated(country, who))
      : illegal("seat.none", "No seat is being kept for you. Take a free one.");
  });
}

/** Who a computer player is, without what was not said. */
function computerOf({
  personality,
  temper,
  difficulty,
}: ClientMessage<"handOver">): Extract<Occupant, { kind: "computer" }> {
  return {
    kind: "computer",
    personality,
    ...(temper === undefined ? {} : { temper }),
    ...(difficulty === undefined ? {} : { difficulty }),
  };
}

/** In the lobby, whoever may start also says which seats the computer plays. A seated person is moved only when away. */
function arrange(
  controller: MatchController,
  person: PersonId,
  body: Omit<Extract<CommandBody, { kind: "seat" }>, "kind">,
): Answer {
  if (!controller.mayStart(person)) return no(mayNotStart(controller));
  return controller.record((entry) => {
    const { state } = entry;
    const index = indexOf(state, body.country);
    if (!index.ok) return index.error;
    if (state.phase !== "lobby") return illegal("match.started", "Seats can be arranged only before the match begins.");
    const occupant = state.occupants[index.value];
    const sitter = occupant?.kind === "person" ? occupant : null;
    if (sitter && controller.people.attendance.isPresent(sitter.person))
      return illegal("seat.taken", `${sitter.name} sits there.`);
    return entry.add({ kind: "seat", ...body });
  });
}

function mayNotStart(controller: MatchController): Refusal {
  const creator = controller.people.find(controller.creator);
  return illegal(
    "match.notYours",
    `Only ${creator?.name ?? "whoever made the match"} can start it and arrange its seats.`,
  );
}

/** A pact against nobody in particular has no `against` at all. */
const termsOf = ({ against, secret, ...terms }: ClientMessage<"propose">["terms"]): TreatyTerms => ({
  ...terms,
  ...(against === undefined ? {} : { against }),
  ...(secret === undefined ? {} : { secret }),
});
