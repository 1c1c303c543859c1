import { printedPercent } from "../lib/percent.ts";
import type { ActKind } from "../model/acts.ts";
import type { EventOf, GameEvent } from "../model/event.ts";
import type { CountryId, CountryIndex } from "../model/ids.ts";
import type { Treaty } from "../model/treaty.ts";
import type { Board } from "../model/world.ts";
import { fill, SENTENCES } from "./sentences.ts";
import { explainModule } from "./explainModule.ts";
import { treatyName } from "./treatyWords.ts";
import type { SentenceKey, SentenceValues } from "./sentences.ts";

export interface Explanation {
  readonly key: SentenceKey;
  /** Names as a sentence says them, several as a list; numbers as the event carries them. */
  readonly values: SentenceValues;
}

/** One plain English sentence with the numbers that decided it. */
export function sentence(board: Board, event: GameEvent): string {
  const { key, values } = explain(board, event);
  return fill(SENTENCES[key], values);
}

/** The sentence's key and what to put into it, for any catalogue. */
export function explain(board: Board, event: GameEvent): Explanation {
  const name = (i: CountryIndex): string => board.spoken[i] ?? "?";
  switch (event.kind) {
    case "treatySigned":
      return signedTreaty(board, event.treaty);
    case "treatyLapsed":
      return {
        key: "treatyLapsed",
        values: { treaty: treatyName(event.treaty), parties: namesOf(board, event.treaty.parties) },
      };
    case "treatyBroken":
      return brokenTreaty(board, event);
    case "congressCalled":
      return { key: "congressCalled", values: {} };
    case "aidGiven":
      return { key: "aidGiven", values: { from: name(event.from), to: name(event.to), points: event.points } };
    case "armed":
      return {
        key: "armed",
        values: {
          country: name(event.country),
          income: event.income,
          offence: event.offence,
          defence: event.defence,
          industry: event.industry,
          saved: event.saved,
        },
      };
    case "occupationPaid":
      return {
        key: event.provinces === 1 ? "occupationPaidOne" : "occupationPaid",
        values: {
          country: name(event.country),
          provinces: event.provinces,
          points: event.points,
          stability: event.stability,
        },
      };
    case "mobilised":
      return { key: "mobilised", values: { country: name(event.country), from: event.from, to: event.to } };
    case "demobilised":
      return { key: "demobilised", values: { country: name(event.country) } };
    case "offenceCut":
      return { key: "offenceCut", values: { country: name(event.country), points: event.points } };
    case "threatened":
      return { key: "threatened", values: { by: name(event.by), target: name(event.target) } };
    case "reassured":
      return {
        key: event.believed ? "reassuredBelieved" : "reassuredDoubted",
        values: { by: name(event.by), target: name(event.target) },
      };
    case "aligned":
      return aligned(board, event);
    case "tributePaid":
      return { key: "tributePaid", values: { from: name(event.from), to: name(event.to), points: event.points } };
    case "spoilsTaken":
      return spoils(board, event);
    case "pactCalled":
      return {
        key: event.answer === "honoured" ? "pactHonoured" : "pactRefused",
        values: { ally: name(event.ally), victim: name(event.victim), attacker: name(event.attacker) },
      };
    case "battle":
      return battle(board, event);
    case "provinceTaken":
      return taken(board, event);
    case "armistice":
      return { key: "armistice", values: { country: name(event.country), to: event.to } };
    case "exiled":
    case "restored":
      return { key: event.kind, values: { country: name(event.country) } };
    case "act":
      return {
        key: ACT_SENTENCES[event.act],
        values: { by: name(event.by), target: name(event.target), lambda: event.lambda },
      };
    case "securityDilemma":
      return {
        key: "securityDilemma",
        values: { a: name(event.a), b: name(event.b), riseOfB: event.riseOfB, riseOfA: event.riseOfA },
      };
    case "alarm":
      return {
        key: event.on ? "alarmOn" : "alarmOff",
        values: { country: name(event.country), percent: 100 * event.share },
      };
    default:
      return explainModule(board, event);
  }
}

function signedTreaty(board: Board, treaty: Treaty): Explanation {
  const { kind, parties, against, until, secret } = treaty;
  const values = {
    parties: namesOf(board, parties),
    treaty: treatyName(treaty),
    until: until ?? 0,
    against: against === undefined ? "" : namesOf(board, [against]),
  };
  if (secret) return { key: against === undefined ? "treatySignedSecret" : "treatySignedSecretAgainst", values };
  if (kind === "defence" && against !== undefined) return { key: "treatySignedDefenceAgainst", values };
  return { key: SIGNED[kind], values };
}
const SIGNED: Readonly<Record<Treaty["kind"], SentenceKey>> = {
  defence: "treatySignedDefence",
  nonaggression: "treatySignedNonaggression",
  consultation: "treatySignedConsultation",
  neutrality: "treatySignedNeutrality",
};

