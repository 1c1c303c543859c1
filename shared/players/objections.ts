import type { CountryIndex } from "../model/ids.ts";
import type { DeclineReason, Proposal } from "../model/treaty.ts";
import type { SeatSight } from "../model/sight.ts";
import { assertNever } from "../lib/assertNever.ts";
import { checkSignature } from "../rules/index.ts";
import { assessed } from "../theory/assessed.ts";
import type { Character } from "./character.ts";
import { followsOf, reliability } from "./odds.ts";
import { areBound, fearOf, topThreat } from "./outlook.ts";
import { preyOf } from "./prey.ts";
import { TRUST } from "./temper.ts";

/** T from which a common danger is worth a pact; one is signed a little below the fear at which one would offer it oneself. */
export const WORTH_A_PACT = 42;
const SIGNS_EARLIER = 8;

/** Whether a proposal waits for this country's answer. */
export const isAsked = (proposal: Proposal, me: SeatSight["board"]["ids"][number]): boolean =>
  proposal.parties.includes(me) &&
  proposal.by !== me &&
  !proposal.signed.includes(me) &&
  !proposal.declined.includes(me);

/** What speaks against signing, or null. */
export function objectionTo(sight: SeatSight, character: Character, proposal: Proposal): DeclineReason | null {
  const { board, world, me } = sight;
  if (checkSignature(board, world, me, { proposal, openProposals: sight.proposals }) !== null) return "bound";
  const partners = proposal.parties.map((id) => board.indexOf.get(id) ?? -1).filter((k) => k !== me);
  if (partners.some((k) => reliability(world, k) < TRUST[character.temper])) return "distrust";
  switch (proposal.kind) {
    case "nonaggression":
    case "neutrality":
      return partners.includes(preyOf(sight, character)) ? "ownPlans" : null;
    case "consultation":
      return againstConsulting(sight, character, partners);
    case "defence":
      return againstDefending(sight, character, partners, proposal);
    default:
      return assertNever(proposal.kind);
  }
}

function againstConsulting(
  sight: SeatSight,
  { personality }: Character,
  partners: readonly CountryIndex[],
): DeclineReason | null {
  if (personality === "wolf" || personality === "hider" || personality === "blusterer") return "ownPlans";
  const foe = topThreat(sight.world, sight.me);
  return partners.includes(foe) ? "distrust" : null;
}

/** A pact against what it fears, with someone it fears less and believes. */
function againstDefending(
  sight: SeatSight,
  { personality }: Character,
  partners: readonly CountryIndex[],
  { against: named }: Proposal,
): DeclineReason | null {
  const { board, world, me } = sight;
  // One that reassures joins no camp: a pact is against someone.
  if (personality === "hider" || personality === "reassurer") return "ownPlans";
  const against = named === undefined ? topThreat(world, me) : (board.indexOf.get(named) ?? -1);
  const fear = fearOf(world, me, against);
  if (partners.some((k) => wronged(sight, k))) return "distrust";
  if (named !== undefined && (areBound(sight, me, against) || followsOf(board, world, me) === against))
    return "friendOfTarget";
  if (fear < WORTH_A_PACT - SIGNS_EARLIER) return "noThreat";
  if (partners.some((k) => k === against || fearOf(world, me, k) >= fear)) return "distrust";
  return personality === "lamb" && !partners.some((k) => isStronger(sight, k)) ? "tooWeak" : null;
}

/** Whether a country attacked me or took my land in the turns that are remembered. */
const wronged = ({ world, me }: SeatSight, k: CountryIndex): boolean =>
  world.recentActs.some(
    ({ by, target, kind }) => by === k && target === me && (kind === "annex" || kind === "attack_unprovoked"),
  );

function isStronger({ board, world, me }: SeatSight, k: CountryIndex): boolean {
  const { shares } = assessed(board, world);
  return (shares[k] ?? 0) > (shares[me] ?? 0);
}
