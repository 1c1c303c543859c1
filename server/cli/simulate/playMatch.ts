import type { TreatyId } from "#shared/model/ids.ts";
import { treatyId } from "#shared/model/ids.ts";
import type { GameEvent } from "#shared/model/event.ts";
import type { Personality } from "#shared/model/match.ts";
import type { LegalOrder } from "#shared/model/order.ts";
import type { Score } from "#shared/model/score.ts";
import type { SeatSight } from "#shared/model/sight.ts";
import type { Proposal, TreatyTerms } from "#shared/model/treaty.ts";
import type { AmbitionCard, Board, World } from "#shared/model/world.ts";
import { seedPrng, stream } from "#shared/lib/prng.ts";
import { checkSignature, checkTerms, createWorld, dealCards, drawEndTurn, finalScore, resolveTurn } from "#shared/rules/index.ts";
import { chooseOrders } from "#shared/players/chooseOrders.ts";
import { answerProposals, offerTreaties } from "#shared/players/treaties.ts";

export interface PlayedMatch {
  readonly turns: number;
  readonly scores: readonly Score[];
  readonly cards: readonly AmbitionCard[];
  readonly world: World;
  /** Revealed sheets, `[turn][country]`. */
  readonly sheets: readonly (readonly LegalOrder[])[];
  readonly events: readonly (readonly GameEvent[])[];
}

/** A whole match between computer players, through the rules alone: no record, no clock, no messages. */
export function playMatch(board: Board, seed: number, personalities: readonly Personality[]): PlayedMatch {
  const { draw } = stream(seedPrng(seed, "players"));
  const cards = dealCards(board, seed);
  const turns = drawEndTurn(board, seed);
  const sheets: LegalOrder[][] = [];
  const events: (readonly GameEvent[])[] = [];
  let world = createWorld(board, seed);
  let treaties = 0;
  for (let turn = 1; turn <= turns; turn += 1) {
    const table: Table = { board, world, cards, personalities, draw, firstTreaty: treaties + 1 };
    const proposals = negotiate(table);
    treaties += proposals.length;
    const orders = board.ids.map((_, me) => chooseOrders(sightOf(table, me, []), personalities[me] ?? "theorist", draw).sheet);
    const signed = proposals.filter(({ signed, parties }) => signed.length === parties.length).map((proposal) => ({ id: proposal.id, terms: termsOf(proposal) }));
    const resolved = resolveTurn(board, world, { orders, signed });
    sheets.push(orders);
    events.push(resolved.events);
    world = resolved.world;
  }
  return { turns, cards, world, sheets, events, scores: board.ids.map((_, me) => finalScore(board, world, me, cards[me] ?? noCard())) };
}

interface Table {
  readonly board: Board;
  readonly world: World;
  readonly cards: readonly AmbitionCard[];
  readonly personalities: readonly Personality[];
  readonly draw: () => number;
  readonly firstTreaty: number;
}

function sightOf({ board, world, cards }: Table, me: number, proposals: readonly Proposal[]): SeatSight {
  const mine = board.ids[me];
  return { board, world, me, card: cards[me] ?? noCard(), proposals: proposals.filter(({ parties }) => mine !== undefined && parties.includes(mine)) };
}

/** One round of offers and one of answers, in the order of countries. */
function negotiate(table: Table): readonly Proposal[] {
  const { board, world, personalities, draw, firstTreaty } = table;
  let open: Proposal[] = [];
  for (const [me, by] of board.ids.entries()) {
    for (const wish of offerTreaties(sightOf(table, me, open), personalities[me] ?? "theorist", draw)) {
      const checked = checkTerms(board, world, me, { terms: wish, openProposals: open });
      if (checked.ok) open.push({ ...checked.value, id: nextId(firstTreaty + open.length), by, turn: world.turn, signed: [by], declined: [] });
    }
  }
  for (const [me, country] of board.ids.entries()) {
    const answers = answerProposals(sightOf(table, me, open), personalities[me] ?? "theorist", draw);
    for (const id of answers.sign) {
      const openProposals = open;
      open = open.map((proposal) =>
        proposal.id === id && checkSignature(board, world, me, { proposal, openProposals }) === null ? { ...proposal, signed: [...proposal.signed, country].sort() } : proposal,
      );
    }
  }
  return open;
}

const nextId = (count: number): TreatyId => treatyId(`t${count}`);
const termsOf = ({ kind, parties, against }: Proposal): TreatyTerms => (against === undefined ? { kind, parties } : { kind, parties, against });

function noCard(): never {
  throw new Error("a seat without a card");
}
