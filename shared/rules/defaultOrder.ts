import type { CountryIndex } from "../model/ids.ts";
import type { Alignment, LegalOrder, OrderSheet } from "../model/order.ts";
import type { Board, PublicWorld } from "../model/world.ts";
import { checkOrder, costOf } from "./checkOrder.ts";
import { incomeOf } from "./income.ts";
import { isExile } from "./legality.ts";

/** What a seat without a sheet plays: keep the alignment if it can, put the rest into defence (rule 1.6). Always legal. */
export function defaultOrder(board: Board, world: PublicWorld, me: CountryIndex): LegalOrder {
  const kept = checkOrder(board, world, me, planned(board, world, me, world.alignments[me] ?? { kind: "hide" }));
  if (kept.ok) return kept.value;
  const hidden = checkOrder(board, world, me, planned(board, world, me, { kind: "hide" }));
  if (hidden.ok) return hidden.value;
  throw new Error(`default order refused: ${hidden.error.text}`);
}

function planned(board: Board, world: PublicWorld, me: CountryIndex, alignment: Alignment): OrderSheet {
  const asked = { board, world, me };
  const nothing = { offence: 0, defence: 0, industry: 0, aid: [] };
  const left = incomeOf(board, world, me).available - costOf(asked, { alignment, spending: nothing });
  const defence = isExile(asked, me) ? 0 : Math.max(0, Math.floor(left / board.parameters.economy.defenceCost + 1e-9));
  return { alignment, reason: null, note: "", spending: { ...nothing, defence }, moves: [], refuse: [] };
}
