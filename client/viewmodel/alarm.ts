import type { CountryIndex } from "#shared/model/ids.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board, PublicWorld } from "#shared/model/world.ts";
import { openingWorld } from "./opening.ts";

export interface AlarmReading {
  readonly country: CountryIndex;
  /** Of all arms on the board, 0–1. */
  readonly share: number;
  readonly on: boolean;
}

interface Told {
  /** The last turn is still being told step by step: the reading is that of the turn before. */
  readonly untold: boolean;
}

/** The country with most arms (ties to the lower index), and whether the alarm is on (rule 9.6). */
export function alarmMeter(board: Board, view: Pick<PlayerView, "world" | "history">, { untold }: Told): AlarmReading {
  const before = untold ? (view.history.at(-2)?.arms ?? armsIn(openingWorld(board))) : null;
  const arms = before ?? armsIn(view.world);
  const all = arms.reduce((sum, points) => sum + points, 0) || 1;
  const country = arms.reduce((best, points, index) => (points > (arms[best] ?? 0) ? index : best), 0);
  const share = (arms[country] ?? 0) / all;
  const standing = before === null && view.world.alarm !== null;
  return { country, share, on: standing || share > board.parameters.alarmShare };
}

const armsIn = ({ countries }: PublicWorld): readonly number[] =>
  countries.map(({ offence, defence }) => offence + defence);
