import type { CountryIndex } from "../model/ids.ts";
import type { Board, PublicWorld } from "../model/world.ts";
import { quantise } from "../lib/quantise.ts";
import { holdings } from "../theory/assess.ts";

/** A country's money this turn, in its own points. */
export interface Income {
  /** After the loss by low stability. */
  readonly income: number;
  /** Saved from earlier turns. */
  readonly treasury: number;
  /** Foreign provinces it holds, and what holding them costs. */
  readonly occupied: number;
  readonly upkeep: number;
  /** treasury + income − upkeep: what alignment and spending come out of. */
  readonly available: number;
  /** Due only if it balances. */
  readonly balanceCost: number;
  /** Due only if it bandwagons. */
  readonly tribute: number;
  /** Points of arms that one point of offence or defence buys; 1 but where a historical scenario rescales income. */
  readonly armsPerPoint: number;
}

/** Rules 2.1–2.4 for one country. */
export function incomeOf(board: Board, world: PublicWorld, me: CountryIndex): Income {
  const money = incomes(board, world)[me];
  if (!money) throw new Error(`no country ${me}`);
  return money;
}

/** The last answer: a world never changes, and is asked for many times in a row. */
let last: { readonly board: Board; readonly world: PublicWorld; readonly money: readonly Income[] } | null = null;

/** The same for every country, by index. */
export function incomes(board: Board, world: PublicWorld): readonly Income[] {
  if (last?.world === world && last.board === board) return last.money;
  const money = reckon(board, world);
  last = { board, world, money };
  return money;
}

function reckon(board: Board, world: PublicWorld): Income[] {
  const occupied = foreignLand(board, world);
  return holdings(board, world).map(({ industry }, i) =>
    incomeFrom(board, world, i, { industry, occupied: occupied[i] ?? 0 }),
  );
}

function incomeFrom(
  board: Board,
  world: PublicWorld,
  me: CountryIndex,
  { industry, occupied }: { readonly industry: number; readonly occupied: number },
): Income {
  const { economy, war } = board.parameters;
  const country = world.countries[me];
  if (!country) throw new Error(`no country ${me}`);
  const exiled = country.status.kind === "exile";
  const most = board.incomeMost[me] ?? economy.incomeMost;
  const full = exiled ? 0 : Math.min(most, Math.max(economy.incomeLeast, economy.incomePerIndustry * industry));
  const income = quantise(full * (country.stability < war.lowStability ? war.lowStabilityIncome : 1));
  const upkeep = quantise(Math.min(country.treasury + income, occupied * war.occupationCost));
  return {
    income,
    treasury: country.treasury,
    occupied,
    upkeep,
    available: quantise(country.treasury + income - upkeep),
    balanceCost: exiled ? 0 : economy.balanceCost,
    tribute: quantise(economy.tribute * income),
    armsPerPoint: board.armsPerPoint[me] ?? 1,
  };
}

/** How many provinces of others each country holds. */
function foreignLand(board: Board, world: PublicWorld): number[] {
  const counts = board.ids.map(() => 0);
  for (let p = 0; p < world.holders.length; p += 1) {
    const holder = world.holders[p] ?? -1;
    if (board.provinces[p]?.home !== holder) counts[holder] = (counts[holder] ?? 0) + 1;
  }
  return counts;
}

/**
 * What `points` of one country's money are worth to another: never more than as many points, and less where a point
 * buys less in the giver's hands (rule 2.9).
 */
export function transferred(board: Board, from: CountryIndex, to: CountryIndex, points: number): number {
  const given = board.armsPerPoint[from] ?? 1;
  const taken = board.armsPerPoint[to] ?? 1;
  return quantise(points * Math.min(1, given / taken));
}
