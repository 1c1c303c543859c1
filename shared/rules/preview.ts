import type { CountryIndex } from "../model/ids.ts";
import type { EventOf } from "../model/event.ts";
import type { OrderSheet } from "../model/order.ts";
import type { Refusal } from "../model/refusal.ts";
import type { Board, PublicWorld, World } from "../model/world.ts";
import { quantise } from "../lib/quantise.ts";
import { checkOrder, costOf } from "./checkOrder.ts";
import { defaultOrder } from "./defaultOrder.ts";
import { incomeOf } from "./income.ts";
import type { Income } from "./income.ts";
import { resolveTurn } from "./resolveTurn.ts";

export interface Preview {
  /** Why the sheet cannot be submitted as it is; null if it can. `fears` and `battle` are then empty. */
  readonly refusal: Refusal | null;
  readonly income: Income;
  /** Points the sheet costs in all, and what is left of `income.available`. */
  readonly cost: number;
  readonly left: number;
  /** Whose threat from me would change (ΔT, ±.5 or more), largest rise first. */
  readonly fears: readonly { readonly country: CountryIndex; readonly change: number }[];
  /** My own attack, if the others do what they did last turn. Where chance is played, read `chance.win`; nothing was thrown. */
  readonly battle: EventOf<"battle"> | null;
}

/** The world as if it held no more than its reader knows. */
const unsecret = (world: PublicWorld): World => ({
  ...world,
  secrets: { influence: world.influence, deeds: [] },
  prng: [0, 0, 0, 0],
});

/** Smallest change of T worth showing. */
const NOTICEABLE = 0.5;

/**
 * What this sheet would probably do, from public knowledge alone: the turn is played with everyone else keeping last
 * turn's alignment and buying defence.
 */
export function preview(board: Board, world: PublicWorld, me: CountryIndex, sheet: OrderSheet): Preview {
  const income = incomeOf(board, world, me);
  const cost = quantise(costOf({ board, world, me }, sheet));
  const money = { income, cost, left: quantise(income.available - cost) };
  const checked = checkOrder(board, world, me, sheet);
  if (!checked.ok) return { ...money, refusal: checked.error, fears: [], battle: null };
  const orders = board.ids.map((_, i) => (i === me ? checked.value : defaultOrder(board, world, i)));
  // Chance is not public: what is likelier than not happens, and a battle carries its odds.
  const { world: after, events } = resolveTurn(board, unsecret(world), { orders, signed: [], foretold: true });
  const fears = board.ids
    .map((_, i) => ({ country: i, change: quantise((after.threat[i]?.[me] ?? 0) - (world.threat[i]?.[me] ?? 0)) }))
    .filter(({ country, change }) => country !== me && Math.abs(change) >= NOTICEABLE)
    .sort((a, b) => b.change - a.change || a.country - b.country);
  const battle = events.find(
    (event): event is EventOf<"battle"> => event.kind === "battle" && event.attackers.includes(me),
  );
  return { ...money, refusal: null, fears, battle: battle ?? null };
}
