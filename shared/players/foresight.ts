import type { CountryIndex } from "../model/ids.ts";
import type { Alignment, LegalOrder } from "../model/order.ts";
import type { SeatSight } from "../model/sight.ts";
import type { Board, PublicWorld, World } from "../model/world.ts";
import { aimMet, checkOrder, defaultOrder, resolveTurn, scoreOf } from "../rules/index.ts";
import { assessed } from "../theory/assessed.ts";
import { predictionFor } from "../theory/forecast.ts";
import { topThreat } from "./outlook.ts";

/** Weight of this turn's security against that of the match so far: what stands at the end of the turn is what one lives with. */
const AHEAD = 0.4;
/** Points a province of others' land is worth to one that wants it, per unit of r. */
const SPOILS = 6;

/**
 * What a sheet would lead to if everyone else did what the theory thinks likeliest (one step of strategic thinking; Stahl &
 * Wilson 1995), in points of score: home land, security at the end of the turn, sovereignty, the private aim, and land of
 * others for those who want it. From public knowledge alone; no chance plays a part.
 */
export function foreseen(sight: SeatSight, sheet: LegalOrder): number {
  const { board, world, me, card } = sight;
  const orders = expected(board, world).map((order, k) => (k === me ? sheet : order));
  const { world: after } = resolveTurn(board, unsecret(world), { orders, signed: [] });
  const { home, sovereign } = scoreOf(board, after, me);
  const security = AHEAD * (after.countries[me]?.security ?? 0);
  const aim = aimMet(board, after, me, card.aim) ? board.parameters.score.aim / 2 : 0;
  return home + security + sovereign + aim + SPOILS * Math.max(0, card.revisionism) * foreignLand(board, after, me);
}

/** The world as if it held no more than its reader knows. */
const unsecret = (world: PublicWorld): World => ({
  ...world,
  secrets: { influence: world.influence, deeds: [] },
  prng: [0, 0, 0, 0],
});

function foreignLand(board: Board, world: PublicWorld, me: CountryIndex): number {
  return world.holders.filter((holder, p) => holder === me && board.provinces[p]?.home !== me).length;
}

/** Everyone's likeliest sheet by the theory: its alignment toward the country it fears most, the rest on defence. */
function expected(board: Board, world: PublicWorld): readonly LegalOrder[] {
  const before = known.get(world);
  if (before?.board === board) return before.orders;
  const assessment = assessed(board, world);
  const orders = board.ids.map((_, k) => {
    const order = defaultOrder(board, world, k);
    const only = topThreat(world, k);
    if (only < 0) return order;
    const [likeliest] = predictionFor(board, world, k, { revisionism: 0, only, assessment });
    const play = likeliest?.play;
    const alignment: Alignment = !play || play.kind === "buckPass" ? { kind: "hide" } : play;
    const checked = checkOrder(board, world, k, {
      ...order,
      alignment,
      spending: { ...order.spending, defence: Math.max(0, order.spending.defence - 1) },
    });
    return checked.ok ? checked.value : order;
  });
  known.set(world, { board, orders });
  return orders;
}
/** All hard players of a world expect the same of it. */
const known = new WeakMap<PublicWorld, { readonly board: Board; readonly orders: readonly LegalOrder[] }>();
