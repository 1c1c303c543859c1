import type { Spending } from "../model/order.ts";
import type { Manners } from "./manners.ts";

/**
 * Whole points divided by the shares its manners give (largest remainder), after what is set aside.
 * `points` may have a fraction, which stays in the treasury.
 */
export function divide(points: number, { spending }: Pick<Manners, "spending">): Spending {
  const whole = Math.max(0, Math.floor(points + 1e-9));
  const wishes = (["offence", "defence", "industry"] as const).map((kind) => ({ kind, wish: spending[kind] * whole }));
  const given = { offence: 0, defence: 0, industry: 0 };
  for (const { kind, wish } of wishes) given[kind] = Math.floor(wish);
  const left = whole - given.offence - given.defence - given.industry;
  const order = [...wishes].sort((a, b) => (b.wish % 1) - (a.wish % 1));
  for (let n = 0; n < left; n += 1) {
    const next = order[n % order.length];
    if (next) given[next.kind] += 1;
  }
  return { ...given, aid: [] };
}
