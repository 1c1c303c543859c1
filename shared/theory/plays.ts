import { quantise } from "../lib/quantise.ts";
import type { LensPrediction, Play, PlayProbability } from "../model/lens.ts";
import type { CountryId } from "../model/ids.ts";

/** Canonical order of plays, after which by target in id order. */
const ORDER: readonly Play["kind"][] = ["balance", "bandwagon", "hide", "buckPass"];

/** Whom a play is against or with; null for hiding and buck-passing. */
export function targetOf(play: Play): CountryId | null {
  if (play.kind === "balance") return play.against;
  return play.kind === "bandwagon" ? play.with : null;
}

export const samePlay = (a: Play, b: Play): boolean => a.kind === b.kind && targetOf(a) === targetOf(b);

/** Likeliest first, by chances as stored (1e-6); ties in canonical order. */
export function byLikelihood(options: readonly PlayProbability[]): readonly PlayProbability[] {
  return options.toSorted((a, b) => quantise(b.probability) - quantise(a.probability) || inOrder(a.play, b.play));
}

/**
 * The one play a theory names: first the kind whose options together are likeliest, then the likeliest target of that kind.
 * The theories speak of what a state does before they say toward whom; counted play by play, hiding – one option – would beat
 * balancing against one of eleven neighbours nearly always. Null when two kinds, or two targets, cannot be told apart (by
 * chances as sent, 1e-4): then the theory predicts nothing.
 */
export function namedPlay({ options }: Pick<LensPrediction, "options">): PlayProbability | null {
  const kinds = ORDER.map((kind) => options.filter(({ play }) => play.kind === kind));
  const [kind = []] = clearFirst(kinds, (all) => all.reduce((sum, { probability }) => sum + probability, 0)) ?? [];
  return clearFirst(kind, ({ probability }) => probability)?.[0] ?? null;
}

/** The largest, if it leads by enough; null when it does not. */
function clearFirst<T>(items: readonly T[], size: (item: T) => number): readonly [T] | null {
  const [first, second] = items.toSorted((a, b) => size(b) - size(a));
  if (first === undefined) return null;
  return second !== undefined && size(first) - size(second) < TOLD_APART ? null : [first];
}

/** Least lead of what a theory names. */
const TOLD_APART = 1e-4;

/** The chance that a lens gives to a play; a play it does not list has none. */
export const probabilityOf = (prediction: Pick<LensPrediction, "options">, play: Play): number =>
  prediction.options.find((option) => samePlay(option.play, play))?.probability ?? 0;

/** Least chance that enters a log score, so that one play a lens had ruled out does not decide a whole match. */
const LEAST_SCORED = 0.001;

/** Natural logarithm of the chance that a lens gave to what was played: 0 at best (the logarithmic score, Good 1952). */
export const logScore = (prediction: Pick<LensPrediction, "options">, play: Play): number =>
  Math.log(Math.max(LEAST_SCORED, probabilityOf(prediction, play)));

function inOrder(a: Play, b: Play): number {
  const byKind = ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
  if (byKind !== 0) return byKind;
  return (targetOf(a) ?? "") < (targetOf(b) ?? "") ? -1 : 1;
}
