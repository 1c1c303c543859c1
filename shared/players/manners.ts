import type { Personality } from "../model/match.ts";
import type { SeatSight } from "../model/sight.ts";
import type { Character } from "./character.ts";
import { topThreat } from "./outlook.ts";

/** What a character wants of its points and its moves. Shares of spending sum to 1; all else is a chance a turn unless said. */
export interface Manners {
  readonly spending: { readonly offence: number; readonly defence: number; readonly industry: number };
  /** Least expected attack ratio at which it attacks; Infinity = never. */
  readonly attackAt: number;
  /** Chance of attacking when the odds are there. */
  readonly boldness: number;
  /** Overlooks the help its target can call: the commonest error. */
  readonly blindToHelp?: true;
  /** A reassuring word, or a threatening one, when there is nothing better to do. */
  readonly reassures: number;
  readonly threatens: number;
  /** An ultimatum before an attack, where the odds are there or soon will be. */
  readonly demands: number;
  /** Land given away unasked to a threat that can be appeased. */
  readonly concedes: number;
  /** Offence given up and the army sent home: what reassures because it costs. */
  readonly disarms?: number;
  /** An army called up, or an ultimatum given to the weakest neighbour, for nothing but the look of it. */
  readonly blusters?: number;
  /** An army called up against a grave threat, without a plan of attack. */
  readonly alerts: number;
  /** Aid to one that bears a burden it does not bear alone. */
  readonly aids: number;
  readonly slanders: number;
  readonly influences: number;
  readonly subverts: number;
  readonly investigates: number;
  /** How readily it signs what is offered, 0–1. */
  readonly signs: number;
  /** How often it offers a treaty, 0–1 a turn. */
  readonly offers: number;
  /** Would rather that nobody knew whom it signs with. */
  readonly secretive: boolean;
  /** Whether it keeps defence pacts when called, and peace when it could gain by breaking it. */
  readonly keepsWord: boolean;
}

/** Those who attack nobody unless it is to free land. */
const PEACEABLE = { attackAt: Number.POSITIVE_INFINITY, boldness: 0, demands: 0, subverts: 0 } as const;
const QUIET = { concedes: 0, alerts: 0, aids: 0, slanders: 0, influences: 0, investigates: 0.1 } as const;

export const MANNERS: Readonly<Record<Personality, Manners>> = {
  theorist: {
    ...QUIET,
    ...PEACEABLE,
    spending: { offence: 0, defence: 0.4, industry: 0.6 },
    reassures: 0.3,
    threatens: 0.05,
    influences: 0.1,
    investigates: 0.2,
    signs: 0.8,
    offers: 0.5,
    secretive: false,
    keepsWord: true,
  },
  powerBalancer: {
    ...QUIET,
    ...PEACEABLE,
    spending: { offence: 0.25, defence: 0.5, industry: 0.25 },
    reassures: 0.05,
    threatens: 0.1,
    slanders: 0.1,
    influences: 0.3,
    investigates: 0.2,
    aids: 0.2,
    signs: 0.7,
    offers: 0.4,
    secretive: false,
    keepsWord: true,
  },
  jackal: {
    ...QUIET,
    spending: { offence: 0.5, defence: 0.4, industry: 0.1 },
    attackAt: 1.25,
    boldness: 0.8,
    demands: 0.1,
    reassures: 0.1,
    threatens: 0.1,
    influences: 0.2,
    subverts: 0.2,
    signs: 0.6,
    offers: 0.2,
    secretive: true,
    keepsWord: false,
  },
  wolf: {
    ...QUIET,
    spending: { offence: 0.65, defence: 0.35, industry: 0 },
    attackAt: 1.1,
    boldness: 0.95,
    demands: 0.35,
    reassures: 0,
    threatens: 0.3,
    slanders: 0.2,
    subverts: 0.4,
    signs: 0.2,
    offers: 0.05,
    secretive: true,
    keepsWord: false,
  },
  hider: {
    ...QUIET,
    ...PEACEABLE,
    spending: { offence: 0, defence: 0.6, industry: 0.4 },
    reassures: 0.4,
    threatens: 0,
    signs: 0.4,
    offers: 0.1,
    secretive: false,
    keepsWord: true,
  },
  lamb: {
    ...QUIET,
    ...PEACEABLE,
    spending: { offence: 0, defence: 0.3, industry: 0.7 },
    reassures: 0.6,
    threatens: 0,
    concedes: 0.25,
    signs: 0.9,
    offers: 0.3,
    secretive: false,
    keepsWord: true,
  },
  lion: {
    ...QUIET,
    ...PEACEABLE,
    spending: { offence: 0.3, defence: 0.6, industry: 0.1 },
    reassures: 0.05,
    threatens: 0.2,
    aids: 0.4,
    slanders: 0.1,
    investigates: 0.3,
    signs: 0.85,
    offers: 0.6,
    secretive: false,
    keepsWord: true,
  },
  titForTat: {
    ...QUIET,
    spending: { offence: 0.2, defence: 0.5, industry: 0.3 },
    attackAt: 1.3,
    boldness: 0.6,
    demands: 0,
    reassures: 0.3,
    threatens: 0.15,
    slanders: 0.1,
    subverts: 0,
    aids: 0.2,
    signs: 0.7,
    offers: 0.3,
    secretive: false,
    keepsWord: true,
  },
  reassurer: {
    ...QUIET,
    ...PEACEABLE,
    spending: { offence: 0, defence: 0.3, industry: 0.7 },
    reassures: 1,
    threatens: 0,
    disarms: 1,
    aids: 0.2,
    investigates: 0,
    signs: 0.95,
    offers: 0.9,
    secretive: false,
    keepsWord: true,
  },
  blusterer: {
    ...QUIET,
    spending: { offence: 0.75, defence: 0.25, industry: 0 },
    attackAt: 2.5,
    boldness: 0.1,
    demands: 0,
    reassures: 0,
    threatens: 1,
    blusters: 0.7,
    slanders: 0.3,
    subverts: 0,
    signs: 0.15,
    offers: 0,
    secretive: false,
    keepsWord: true,
  },
};

