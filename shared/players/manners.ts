import type { Personality } from "../model/match.ts";
import type { SeatSight } from "../model/sight.ts";
import { topThreat } from "./outlook.ts";

/** What a character wants of its points and its moves. Shares of spending sum to 1. */
export interface Manners {
  readonly spending: { readonly offence: number; readonly defence: number; readonly industry: number };
  /** Least expected attack ratio at which it attacks; Infinity = never. */
  readonly attackAt: number;
  /** Chance of attacking when the odds are there. */
  readonly boldness: number;
  /** Chance of a reassuring word, or of a threatening one, when there is nothing better to do. */
  readonly reassures: number;
  readonly threatens: number;
  /** How readily it signs what is offered, 0–1. */
  readonly signs: number;
  /** How often it offers a pact, 0–1 a turn. */
  readonly offers: number;
  /** Whether it keeps defence pacts when called. */
  readonly keepsWord: boolean;
}

export const MANNERS: Readonly<Record<Personality, Manners>> = {
  theorist: {
    spending: { offence: 0, defence: 0.4, industry: 0.6 },
    attackAt: Number.POSITIVE_INFINITY,
    boldness: 0,
    reassures: 0.3,
    threatens: 0.05,
    signs: 0.8,
    offers: 0.5,
    keepsWord: true,
  },
  powerBalancer: {
    spending: { offence: 0.25, defence: 0.5, industry: 0.25 },
    attackAt: Number.POSITIVE_INFINITY,
    boldness: 0,
    reassures: 0.05,
    threatens: 0.1,
    signs: 0.7,
    offers: 0.4,
    keepsWord: true,
  },
  jackal: {
    spending: { offence: 0.5, defence: 0.4, industry: 0.1 },
    attackAt: 1.25,
    boldness: 0.8,
    reassures: 0.1,
    threatens: 0.1,
    signs: 0.6,
    offers: 0.2,
    keepsWord: false,
  },
  wolf: {
    spending: { offence: 0.65, defence: 0.35, industry: 0 },
    attackAt: 1.1,
    boldness: 0.95,
    reassures: 0,
    threatens: 0.3,
    signs: 0.2,
    offers: 0.05,
    keepsWord: false,
  },
  hider: {
    spending: { offence: 0, defence: 0.6, industry: 0.4 },
    attackAt: Number.POSITIVE_INFINITY,
    boldness: 0,
    reassures: 0.4,
    threatens: 0,
    signs: 0.4,
    offers: 0.1,
    keepsWord: true,
  },
  lamb: {
    spending: { offence: 0, defence: 0.6, industry: 0.4 },
    attackAt: Number.POSITIVE_INFINITY,
    boldness: 0,
    reassures: 0.4,
    threatens: 0,
    signs: 0.4,
    offers: 0.1,
    keepsWord: true,
  },
  lion: {
    spending: { offence: 0.25, defence: 0.5, industry: 0.25 },
    attackAt: Number.POSITIVE_INFINITY,
    boldness: 0,
    reassures: 0.05,
    threatens: 0.1,
    signs: 0.7,
    offers: 0.4,
    keepsWord: true,
  },
  titForTat: {
    spending: { offence: 0.2, defence: 0.5, industry: 0.3 },
    attackAt: 1.3,
    boldness: 0.6,
    reassures: 0.3,
    threatens: 0.15,
    signs: 0.7,
    offers: 0.3,
    keepsWord: true,
  },
};

/** From this r up a country wants what others hold (theory.md 5; Schweller 1994). */
const REVISIONIST = 0.3;
/** From this T a satisfied country puts its spare points into defence. */
const ALARMED = 50;

/**
 * The manners of one seat this turn. All but the theory follower are what they are; it acts as its ambition and its fear
 * have it: the satisfied arm for defence, more so when threatened, and attack nobody; revisionists arm for attack.
 */
export function mannersOf({ world, me, card }: SeatSight, personality: Personality): Manners {
  const manners = MANNERS[personality];
  if (personality !== "theorist") return manners;
  const greed = Math.max(0, card.revisionism - REVISIONIST);
  if (greed > 0) {
    const offence = 0.5 + 0.5 * greed;
    return {
      ...manners,
      spending: { offence, defence: 1 - offence, industry: 0 },
      attackAt: 1.35 - 0.15 * greed,
      boldness: Math.min(1, 0.4 + greed),
      reassures: 0.05,
      threatens: 0.15,
    };
  }
  const fear = world.threat[me]?.[topThreat(world, me)] ?? 0;
  return fear >= ALARMED ? { ...manners, spending: { offence: 0, defence: 0.8, industry: 0.2 } } : manners;
}
