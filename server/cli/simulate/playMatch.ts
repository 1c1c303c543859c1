import type { TreatyId } from "#shared/model/ids.ts";
import { treatyId } from "#shared/model/ids.ts";
import type { GameEvent } from "#shared/model/event.ts";
import type { Alignment, LegalOrder } from "#shared/model/order.ts";
import type { Score } from "#shared/model/score.ts";
import type { SeatSight } from "#shared/model/sight.ts";
import type { Proposal, TreatyTerms } from "#shared/model/treaty.ts";
import type { AmbitionCard, Board, World } from "#shared/model/world.ts";
import { type PrngState, seedPrng, stream } from "#shared/lib/prng.ts";
import {
  checkOrder,
  checkSignature,
  checkTerms,
  createWorld,
  crisisSchedule,
  dealCards,
  drawEndTurn,
  finalScore,
  resolveTurn,
} from "#shared/rules/index.ts";
import { planAround } from "#shared/players/chooseOrders.ts";
import { answerProposals, offerTreaties } from "#shared/players/treaties.ts";
import { mannersOf, orderBy, type Policy } from "./policies.ts";

export interface PlayedMatch {
  readonly turns: number;
  readonly scores: readonly Score[];
  readonly cards: readonly AmbitionCard[];
  readonly world: World;
  /** As it stood before each turn. */
  readonly before: readonly World[];
  /** How many treaties had been proposed before each turn. */
  readonly tabled: readonly number[];
  /** Revealed sheets, `[turn][country]`. */
  readonly sheets: readonly (readonly LegalOrder[])[];
  readonly events: readonly (readonly GameEvent[])[];
}

export interface MatchOptions {
  /** Alignments that are not to be had: a sheet that chooses one hides instead ("the world that Walt says we do not live in"). */
  readonly without?: readonly Alignment["kind"][];
  /** Nobody is a revisionist: every card's r is 0 or less. */
  readonly peaceful?: boolean;
}

/** A match under way. What was decided before is in `world` and `treaties`; whom chance favours from here on, in `seed`. */
export interface Course {
  readonly board: Board;
  readonly seed: number;
  readonly policies: readonly Policy[];
  readonly cards: readonly AmbitionCard[];
  readonly world: World;
  /** Treaties proposed so far, those in force at the start included. */
  readonly treaties: number;
  readonly options?: MatchOptions;
  /** An alignment that one seat takes in the first turn played, whatever its policy says. */
  readonly forced?: { readonly seat: number; readonly alignment: Alignment };
}

/**
 * A whole match between computer players, through the rules alone: no record, no clock, no messages. Every seat draws from
 * a stream of its own in every turn, so that two matches of one seed differ only by what a change of policy brings about.
 */
export function playMatch(
  board: Board,
  seed: number,
  policies: readonly Policy[],
  options: MatchOptions = {},
): PlayedMatch {
  return playOn({ ...openingOf(board, seed, options), policies, options });
}

/** The match before its first turn. */
export function openingOf(
  board: Board,
  seed: number,
  { peaceful = false }: MatchOptions = {},
): Omit<Course, "policies"> {
  const cards = dealCards(board, seed).map((card) =>
    peaceful ? { ...card, revisionism: Math.min(0, card.revisionism) } : card,
  );
  return { board, seed, cards, world: createWorld(board, seed), treaties: board.scenario.treaties.length };
}

/** From where it stands to its end. */
export function playOn(course: Course): PlayedMatch {
  const { board, seed, cards, policies, options = {} } = course;
  const crises = crisisSchedule(board, seed);
  const revisionism = cards.map((card) => card.revisionism);
  const origins = board.ids.map((id) => seedPrng(seed, `player ${id}`));
  const turns = Math.max(course.world.turn, drawEndTurn(board, seed));
  const before: World[] = [];
  const tabled: number[] = [];
  const sheets: LegalOrder[][] = [];
  const events: (readonly GameEvent[])[] = [];
  let { world, treaties, forced } = course;
  for (let turn = world.turn; turn <= turns; turn += 1) {
    const draws = seatStreams(origins, 2 * turn);
    const talk = seatStreams(origins, 2 * turn + 1);
    before.push(world);
    tabled.push(treaties);
    const proposals = negotiate({ board, world, cards, policies, draws: talk, firstTreaty: treaties + 1 });
    treaties += proposals.length;
    const table: Table = { board, world, cards, policies, draws, firstTreaty: treaties };
    const orders = board.ids.map((_, me) =>
      forced?.seat === me ? forcedOrder(table, me, forced.alignment) : orderOf(table, me, options),
    );
    forced = undefined;
    const signed = proposals
      .filter(({ signed, parties }) => signed.length === parties.length)
      .map((proposal) => ({ id: proposal.id, terms: termsOf(proposal) }));
    const resolved = resolveTurn(board, world, { orders, signed, crisis: crises[turn - 1] ?? null, revisionism });
    sheets.push(orders);
    events.push(resolved.events);
    world = resolved.world;
  }
  return {
    turns,
    cards,
    world,
    before,
    tabled,
    sheets,
    events,
    scores: board.ids.map((_, me) => finalScore(board, world, me, cards[me] ?? noCard())),
  };
}

