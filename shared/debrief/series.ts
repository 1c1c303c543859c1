import type { CountryIndex } from "../model/ids.ts";
import type { Alignment } from "../model/order.ts";
import type { LensPrediction } from "../model/lens.ts";
import type { Outcome, SeatTurn, TurnView } from "../model/view.ts";
import type { Matrix } from "../model/world.ts";
import { probabilityOf } from "../theory/plays.ts";
import { isHit } from "./lensTable.ts";

/** Values of one country over the match: before the first turn, then after each. */
export interface Series {
  readonly country: CountryIndex;
  readonly values: readonly number[];
}

/** T of every other country as one of them saw it, from the opening on. `opening`: T before turn 1. */
export function threatSeries(
  history: readonly Pick<TurnView, "threat">[],
  { opening, observer }: { readonly opening: Matrix; readonly observer: CountryIndex },
): readonly Series[] {
  const rows = [opening, ...history.map(({ threat }) => threat)].map((threat) => threat[observer] ?? []);
  return others(opening.length, observer).map((country) => ({ country, values: rows.map((row) => row[country] ?? 0) }));
}

/** Mean T that the others saw in one country, from the opening on: how dangerous it looked. */
export function alarmSeries(
  history: readonly Pick<TurnView, "threat">[],
  { opening, country }: { readonly opening: Matrix; readonly country: CountryIndex },
): readonly number[] {
  const observers = others(opening.length, country);
  return [opening, ...history.map(({ threat }) => threat)].map(
    (threat) => observers.reduce((sum, i) => sum + (threat[i]?.[country] ?? 0), 0) / Math.max(1, observers.length),
  );
}

/** Everyone's alignment of every turn: `[country][turn − 1]`. */
export function alignmentSeries(
  history: readonly Pick<TurnView, "sheets">[],
  countries: number,
): readonly (readonly Alignment[])[] {
  return Array.from({ length: countries }, (_, country) =>
    history.map(({ sheets }) => sheets[country]?.sheet.alignment ?? { kind: "hide" }),
  );
}

/** One turn of one country beside the five lenses. */
export interface ChoiceRow {
  readonly turn: number;
  readonly choice: SeatTurn;
  readonly lenses: readonly {
    readonly prediction: LensPrediction;
    /** The chance it gave to what was played. */
    readonly chance: number;
    readonly hit: boolean;
  }[];
}

/** "Each of my choices beside what five theories expected": one row a turn. */
export function choicesTable({ play }: Pick<Outcome, "play">, country: CountryIndex): readonly ChoiceRow[] {
  return play.flatMap((seats, at) => {
    const choice = seats[country];
    if (!choice) return [];
    const lenses = choice.lenses.map((prediction) => ({
      prediction,
      chance: probabilityOf(prediction, choice.coded.play),
      hit: isHit(prediction, choice.coded),
    }));
    return [{ turn: at + 1, choice, lenses }];
  });
}

const others = (countries: number, but: CountryIndex): readonly CountryIndex[] =>
  Array.from({ length: countries }, (_, i) => i).filter((i) => i !== but);
