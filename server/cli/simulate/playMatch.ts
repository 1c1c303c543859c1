import type { TreatyId } from "#shared/model/ids.ts";
import { treatyId } from "#shared/model/ids.ts";
import type { GameEvent } from "#shared/model/event.ts";
import type { LegalOrder } from "#shared/model/order.ts";
import type { Score } from "#shared/model/score.ts";
import type { SeatSight } from "#shared/model/sight.ts";
import type { Proposal, TreatyTerms } from "#shared/model/treaty.ts";
import type { AmbitionCard, Board, World } from "#shared/model/world.ts";
import { seedPrng, stream } from "#shared/lib/prng.ts";
import {
  checkOrder,
  checkSignature,
  checkTerms,
  createWorld,
  dealCards,
  drawEndTurn,
  finalScore,
  resolveTurn,
} from "#shared/rules/index.ts";
import { answerProposals, offerTreaties } from "#shared/players/treaties.ts";
import { mannersOf, orderBy, type Policy } from "./policies.ts";

export interface PlayedMatch {
  readonly turns: number;
  readonly scores: readonly Score[];
  readonly cards: readonly AmbitionCard[];
  readonly world: World;
  /** As it stood before each turn. */
  readonly before: readonly World[];
  /** Revealed sheets, `[turn][country]`. */
  readonly sheets: readonly (readonly LegalOrder[])[];
  readonly events: readonly (readonly GameEvent[])[];
}

export interface MatchOptions {
  /** Every sheet that balances hides instead: the world that Walt says we do not live in. */
  readonly withoutBalancing?: boolean;
  /** Nobody is a revisionist: every card's r is 0 or less. */
  readonly peaceful?: boolean;
}

/**
 * A whole match between computer players, through the rules alone: no record, no clock, no messages. Every seat draws from
 * a stream of its own, so that two matches of one seed differ only by what a change of policy brings about.
 */
export function playMatch(
  board: Board,
  seed: number,
  policies: readonly Policy[],
  options: MatchOptions = {},
): PlayedMatch {
  const draws = board.ids.map((id) => stream(seedPrng(seed, `player ${id}`)).draw);
  const cards = dealCards(board, seed).map((card) =>
    options.peaceful === true ? { ...card, revisionism: Math.min(0, card.revisionism) } : card,
  );
  const turns = drawEndTurn(board, seed);
  const before: World[] = [];
  const sheets: LegalOrder[][] = [];
  const events: (readonly GameEvent[])[] = [];
  let world = createWorld(board, seed);
  let treaties = board.scenario.treaties.length;
  for (let turn = 1; turn <= turns; turn += 1) {
    const table: Table = { board, world, cards, policies, draws, firstTreaty: treaties + 1 };
    const proposals = negotiate(table);
    treaties += proposals.length;
    const orders = board.ids.map((_, me) => orderOf(table, me, options));
    const signed = proposals
      .filter(({ signed, parties }) => signed.length === parties.length)
      .map((proposal) => ({ id: proposal.id, terms: termsOf(proposal) }));
    const resolved = resolveTurn(board, world, { orders, signed });
    before.push(world);
    sheets.push(orders);
    events.push(resolved.events);
    world = resolved.world;
  }
  return {
    turns,
    cards,
    world,
    before,
    sheets,
    events,
    scores: board.ids.map((_, me) => finalScore(board, world, me, cards[me] ?? noCard())),
  };
}

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

function orderOf(table: Table, me: number, { withoutBalancing = false }: MatchOptions): LegalOrder {
  const { board, world } = table;
  const order = orderBy(policyOf(table, me), sightOf(table, me, []), drawOf(table, me));
  if (!withoutBalancing || order.alignment.kind !== "balance") return order;
  const checked = checkOrder(board, world, me, { ...order, alignment: { kind: "hide" } });
  return checked.ok ? checked.value : order;
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
