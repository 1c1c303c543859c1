import { seedPrng, stream } from "#shared/lib/prng.ts";
import type { CommandBody, MatchState } from "#shared/model/match.ts";
import type { CountryId } from "#shared/model/ids.ts";
import type { SeatSight } from "#shared/model/sight.ts";
import { chooseOrders } from "#shared/players/chooseOrders.ts";
import { answerProposals, offerTreaties } from "#shared/players/treaties.ts";
import { speak } from "#shared/players/words.ts";
import { publicWorld } from "#shared/projection/publicWorld.ts";
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
      ...words.map(({ to, text }): CommandBody => ({ kind: "message", by, to, text })),
      ...offers.map((terms): CommandBody => ({ kind: "propose", by, terms })),
    ];
  },
  answer: (state, seat) => {
    const seen = sightOf(state, seat);
    if (!seen || seen.sight.proposals.length === 0) return [];
    const { by, sight } = seen;
    const { sign, decline } = answerProposals(sight, seat, drawFor(state, seat, "answer"));
    return [
      ...sign.map((proposal): CommandBody => ({ kind: "sign", by, proposal })),
      ...decline.map((proposal): CommandBody => ({ kind: "decline", by, proposal })),
    ];
  },
  order: (state, seat) => {
    const seen = sightOf(state, seat);
    if (!seen) return [];
    const { sheet, why } = chooseOrders(seen.sight, seat, drawFor(state, seat, "order"));
    return [{ kind: "submit", by: seen.by, sheet, source: "computer", why }];
  },
};

/** What a person in this seat knows: the public world, its own card, the proposals it is party to. */
function sightOf(
  state: MatchState,
  { me }: ComputerSeat,
): { readonly by: CountryId; readonly sight: SeatSight } | null {
  const by = state.board.ids[me];
  const card = state.cards[me];
  if (!by || !card) return null;
  const proposals = state.proposals.filter((proposal) => proposal.parties.includes(by));
  return { by, sight: { board: state.board, world: publicWorld(state.board, state.world, me), me, card, proposals } };
}

/** Chance of one seat at one moment: the same match plays the same way again, and no seat's draws move another's. */
function drawFor(
  { settings, turn, phase, treatyCount }: MatchState,
  { me }: ComputerSeat,
  moment: string,
): () => number {
  // Asked again about the same proposals, a seat thinks the same; a new proposal is a new occasion.
  return stream(seedPrng(settings.seed, `computer ${me} ${moment} ${turn} ${phase} ${treatyCount}`)).draw;
}
