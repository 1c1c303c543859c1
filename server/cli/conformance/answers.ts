import type { ActKind, Exposure } from "#shared/model/acts.ts";
import type { PlayProbability } from "#shared/model/lens.ts";
import type { Parameters } from "#shared/model/parameters.ts";
import { assess, componentsOf } from "#shared/theory/assess.ts";
import { pointsOfIntent } from "#shared/theory/explain.ts";
import {
  effectOf,
  explainIntent,
  intentProbability,
  openingIntent,
  priorIntent,
  selectActs,
  stepIntent,
  type FeltAct,
} from "#shared/theory/intent.ts";
import { lensPredictions } from "#shared/theory/lenses.ts";
import { logScore, namedPlay, probabilityOf } from "#shared/theory/plays.ts";
import { powerShares } from "#shared/theory/power.ts";
import { predict, type PredictionInputs } from "#shared/theory/predict.ts";
import { distanceOf, proximityOf } from "#shared/theory/proximity.ts";
import { ratedIntent, ratedLogOdds } from "#shared/theory/rated.ts";
import { chanceOfSide, inputsFor, warStage } from "#shared/theory/situation.ts";
import { alarmOf, bandOf, decompose, normalised, securityDilemmas, threatOf } from "#shared/theory/threat.ts";
import { coded } from "./coded.ts";
import type { CaseKind, CaseOf } from "./format.ts";
import { buildSmall, playOf, playText } from "./smallWorld.ts";
import type { SmallWorld } from "./words.ts";

/** What the code answers to a case, in the shape in which the case states what it expects. */
export const ANSWERS: { readonly [K in CaseKind]: (test: CaseOf<K>, parameters: Parameters) => unknown } = {
  threat: ({ c, c0, weights: own }, { weights: usual }) => {
    const weights = own ?? usual;
    const T = threatOf(c, weights);
    if (!c0) return { T };
    const lmdi = decompose(c, c0, weights);
    return { T, T0: threatOf(c0, weights), lmdi, sum: lmdi.P + lmdi.X + lmdi.O + lmdi.I };
  },
  threat_series: ({ vary, held, values }, { weights }) => {
    const T = values.map((value) => threatOf({ ...held, [vary]: value }, weights));
    return { T, direction: directionOf(T) };
  },
  locality: ({ world, after }, parameters) => ({
    changed: changedThreats(world, { ...world, ...after, countries: after.countries ?? world.countries }, parameters),
  }),
  intent: (test, parameters) => ({ I_after_turns: intentPath(test, parameters) }),
  prediction: predicted,
  buck_pass: predicted,
  war_stage: predicted,
  revisionism: predicted,
  power: ({ rows }) => ({ shares: powerShares(rows) }),
  proximity: ({ start, buffers, open_seas, mobility }, { floor }) => {
    const d = distanceOf({ start, buffers, openSeas: open_seas }, mobility);
    return { d, X: proximityOf(d, mobility, floor) };
  },
  components: ({ world, observer, of }, parameters) => {
    const { board, world: built, index } = buildSmall(world, parameters);
    const assessment = assess(board, built);
    const [i, j] = [index(observer), index(of)];
    return { ...componentsOf(board, assessment, i, j), p: assessment.shares[j], T: assessment.threat[i]?.[j] };
  },
  weighed: ({ world, observer, of }, parameters) => {
    const { board, world: built, index } = buildSmall(world, parameters);
    const view = { board, world: built, assessment: assess(board, built), me: index(observer), revisionism: 0 };
    return inputsFor(view, index(of));
  },
  prediction_series: ({ inputs, vary, values, choice }, { prediction }) => {
    const probabilities = values.map((value) => {
      const varied = vary === "H" ? { helpers: [[value, 1, 1] as const] } : { [vary]: value };
      return predict({ ...given(inputs), ...varied }, prediction).probabilities[choice];
    });
    return { probabilities, direction: directionOf(probabilities) };
  },
  opening: ({ prior, past }, { intent }) => ({
    L: openingIntent(
      prior,
      past.map(([act, exposure, turnsAgo]) => ({ effect: effectOf(intent.llr[act], exposure, intent), turnsAgo })),
      intent,
    ),
  }),
  ratings: ({ level }) => ({ I: ratedIntent(level), L: ratedLogOdds(level) }),
  named: ({ options }) => {
    const named = namedPlay({ options: optionsOf(options) });
    return { named: named && playText(named.play) };
  },
  scores: ({ options, played }) => ({ score: logScore({ options: optionsOf(options) }, playOf(played)) }),
  prior: ({ D, rivalry }, { intent }) => ({ L0: priorIntent(intent, D, rivalry) }),
  intent_rows: ({ prior, previous, acts }, { intent }) => {
    const { after, rows } = explainIntent({ previous, prior }, 0, felt(acts, intent), intent);
    return { L: after, rows: rows.map((row) => [row.kind === "act" ? row.act : row.kind, row.change]) };
  },
  counted_acts: ({ acts }, { intent }) => {
    const names = [...new Set(acts.flatMap(([by, target]) => [by, target]))];
    const all = acts.map(([by, target, act]) => ({
      by: names.indexOf(by),
      target: names.indexOf(target),
      act,
      lambda: intent.llr[act],
    }));
    return { counted: selectActs(all).map((act) => all.indexOf(act)) };
  },
  intent_points: ({ c, c0, rows }, { weights }) => {
    const slope = normalised(weights).I * threatOf(c, weights) * (1 - c.I);
    const pointed = pointsOfIntent(
      rows.map((change) => ({ change })),
      decompose(c, c0, weights).I,
      slope,
    );
    return { points: pointed.map(({ points }) => points) };
  },
  bands: ({ T }) => ({ band: bandOf(T) }),
  alarm: ({ arms }, { alarmShare }) => ({
    country: alarmOf(
      arms.map(([offence, defence]) => ({ offence, defence })),
      alarmShare,
    ),
  }),
  dilemmas: ({ before, after, armed_only }) => ({
    pairs: securityDilemmas(before, after, armed_only).map(({ a, b }) => [a, b]),
  }),
  war_side: ({ world, observer, of }, parameters) => {
    const { board, world: built, index } = buildSmall(world, parameters);
    const view = { board, world: built, assessment: assess(board, built), me: index(observer) };
    return { omega: warStage(view, index(of)), w_J: chanceOfSide(view, index(of)) };
  },
  lenses: ({ world, observer, lens, revisionism = 0, chances }, parameters) => {
    const { board, world: built, index } = buildSmall(world, parameters);
    const prediction = lensPredictions(board, built, index(observer), revisionism).find((one) => one.lens === lens);
    return {
      source: prediction?.source,
      chances: chances.map(([play]) => [play, prediction && probabilityOf(prediction, playOf(play))]),
    };
  },
  coding: coded,
};

