import type { CountryId } from "../model/ids.ts";
import type { Personality } from "../model/match.ts";
import type { DeclineReason } from "../model/treaty.ts";

/** Four ways of saying no. */
type Voice = "plain" | "proud" | "meek" | "greedy";
const VOICES: Readonly<Record<Personality, Voice>> = {
  theorist: "plain",
  titForTat: "plain",
  reassurer: "plain",
  blusterer: "proud",
  powerBalancer: "proud",
  lion: "proud",
  lamb: "meek",
  hider: "meek",
  jackal: "greedy",
  wolf: "greedy",
};

const NO: Readonly<Record<DeclineReason, Readonly<Record<Voice, string>>>> = {
  distrust: {
    plain: "We do not sign: as things stand, we should have to watch you as closely as those it is meant to keep out.",
    proud: "We sign with those whom we need not watch. Show us that you are one.",
    meek: "Forgive us, but we are afraid of you. Not now.",
    greedy: "From you? We know our own kind. No.",
  },
  noThreat: {
    plain: "There is no danger here that would be worth a pact. Ask again when there is.",
    proud: "We see no threat to the order in that. If one comes, we shall be there.",
    meek: "Nobody troubles us, and a pact might change that. Thank you, no.",
    greedy: "What would we be protected from? We see nothing to be afraid of.",
  },
  friendOfTarget: {
    plain: "We are bound to the country this is aimed at. We cannot sign against it.",
    proud: "That country has our word, and our word stands.",
    meek: "They would take it badly, and they stand closer to us than you do.",
    greedy: "You ask us to turn on our own patron. It pays better than you.",
  },
  ownPlans: {
    plain: "We have other plans this turn. It is nothing against you.",
    proud: "We choose our own time and our own ground. Not this paper, not now.",
    meek: "We would rather stay out of it, and be forgotten by all sides.",
    greedy: "We keep our hands free. You will see what for.",
  },
  bound: {
    plain: "We can sign no more this turn. Ask us again in the next.",
    proud: "Our signature for this turn is given, and we do not give it twice.",
    meek: "We have promised elsewhere this turn, and one promise is enough for us.",
    greedy: "You come too late: we have signed with somebody else this turn.",
  },
  tooWeak: {
    plain: "Together we would still be too weak: it would only draw attention to us both.",
    proud: "That pact would stop nobody. Bring more to the table.",
    meek: "We are too weak to be of use to you, and too weak to be noticed signing it.",
    greedy: "Two losers make no winner. No.",
  },
  wantsMore: {
    plain: "As it stands we bear the risk and you have the use of it. Offer more.",
    proud: "Our signature is worth more than that.",
    meek: "If you could help us a little first, we might dare.",
    greedy: "And what do we get? Aid, land, a share – then we talk.",
  },
};

/** What a character tells the proposer when it declines. */
export const refusalLine = (personality: Personality, reason: DeclineReason): string => NO[reason][VOICES[personality]];

/** The same, addressed. */
export const refusalTo = (
  proposer: CountryId,
  personality: Personality,
  reason: DeclineReason,
): { readonly to: { readonly kind: "some"; readonly countries: readonly CountryId[] }; readonly text: string } => ({
  to: { kind: "some", countries: [proposer] },
  text: refusalLine(personality, reason),
});
