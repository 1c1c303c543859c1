import type { Board } from "#shared/model/world.ts";
import { PERSONALITIES } from "#shared/model/match.ts";
import { seedPrng, shuffled, stream } from "#shared/lib/prng.ts";
import type { Draw } from "./bar.ts";
import type { Policy } from "./policies.ts";

/** Theory players all round. */
export const theorists = (board: Board): Policy[] => board.ids.map(() => "theorist");

/** The same table with another policy in one seat. */
export const seated = (table: readonly Policy[], seat: number, policy: Policy): Policy[] =>
  table.map((one, k) => (k === seat ? policy : one));

/** Every character dealt to the table, anew for each seed. */
export function mixedTable(board: Board, seed: number): Policy[] {
  const deck = shuffled(PERSONALITIES, stream(seedPrng(seed, "seats")).draw);
  return board.ids.map((_, k) => deck[k % deck.length] ?? "theorist");
}

/**
 * Whose seat an expander takes. Where ambitions are dealt the seat goes round the table; where history has judged them it is that of the most
 * revisionist, the strongest of several: that Belgium does not conquer Europe proves nothing.
 */
export function expanderSeat(board: Board, { seat }: Draw): number {
  const judged = board.ids.map((id) => board.scenario.countries.find((country) => country.id === id));
  const most = Math.max(...judged.map((country) => country?.revisionism ?? -1));
  if (!judged.every((country) => country?.revisionism !== undefined)) return seat;
  const arms = (k: number): number => (judged[k]?.offence ?? 0) + (judged[k]?.defence ?? 0);
  return judged.reduce(
    (best, country, k) => (country?.revisionism === most && (best < 0 || arms(k) > arms(best)) ? k : best),
    -1,
  );
}
