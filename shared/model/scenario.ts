import type { ActKind } from "./acts.ts";
import type { CountryId, ProvinceId, ScenarioId } from "./ids.ts";
import type { PartialParameters } from "./parameters.ts";
import type { TreatyKind } from "./treaty.ts";

/** Rule modules a host can tick one by one; a level is a set of them (rules.md, "Levels"). */
export const MODULES = [
  "treaties",
  "aid",
  "extraMove",
  "forecast",
  /** Defence pacts are called, and a partner may refuse; without it every call is answered. */
  "calls",
  /** Promises kept and broken are counted; without it everyone is trusted alike. */
  "reliability",
  "congress",
  "ultimatum",
  "crises",
  "ideology",
  "influence",
  "intelligence",
  "secretTreaties",
  /** Consultation and neutrality treaties. */
  "softTreaties",
  /** Battles are decided by a seeded die. */
  "chance",
] as const;
export type Module = (typeof MODULES)[number];

export const LEVELS = ["intro", "standard", "advanced"] as const;
export type Level = (typeof LEVELS)[number];

/** 0 continental, 1 regional, 2 global (theory.md 2: h = 1, 1.5, 3). */
export type Mobility = 0 | 1 | 2;

export interface ScenarioCountry {
  readonly id: CountryId;
  /** Period display name, e.g. "Ottoman Empire". */
  readonly name: string;
  /** Whether sentences say "the" before the name. Absent = no. */
  readonly definite?: boolean;
  /** Shorter form for tight labels, e.g. "Britain". */
  readonly short: string;
  /** Points of arms at the start; a point = 1 % of the scenario's military power for historical scenarios. */
  readonly offence: number;
  readonly defence: number;
  readonly mobility: Mobility;
  readonly ideology: string;
  readonly openSociety: boolean;
  /** Revisionism r in [−1, 1] as judged by historians; absent in fictional scenarios, where it is dealt. */
  readonly revisionism?: number;
  readonly aims: readonly Aim[];
  /** Points added to the final score of an exposed seat, so that seats are fair; found by `simulate`. Absent = 0. */
  readonly handicap?: number;
  /** One or two sentences a student reads on taking the seat. */
  readonly brief: string;
}

export interface ScenarioProvince {
  readonly id: ProvinceId;
  readonly name: string;
  /** The country to which it is home. */
  readonly home: CountryId;
  /** Who holds it when the match begins, where that is not its home: occupied land. */
  readonly holder?: CountryId;
  /** Population and industry in per cent of the scenario's total. */
  readonly population: number;
  readonly industry: number;
  readonly terrain: "open" | "mountain" | "strait";
  readonly coastal: boolean;
  /** Provinces that touch it on land. Symmetric. */
  readonly neighbours: readonly ProvinceId[];
  /** Where the named city lies: longitude, latitude in degrees; or plane units for fictional maps. */
  readonly city: readonly [number, number];
}

/** A private aim, checked against the final world. `text` says it in one sentence to the player. */
export type Aim = AimRule & { readonly id: string; readonly text: string };
export type AimRule =
  | { readonly kind: "hold"; readonly province: ProvinceId }
  | { readonly kind: "freed"; readonly province: ProvinceId }
  | { readonly kind: "pactWith"; readonly country: CountryId }
  | { readonly kind: "keepApart"; readonly a: CountryId; readonly b: CountryId }
  | { readonly kind: "outrank"; readonly country: CountryId }
  /** Hold so many provinces more than at the start. */
  | { readonly kind: "outrankBy"; readonly provinces: number }
  | { readonly kind: "fearedByNone"; readonly below: number }
  | { readonly kind: "fullSovereignty" }
  | { readonly kind: "intact" };

export interface ScenarioTreaty {
  readonly kind: TreatyKind;
  readonly parties: readonly CountryId[];
  readonly against?: CountryId;
  /** For non-aggression: turns it still binds at the start. */
  readonly turns?: number;
  /** Known to its parties alone when the match begins; only where secret treaties are played, else left out. */
  readonly secret?: true;
  readonly source: string;
}

/** An act before the first turn that still colours how others see its doer (theory.md 2, `history`). */
export interface ScenarioAct {
  readonly act: ActKind;
  readonly by: CountryId;
  readonly target: CountryId;
  readonly turnsAgo: number;
  readonly note: string;
}

