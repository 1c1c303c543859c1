import type { CountryIndex } from "../model/ids.ts";
import type { Play, PlayProbability } from "../model/lens.ts";
import type { Board, PublicWorld } from "../model/world.ts";
import type { AssessedBoard, Assessment } from "./assess.ts";
import { assessed } from "./assessed.ts";
import { byLikelihood, samePlay, targetOf } from "./plays.ts";
import { softmax, weigh, type PredictionInputs, type PredictionParameters } from "./predict.ts";
import { inputsFor, type Viewpoint, type WeighedBoard } from "./situation.ts";

/** From this threat up a country is weighed as a target of its own (theory.md 6). */
const WORTH_WEIGHING = 20;

export interface ForecastOptions {
  readonly revisionism: number;
  /** Softmax temperature; the parameters' τ of prediction unless given (computer players pass `tauPlay`). */
  readonly tau?: number;
  /** Utility of doing again what `me` did last turn; 0 unless given. */
  readonly habit?: number;
  /** Weigh this country alone, as section 5 does with the most threatening; every j with T ≥ 20 unless given. */
  readonly only?: CountryIndex;
  /** `assess(board, world)`, where the caller has it already. */
  readonly assessment?: Assessment;
}

/**
 * The theory's chances of every play open to `me`: each country with T ≥ 20 is weighed by section 5, and the answers are
 * mixed in proportion to T; with none so threatening, the most threatening alone is weighed. `utility` is mixed the same way.
 * Likeliest first; plays not listed have chance 0; chances sum to 1.
 */
export function predictionFor(
  board: AssessedBoard & WeighedBoard,
  world: PublicWorld,
  me: CountryIndex,
  options: ForecastOptions,
): readonly PlayProbability[] {
  const assessment = options.assessment ?? assessed(board, world);
  const view: Viewpoint = { board, world, assessment, me, revisionism: options.revisionism };
  const targets =
    options.only === undefined
      ? targetsOf(assessment, me, world)
      : [{ country: options.only, threat: assessment.threat[me]?.[options.only] ?? 0 }];
  const { tau = board.parameters.prediction.tau, habit = 0 } = options;
  const last = world.alignments[me];
  return mixed(
    board,
    targets.map(({ country, threat }) => ({ country, weight: threat, inputs: inputsFor(view, country) })),
    { parameters: board.parameters.prediction, tau, liking: (play) => (last && samePlay(play, last) ? habit : 0) },
  );
}

/** The countries `me` weighs, by index, with their T. A government in exile threatens nobody, unless nobody else is left. */
export function targetsOf(
  assessment: Assessment,
  me: CountryIndex,
  world: Pick<PublicWorld, "countries">,
): { readonly country: CountryIndex; readonly threat: number }[] {
  const all = (assessment.threat[me] ?? [])
    .map((threat, country) => ({ country, threat }))
    .filter(({ country }) => country !== me);
  const standing = all.filter(({ country }) => world.countries[country]?.status.kind !== "exile");
  const others = standing.length > 0 ? standing : all;
  const threatening = others.filter(({ threat }) => threat >= WORTH_WEIGHING);
  if (threatening.length > 0) return threatening;
  const most = Math.max(...others.map(({ threat }) => threat));
  return others.filter(({ threat }) => threat === most).slice(0, 1);
}

export interface Weighed {
  readonly country: CountryIndex;
  readonly weight: number;
  readonly inputs: PredictionInputs;
}

/** One softmax for each target, mixed by weight. */
export function mixed(
  board: Pick<Board, "ids">,
  targets: readonly Weighed[],
  response: Response,
): readonly PlayProbability[] {
  const answers = targets.map(({ country, inputs }) => answerTo(board, country, inputs, response));
  const [only] = answers;
  return byLikelihood(only && answers.length === 1 ? only : mixture(targets, answers));
}

/** How expected utilities are answered: at a temperature, and with a liking for some plays in utility. */
interface Response {
  readonly parameters: PredictionParameters;
  readonly tau: number;
  readonly liking: (play: Play) => number;
}

/** Chances and utilities of every play in the face of one country alone. */
function answerTo(
  board: Pick<Board, "ids">,
  country: CountryIndex,
  inputs: PredictionInputs,
  { parameters, tau, liking }: Response,
): PlayProbability[] {
  const id = board.ids[country];
  if (id === undefined) throw new Error(`no country ${country} on the board`);
  const { balance, bandwagon, hide, buckPass } = weigh(inputs, parameters).expectedUtilities;
  const plays: Play[] = [{ kind: "balance", against: id }, { kind: "bandwagon", with: id }, { kind: "hide" }];
  const utilities = [balance, bandwagon, hide];
  if (buckPass !== undefined) {
    plays.push({ kind: "buckPass" });
    utilities.push(buckPass);
  }
  for (const [k, play] of plays.entries()) utilities[k] = (utilities[k] ?? 0) + liking(play);
  const chances = softmax(utilities, tau);
  return plays.map((play, k) => ({ play, probability: chances[k] ?? 0, utility: utilities[k] ?? 0 }));
}

/** Means of the answers, weighted by target; a play's utility is the mean over the answers that have it. */
function mixture(targets: readonly Weighed[], answers: readonly (readonly PlayProbability[])[]): PlayProbability[] {
  const total = targets.reduce((sum, { weight }) => sum + weight, 0);
  const sums = new Map<string, { play: Play; weight: number; probability: number; utility: number }>();
  for (const [n, { weight }] of targets.entries()) {
    const part = total > 0 ? weight / total : 1 / targets.length;
    for (const { play, probability, utility } of answers[n] ?? []) {
      const key = `${play.kind} ${targetOf(play) ?? ""}`;
      const sum = sums.get(key) ?? { play, weight: 0, probability: 0, utility: 0 };
      sum.weight += part;
      sum.probability += part * probability;
      sum.utility += part * utility;
      sums.set(key, sum);
    }
  }
  return [...sums.values()].map(({ play, weight, probability, utility }) => ({
    play,
    probability,
    utility: weight > 0 ? utility / weight : 0,
  }));
}
