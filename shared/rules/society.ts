import type { CountryIndex } from "../model/ids.ts";
import type { ScenarioCountry } from "../model/scenario.ts";
import type { Board } from "../model/world.ts";

/** A country as its scenario describes it. */
export function countryOn(board: Board, i: CountryIndex): ScenarioCountry {
  const country = board.scenario.countries.find(({ id }) => id === board.ids[i]);
  if (!country) throw new Error(`board without country ${i}`);
  return country;
}

/** What a covert move against a country does, and how likely it is found out (rules 12.2–12.7). */
export interface CovertOdds {
  /** Covert action works on open societies and fails in closed ones (Walt 1987, ch. 7). */
  readonly openSociety: boolean;
  /** Influence gained by one move, 0–1. */
  readonly influence: number;
  /** Stability lost by one subversion. */
  readonly subversion: number;
  /** Chance that a move of influence or subversion comes out in its turn, 0–1. */
  readonly found: number;
  /** Chance that an investigation finds each secret, and that it reads the ambition right, 0–1. It leaves no trace itself. */
  readonly investigation: number;
  readonly ambition: number;
}

export function covertOdds(board: Board, target: CountryIndex): CovertOdds {
  const { covert } = board.parameters;
  const { openSociety } = countryOn(board, target);
  return {
    openSociety,
    influence: openSociety ? covert.influenceOpen : covert.influenceClosed,
    subversion: openSociety ? covert.subvertOpen : covert.subvertClosed,
    found: openSociety ? covert.foundOpen : covert.foundClosed,
    investigation: covert.investigation,
    ambition: covert.ambitionRight,
  };
}
