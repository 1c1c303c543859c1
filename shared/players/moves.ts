import type { CountryIndex } from "../model/ids.ts";
import type { Personality } from "../model/match.ts";
import type { Alignment, Move } from "../model/order.ts";
import type { SeatSight } from "../model/sight.ts";
import type { LegalOptions } from "../rules/index.ts";
import { oddsOf } from "./odds.ts";
import type { Odds } from "./odds.ts";
import { topThreat } from "./outlook.ts";
import { TEMPERS } from "./personalities.ts";
import type { Temper } from "./personalities.ts";

export interface Occasion {
  readonly sight: SeatSight;
  readonly options: LegalOptions;
  readonly alignment: Alignment;
  readonly personality: Personality;
}

/** At most as many moves as the level allows: fight if it pays, get ready if it soon will, else speak. */
export function chooseMoves(occasion: Occasion, draw: () => number): Move[] {
  const { options } = occasion;
  const moves = [attack(occasion, draw), prepare(occasion, draw), speakOut(occasion, draw)].filter((move) => move !== null);
  return moves.slice(0, options.mostMoves);
}

/** Satisfied powers do not attack (r ≤ .3), whatever their character; a theorist's greed is its card's. */
function temperOf({ sight, personality }: Occasion): Temper {
  const temper = TEMPERS[personality];
  if (personality !== "theorist") return temper;
  const r = sight.card.revisionism;
  return r <= 0.3 ? { ...temper, attackAt: Number.POSITIVE_INFINITY, boldness: 0 } : { ...temper, boldness: Math.min(1, r) };
}

function attack(occasion: Occasion, draw: () => number): Move | null {
  const temper = temperOf(occasion);
  const own = freed(occasion);
  const best = own ?? bestTarget(occasion);
  if (!best || best.ratio < (own ? 1.3 : temper.attackAt) || draw() > (own ? 0.9 : temper.boldness)) return null;
  const { board, world, me } = occasion.sight;
  const province = board.provinces[best.province];
  if (!province) return null;
  // Land of a third country's: the satisfied give it back, the greedy keep it.
  const liberate = province.home !== world.holders[best.province] && province.home !== me && occasion.sight.card.revisionism <= 0.3;
  return { kind: "attack", province: province.id, liberate };
}

/** Own land under occupation: everyone, however peaceful, tries to get it back. */
function freed({ sight, options }: Occasion): Odds | null {
  const { board, world, me } = sight;
  return best(
    options.attack
      .map(({ keep }, p) => (keep === null && board.provinces[p]?.home === me ? oddsOf(board, world, me, p) : null))
      .filter((odds) => odds !== null),
  );
}

/** Not the country it follows; by odds, a sixth dearer where the land is already occupied by another. */
function bestTarget({ sight, options, alignment }: Occasion): Odds | null {
  const { board, world, me } = sight;
  const lord = alignment.kind === "bandwagon" ? board.indexOf.get(alignment.with) : undefined;
  return best(
    options.attack
      .map(({ keep }, p) => (keep === null && world.holders[p] !== lord && !isPartner(sight, world.holders[p] ?? me) ? oddsOf(board, world, me, p) : null))
      .filter((odds) => odds !== null),
  );
}

function isPartner({ board, world, me }: SeatSight, other: CountryIndex): boolean {
  const ids = [board.ids[me], board.ids[other]];
  return world.treaties.some(({ parties }) => ids.every((id) => id !== undefined && parties.includes(id)));
}

function best(odds: readonly Odds[]): Odds | null {
  return odds.reduce<Odds | null>((top, one) => (top === null || one.ratio > top.ratio ? one : top), null);
}

/** Mobilise when a quarter more would tip the scale. */
function prepare(occasion: Occasion, draw: () => number): Move | null {
  const { options } = occasion;
  const temper = temperOf(occasion);
  if (options.mobilise !== null || temper.boldness === 0) return null;
  const target = bestTarget(occasion);
  if (!target || target.ratio >= temper.attackAt || target.ratio * 1.25 < temper.attackAt) return null;
  return draw() < temper.boldness * 0.6 ? { kind: "mobilise" } : null;
}

function speakOut(occasion: Occasion, draw: () => number): Move | null {
  const { sight, options, personality, alignment } = occasion;
  const temper = TEMPERS[personality];
  const target = topThreat(sight.world, sight.me);
  const id = sight.board.ids[target];
  if (!id) return null;
  if (draw() < temper.threatens) return options.threaten[target] === null && alignment.kind !== "bandwagon" ? { kind: "threaten", target: id } : null;
  return draw() < temper.reassures && options.reassure[target] === null && alignment.kind !== "balance" ? { kind: "reassure", target: id } : null;
}
