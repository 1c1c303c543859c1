import type { CountryIndex, TreatyId } from "../model/ids.ts";
import type { Reason } from "../model/order.ts";
import type { Board, PublicWorld } from "../model/world.ts";
import { incomeOf } from "./income.ts";
import type { Income } from "./income.ts";
import * as legality from "./legality.ts";
import type { Answer, Asked } from "./legality.ts";
import * as covert from "./legality/covert.ts";
import { reasonsFor } from "./ideology.ts";

/** What may be put on a sheet now. Every answer is `null` (allowed) or the refusal that says why not. */
export interface LegalOptions {
  /** By country index. */
  readonly balance: readonly Answer[];
  readonly bandwagon: readonly Answer[];
  readonly threaten: readonly Answer[];
  readonly reassure: readonly Answer[];
  readonly aid: readonly Answer[];
  readonly propaganda: readonly Answer[];
  readonly influence: readonly Answer[];
  readonly subvert: readonly Answer[];
  readonly investigate: readonly Answer[];
  /** By province index: keep it if it is won, or give it back to its owner. */
  readonly attack: readonly { readonly keep: Answer; readonly liberate: Answer }[];
  /** By province index. */
  readonly withdraw: readonly Answer[];
  readonly mobilise: Answer;
  readonly demobilise: Answer;
  /** Any whole number from 1 to `most`, if allowed. */
  readonly cutOffence: { readonly answer: Answer; readonly most: number };
  /** Offence, defence and industry. */
  readonly arms: Answer;
  readonly income: Income;
  readonly mostMoves: number;
  /** Defence pacts whose call can be refused. */
  readonly refuse: readonly TreatyId[];
  /** What may be named as having decided the alignment. */
  readonly reasons: readonly Reason[];
}

export function legalOptions(board: Board, world: PublicWorld, me: CountryIndex): LegalOptions {
  const asked: Asked = { board, world, me };
  const perCountry = (ask: (asked: Asked, target: CountryIndex) => Answer): Answer[] =>
    board.ids.map((_, i) => ask(asked, i));
  return {
    balance: perCountry(legality.mayBalance),
    bandwagon: perCountry(legality.mayBandwagon),
    threaten: perCountry(legality.mayThreaten),
    reassure: perCountry(legality.mayReassure),
    aid: perCountry(legality.mayAid),
    propaganda: perCountry(covert.mayBroadcast),
    influence: perCountry(covert.mayInfluence),
    subvert: perCountry(covert.maySubvert),
    investigate: perCountry(covert.mayInvestigate),
    attack: board.provinces.map((_, p) => ({
      keep: legality.mayAttack(asked, p, { liberate: false }),
      liberate: legality.mayAttack(asked, p, { liberate: true }),
    })),
    withdraw: board.provinces.map((_, p) => legality.mayWithdraw(asked, p)),
    mobilise: legality.mayMobilise(asked),
    demobilise: legality.mayDemobilise(asked),
    cutOffence: { answer: legality.mayCutOffence(asked, 1), most: legality.mostCut(asked) },
    arms: legality.mayArm(asked),
    income: incomeOf(board, world, me),
    mostMoves: legality.mostMoves(board),
    refuse: world.treaties
      .filter(({ kind, parties }) => kind === "defence" && parties.some((party) => board.indexOf.get(party) === me))
      .map(({ id }) => id),
    reasons: reasonsFor(board),
  };
}
