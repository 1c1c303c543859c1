import type { CountryIndex } from "#shared/model/ids.ts";
import type { Board, PublicWorld } from "#shared/model/world.ts";

export interface AlarmReading {
  readonly country: CountryIndex;
  /** Of all arms on the board, 0–1. */
  readonly share: number;
  readonly on: boolean;
}

/** The country with most arms; ties to the lower index. Whether the alarm is on is the world's to say. */
export function alarmMeter(board: Board, world: PublicWorld): AlarmReading {
  const arms = world.countries.map((country) => country.offence + country.defence);
  const all = arms.reduce((sum, points) => sum + points, 0) || 1;
  const country = arms.reduce((best, points, index) => (points > (arms[best] ?? 0) ? index : best), 0);
  const share = (arms[country] ?? 0) / all;
  return { country, share, on: world.alarm !== null || share > board.parameters.alarmShare };
}
