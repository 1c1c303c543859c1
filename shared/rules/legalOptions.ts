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
  /** Provinces that may be attacked to be kept, and those that may be given back to their owner; ascending. */
  readonly targets: readonly ProvinceIndex[];
  readonly freeable: readonly ProvinceIndex[];
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

/** Each answer is worked out when it is asked for: a form shows a few of them, and a computer player looks at fewer still. */
export function legalOptions(board: Board, world: PublicWorld, me: CountryIndex): LegalOptions {
  return new AskedFor({ board, world, me });
}

type PerCountry = (asked: Asked, target: CountryIndex) => Answer;

class AskedFor implements LegalOptions {
  readonly #asked: Asked;
  /** Lists already worked out, by what was asked. */
  readonly #lists = new Map<PerCountry, readonly Answer[]>();
  #attacks: LegalOptions["attack"] | null = null;
  #targets: readonly ProvinceIndex[] | null = null;
  #freeable: readonly ProvinceIndex[] | null = null;
  #focus: LegalOptions["focus"] | null = null;

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  get balance(): readonly Answer[] {
    return this.#perCountry(legality.mayBalance);
  }
  get bandwagon(): readonly Answer[] {
    return this.#perCountry(legality.mayBandwagon);
  }
  get threaten(): readonly Answer[] {
    return this.#perCountry(legality.mayThreaten);
  }
  get reassure(): readonly Answer[] {
    return this.#perCountry(legality.mayReassure);
  }
  get aid(): readonly Answer[] {
    return this.#perCountry(legality.mayAid);
  }
  get propaganda(): readonly Answer[] {
    return this.#perCountry(covert.mayBroadcast);
  }
  get influence(): readonly Answer[] {
    return this.#perCountry(covert.mayInfluence);
  }
  get subvert(): readonly Answer[] {
    return this.#perCountry(covert.maySubvert);
  }
  get investigate(): readonly Answer[] {
    return this.#perCountry(covert.mayInvestigate);
  }
  get attack(): LegalOptions["attack"] {
    this.#attacks ??= this.#asked.board.provinces.map((_, p) => new AttackOn(this.#asked, p));
    return this.#attacks;
  }
  get targets(): readonly ProvinceIndex[] {
    this.#targets ??= this.#inReach({ liberate: false });
    return this.#targets;
  }
  get freeable(): readonly ProvinceIndex[] {
    this.#freeable ??= this.#inReach({ liberate: true });
    return this.#freeable;
  }
  get withdraw(): readonly Answer[] {
    return this.#perProvince(legality.mayWithdraw);
  }
  get mobilise(): Answer {
    return legality.mayMobilise(this.#asked);
  }
  get demobilise(): Answer {
    return legality.mayDemobilise(this.#asked);
  }
  get cutOffence(): LegalOptions["cutOffence"] {
    return { answer: legality.mayCutOffence(this.#asked, 1), most: legality.mostCut(this.#asked) };
  }
  get arms(): Answer {
    return legality.mayArm(this.#asked);
  }
  get income(): Income {
    const { board, world, me } = this.#asked;
    return incomeOf(board, world, me);
  }
  get mostMoves(): number {
    return legality.mostMoves(this.#asked.board);
  }
  get refuse(): readonly TreatyId[] {
    return refusable(this.#asked);
  }
  get ultimatum(): readonly Answer[] {
    return this.#perCountry(diplomatic.mayIssueUltimatum);
  }
  demands(target: CountryIndex): Demands {
    return new DemandsOn(this.#asked, target);
  }
  get concede(): readonly Answer[] {
    return this.#perProvince(diplomatic.mayGive);
  }
  concedeTo(province: ProvinceIndex): readonly Answer[] {
    return this.#asked.board.ids.map((_, to) => diplomatic.mayConcede(this.#asked, province, to));
  }
  get appeal(): readonly Answer[] {
    return this.#perCountry(diplomatic.mayAppealTo);
  }
  appealAgainst(to: CountryIndex): readonly Answer[] {
    return this.#asked.board.ids.map((_, against) => diplomatic.mayAppeal(this.#asked, to, against));
  }
  get received(): readonly Received[] {
    const { world, me } = this.#asked;
    return diplomatic.ultimataTo(world, me).map((ultimatum) => received(this.#asked, ultimatum));
  }
  get focus(): LegalOptions["focus"] {
    this.#focus ??= {
      attack: mayFocus(this.#asked, { kind: "attack" }),
      help: this.#asked.board.ids.map((country) => mayFocus(this.#asked, { kind: "help", country })),
    };
    return this.#focus;
  }
  get reasons(): readonly Reason[] {
    return reasonsFor(this.#asked.board);
  }

  #perCountry(ask: PerCountry): readonly Answer[] {
    const before = this.#lists.get(ask);
    if (before) return before;
    const answers = this.#asked.board.ids.map((_, i) => ask(this.#asked, i));
    this.#lists.set(ask, answers);
    return answers;
  }
  #inReach(how: { readonly liberate: boolean }): ProvinceIndex[] {
    const found: ProvinceIndex[] = [];
    for (let p = 0; p < this.#asked.board.provinces.length; p += 1)
      if (legality.canAttack(this.#asked, p, how)) found.push(p);
    return found;
  }
  #perProvince(ask: (asked: Asked, province: ProvinceIndex) => Answer): readonly Answer[] {
    return this.#asked.board.provinces.map((_, p) => ask(this.#asked, p));
  }
}

class AttackOn {
  readonly #asked: Asked;
  readonly #province: ProvinceIndex;

  constructor(asked: Asked, province: ProvinceIndex) {
    this.#asked = asked;
    this.#province = province;
  }
  get keep(): Answer {
    return legality.mayAttack(this.#asked, this.#province, { liberate: false });
  }
  get liberate(): Answer {
    return legality.mayAttack(this.#asked, this.#province, { liberate: true });
  }
}

function refusable({ board, world, me }: Asked): TreatyId[] {
  if (!board.modules.includes("calls")) return [];
  return world.treaties
    .filter(({ kind, parties }) => kind === "defence" && parties.some((party) => board.indexOf.get(party) === me))
    .map(({ id }) => id);
}

class DemandsOn implements Demands {
  readonly #asked: Asked;
  readonly #target: CountryIndex;

  constructor(asked: Asked, target: CountryIndex) {
    this.#asked = asked;
    this.#target = target;
  }
  get cede(): readonly Answer[] {
    return this.#asked.board.provinces.map(({ id }) => this.#ask({ kind: "cede", province: id }));
  }
  get leaveTreaty(): readonly TreatyId[] {
    return this.#asked.world.treaties.flatMap(({ id }) =>
      this.#ask({ kind: "leaveTreaty", treaty: id }) === null ? [id] : [],
    );
  }
  get balance(): readonly Answer[] {
    return this.#asked.board.ids.map((against) =>
      this.#ask({ kind: "align", alignment: { kind: "balance", against } }),
    );
  }
  get bandwagon(): Answer {
    const mine = this.#asked.board.ids[this.#asked.me];
    if (mine === undefined) throw new Error(`no country ${this.#asked.me}`);
    return this.#ask({ kind: "align", alignment: { kind: "bandwagon", with: mine } });
  }
  #ask(demand: Demand): Answer {
    return diplomatic.mayDemand(this.#asked, this.#target, demand);
  }
}

function received(asked: Asked, ultimatum: Ultimatum): Received {
  const { by, demand } = ultimatum;
  const needs = demand.kind === "align" ? demand.alignment : null;
  return { by, demand, needs, accept: diplomatic.mayAccept(asked, ultimatum, needs ?? { kind: "hide" }) };
}
