import { quantise } from "../lib/quantise.ts";
import type { CountryIndex } from "../model/ids.ts";
import { LENSES, type Lens, type LensPrediction, type Play, type PlayProbability } from "../model/lens.ts";
import type { Board, PublicWorld } from "../model/world.ts";
import { assertNever } from "../lib/assertNever.ts";
import type { AssessedBoard, Assessment } from "./assess.ts";
import { assessed } from "./assessed.ts";
import { mixed, predictionFor, targetsOf } from "./forecast.ts";
import { byLikelihood } from "./plays.ts";
import { softmax, type Helper } from "./predict.ts";
import { defenceShare, indexIn, leaderOf, pactChances, type WeighedBoard } from "./situation.ts";
import { threatOf } from "./threat.ts";

/** τ of the two lenses that do not reckon in chances of survival; the worth of hiding in them; a patron's quarrel against its friendship; influence against aid (theory.md 6). */
const LOOSE_TAU = 0.2;
const HIDING = 0.5;
const PATRONS_QUARREL = 0.8;
const INFLUENCE_COUNTS = 0.5;

export type LensBoard = AssessedBoard &
  WeighedBoard &
  Pick<Board, "ideologyDistance"> & { readonly scenario: Pick<Board["scenario"], "rivalries"> };

interface Sight {
  readonly board: LensBoard;
  readonly world: PublicWorld;
  readonly me: CountryIndex;
  readonly revisionism: number;
  readonly assessment: Assessment;
}

/**
 * What each of the five theories expects of one country this turn (theory.md 6), in the order of `LENSES`. Chances of a
 * lens sum to 1; a play it does not list has none. `revisionism` r (−1…1) is used by balance of interests alone.
 */
export function lensPredictions(
  board: LensBoard,
  world: PublicWorld,
  me: CountryIndex,
  revisionism: number,
): readonly LensPrediction[] {
  const sight: Sight = { board, world, me, revisionism, assessment: assessed(board, world) };
  return LENSES.map((lens) => through(lens, sight));
}

function through(lens: Lens, sight: Sight): LensPrediction {
  switch (lens) {
    case "threat":
      return byThreat(lens, sight, 0);
    case "power":
      return byPower(sight);
    case "interests":
      return byThreat(lens, sight, sight.revisionism);
    case "ideology":
      return byIdeology(sight);
    case "aid":
      return byAid(sight);
    default:
      return assertNever(lens);
  }
}

/** Balance of threat (Walt 1985, 1987) with r = 0; balance of interests (Schweller 1994, 1998) with the country's own r. */
function byThreat(lens: Lens, { board, world, me, assessment }: Sight, revisionism: number): LensPrediction {
  const options = predictionFor(board, world, me, { revisionism, assessment });
  const [first, ...others] = targetsOf(assessment, me, world);
  const source = first && others.reduce((most, next) => (next.threat > most.threat ? next : most), first);
  return { lens, options, source: idOf(board, source?.country) };
}

/** Balance of power (Waltz 1979): nothing but shares of power, so neither r nor the course of a war; the danger is the leader of the strongest grouping. */
function byPower({ board, world, me, assessment }: Sight): LensPrediction {
  const { shares, power } = assessment;
  const j = strongestLeader(board, world, shares, me);
  const alike = { P: power[j] ?? 0, X: 1, O: 0.5, I: 0.5 };
  const T = threatOf(alike, board.parameters.weights);
  const pacts = pactChances({ board, world, me }, j);
  const helpers = board.ids.flatMap((_, k): Helper[] =>
    k === me || k === j ? [] : [[shares[k] ?? 0, 1, pacts[k] ?? (T / 100) * (1 - alike.I)]],
  );
  const inputs = {
    ...alike,
    T,
    p_i: shares[me] ?? 0,
    def_i: defenceShare(world.countries[me]),
    p_j: shares[j] ?? 0,
    helpers,
  };
  const parameters = board.parameters.prediction;
  const options = mixed(board, [{ country: j, weight: 1, inputs }], {
    parameters,
    tau: parameters.tau,
    liking: () => 0,
  });
  return { lens: "power", options, source: idOf(board, j) };
}

/**
 * Leader of the strongest grouping as aligned last turn, seen from `me`. Those who bandwagon stand with their leader, those
 * who balance against the same country stand together. One's own side – what one leads or balances with – is no danger;
 * a leader one merely follows is. Ties go to the lower index.
 */