function predicted({ inputs }: CaseOf<"prediction"> | CaseOf<"buck_pass">, { prediction }: Parameters): unknown {
  const { probabilities, expectedUtilities, intermediates } = predict(given(inputs), prediction);
  return { probabilities, expected_utilities: expectedUtilities, intermediates };
}

/** Optional members that are `undefined` are left out. */
function given({ r, omega, w_J, more_exposed, ...inputs }: CaseOf<"buck_pass">["inputs"]): PredictionInputs {
  return {
    ...inputs,
    ...(r !== undefined && { r }),
    ...(omega !== undefined && { omega }),
    ...(w_J !== undefined && { w_J }),
    ...(more_exposed !== undefined && { more_exposed }),
  };
}

function intentPath({ acts, I_after_turns }: CaseOf<"intent">, { intent }: Parameters): number[] {
  const effects = acts.map(([act, exposure]) => effectOf(intent.llr[act], exposure, intent));
  let L = intent.prior;
  return I_after_turns.map((_, turn) => {
    L = stepIntent({ previous: L, prior: intent.prior }, turn === 0 ? effects : [], intent);
    return intentProbability(L);
  });
}

const felt = (acts: readonly (readonly [ActKind, Exposure])[], { llr }: Parameters["intent"]): FeltAct[] =>
  acts.map(([act, exposure]) => ({ by: 1, target: 0, act, lambda: llr[act], felt: [exposure, null] }));

/** As a lens lists them: the chances alone count. */
const optionsOf = (options: readonly (readonly [string, number])[]): PlayProbability[] =>
  options.map(([play, probability]) => ({ play: playOf(play), probability, utility: 0 }));

/** Every pair whose T differs between two worlds: observer, country seen, before, after. */
function changedThreats(before: SmallWorld, after: SmallWorld, parameters: Parameters): unknown[] {
  const [one, two] = [before, after].map((small) => {
    const { board, world } = buildSmall(small, parameters);
    return { names: board.names, threat: assess(board, world).threat };
  });
  const names = one?.names ?? [];
  return names.flatMap((i, a) =>
    names.flatMap((j, b) => {
      const pair = [one?.threat[a]?.[b], two?.threat[a]?.[b]];
      return pair[0] === pair[1] ? [] : [[i, j, ...pair]];
    }),
  );
}

/** Whether every number is above, or below, the one before; null where they go neither way. */
function directionOf(numbers: readonly (number | undefined)[]): "rises" | "falls" | null {
  const steps = numbers.slice(1).map((value, k) => (value ?? Number.NaN) - (numbers[k] ?? Number.NaN));
  if (steps.every((step) => step > 0)) return "rises";
  return steps.every((step) => step < 0) ? "falls" : null;
}
