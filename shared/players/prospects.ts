import type { CountryIndex } from "../model/ids.ts";
import type { SeatSight } from "../model/sight.ts";
import { assessed } from "../theory/assessed.ts";
import { weigh, type ByChoice } from "../theory/predict.ts";
import { inputsFor } from "../theory/situation.ts";

/** What theory.md 5 says of one seat facing one country. Chances 0–1, T in points. */
export interface Prospects {
  readonly foe: CountryIndex;
  readonly threat: number;
  /** Chance of holding out alone (q_self), and with the help that may be hoped for (q_bal). */
  readonly alone: number;
  readonly together: number;
  /** a = 1 − I²: how far the foe could be appeased. */
  readonly appeasable: number;
  /** Who would bring most to one's help, or −1. */
  readonly friend: CountryIndex;
  readonly worth: ByChoice;
}

export function prospectsOf(sight: SeatSight, foe: CountryIndex): Prospects {
  const { board, world, me, card } = sight;
  const assessment = assessed(board, world);
  const inputs = inputsFor({ board, world, assessment, me, revisionism: card.revisionism }, foe);
  const { expectedUtilities, intermediates } = weigh(inputs, board.parameters.prediction);
  return {
    foe,
    threat: inputs.T,
    alone: intermediates.q_self,
    together: intermediates.q_bal,
    appeasable: intermediates.appease,
    friend: greatestHelper(sight, foe, inputs.helpers),
    worth: expectedUtilities,
  };
}

/** The worth of each play alone. */
export function worthOf(sight: SeatSight, foe: CountryIndex): ByChoice {
  const { board, world, me, card } = sight;
  const inputs = inputsFor(
    { board, world, assessment: assessed(board, world), me, revisionism: card.revisionism },
    foe,
  );
  return weigh(inputs, board.parameters.prediction).expectedUtilities;
}

/** `helpers` are all countries but the two, in country order. */
function greatestHelper(
  { board, me }: SeatSight,
  foe: CountryIndex,
  helpers: ReturnType<typeof inputsFor>["helpers"],
): CountryIndex {
  const countries = board.ids.map((_, k) => k).filter((k) => k !== me && k !== foe);
  let best = -1;
  let most = 0;
  for (const [at, [power, reach, chance]] of helpers.entries()) {
    const help = power * reach * chance;
    if (help > most) [best, most] = [countries[at] ?? -1, help];
  }
  return best;
}
