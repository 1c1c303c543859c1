import type { CountryIndex } from "#shared/model/ids.ts";
import type { Lens, Play, PlayProbability } from "#shared/model/lens.ts";
import { LENSES } from "#shared/model/lens.ts";
import type { Outcome, SeatTurn } from "#shared/model/view.ts";
import { namedPlay, probabilityOf, samePlay } from "#shared/theory/plays.ts";

/** What one theory expected of one choice. */
export interface Expected {
  readonly lens: Lens;
  /** The play it names and its chance; null when the theory cannot tell two apart. */
  readonly first: PlayProbability | null;
  /** Chance it gave to what was played. */
  readonly given: number;
  readonly hit: boolean;
  readonly options: readonly PlayProbability[];
}

/** One turn's choice beside the five expectations. */
export interface ChoiceRow {
  readonly turn: number;
  readonly play: Play;
  readonly coded: SeatTurn["coded"];
  readonly expected: readonly Expected[];
  readonly why: string;
  readonly source: SeatTurn["source"];
}

/** Every turn of one country, in order. Turns played by default are left out: nobody chose them (theory.md 7). */
export function choicesOf(outcome: Outcome, country: CountryIndex): readonly ChoiceRow[] {
  return outcome.play.flatMap((seats, at): ChoiceRow[] => {
    const seat = seats[country];
    if (!seat || seat.source === "default") return [];
    return [
      {
        turn: at + 1,
        play: seat.coded.play,
        coded: seat.coded,
        source: seat.source,
        why: seat.why,
        expected: expectations(seat),
      },
    ];
  });
}

/** How many of the choices each theory foresaw. */
export function hitsOf(
  rows: readonly ChoiceRow[],
): readonly { readonly lens: Lens; readonly hits: number; readonly n: number }[] {
  return LENSES.map((lens) => {
    const said = rows.flatMap(({ expected }) => expected.filter((one) => one.lens === lens && one.first !== null));
    return { lens, n: said.length, hits: said.filter(({ hit }) => hit).length };
  });
}

function expectations({ lenses, coded }: SeatTurn): Expected[] {
  return lenses.map(({ lens, options, named }) => {
    const first = named === undefined ? namedPlay({ options }) : (options[named ?? -1] ?? null);
    return {
      lens,
      first,
      options,
      given: probabilityOf({ options }, coded.play),
      hit: first !== null && samePlay(first.play, coded.play),
    };
  });
}