/** A stream for each seat: one for what it says in a turn, one for what it does, so that the one never shifts the other. */
const seatStreams = (origins: readonly PrngState[], name: number): (() => number)[] =>
  origins.map(([a, b, c, d]) => {
    const { draw } = stream([a ^ Math.imul(name, 0x9e3779b1), b, c, d]);
    // As many rounds as a change in one word takes to reach every other (sfc32 warms up in twelve).
    for (let k = 0; k < 12; k += 1) draw();
    return draw;
  });

interface Table {
  readonly board: Board;
  readonly world: World;
  readonly cards: readonly AmbitionCard[];
  readonly policies: readonly Policy[];
  readonly draws: readonly (() => number)[];
  readonly firstTreaty: number;
}

function sightOf({ board, world, cards }: Table, me: number, proposals: readonly Proposal[]): SeatSight {
  const mine = board.ids[me];
  return {
    board,
    world,
    me,
    card: cards[me] ?? noCard(),
    proposals: proposals.filter(({ parties }) => mine !== undefined && parties.includes(mine)),
  };
}

function orderOf(table: Table, me: number, { without = [] }: MatchOptions): LegalOrder {
  const { board, world } = table;
  const order = orderBy(policyOf(table, me), sightOf(table, me, []), drawOf(table, me));
  if (!without.includes(order.alignment.kind)) return order;
  const checked = checkOrder(board, world, me, { ...order, alignment: { kind: "hide" } });
  return checked.ok ? checked.value : order;
}

/** The sheet that the seat's policy would write round this alignment. */
function forcedOrder(table: Table, me: number, alignment: Alignment): LegalOrder {
  const stance = { alignment, reason: null, why: "To see what it brings." };
  const draw = drawOf(table, me);
  // A policy's own choice of alignment takes one draw: so much is passed over, that all else may be equal.
  draw();
  return planAround(sightOf(table, me, []), { stance, personality: mannersOf(policyOf(table, me)) }, draw).sheet;
}

const policyOf = ({ policies }: Table, me: number): Policy => policies[me] ?? "theorist";
const drawOf = ({ draws }: Table, me: number): (() => number) => draws[me] ?? (() => 0);

/** One round of offers and one of answers, in the order of countries. */
function negotiate(table: Table): readonly Proposal[] {
  const { board, world, firstTreaty } = table;
  let open: Proposal[] = [];
  for (const [me, by] of board.ids.entries()) {
    for (const wish of offerTreaties(sightOf(table, me, open), mannersOf(policyOf(table, me)), drawOf(table, me))) {
      const checked = checkTerms(board, world, me, { terms: wish, openProposals: open });
      if (checked.ok)
        open.push({
          ...checked.value,
          id: nextId(firstTreaty + open.length),
          by,
          turn: world.turn,
          signed: [by],
          declined: [],
        });
    }
  }
  for (const [me, country] of board.ids.entries()) {
    const answers = answerProposals(sightOf(table, me, open), mannersOf(policyOf(table, me)), drawOf(table, me));
    for (const id of answers.sign) {
      const openProposals = open;
      open = open.map((proposal) =>
        proposal.id === id && checkSignature(board, world, me, { proposal, openProposals }) === null
          ? { ...proposal, signed: [...proposal.signed, country].sort() }
          : proposal,
      );
    }
  }
  return open;
}

const nextId = (count: number): TreatyId => treatyId(`t${count}`);
const termsOf = ({ kind, parties, against }: Proposal): TreatyTerms =>
  against === undefined ? { kind, parties } : { kind, parties, against };

function noCard(): never {
  throw new Error("a seat without a card");
}
