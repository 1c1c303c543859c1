import type { ClassSettings } from "../../model/classroom.ts";
import type { TableDetail } from "../../model/classView.ts";
import type { MatchState } from "../../model/match.ts";
import type { OrderSheet } from "../../model/order.ts";

type Told = Pick<ClassSettings, "hostReads" | "hostSeesOrders">;

/**
 * What an instructor who opens a table reads beside the observer's view of it: private talk and orders only if the players
 * of this match were told when it began, and the class still says so. A promise made at the start holds to the end.
 */
export function tableDetail(
  state: MatchState,
  settings: Told,
  /** By country index: sheets begun and not handed in. */
  drafts: readonly (OrderSheet | null)[],
): TableDetail {
  const told = state.settings.classroom;
  const reads = settings.hostReads && told?.hostReads === true;
  const seesOrders = settings.hostSeesOrders && told?.hostSeesOrders === true;
  return {
    match: state.match,
    messages: reads ? state.messages : state.messages.filter(({ to }) => to.kind === "all"),
    orders: seesOrders ? state.board.ids.map((_, k) => ordersOf(state, k, drafts)) : null,
  };
}

type Orders = NonNullable<TableDetail["orders"]>[number];

/** What was handed in, else what is begun; a computer player's own account of it stays with it. */
function ordersOf({ submitted }: MatchState, at: number, drafts: readonly (OrderSheet | null)[]): Orders {
  const handedIn = submitted[at] ?? null;
  if (handedIn) return { sheet: handedIn.sheet, source: handedIn.source };
  const draft = drafts[at] ?? null;
  return draft ? { sheet: draft, source: "draft" } : null;
}
