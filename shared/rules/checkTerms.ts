import type { CountryId, CountryIndex } from "../model/ids.ts";
import type { Refusal } from "../model/refusal.ts";
import type { Proposal, Treaty, TreatyTerms } from "../model/treaty.ts";
import type { Board, PublicWorld } from "../model/world.ts";
import { fail, ok } from "../lib/result.ts";
import type { Result } from "../lib/result.ts";
import { illegal, invalid } from "./refusals.ts";
import { isSoft } from "./treatyWords.ts";
import type { Answer } from "./legality.ts";

type Open = readonly Pick<Proposal, "by" | "turn" | "kind" | "parties" | "against" | "signed" | "declined">[];

/**
 * Whether `by` may put these terms on the table (rules 4.1–4.3, 4.10, 4.12, 4.13). What passes has its parties in ascending order.
 * `openProposals`: all that are on the table this turn; proposing is signing.
 */
export function checkTerms(
  board: Board,
  world: PublicWorld,
  by: CountryIndex,
  { terms, openProposals }: { readonly terms: TreatyTerms; readonly openProposals: Open },
): Result<TreatyTerms, Refusal> {
  const parties = [...new Set(terms.parties)].sort();
  const tidy: TreatyTerms = {
    kind: terms.kind,
    parties,
    ...(terms.against === undefined ? {} : { against: terms.against }),
    ...(terms.secret === undefined ? {} : { secret: terms.secret }),
  };
  const refused =
    playedWith(board, terms) ??
    checkParties(board, by, terms, parties) ??
    checkAgainst(board, tidy) ??
    checkNew(world, tidy, openProposals) ??
    hasPen(board, world, by, openProposals);
  return refused ? fail(refused) : ok(tidy);
}

/** Whether `by` may sign this proposal now: it is a party, has not signed, and has a signature left this turn (rule 4.3). */
export function checkSignature(
  board: Board,
  world: PublicWorld,
  by: CountryIndex,
  { proposal, openProposals }: { readonly proposal: Proposal; readonly openProposals: Open },
): Answer {
  const me = board.ids[by];
  if (me === undefined || !proposal.parties.includes(me))
    return illegal("sign.notParty", "This treaty does not name your country.");
  if (hasSigned(proposal, me)) return illegal("sign.already", "You have signed this treaty already.");
  if (proposal.declined.length > 0)
    return illegal("sign.declined", "A party has declined this treaty: it cannot come into force.");
  return hasPen(board, world, by, openProposals);
}

/** New treaties a country may enter this turn. */
export const treatiesAllowed = (world: Pick<PublicWorld, "congress">): number => (world.congress ? 2 : 1);

function playedWith({ modules }: Board, terms: TreatyTerms): Answer {
  if (!modules.includes("treaties")) return illegal("terms.level", "This match is played without treaties.");
  if (isSoft(terms) && !modules.includes("softTreaties"))
    return illegal("terms.kind", "This match is played with defence pacts and non-aggression treaties alone.");
  return terms.secret === undefined || modules.includes("secretTreaties")
    ? null
    : illegal("terms.secret", "In this match all treaties are public.");
}

function checkParties(board: Board, by: CountryIndex, terms: TreatyTerms, parties: readonly CountryId[]): Answer {
  const unknown = parties.find((party) => !board.indexOf.has(party));
  if (unknown !== undefined)
    return invalid("terms.unknown", "There is no such country in this match.", { country: unknown });
  if (parties.length < 2 || parties.length < terms.parties.length)
    return illegal("terms.few", "A treaty needs two different countries or more.");
  const me = board.ids[by];
  return me !== undefined && parties.includes(me)
    ? null
    : illegal("terms.notParty", "You can only propose treaties that bind your own country.");
}

function checkAgainst(board: Board, { kind, parties, against }: TreatyTerms): Answer {
  if (against === undefined) return null;
  if (kind !== "defence") return illegal("terms.against", "Only a defence pact can name a country it is against.");
  if (!board.indexOf.has(against))
    return invalid("terms.unknown", "There is no such country in this match.", { country: against });
  return parties.includes(against)
    ? illegal("terms.againstParty", "A pact cannot be against one of its own parties.")
    : null;
}

function checkNew(world: PublicWorld, terms: TreatyTerms, openProposals: Open): Answer {
  if (world.treaties.some((treaty) => sameTerms(treaty, terms) && staysInForce(treaty, world.turn))) {
    return illegal("terms.inForce", "You have this treaty already.");
  }
  const open = openProposals.some((proposal) => sameTerms(proposal, terms) && proposal.declined.length === 0);
  return open ? illegal("terms.open", "These terms are on the table already: sign them there.") : null;
}

/** A treaty in its last turn may be proposed anew. */
const staysInForce = (treaty: Treaty, turn: number): boolean => treaty.until === null || treaty.until > turn;

function hasPen(board: Board, world: PublicWorld, by: CountryIndex, openProposals: Open): Answer {
  const me = board.ids[by];
  const allowed = treatiesAllowed(world);
  const signed = openProposals.filter(
    (proposal) =>
      me !== undefined && proposal.turn === world.turn && hasSigned(proposal, me) && proposal.declined.length === 0,
  ).length;
  if (signed < allowed) return null;
  const limit = allowed === 1 ? "one new treaty" : `${allowed} new treaties`;
  return illegal(
    "treaty.limit",
    `You may enter ${limit} a turn, and you have signed for this turn. Take a proposal back, or wait for the next turn.`,
    { allowed, signed },
  );
}

const hasSigned = (proposal: Pick<Proposal, "by" | "signed">, me: CountryId): boolean =>
  proposal.by === me || proposal.signed.includes(me);

/** Whether it is kept secret makes no other treaty of it. */
const sameTerms = (a: TreatyTerms, b: TreatyTerms): boolean =>
  a.kind === b.kind &&
  a.against === b.against &&
  a.parties.length === b.parties.length &&
  a.parties.every((party) => b.parties.includes(party));
