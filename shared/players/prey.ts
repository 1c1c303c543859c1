import type { CountryIndex } from "../model/ids.ts";
import type { SeatSight } from "../model/sight.ts";
import type { Character } from "./character.ts";
import { mannersOf } from "./manners.ts";
import { others } from "./outlook.ts";

/** The neighbour a greedy player would rather keep its hands free for: the weakest in arms. −1 for those who covet nothing. */
export function preyOf(sight: SeatSight, character: Character): CountryIndex {
  const { board, world, me } = sight;
  if (character.personality === "titForTat" || mannersOf(sight, character).boldness === 0) return -1;
  const arms = (k: CountryIndex): number => (world.countries[k]?.defence ?? 0) + (world.countries[k]?.offence ?? 0);
  const near = others(sight).filter((k) => board.borders[me]?.[k]);
  return near.reduce((weakest, k) => (weakest < 0 || arms(k) < arms(weakest) ? k : weakest), -1);
}
