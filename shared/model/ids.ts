/** Branded identifiers: strings at run time, distinct types at compile time. */
declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Short lower-case id of a country within a scenario, e.g. `austria-hungary`, `borun`. */
export type CountryId = Brand<string, "CountryId">;
/** Id of a province within a scenario, e.g. `belgrade`. */
export type ProvinceId = Brand<string, "ProvinceId">;
export type ScenarioId = Brand<string, "ScenarioId">;
export type MatchId = Brand<string, "MatchId">;
/** Id of a treaty or of the proposal it grew from: `t1`, `t2`, … for those that stand at the start, then `t` and a drawn number. */
export type TreatyId = Brand<string, "TreatyId">;
/** A human being (not a seat, not a socket) within one match, or within one class and all its matches. */
export type PersonId = Brand<string, "PersonId">;

export type ClassId = Brand<string, "ClassId">;

/** Position of a country in `Board.ids` (ascending CountryId order); all dyadic matrices use it. */
export type CountryIndex = number;
/** Position of a province in `Board.provinces` (ascending ProvinceId order). */
export type ProvinceIndex = number;

// The only casts in the code base that make ids: a string read from JSON or a literal in a test.
export const countryId = (text: string): CountryId => text as CountryId;
export const provinceId = (text: string): ProvinceId => text as ProvinceId;
export const scenarioId = (text: string): ScenarioId => text as ScenarioId;
export const matchId = (text: string): MatchId => text as MatchId;
export const treatyId = (text: string): TreatyId => text as TreatyId;
export const personId = (text: string): PersonId => text as PersonId;
export const classId = (text: string): ClassId => text as ClassId;
