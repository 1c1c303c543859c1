import type { Temperament } from "../model/classroom.ts";
import { quantise } from "../lib/quantise.ts";

/**
 * Five questions, each answered 0 "not at all like me" … 4 "very much like me". `key` +1 speaks for changing the world,
 * −1 for keeping it. Their words are in the page's catalogue under `id`.
 *
 * What they ask follows Schweller's account of what a state wants – the worth it puts on what it has against what it covets
 * (Schweller 1994, "Bandwagoning for Profit", pp. 99–104) – in the terms of a person: worth of the present order, taking a
 * chance for more (Kahneman & Tversky 1979; Levy 1997), gaining more than others (Grieco 1988), wanting to be first (rank;
 * compare Pratto et al. 1994) and keeping to rules that cost something. A way to seat a class so that roles and people fit, and a start for
 * talk about them: it was not validated, measures no trait, and is shown to nobody but its giver and the instructor.
 */
export const TEMPERAMENT_QUESTIONS = [
  { id: "order", key: -1 },
  { id: "chance", key: 1 },
  { id: "relative", key: 1 },
  { id: "rank", key: 1 },
  { id: "rules", key: -1 },
] as const;

const MIDDLE = 2;

/** Mean of the five answers about their middle, each as its key says: −2 content with the world as it is … 2 bent on changing it. */
export function temperamentOf(answers: readonly number[]): Temperament {
  const sum = TEMPERAMENT_QUESTIONS.reduce((total, { key }, k) => total + key * ((answers[k] ?? MIDDLE) - MIDDLE), 0);
  return { answers, revisionism: quantise(sum / TEMPERAMENT_QUESTIONS.length) };
}