/** What a crisis card does, at once and to everyone's knowledge. Numbers in points, signed. */
export type CrisisEffect =
  | {
      readonly kind: "stability" | "treasury" | "offence" | "defence" | "industry";
      readonly country: CountryId;
      readonly change: number;
    }
  /** Felt like that act of `by` toward `target` (theory.md 2), with its λ. */
  | { readonly kind: "act"; readonly act: ActKind; readonly by: CountryId; readonly target: CountryId }
  /** Next turn every country may enter two new treaties. */
  | { readonly kind: "congress" };

/** An event of the time, struck at the end of a turn and read in the next dispatches. */
export interface ScenarioCrisis {
  readonly id: string;
  /** The turn at whose end it strikes; absent = in a turn drawn by the seed among those that have none. */
  readonly turn?: number;
  /** As a student reads it, e.g. "28 June 1914". */
  readonly date: string;
  readonly title: string;
  /** Two or three sentences: what happened, and what is asked of the table. */
  readonly text: string;
  readonly effects: readonly CrisisEffect[];
  readonly source: string;
}

export interface IdeologyDistance {
  readonly a: string;
  readonly b: string;
  readonly distance: number;
}

/** How the client draws it: real geography composed of present-day shapes, or land generated from a seed. */
export type MapSpec =
  | {
      readonly kind: "world";
      /** Centre of the Lambert azimuthal equal-area projection: longitude, latitude. */
      readonly centre: readonly [number, number];
      /** Frame on screen: west, south, east, north in degrees. */
      readonly frame: readonly [number, number, number, number];
      /**
       * Present-day shapes in play – by ISO numeric code of world-atlas, or by name where it has none – and the provinces
       * that share each: the shape is split among the cells (Voronoi) of their cities.
       */
      readonly composition: Readonly<Record<string, readonly string[]>>;
      /** Further towns whose cells belong to a province: name, longitude, latitude. They bend a border where it ran. */
      readonly sites?: Readonly<Record<string, readonly (readonly [string, number, number])[]>>;
      /** Towns, by present-day shape in play, whose cells are land not in play: name of that land, longitude, latitude. */
      readonly outside?: Readonly<Record<string, readonly (readonly [string, number, number])[]>>;
      readonly seas: readonly MapName[];
      /** Present-day countries shown by name though not in play. */
      readonly bystanders: readonly MapName[];
      /** Powers from far away, each drawn in a box of its own on the sheet. */
      readonly insets?: readonly MapInset[];
    }
  | {
      readonly kind: "drawn";
      readonly seed: number;
      /** Size of the plane in units. */
      readonly size: readonly [number, number];
      readonly seas: readonly MapName[];
    };

/** A part of the world drawn at its own scale in a box on the sheet, as atlases do with far-off land. */
export interface MapInset {
  /** Shapes drawn there and not where they lie: keys of `composition`. */
  readonly shapes: readonly string[];
  /** What the box shows: west, south, east, north in degrees. Far from the sheet's own frame. */
  readonly frame: readonly [number, number, number, number];
  /** Where its upper left corner lies on the sheet: longitude, latitude. */
  readonly at: readonly [number, number];
  /** Width of the box in parts of the frame's width. */
  readonly width: number;
}
export interface MapName {
  readonly name: string;
  readonly at: readonly [number, number];
}

export interface Scenario {
  readonly id: ScenarioId;
  readonly version: number;
  readonly title: string;
  /** "1914" or "fictional". */
  readonly era: string;
  readonly summary: string;
  /** A match ends at a hidden turn: this one or the one before. */
  readonly turns: number;
  readonly recommended: {
    readonly level: Level;
    readonly minutes: number;
    readonly people: string;
    /** Ticked besides the level's own. */
    readonly modules?: readonly Module[];
  };
  /** Scenarios told as one on the list of scenarios, e.g. the three starts of the Arab Cold War. */
  readonly family?: string;
  /** The scenario whose file this one is put over, and whose map it shares. */
  readonly variantOf?: ScenarioId;
  readonly countries: readonly ScenarioCountry[];
  readonly provinces: readonly ScenarioProvince[];
  /** Proximity of b to a and of a to b, in place of the formula: [a, b, X]. */
  readonly proximity: readonly (readonly [CountryId, CountryId, number])[];
  readonly ideologies: readonly { readonly id: string; readonly name: string; readonly centralising: boolean }[];
  readonly ideologyDistances: readonly IdeologyDistance[];
  readonly rivalries: readonly (readonly [CountryId, CountryId])[];
  readonly treaties: readonly ScenarioTreaty[];
  readonly history: readonly ScenarioAct[];
  readonly crises?: readonly ScenarioCrisis[];
  readonly parameters: PartialParameters;
  readonly map: MapSpec;
  readonly sources: readonly string[];
  readonly judged: readonly string[];
}