function brokenTreaty(board: Board, { treaty, by, deed }: EventOf<"treatyBroken">): Explanation {
  const others = treaty.parties.filter((party) => party !== board.ids[by]);
  return {
    key: BROKEN[deed],
    values: { by: board.spoken[by] ?? "?", treaty: treatyName(treaty), others: namesOf(board, others) },
  };
}
const BROKEN: Readonly<Record<EventOf<"treatyBroken">["deed"], SentenceKey>> = {
  attack: "treatyBrokenAttack",
  refusal: "treatyBrokenRefusal",
  balance: "treatyBrokenBalance",
  follow: "treatyBrokenFollow",
  help: "treatyBrokenHelp",
};

function aligned(board: Board, { country, alignment, counts }: EventOf<"aligned">): Explanation {
  const who = board.spoken[country] ?? "?";
  if (alignment.kind === "hide") return { key: "alignedHide", values: { country: who } };
  const other = namesOf(board, [alignment.kind === "balance" ? alignment.against : alignment.with]);
  const key =
    counts.kind !== alignment.kind
      ? "alignedCircle"
      : alignment.kind === "balance"
        ? "alignedBalance"
        : "alignedBandwagon";
  return { key, values: { country: who, other } };
}

function spoils(board: Board, { country, province, points, shares }: EventOf<"spoilsTaken">): Explanation {
  const values = { country: board.spoken[country] ?? "?", province: board.provinces[province]?.name ?? "?", points };
  if (shares.length === 0) return { key: "spoilsTaken", values };
  return {
    key: "spoilsShared",
    values: {
      ...values,
      followers: joined(
        board,
        shares.map((share) => share.country),
      ),
    },
  };
}

/** "over 99", "42": of a battle that is not yet won, nor lost. */
function percentWords(share: number): string {
  const { bound, percent } = printedPercent(share);
  return bound === null ? String(percent) : `${bound} ${percent}`;
}

function battle(
  board: Board,
  { attackers, defender, province, attack, defence, forces, outcome, deserters, chance }: EventOf<"battle">,
): Explanation {
  const helpers = forces.filter(
    ({ role, points }) => points > 0 && (role === "aligned" || role === "pact" || role === "protector"),
  );
  const values = {
    attackers: joined(board, attackers),
    defender: board.spoken[defender] ?? "?",
    province: board.provinces[province]?.name ?? "?",
    attack,
    defence,
    deserters: joined(board, deserters),
    helpers: joined(
      board,
      helpers.map(({ country }) => country),
    ),
  };
  if (chance) return { key: BY_CHANCE[outcome], values: { ...values, percent: percentWords(chance.win) } };
  const deserted = deserters.length > 0;
  if (outcome === "win") return { key: deserted ? "battleWinDeserted" : "battleWin", values };
  if (outcome === "stalemate") return { key: deserted ? "battleStalemateDeserted" : "battleStalemate", values };
  return { key: helpers.length > 0 ? "battleLossHelped" : "battleLoss", values };
}

const BY_CHANCE: Readonly<Record<EventOf<"battle">["outcome"], SentenceKey>> = {
  win: "battleWinByChance",
  stalemate: "battleStalemateByChance",
  loss: "battleLossByChance",
};

const TAKEN: Readonly<Record<EventOf<"provinceTaken">["how"], SentenceKey>> = {
  conquest: "provinceConquest",
  reconquest: "provinceReconquest",
  liberation: "provinceLiberation",
  withdrawal: "provinceWithdrawal",
  cession: "provinceCession",
  revolt: "provinceRevolt",
};

function taken(board: Board, { province, from, to, by, how }: EventOf<"provinceTaken">): Explanation {
  const name = (i: CountryIndex): string => board.spoken[i] ?? "?";
  return {
    key: TAKEN[how],
    values: { province: board.provinces[province]?.name ?? "?", from: name(from), to: name(to), by: name(by) },
  };
}

const ACT_SENTENCES = {
  annex: "actAnnex",
  attack_unprovoked: "actAttackUnprovoked",
  attack_provoked: "actAttackProvoked",
  break_pact: "actBreakPact",
  betray_follower: "actBetrayFollower",
  ultimatum: "actUltimatum",
  subvert_found: "actSubvertFound",
  mobilise: "actMobilise",
  threat: "actThreat",
  arm_offence: "actArmOffence",
  balance_against: "actBalanceAgainst",
  hostile_propaganda: "actHostilePropaganda",
  arm_defence: "actArmDefence",
  reassure: "actReassure",
  join_war_for_victim: "actJoinWarForVictim",
  aid: "actAid",
  treaty_nonaggression: "actTreatyNonaggression",
  honour_pact: "actHonourPact",
  treaty_defence: "actTreatyDefence",
  concede: "actConcede",
  demobilise: "actDemobilise",
  cut_offence: "actCutOffence",
  withdraw: "actWithdraw",
  influence_found: "actInfluenceFound",
  treaty_consultation: "actTreatyConsultation",
  treaty_neutrality: "actTreatyNeutrality",
} as const satisfies Record<ActKind, SentenceKey>;

const namesOf = (board: Board, ids: readonly CountryId[]): readonly string[] =>
  joined(
    board,
    ids.map((id) => board.indexOf.get(id) ?? -1),
  );
const joined = (board: Board, countries: readonly CountryIndex[]): readonly string[] =>
  countries.map((i) => board.spoken[i] ?? "?");
