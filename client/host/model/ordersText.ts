import type { Alignment } from "#shared/model/order.ts";
import type { Board } from "#shared/model/world.ts";
import { t } from "../../i18n/t.ts";
import { spokenId } from "../../panels/state/playState.ts";

/** "Balances against Germany". */
export function alignmentWords(board: Board, alignment: Alignment): string {
  switch (alignment.kind) {
    case "balance":
      return t("hostTable.order.balance", { target: spokenId(board, alignment.against) });
    case "bandwagon":
      return t("hostTable.order.bandwagon", { target: spokenId(board, alignment.with) });
    case "hide":
      return t("hostTable.order.hide");
  }
}
