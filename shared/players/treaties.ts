import type { TreatyId } from "../model/ids.ts";
import type { DeclineReason } from "../model/treaty.ts";
import type { Personality } from "../model/match.ts";
import type { SeatSight } from "../model/sight.ts";
import { characterOf, type Character, type Who } from "./character.ts";
import { mannersOf } from "./manners.ts";
import { isAsked, objectionTo } from "./objections.ts";

export { offerTreaties } from "./offers.ts";

export interface Answers {
  readonly sign: readonly TreatyId[];
  readonly decline: readonly { readonly proposal: TreatyId; readonly reason: DeclineReason }[];
}

/** What is on the table for this seat, answered as its character would; every refusal has its reason. */
export function answerProposals(sight: SeatSight, who: Who, draw: () => number): Answers {
  const character = characterOf(who);
  const me = sight.board.ids[sight.me];
  const sign: TreatyId[] = [];
  const decline: Answers["decline"][number][] = [];
  let proposals = sight.proposals;
  for (const proposal of sight.proposals) {
    if (me === undefined || !isAsked(proposal, me)) continue;
    const reason = objectionTo({ ...sight, proposals }, character, proposal) ?? mood(sight, character, draw);
    if (reason !== null) {
      decline.push({ proposal: proposal.id, reason });
      continue;
    }
    sign.push(proposal.id);
    proposals = proposals.map((one) => (one.id === proposal.id ? { ...one, signed: [...one.signed, me] } : one));
  }
  return { sign, decline };
}

/** What each says when it simply does not feel like signing. */
const MOODS: Readonly<Record<Personality, DeclineReason>> = {
  theorist: "ownPlans",
  powerBalancer: "ownPlans",
  jackal: "wantsMore",
  lion: "ownPlans",
  lamb: "tooWeak",
  wolf: "ownPlans",
  hider: "ownPlans",
  titForTat: "distrust",
  reassurer: "ownPlans",
  blusterer: "ownPlans",
};

/** Nobody signs everything that is sensible. */
const mood = (sight: SeatSight, character: Character, draw: () => number): DeclineReason | null =>
  draw() < mannersOf(sight, character).signs ? null : MOODS[character.personality];
