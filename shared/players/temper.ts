import type { Temper } from "../model/match.ts";

/** How many points of T more (or fewer) it takes to move this temper than a steady one. */
const PATIENCE: Readonly<Record<Temper, number>> = { calm: 6, steady: 0, hot: -6 };
export const patience = (temper: Temper): number => PATIENCE[temper];

/** Turns for which a temper holds a deed against its doer, and the deeds it takes. Axelrod (1984): two tats, one, or more than one for each. */
export const GRUDGE: Readonly<Record<Temper, { readonly turns: number; readonly deeds: number }>> = {
  calm: { turns: 2, deeds: 2 },
  steady: { turns: 1, deeds: 1 },
  hot: { turns: 2, deeds: 1 },
};

/** What doing again what it did last turn is worth to it, on top of the board's own habit (utility, theory.md 5). */
export const INERTIA: Readonly<Record<Temper, number>> = { calm: 0.05, steady: 0, hot: -0.02 };

/** Reliability below which a partner's word is worth nothing to it. */
export const TRUST: Readonly<Record<Temper, number>> = { calm: 0.4, steady: 0.5, hot: 0.6 };
