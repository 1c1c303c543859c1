import { assertNever } from "../lib/assertNever.ts";
import type { CountryId, CountryIndex } from "../model/ids.ts";
import type { Command, MatchState, Ratings, Submitted } from "../model/match.ts";
import type { LegalOrder } from "../model/order.ts";
import type { Proposal, TreatyTerms } from "../model/treaty.ts";
import { defaultOrder, resolveTurn, worldHash } from "../rules/index.ts";
import { applyHost } from "./applyHost.ts";
import { struckIn } from "./hostDeeds.ts";
import { haveInCommon, ownersOf } from "./occupants.ts";
import { nextProposalId } from "./proposalId.ts";
import { nobody } from "./startState.ts";

type Of<K extends Command["kind"]> = Extract<Command, { readonly kind: K }>;

/** The match after one accepted command. Pure; the state before is left as it was. What it is given has passed `checkCommand`. */
export function applyCommand(state: MatchState, command: Command): MatchState {
  return { ...applied(state, command), lastSeq: command.seq };
}

/** Who takes a seat over from the computer or from strangers decides anew: what was handed in for this turn is taken back. */
function sitDown(state: MatchState, { country, occupant }: Of<"seat">): MatchState {
  const at = indexIn(state, country);
  const stranger = !haveInCommon(ownersOf(state.occupants[at]), ownersOf(occupant));
  const takesOver = occupant.kind === "person" && (stranger || state.submitted[at]?.source === "computer");
  return {
    ...state,
    occupants: state.occupants.with(at, occupant),
    submitted: takesOver ? state.submitted.with(at, null) : state.submitted,
  };
}

function applied(state: MatchState, command: Command): MatchState {
  switch (command.kind) {
    case "seat":
      return sitDown(state, command);
    case "phase":
      return enter(state, command);
    case "forecast":
      return { ...state, forecasts: state.forecasts.with(indexIn(state, command.by), command.forecast) };
    case "message":
      return say(state, command);
    case "propose":
      return propose(state, command);
    case "sign":
      return amend(state, command, (proposal) => ({ ...proposal, signed: [...proposal.signed, command.by].sort() }));
    case "rate":
      return { ...state, ratings: state.ratings.with(indexIn(state, command.by), ratingsIn(state, command)) };
    case "decline":
      return amend(state, command, (proposal) => ({
        ...proposal,
        ...(command.reason === undefined
          ? {}
          : { reasons: [...(proposal.reasons ?? []), { country: command.by, reason: command.reason }] }),
        signed: proposal.signed.filter((party) => party !== command.by),
        declined: [...proposal.declined, command.by].sort(),
      }));
    case "retract":
      return { ...state, proposals: state.proposals.filter(({ id }) => id !== command.proposal) };
    case "submit":
      return { ...state, submitted: state.submitted.with(indexIn(state, command.by), sheetOf(command)) };
    case "withdraw":
      return { ...state, submitted: state.submitted.with(indexIn(state, command.by), null) };
    case "host":
      return applyHost(state, command);
    case "hash":
      return compareHash(state, command);
    default:
      return assertNever(command);
  }
}

/** A paused match that an instructor leads on stays paused: its clock stands until they resume. */
function enter(state: MatchState, { phase, turn, deadline }: Of<"phase">): MatchState {
  const pause = phase === "ended" ? null : state.pause;
  const entered = { ...state, phase, turn, pause, deadline: pause ? null : deadline };
  if (phase === "dispatches") return { ...entered, ...opened(state) };
  return phase === "reveal" ? resolve(entered) : entered;
}

const opened = ({ board, openings, ratings }: MatchState): Partial<MatchState> => ({
  submitted: nobody(board),
  forecasts: nobody(board),
  proposals: [],
  openings: [...openings, ratings],
});

/** Plays the turn: who has no sheet plays the default one, treaties that all parties have signed come into force. */
function resolve(state: MatchState): MatchState {
  const { board, world: before, turn, forecasts, ratings } = state;
  const sheets = state.submitted.map(
    (sheet, me): Submitted => sheet ?? { sheet: defaultOrder(board, before, me), source: "default", why: "" },
  );
  const { world: after, events } = resolveTurn(board, before, {
    orders: sheets.map(({ sheet }) => sheet),
    signed: state.proposals.filter(isConcluded).map((proposal) => ({ id: proposal.id, terms: termsOf(proposal) })),
    crisis: dueIn(state),
    revisionism: state.cards.map(({ revisionism }) => revisionism),
  });
  return {
    ...state,
    world: after,
    played: [...state.played, { turn, before, sheets, forecasts, ratings, events, after }],
    submitted: nobody(board),
    proposals: [],
  };
}

/** Nothing strikes twice: a card that an instructor has played early is spent. */
function dueIn(state: MatchState): MatchState["crises"][number] {
  const card = state.crises[state.turn - 1] ?? null;
  return card === null || struckIn(state, card.id) !== null ? null : card;
}

/** What a proposal says, without who proposed and signed it. */
const termsOf = ({ kind, parties, against, secret }: Proposal): TreatyTerms => ({
  kind,
  parties,
  ...(against === undefined ? {} : { against }),
  ...(secret === undefined ? {} : { secret }),
});

/** By country index; whom it did not rate this time is not rated any more. */
function ratingsIn({ board }: MatchState, { ratings }: Of<"rate">): Ratings {
  const levels = new Map(ratings.map(({ country, level }) => [country, level]));
  return board.ids.map((id) => levels.get(id) ?? null);
}

/** All parties have signed: it comes into force when the turn is resolved, and nobody can go back on it before. */
export const isConcluded = ({ parties, signed, declined }: Proposal): boolean =>
  declined.length === 0 && parties.every((party) => signed.includes(party));

function say(state: MatchState, { seq, by, to, text }: Of<"message">): MatchState {
  const { turn, phase } = state;
  return { ...state, messages: [...state.messages, { seq, turn, phase, from: by, to, text }] };
}

function propose(state: MatchState, { by, terms, id }: Of<"propose">): MatchState {
  const treatyCount = state.treatyCount + 1;
  const proposal: Proposal = {
    ...terms,
    id: id ?? nextProposalId(state),
    by,
    turn: state.turn,
    signed: [by],
    declined: [],
  };
  return { ...state, treatyCount, proposals: [...state.proposals, proposal] };
}

function amend(
  state: MatchState,
  { proposal }: Of<"sign" | "decline" | "retract">,
  change: (proposal: Proposal) => Proposal,
): MatchState {
  return { ...state, proposals: state.proposals.map((one) => (one.id === proposal ? change(one) : one)) };
}

function compareHash(state: MatchState, { turn, hash }: Of<"hash">): MatchState {
  const played = state.played.find((one) => one.turn === turn);
  if (played && worldHash(played.after) === hash) return state;
  return { ...state, hashMismatches: [...state.hashMismatches, turn] };
}

/** A sheet in a record has passed `checkOrder`: `checkCommand` lets no other in. */
const sheetOf = ({ sheet, source, why }: Of<"submit">): Submitted => ({
  sheet: sheet as LegalOrder,
  source,
  why: why ?? "",
});

function indexIn({ board }: MatchState, country: CountryId): CountryIndex {
  const index = board.indexOf.get(country);
  if (index === undefined) throw new Error(`no country "${country}" in this match`);
  return index;
}
