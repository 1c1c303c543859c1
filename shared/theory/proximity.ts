import type { Mobility } from "../model/scenario.ts";

/** Half-distance h of a country's strength, by mobility: continental, regional, global. */
const REACH: readonly [number, number, number] = [1, 1.5, 3];

/** The way from a threatening country to the observer. */
export interface Way {
  /** How the first step is made. */
  readonly start: "land" | "narrowWater";
  /** Countries that lie between. */
  readonly buffers: number;
  /** Zones of open sea to cross. */
  readonly openSeas: number;
}

/** Distance d: 1 by land, 1.5 over narrow water, +1 a buffer, +1.5 an open sea (+.5 for a country that can cross seas). */
export function distanceOf(way: Way, mobility: Mobility): number {
  const sea = mobility >= 1 ? 0.5 : 1.5;
  return (way.start === "land" ? 1 : 1.5) + way.buffers + sea * way.openSeas;
}

/**
 * Proximity X, in [floor, 1]: how much of j's strength arrives at distance d ≥ 1; j's own mobility sets the gradient.
 * Source: the loss-of-strength gradient (Boulding 1962).
 */
export function proximityOf(distance: number, mobility: Mobility, floor: number): number {
  return Math.min(1, Math.max(floor, 2 ** (-(distance - 1) / REACH[mobility])));
}
