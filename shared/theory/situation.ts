import type { CountryId, CountryIndex } from "../model/ids.ts";
import type { Board, Country, PublicWorld } from "../model/world.ts";
import type { Assessment } from "./assess.ts";
import { contest, type Helper, type PredictionInputs } from "./predict.ts";

/** The parts of board and world that a choice is weighed by. */
export type WeighedBoard = Pick<Board, "ids" | "indexOf" | "proximity"> & {
  readonly parameters: { readonly prediction: Board["parameters"]["prediction"] };
};
export type WeighedWorld = Pick<PublicWorld, "treaties" | "alignments" | "recentTakings"> & {
  readonly countries: readonly Pick<Country, "offence" | "defence" | "honoured" | "refused">[];
};

/** One country's view of everyone: who it is, what it sees, how revisionist it is (r, −1…1). */
export interface Viewpoint {
  readonly board: WeighedBoard;
  readonly world: WeighedWorld;
  readonly assessment: Assessment;
  readonly me: CountryIndex;
  readonly revisionism: number;
}

/** What `me` weighs when it thinks of the threat from j (theory.md 5). */
export function inputsFor(view: Viewpoint, j: CountryIndex): PredictionInputs {
  const { board, world, assessment, me, revisionism } = view;
  const { shares, offence, intent, threat } = assessment;
  const exposure = threat[me]?.[j] ?? 0;
  const side = sideOf(board, world, j);
  return {
    T: exposure,
    p_i: shares[me] ?? 0,
    def_i: defenceShare(world.countries[me]),
    p_j: shares[j] ?? 0,
    X: board.proximity[me]?.[j] ?? 0,
    O: offence[j] ?? 0,
    I: intent[me]?.[j] ?? 0,
    helpers: helpersAgainst(view, j),
    r: revisionism,
    omega: warStage(view, j, side),
    w_J: chanceOfSide(view, j, side),
    more_exposed: threat.some((row, k) => k !== me && k !== j && (row[j] ?? 0) > exposure),
  };
}

/** Defence's share of a country's arms; 0 without arms. */
export function defenceShare(country: Pick<Country, "offence" | "defence"> | undefined): number {
  const arms = country ? country.offence + country.defence : 0;
  return country && arms > 0 ? country.defence / arms : 0;
}

/** Reliability of each country bound to `me` by a defence pact that holds against j; null for the others. By country index. */
export function pactChances(view: Pick<Viewpoint, "board" | "world" | "me">, j: CountryIndex): (number | null)[] {
  const { board, world, me } = view;
  const my = board.ids[me];
  const foe = board.ids[j];
  const chances = board.ids.map((): number | null => null);
  for (const { kind, parties, against } of world.treaties) {
    if (kind !== "defence" || my === undefined || foe === undefined || !parties.includes(my) || parties.includes(foe))
      continue;
    if (against !== undefined && against !== foe) continue;
    for (const party of parties) {
      const k = board.indexOf.get(party);
      if (k !== undefined && k !== me) chances[k] = reliability(world.countries[k]);
    }
  }
  return chances;
}

/** honoured/(honoured + refused), the mean of Beta counts that begin at 3 : 1: alliances are kept about three times in four (Leeds, Long & Mitchell 2000). */
function reliability(country: Pick<Country, "honoured" | "refused"> | undefined): number {
  const calls = country ? country.honoured + country.refused : 0;
  return country && calls > 0 ? country.honoured / calls : 0;
}

/**
 * Everyone but me and j as [p_k, reach, v]: reach is the better of its nearness to me and to j; a pact partner comes by its word
 * (v its reliability), others by their own fear of j and their harmlessness to me, v = T_kj/100·(1 − I_ik). That allies are at
 * hand decides between balancing and bandwagoning (Walt 1987).
 */
function helpersAgainst(view: Viewpoint, j: CountryIndex): Helper[] {
  const { board, assessment, me } = view;
  const pacts = pactChances(view, j);
  const helpers: Helper[] = [];
  for (let k = 0; k < board.ids.length; k += 1) {
    if (k === me || k === j) continue;
    const reach = Math.max(board.proximity[me]?.[k] ?? 0, board.proximity[j]?.[k] ?? 0);
    const willing = ((assessment.threat[k]?.[j] ?? 0) / 100) * (1 - (assessment.intent[me]?.[k] ?? 0));
    helpers.push([assessment.shares[k] ?? 0, reach, pacts[k] ?? willing]);
  }
  return helpers;
}

/** ω: how far a war by j's side has gone, by the provinces that side took in the last two turns (theory.md 5; rules.md, computer players). */
export function warStage(
  { board, world }: Pick<Viewpoint, "board" | "world">,
  j: CountryIndex,
  side: Side = sideOf(board, world, j),
): number {
  if (world.recentTakings.length === 0) return 0;
  const { warStagePerProvince, warStageMost } = board.parameters.prediction;
  const taken = world.recentTakings.filter(({ taker, from }) => side[taker] && !side[from]).length;
  return Math.min(warStageMost, warStagePerProvince * taken);
}

/**
 * w_J: chance that j's side wins. j's side is j with those that bandwagon alongside it; against it stand the countries that
 * balance against any of them or lately lost land to them – `me` alone if there are none. Strengths as in section 5, met at full reach.
 */
export function chanceOfSide(
  { board, world, assessment, me }: Pick<Viewpoint, "board" | "world" | "assessment" | "me">,
  j: CountryIndex,
  side: Side = sideOf(board, world, j),
): number {
  let attack = 0;
  let defence = 0;
  for (let k = 0; k < side.length; k += 1) {
    const p = assessment.shares[k] ?? 0;
    if (side[k]) attack += p * (0.5 + (assessment.offence[k] ?? 0));
    else if (opposes(board, world, k, side)) defence += defensive(p, world, k);
  }
  if (defence === 0) defence = defensive(assessment.shares[me] ?? 0, world, me);
  return contest(attack, defence, board.parameters.prediction.m);
}

const defensive = (share: number, world: WeighedWorld, k: CountryIndex): number =>
  share * (0.75 + 0.5 * defenceShare(world.countries[k]));

/** Whether k balances against someone of the side, or lately lost land to it. */
function opposes(board: WeighedBoard, world: WeighedWorld, k: CountryIndex, side: Side): boolean {
  const alignment = world.alignments[k];
  if (alignment?.kind === "balance" && side[indexIn(board, alignment.against)]) return true;
  return world.recentTakings.some(({ taker, from }) => from === k && side[taker]);
}

/** Who stands with a country, by country index. */
type Side = readonly boolean[];

/** j, the country it follows if any, and all followers of either. */
function sideOf(board: WeighedBoard, world: WeighedWorld, j: CountryIndex): Side {
  const leader = leaderOf(board, world.alignments, j);
  return board.ids.map((_, k) => k === j || leaderOf(board, world.alignments, k) === leader);
}

/** The country at the end of the chain of bandwagoning that starts at k; k itself when the chain is a circle. */
export function leaderOf(
  board: Pick<Board, "indexOf">,
  alignments: PublicWorld["alignments"],
  k: CountryIndex,
): CountryIndex {
  let leader = k;
  for (let steps = 0; steps < alignments.length; steps += 1) {
    const alignment = alignments[leader];
    if (alignment?.kind !== "bandwagon") return leader;
    leader = indexIn(board, alignment.with);
  }
  return k;
}

/** −1 for a country that is not on the board, which then is nobody. */
export const indexIn = (board: Pick<Board, "indexOf">, id: CountryId): CountryIndex => board.indexOf.get(id) ?? -1;