function strongestLeader(
  board: Pick<Board, "ids" | "indexOf">,
  world: Pick<PublicWorld, "alignments">,
  shares: readonly number[],
  me: CountryIndex,
): CountryIndex {
  const groups = new Map<string, { strength: number; leader: CountryIndex; own: boolean }>();
  for (let k = 0; k < board.ids.length; k += 1) {
    const root = leaderOf(board, world.alignments, k);
    const stance = world.alignments[root];
    const key = stance?.kind === "balance" ? `against ${stance.against}` : String(root);
    const group = groups.get(key) ?? { strength: 0, leader: root, own: false };
    if (k === me) group.own ||= root === me;
    else group.strength += shares[k] ?? 0;
    if (root !== me && (group.leader === me || quantise(shares[root] ?? 0) > quantise(shares[group.leader] ?? 0)))
      group.leader = root;
    groups.set(key, group);
  }
  const others = [...groups.values()].filter(({ own }) => !own);
  const choice =
    others.length > 0
      ? others
      : board.ids.flatMap((_, k) => (k === me ? [] : [{ leader: k, strength: shares[k] ?? 0 }]));
  return choice.reduce((most, next) => (quantise(next.strength) > quantise(most.strength) ? next : most)).leader;
}

/** Side with the nearest in ideology. D = 0 means that no ideologies are compared, and speaks neither for nor against (as in the prior). */
function byIdeology({ board, me }: Sight): LensPrediction {
  const distances = board.ideologyDistance[me] ?? [];
  const options = looseChoice(board, me, {
    against: (j) => distanceOrNeutral(distances[j]),
    with: (j) => 1 - distanceOrNeutral(distances[j]),
  });
  return { lens: "ideology", options, source: greatest(board, me, (j) => distances[j] ?? 0) };
}

const distanceOrNeutral = (D: number | undefined): number => (D === undefined || D === 0 ? 0.5 : D);

/**
 * Side with the largest patron, and against its rivals (aid and penetration as instruments: Walt 1987). A patron's claim is its
 * share of all aid to me, and half of the influence in me that it is known to have: 0 … 1½.
 */
function byAid({ board, world, me }: Sight): LensPrediction {
  const received = board.ids.map((_, k) => (k === me ? 0 : (world.aid[k]?.[me] ?? 0)));
  const all = received.reduce((sum, points) => sum + points, 0);
  const penetration = (k: CountryIndex): number => (k === me ? 0 : INFLUENCE_COUNTS * (world.influence[k]?.[me] ?? 0));
  const claim = (k: CountryIndex): number => (all > 0 ? (received[k] ?? 0) / all : 0) + penetration(k);
  const quarrel = (j: CountryIndex): number =>
    Math.max(0, ...board.ids.map((_, k) => (isRival(board, world, k, j) ? claim(k) : 0)));
  const options = looseChoice(board, me, { against: (j) => PATRONS_QUARREL * quarrel(j), with: claim });
  return { lens: "aid", options, source: greatest(board, me, claim) };
}

/** Whether patron k stands against j: an enduring rivalry of the scenario, or k balanced against j last turn. */
function isRival(board: LensBoard, world: PublicWorld, k: CountryIndex, j: CountryIndex): boolean {
  const stance = world.alignments[k];
  if (stance?.kind === "balance" && indexIn(board, stance.against) === j) return true;
  const a = board.ids[k];
  const b = board.ids[j];
  return board.scenario.rivalries.some(([one, other]) => (one === a && other === b) || (one === b && other === a));
}

function looseChoice(
  board: LensBoard,
  me: CountryIndex,
  utility: { readonly against: (j: CountryIndex) => number; readonly with: (j: CountryIndex) => number },
): readonly PlayProbability[] {
  const plays: { play: Play; utility: number }[] = [{ play: { kind: "hide" }, utility: HIDING }];
  for (const [j, id] of board.ids.entries()) {
    if (j === me) continue;
    plays.push({ play: { kind: "balance", against: id }, utility: utility.against(j) });
    plays.push({ play: { kind: "bandwagon", with: id }, utility: utility.with(j) });
  }
  const chances = softmax(
    plays.map((option) => option.utility),
    LOOSE_TAU,
  );
  return byLikelihood(plays.map((option, k) => ({ ...option, probability: chances[k] ?? 0 })));
}

/** The other country with the greatest value above 0; the lower index of equals. */
function greatest(board: LensBoard, me: CountryIndex, value: (j: CountryIndex) => number): LensPrediction["source"] {
  let best: CountryIndex | undefined;
  for (let j = 0; j < board.ids.length; j += 1) {
    if (j !== me && quantise(value(j)) > (best === undefined ? 0 : quantise(value(best)))) best = j;
  }
  return idOf(board, best);
}

const idOf = (board: Pick<Board, "ids">, j: CountryIndex | undefined): LensPrediction["source"] =>
  j === undefined ? null : (board.ids[j] ?? null);
