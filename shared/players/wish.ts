import type { CountryIndex } from "../model/ids.ts";
import type { SeatSight } from "../model/sight.ts";
import { sentenceCase } from "../lib/sentenceCase.ts";
import type { Line } from "./lines.ts";

/** Something to say: to whom (nobody = everyone), and how pressing it is, as a chance of saying it. */
export interface Wish {
  readonly to: readonly CountryIndex[];
  readonly lines: readonly string[];
  readonly chance: number;
}

export function wish(
  to: readonly CountryIndex[],
  lines: readonly Line[],
  chance: number,
  values: Readonly<Record<string, string>> = {},
): Wish {
  return {
    to,
    chance,
    lines: lines.map((line) => sentenceCase(line.replace(/\{(\w+)\}/gu, (_, key: string) => values[key] ?? ""))),
  };
}

export const named = ({ board }: SeatSight, country: CountryIndex): { readonly country: string } => ({
  country: board.spoken[country] ?? "",
});
