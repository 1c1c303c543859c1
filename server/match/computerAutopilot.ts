import { seedPrng, stream } from "#shared/lib/prng.ts";
import type { Channel, CommandBody, MatchState } from "#shared/model/match.ts";
import type { CountryId, TreatyId } from "#shared/model/ids.ts";
import type { SeatSight } from "#shared/model/sight.ts";
import type { DeclineReason } from "#shared/model/treaty.ts";
import { chooseOrders } from "#shared/players/chooseOrders.ts";
import { offerLine } from "#shared/players/offerLine.ts";
import { refusalTo } from "#shared/players/refusalLines.ts";
import { answerProposals, offerTreaties } from "#shared/players/treaties.ts";
import { speak } from "#shared/players/words.ts";
import { publicWorld } from "#shared/projection/publicWorld.ts";
import { turnView } from "#shared/projection/turnView.ts";
import { talkForbidden } from "#shared/rules/index.ts";
import type { Autopilot, ComputerSeat } from "./Autopilot.ts";

/** The computer players of `shared/players`, given no more than the seat may see. */
export const computerAutopilot: Autopilot = {
  act: (state, seat) => {
    const seen = sightOf(state, seat);
    if (!seen || state.phase !== "diplomacy") return [];
    const { by, sight } = seen;
    const offers = offerTreaties(sight, seat, drawFor(state, seat, "offer"));
    const words = speak(sight, seat, drawFor(state, seat, "speak"));
    return [
      ...words.flatMap(({ to, text }) => said(state, by, to, text)),
      ...offers.flatMap((terms): CommandBody[] => {
        const { to, text } = offerLine(sight, terms, drawFor(state, seat, "offer line"));
        return [{ kind: "propose", by, terms }, ...said(state, by, to, text)];
      }),
    ];
  },
  answer: (state, seat) => {
    const seen = sightOf(state, seat);
    if (!seen || seen.sight.proposals.length === 0) return [];
    const { by, sight } = seen;
    const { sign, decline } = answerProposals(sight, seat, drawFor(state, seat, "answer"));
    return [
      ...sign.map((proposal): CommandBody => ({ kind: "sign", by, proposal })),
      ...decline.flatMap(({ proposal, reason }) => declined(state, seat, { by, proposal, reason })),
    ];
  },
  order: (state, seat) => {
    const seen = sightOf(state, seat);
    if (!seen) return [];
    const { sheet, why } = chooseOrders(seen.sight, seat, drawFor(state, seat, "order"));
    return [{ kind: "submit", by: seen.by, sheet, source: "computer", why }];
  },
};

/** A message, where the match's own rule lets it be sent; what may only be said in public is not said to all instead. */
function said({ settings, phase }: MatchState, by: CountryId, to: Channel, text: string): CommandBody[] {
  return talkForbidden(settings.messages, phase, to.kind) === null ? [{ kind: "message", by, to, text }] : [];
}

/** Turned down with a reason, and a word to the proposer. */
function declined(
  state: MatchState,
  { personality }: ComputerSeat,
  { by, proposal, reason }: { readonly by: CountryId; readonly proposal: TreatyId; readonly reason: DeclineReason },
): CommandBody[] {
  const proposer = state.proposals.find(({ id }) => id === proposal)?.by;
  if (proposer === undefined) return [];
  const { to, text } = refusalTo(proposer, personality, reason);
  return [{ kind: "decline", by, proposal, reason }, ...said(state, by, to, text)];
}

/**
 * What a person in this seat knows: the world and the last turn as the projection shows them to it, its own card, the
 * proposals it is party to.
 */
export function sightOf(
  state: MatchState,
  { me }: Pick<ComputerSeat, "me">,
): { readonly by: CountryId; readonly sight: SeatSight } | null {
  const { board, world, played } = state;
  const by = board.ids[me];
  const card = state.cards[me];
  if (!by || !card) return null;
  const proposals = state.proposals.filter((proposal) => proposal.parties.includes(by));
  const last = played.at(-1);
  const lately = last ? turnView(board, last, me).events : [];
  return { by, sight: { board, world: publicWorld(board, world, me), me, card, proposals, lately } };
}

/** Chance of one seat at one moment: the same match plays the same way again, and no seat's draws move another's. */
function drawFor(
  { settings, turn, phase, proposals, board }: MatchState,
  { me }: ComputerSeat,
  moment: string,
): () => number {
  // Asked again about the same proposals, a seat thinks the same; a new proposal before it is a new occasion.
  const mine = board.ids[me];
  const before = proposals.filter(({ parties }) => mine !== undefined && parties.includes(mine)).length;
  return stream(seedPrng(settings.seed, `computer ${me} ${moment} ${turn} ${phase} ${before}`)).draw;
}
