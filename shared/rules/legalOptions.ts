import type { CountryIndex, ProvinceIndex, TreatyId } from "../model/ids.ts";
import type { Alignment, Demand, Reason } from "../model/order.ts";
import type { Board, PublicWorld, Ultimatum } from "../model/world.ts";
import { incomeOf } from "./income.ts";
import type { Income } from "./income.ts";
import * as legality from "./legality.ts";
import type { Answer, Asked } from "./legality.ts";
import { mayFocus } from "./legality/answers.ts";
import * as covert from "./legality/covert.ts";
import * as diplomatic from "./legality/diplomatic.ts";
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
  /** By country index, whatever is demanded; what may be demanded of one is worked out when asked for. */
  readonly ultimatum: readonly Answer[];
  readonly demands: (target: CountryIndex) => Demands;
  /** By province index, whoever receives it; then by country index, for one province. */
  readonly concede: readonly Answer[];
  readonly concedeTo: (province: ProvinceIndex) => readonly Answer[];
  /** By country index, whomever it is against; then by country index, for one addressee. */
  readonly appeal: readonly Answer[];
  readonly appealAgainst: (to: CountryIndex) => readonly Answer[];
  /** Ultimata to be answered on this sheet. */
  readonly received: readonly Received[];
  /** Where most of the force may be sent: to an attack; to the help of a country, by country index. */
  readonly focus: { readonly attack: Answer; readonly help: readonly Answer[] };
  /** What may be named as having decided the alignment. */
  readonly reasons: readonly Reason[];
}

/** What can be demanded of one country. */
export interface Demands {
  /** By province index. */
  readonly cede: readonly Answer[];
  /** Treaties it is known to be in and the one who threatens is not. */
  readonly leaveTreaty: readonly TreatyId[];
  /** To balance against another, by country index. */
  readonly balance: readonly Answer[];
  /** To bandwagon with the one who threatens. */
  readonly bandwagon: Answer;
}

/** An ultimatum of last turn. */
export interface Received {
  readonly by: CountryIndex;
  readonly demand: Demand;
  /** Whether it may be accepted by a sheet that has the alignment it asks for, if it asks for one. */
  readonly accept: Answer;
  /** The alignment that a sheet must have to accept it; null = any. */
  readonly needs: Alignment | null;
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
    refuse: board.modules.includes("calls")
      ? world.treaties
          .filter(({ kind, parties }) => kind === "defence" && parties.some((party) => board.indexOf.get(party) === me))
          .map(({ id }) => id)
      : [],
    ultimatum: perCountry(diplomatic.mayIssueUltimatum),
    demands: (target) => demandsOf(asked, target),
    concede: board.provinces.map((_, p) => diplomatic.mayGive(asked, p)),
    concedeTo: (province) => perCountry((_, to) => diplomatic.mayConcede(asked, province, to)),
    appeal: perCountry(diplomatic.mayAppealTo),
    appealAgainst: (to) => perCountry((_, against) => diplomatic.mayAppeal(asked, to, against)),
    received: diplomatic.ultimataTo(world, me).map((ultimatum) => received(asked, ultimatum)),
    focus: {
      attack: mayFocus(asked, { kind: "attack" }),
      help: board.ids.map((country) => mayFocus(asked, { kind: "help", country })),
    },
    reasons: reasonsFor(board),
  };
}

function demandsOf(asked: Asked, target: CountryIndex): Demands {
  const { board, world, me } = asked;
  const follow = board.ids[me];
  const ask = (demand: Demand): Answer => diplomatic.mayDemand(asked, target, demand);
  return {
    cede: board.provinces.map(({ id }) => ask({ kind: "cede", province: id })),
    leaveTreaty: world.treaties.flatMap(({ id }) => (ask({ kind: "leaveTreaty", treaty: id }) === null ? [id] : [])),
    balance: board.ids.map((against) => ask({ kind: "align", alignment: { kind: "balance", against } })),
    bandwagon:
      follow === undefined
        ? diplomatic.mayIssueUltimatum(asked, target)
        : ask({ kind: "align", alignment: { kind: "bandwagon", with: follow } }),
  };
}

function received(asked: Asked, ultimatum: Ultimatum): Received {
  const { by, demand } = ultimatum;
  const needs = demand.kind === "align" ? demand.alignment : null;
  return { by, demand, needs, accept: diplomatic.mayAccept(asked, ultimatum, needs ?? { kind: "hide" }) };
}
