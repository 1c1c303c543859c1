import type { CountryId, ProvinceId, TreatyId } from "./ids.ts";

/** The one required choice of a turn (Walt 1987): balance against a threat, bandwagon with it, or hide. */
export type Alignment =
  | { readonly kind: "balance"; readonly against: CountryId }
  | { readonly kind: "bandwagon"; readonly with: CountryId }
  | { readonly kind: "hide" };
export type AlignmentKind = Alignment["kind"];

/** "What decided it?": the source a player names for the alignment. */
export const REASONS = [
  "intentions",
  "proximity",
  "power",
  "offence",
  "ideology",
  "aid",
  "noAllies",
  "tooWeak",
  "profit",
] as const;
export type Reason = (typeof REASONS)[number];

export interface Spending {
  readonly offence: number;
  readonly defence: number;
  readonly industry: number;
  /** Whole points given to others, in ascending recipient order. What is not spent is saved. */
  readonly aid: readonly { readonly to: CountryId; readonly points: number }[];
}

export type Move =
  | {
      readonly kind: "attack";
      readonly province: ProvinceId;
      /** In an occupied province of a third country: give it back to its owner (true) or keep it. */ readonly liberate: boolean;
    }
  | { readonly kind: "mobilise" }
  | { readonly kind: "threaten"; readonly target: CountryId }
  | { readonly kind: "reassure"; readonly target: CountryId }
  | { readonly kind: "demobilise" }
  | { readonly kind: "cutOffence"; readonly points: number }
  | { readonly kind: "withdraw"; readonly province: ProvinceId }
  /** Comply by next turn's sheet, or refuse. */
  | { readonly kind: "ultimatum"; readonly target: CountryId; readonly demand: Demand }
  /** Give a province one holds to another country. */
  | { readonly kind: "concede"; readonly to: CountryId; readonly province: ProvinceId }
  | { readonly kind: "propaganda"; readonly target: CountryId }
  /** Buck-passing in words: asks `to` to deal with `against`. */
  | { readonly kind: "appeal"; readonly to: CountryId; readonly against: CountryId }
  /** Covert: seen by nobody but the doer until found out. */
  | { readonly kind: "influence" | "subvert" | "investigate"; readonly target: CountryId };
export type MoveKind = Move["kind"];

/** What an ultimatum asks of its target. */
export type Demand =
  | { readonly kind: "cede"; readonly province: ProvinceId }
  | { readonly kind: "leaveTreaty"; readonly treaty: TreatyId }
  /** To balance against a third country, or to bandwagon with the one who asks. */
  | { readonly kind: "align"; readonly alignment: Exclude<Alignment, { readonly kind: "hide" }> };

/** Where two thirds of a country's force go when it is needed in several places (rule 7.5). */
export type Focus = { readonly kind: "attack" } | { readonly kind: "help"; readonly country: CountryId };

/** Everything a seat decides in a turn. Malformed sheets never get this far; illegal ones are refused by `checkOrder`. */
export interface OrderSheet {
  readonly alignment: Alignment;
  readonly reason: Reason | null;
  /** One optional sentence in the player's own words; shown in the debrief, to no other player before. */
  readonly note: string;
  readonly spending: Spending;
  readonly moves: readonly Move[];
  /** Defence pacts whose call this country refuses this turn; all others are honoured. */
  readonly refuse: readonly TreatyId[];
  /** Answers to ultimata received last turn; none = refused. Ascending by country. */
  readonly answers?: readonly { readonly to: CountryId; readonly accept: boolean }[];
  /** Absent = force is divided equally. */
  readonly focus?: Focus;
}

/** Who filled in a sheet. Only `person` counts as a choice in the debrief (theory.md 7). */
export type SheetSource = "person" | "computer" | "default";

declare const legal: unique symbol;
/** A sheet that `checkOrder` has passed for this country in this world. */
export type LegalOrder = OrderSheet & { readonly [legal]: true };
