import type { CountryIndex } from "#shared/model/ids.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board, CountryStatus } from "#shared/model/world.ts";
import { incomeOf } from "#shared/rules/index.ts";
import { assess } from "#shared/theory/assess.ts";
import { hidesOpinions } from "./rated.ts";
import type { Band } from "#shared/theory/threat.ts";
import { printedBand } from "#client/map/bands.ts";

/** What anyone may know of a country, with what it sees in me. */
export interface CountryFacts {
  /** Share of all power, 0–1. */
  readonly power: number;
  readonly offence: number;
  readonly defence: number;
  /** Points a turn, after tribute and occupation. */
  readonly income: number;
  readonly homes: number;
  readonly homesHeld: number;
  readonly occupied: number;
  readonly stability: number;
  readonly reliability: number;
  readonly honoured: number;
  readonly refused: number;
  readonly ideology: string;
  /** One movement, one leader (Walt 1987). */
  readonly centralising: boolean;
  readonly openSociety: boolean;
  /** Whose influence in it I know of, 0–1, in country order. */
  readonly influence: readonly { readonly country: CountryIndex; readonly share: number }[];
  readonly status: CountryStatus["kind"];
  /** Hid last turn: it draws nothing on the map, so its card says so. */
  readonly hides: boolean;
  readonly threatToMe: number | null;
  readonly band: Band;
  /** T and I that it sees in me; null where that is not told before the end. */
  readonly seesInMe: number | null;
  readonly seesIntent: number | null;
}

export function countryFacts(board: Board, view: PlayerView, country: CountryIndex): CountryFacts {
  const { world } = view;
  const state = world.countries[country];
  const me = view.you === null ? null : (board.indexOf.get(view.you) ?? null);
  const other = me !== null && me !== country;
  const assessment = assess(board, world);
  const held = world.holders.flatMap((holder, province) => (holder === country ? [province] : []));
  const homes = board.homes[country] ?? [];
  const homesHeld = held.filter((province) => homes.includes(province)).length;
  const [honoured, refused] = [state?.honoured ?? 0, state?.refused ?? 0];
  const scenario = board.scenario.countries.find((each) => each.id === board.ids[country]);
  const ideology = board.scenario.ideologies.find((each) => each.id === scenario?.ideology);
  const told = other && !hidesOpinions(view);
  const threatToMe = other ? (world.threat[me]?.[country] ?? 0) : null;
  return {
    power: assessment.shares[country] ?? 0,
    offence: state?.offence ?? 0,
    defence: state?.defence ?? 0,
    income: incomeOf(board, world, country).income,
    homes: homes.length,
    homesHeld,
    occupied: held.length - homesHeld,
    stability: state?.stability ?? 0,
    reliability: honoured / (honoured + refused || 1),
    honoured,
    refused,
    ideology: ideology?.name ?? "",
    centralising: ideology?.centralising ?? false,
    openSociety: scenario?.openSociety ?? true,
    influence: board.ids.flatMap((_, other) => {
      const share = world.influence[other]?.[country] ?? 0;
      return share > 0 ? [{ country: other, share }] : [];
    }),
    status: state?.status.kind ?? "sovereign",
    hides: (world.alignments[country]?.kind ?? "hide") === "hide",
    threatToMe,
    band: printedBand(threatToMe ?? 0),
    seesInMe: told ? (world.threat[country]?.[me] ?? 0) : null,
    seesIntent: told ? (assessment.intent[country]?.[me] ?? 0) : null,
  };
}
