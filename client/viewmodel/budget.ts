import type { CountryIndex } from "#shared/model/ids.ts";
import type { Board, PublicWorld } from "#shared/model/world.ts";
import { preview, type Income } from "#shared/rules/index.ts";
import { alignmentOf, provisionalSheet, type Draft } from "./orderDraft.ts";

/** What the sheet costs and what is left, in points. */
export interface Budget {
  readonly income: Income;
  readonly available: number;
  /** Balancing or tribute, as soon as the kind is chosen; 0 for hide. */
  readonly alignment: number;
  readonly left: number;
  readonly costs: { readonly offence: number; readonly defence: number };
}

export function budgetOf(board: Board, world: PublicWorld, me: CountryIndex, draft: Draft): Budget {
  const { income, left } = preview(board, world, me, provisionalSheet(draft));
  const kind = draft.alignment?.kind ?? "hide";
  const alignment = kind === "balance" ? income.balanceCost : kind === "bandwagon" ? income.tribute : 0;
  const { offenceCost, defenceCost } = board.parameters.economy;
  return {
    income,
    available: income.available,
    alignment,
    // A kind without its target yet costs the same, but is not on the provisional sheet.
    left: alignmentOf(draft) ? left : left - alignment,
    costs: { offence: offenceCost, defence: defenceCost },
  };
}
