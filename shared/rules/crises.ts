import { seedPrng, shuffled, stream } from "../lib/prng.ts";
import type { ScenarioCrisis } from "../model/scenario.ts";
import type { Board } from "../model/world.ts";

/** A turn that could have a card has one as often as not: as no two drawn cards follow each other, that is about a third of all turns. */
const CHANCE = 0.5;
/** A match may end a turn early (rule 1.3); a card is drawn for no turn that could be the last. */
const LAST_TURNS = 2;

/**
 * Rule 13.1: the crisis that strikes at the end of each turn, by turn − 1; `null` = none. Cards with a date strike in their
 * turn – or, should two name the same one, in the next that is free; the others are drawn by the seed.
 */
export function crisisSchedule(board: Board, seed: number): readonly (ScenarioCrisis | null)[] {
  const { turns, crises = [] } = board.scenario;
  const schedule: (ScenarioCrisis | null)[] = Array.from({ length: turns }, () => null);
  if (!board.modules.includes("crises")) return schedule;
  for (const card of crises) if (card.turn !== undefined) putDown(schedule, card, card.turn - 1);
  const { draw } = stream(seedPrng(seed, "crises"));
  const drawn = shuffled(
    crises.filter(({ turn }) => turn === undefined),
    draw,
  );
  for (let at = 0; at < turns - LAST_TURNS; at += 1) {
    const free = [at - 1, at, at + 1].every((near) => !schedule[near]);
    if (free && draw() < CHANCE) schedule[at] = drawn.pop() ?? null;
  }
  return schedule;
}

function putDown(schedule: (ScenarioCrisis | null)[], card: ScenarioCrisis, from: number): void {
  const at = schedule.findIndex((taken, k) => k >= from && taken === null);
  if (at >= 0) schedule[at] = card;
}
