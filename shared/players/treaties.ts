import type { CountryIndex, TreatyId } from "../model/ids.ts";
import type { Personality } from "../model/match.ts";
import type { SeatSight } from "../model/sight.ts";
import type { Proposal, TreatyTerms } from "../model/treaty.ts";
import { checkTerms } from "../rules/index.ts";
import { reliability } from "./odds.ts";
import { byThreat, topThreat } from "./outlook.ts";
import { MANNERS } from "./manners.ts";

/** T from which a common danger is worth a pact. */
const WORTH_A_PACT = 42;

/** What is on the table for this seat, answered as its character would. */
export function answerProposals(
  sight: SeatSight,
  personality: Personality,
  draw: () => number,
): { readonly sign: readonly TreatyId[]; readonly decline: readonly TreatyId[] } {
  const me = sight.board.ids[sight.me];
  const open = sight.proposals.filter(
    (proposal) =>
      me !== undefined &&
      proposal.parties.includes(me) &&
      proposal.by !== me &&
      !proposal.signed.includes(me) &&
      !proposal.declined.includes(me),
  );
  const answers = open.map((proposal) => ({
    id: proposal.id,
    yes: welcome(sight, proposal) && draw() < MANNERS[personality].signs,
  }));
  return {
    sign: answers.filter(({ yes }) => yes).map(({ id }) => id),
    decline: answers.filter(({ yes }) => !yes).map(({ id }) => id),
  };
}

/** A pact against what it fears, with someone it fears less and believes; peace with anyone it fears. */
function welcome(sight: SeatSight, proposal: Proposal): boolean {
  const { board, world, me } = sight;
  const fear = (id: CountryIndex): number => world.threat[me]?.[id] ?? 0;
  const others = proposal.parties.map((id) => board.indexOf.get(id) ?? -1).filter((k) => k !== me);
  if (others.some((k) => reliability(world, k) < 0.5)) return false;
  if (proposal.kind === "nonaggression") return others.every((k) => k !== targetOf(sight));
  const against = proposal.against === undefined ? topThreat(world, me) : (board.indexOf.get(proposal.against) ?? -1);
  return fear(against) >= WORTH_A_PACT - 8 && others.every((k) => k !== against && fear(k) < fear(against));
}

/** The neighbour a greedy player would rather keep its hands free for: the weakest. */
function targetOf({ board, world, me, card }: SeatSight): CountryIndex {
  if (card.revisionism <= 0.3) return -1;
  const arms = (k: CountryIndex): number => (world.countries[k]?.defence ?? 0) + (world.countries[k]?.offence ?? 0);
  const near = board.ids.map((_, k) => k).filter((k) => board.borders[me]?.[k]);
  return near.reduce((weakest, k) => (weakest < 0 || arms(k) < arms(weakest) ? k : weakest), -1);
}

/** At most one offer a turn: a defence pact to whoever else fears what it fears, or peace to what it fears itself. */
export function offerTreaties(sight: SeatSight, personality: Personality, draw: () => number): readonly TreatyTerms[] {
  const { board, world, me } = sight;
  if (!board.modules.includes("treaties") || draw() > MANNERS[personality].offers) return [];
  const foe = topThreat(world, me);
  if ((world.threat[me]?.[foe] ?? 0) < WORTH_A_PACT) return [];
  const partner = byThreat(world, me)
    .filter((k) => k !== foe && (world.threat[k]?.[foe] ?? 0) >= WORTH_A_PACT - 6)
    .sort((a, b) => (board.proximity[me]?.[b] ?? 0) - (board.proximity[me]?.[a] ?? 0) || a - b)[0];
  const wish = partner === undefined ? terms(sight, "nonaggression", [foe]) : terms(sight, "defence", [partner, foe]);
  if (!wish || board.ids[me] === undefined) return [];
  const checked = checkTerms(board, world, me, { terms: wish, openProposals: sight.proposals });
  return checked.ok ? [checked.value] : [];
}

function terms(
  { board, me }: SeatSight,
  kind: TreatyTerms["kind"],
  [partner, against]: readonly CountryIndex[],
): TreatyTerms | null {
  const mine = board.ids[me];
  const theirs = board.ids[partner ?? -1];
  const foe = board.ids[against ?? -1];
  if (!mine || !theirs) return null;
  const parties = [mine, theirs].sort();
  return kind === "defence" && foe ? { kind, parties, against: foe } : { kind, parties };
}
