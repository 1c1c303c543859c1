import type { CountryIndex } from "../model/ids.ts";
import type { Reason } from "../model/order.ts";
import type { SeatSight } from "../model/sight.ts";
import type { Leaning } from "./stance.ts";

interface Case {
  readonly worth: number;
  readonly reason: Reason;
  readonly why: string;
}

/** Balance against a country; nothing where it cannot be named. */
export function balancing({ board }: SeatSight, against: CountryIndex, { worth, reason, why }: Case): Leaning[] {
  const id = board.ids[against];
  return id === undefined ? [] : [{ alignment: { kind: "balance", against: id }, worth, reason, why }];
}

/** Bandwagon with a country; nothing where it cannot be named. */
export function following({ board }: SeatSight, leader: CountryIndex, { worth, reason, why }: Case): Leaning[] {
  const id = board.ids[leader];
  return id === undefined ? [] : [{ alignment: { kind: "bandwagon", with: id }, worth, reason, why }];
}

export const hiding = (worth: number, why: string, reason: Reason | null = null): Leaning => ({
  alignment: { kind: "hide" },
  worth,
  reason,
  why,
});

export const percent = (share: number): string => `${Math.round(100 * share)} %`;
export const points = (threat: number): string => String(Math.round(threat));