/** From this r up a country wants what others hold (theory.md 5; Schweller 1994). */
const REVISIONIST = 0.3;
/** From this r up no treaty protects a partner whose land is easily had: who wants to overturn the order is not bound by it (Schweller 1994). */
const LAWLESS = 0.8;
/** From this T a satisfied country puts its spare points into defence. */
const ALARMED = 50;

/** The manners of one seat this turn: its personality's, as its temper and its difficulty have them. */
export function mannersOf(sight: SeatSight, { personality, temper, difficulty }: Character): Manners {
  const manners = personality === "theorist" ? theoristsManners(sight) : MANNERS[personality];
  if (temper === "steady" && difficulty === "normal") return manners;
  const tempered = temper === "calm" ? calmed(manners) : temper === "hot" ? heated(manners) : manners;
  if (difficulty === "easy") return { ...tempered, blindToHelp: true };
  return difficulty === "hard" ? { ...tempered, investigates: Math.max(0.3, tempered.investigates) } : tempered;
}

/**
 * The theory follower acts as its ambition and its fear have it: the satisfied arm for defence, more so when threatened, and attack
 * nobody; revisionists arm for attack.
 */
function theoristsManners({ world, me, card }: SeatSight): Manners {
  const manners = MANNERS.theorist;
  const greed = Math.max(0, card.revisionism - REVISIONIST);
  if (greed > 0) {
    const offence = 0.5 + 0.5 * greed;
    return {
      ...manners,
      spending: { offence, defence: 1 - offence, industry: 0 },
      keepsWord: card.revisionism < LAWLESS,
      attackAt: 1.35 - 0.15 * greed,
      boldness: Math.min(1, 0.4 + greed),
      reassures: 0.05,
      threatens: 0.15,
    };
  }
  const fear = world.threat[me]?.[topThreat(world, me)] ?? 0;
  return fear >= ALARMED ? ALARMED_THEORIST : manners;
}
const ALARMED_THEORIST: Manners = { ...MANNERS.theorist, spending: { offence: 0, defence: 0.8, industry: 0.2 } };

/** Slow to strike and quick to reassure. */
const calmed = (manners: Manners): Manners => ({
  ...manners,
  attackAt: manners.attackAt + 0.1,
  boldness: 0.8 * manners.boldness,
  demands: 0.5 * manners.demands,
  threatens: 0.4 * manners.threatens,
  reassures: Math.min(1, manners.reassures + 0.15),
  slanders: 0,
  signs: Math.min(1, manners.signs + 0.1),
});

/** Threatens, calls up its army, asks for land if it wants any, and seldom says a kind word. */
const heated = (manners: Manners): Manners => ({
  ...manners,
  attackAt: manners.attackAt - 0.05,
  boldness: Math.min(1, 1.2 * manners.boldness),
  demands: manners.boldness > 0 ? Math.min(1, manners.demands + 0.2) : 0,
  // The meek stay meek.
  alerts: manners.threatens > 0 ? 0.4 : 0,
  threatens: manners.threatens > 0 ? Math.min(1, manners.threatens + 0.25) : 0,
  reassures: 0.3 * manners.reassures,
  slanders: Math.min(1, manners.slanders + 0.2),
  concedes: 0.3 * manners.concedes,
  signs: Math.max(0, manners.signs - 0.15),
});
