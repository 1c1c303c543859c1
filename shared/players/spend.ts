import type { CountryIndex } from "../model/ids.ts";
import type { Alignment, Spending } from "../model/order.ts";
import type { SeatSight } from "../model/sight.ts";
import type { LegalOptions } from "../rules/index.ts";
import type { Manners } from "./manners.ts";
import { againstOf } from "./odds.ts";
import { fearOf, topThreat } from "./outlook.ts";
import type { Stance } from "./stance.ts";
import { mostExposed } from "./statecraft.ts";

/**
 * Whole points divided by the shares its manners give (largest remainder), after what is set aside.
 * `points` may have a fraction, which stays in the treasury.
 */
export function divide(points: number, { spending }: Pick<Manners, "spending">): Spending {
  const whole = Math.max(0, Math.floor(points + 1e-9));
  const wish = (kind: Arms): number => spending[kind] * whole;
  const given = {
    offence: Math.floor(wish("offence")),
    defence: Math.floor(wish("defence")),
    industry: Math.floor(wish("industry")),
    aid: [],
  };
  const left = whole - given.offence - given.defence - given.industry;
  const order = left > 0 ? ARMS.toSorted((a, b) => (wish(b) % 1) - (wish(a) % 1)) : ARMS;
  for (let n = 0; n < left; n += 1) {
    const next = order[n % order.length];
    if (next) given[next] += 1;
  }
  return given;
}
type Arms = "offence" | "defence" | "industry";
const ARMS: readonly Arms[] = ["offence", "defence", "industry"];

interface Means {
  readonly spending: Spending;
  readonly stance: Stance;
  readonly alignment: Alignment;
  readonly manners: Manners;
  readonly options: LegalOptions;
}

/** Points a turn from which a country has one to spare for another, and from which one that passes the buck pays for it. */
const TO_SPARE = 4;
const RICH = 8;

/** The spending with one point of it given to whoever bears the burden: a fellow under threat, or the one it is passed to. */
export function aidFrom(sight: SeatSight, means: Means, draw: () => number): Spending {
  const { spending, options } = means;
  const to = aided(sight, means, draw);
  const id = sight.board.ids[to];
  if (id === undefined || options.aid[to] !== null) return spending;
  const from = spending.industry > 0 ? "industry" : spending.defence > 0 ? "defence" : null;
  return from === null ? spending : { ...spending, [from]: spending[from] - 1, aid: [{ to: id, points: 1 }] };
}

function aided(sight: SeatSight, { stance, alignment, manners, options }: Means, draw: () => number): CountryIndex {
  const { board, world, me } = sight;
  const { available } = options.income;
  if (stance.passesTheBuck === true && available >= RICH) return mostExposed(sight, topThreat(world, me));
  if (manners.aids === 0 || alignment.kind !== "balance" || available < TO_SPARE || draw() >= manners.aids) return -1;
  const foe = board.indexOf.get(alignment.against) ?? -1;
  const friend = mostExposed(sight, foe);
  // Whoever fears the foe less than we do bears no burden of ours.
  return friend >= 0 && againstOf(board, world, friend) === foe && fearOf(world, friend, foe) > fearOf(world, me, foe)
    ? friend
    : -1;
}
