import type { TreatyId } from "../model/ids.ts";
import type { Personality } from "../model/match.ts";
import type { Alignment, LegalOrder, OrderSheet, Spending } from "../model/order.ts";
import type { SeatSight } from "../model/sight.ts";
import { checkOrder, defaultOrder, legalOptions } from "../rules/index.ts";
import type { LegalOptions } from "../rules/index.ts";
import { chooseAlignment } from "./alignments.ts";
import { chooseMoves } from "./moves.ts";
import { MANNERS, mannersOf, type Manners } from "./manners.ts";
import { divide } from "./spend.ts";
import type { Stance } from "./stance.ts";

export interface Plan {
  readonly sheet: LegalOrder;
  /** The player's own account, kept for the debrief. */
  readonly why: string;
}

/** A computer player's whole sheet for this turn, from what its seat may see. Always legal. */
export function chooseOrders(sight: SeatSight, personality: Personality, draw: () => number): Plan {
  return planAround(sight, { stance: chooseAlignment(sight, personality, draw), personality }, draw);
}

/** The rest of the sheet, once the alignment is chosen. */
export function planAround(
  sight: SeatSight,
  { stance, personality }: { readonly stance: Stance; readonly personality: Personality },
  draw: () => number,
): Plan {
  const { board, world, me } = sight;
  const options = legalOptions(board, world, me);
  const alignment = allowed(sight, options, stance.alignment);
  const manners = mannersOf(sight, personality);
  const planned = spend(options, alignment, manners);
  const moves = chooseMoves(
    { sight, options, alignment, manners, added: planned.offence * options.income.armsPerPoint },
    draw,
  );
  const sheet: OrderSheet = {
    alignment,
    reason: stance.reason,
    note: "",
    spending: moves.some(({ kind }) => kind === "reassure") ? unarmed(planned) : planned,
    moves,
    refuse: refusals(sight, personality, alignment),
  };
  const checked = checkOrder(board, world, me, sheet);
  return { sheet: checked.ok ? checked.value : defaultOrder(board, world, me), why: stance.why };
}

/** The wish if it is legal, else hide. */
function allowed({ board }: SeatSight, options: LegalOptions, wish: Alignment): Alignment {
  if (wish.kind === "hide") return wish;
  const target = board.indexOf.get(wish.kind === "balance" ? wish.against : wish.with) ?? -1;
  const answers = wish.kind === "balance" ? options.balance : options.bandwagon;
  const affordable =
    wish.kind === "balance"
      ? options.income.balanceCost <= options.income.available
      : options.income.tribute <= options.income.available;
  return answers[target] === null && affordable ? wish : { kind: "hide" };
}

function spend({ income, arms }: LegalOptions, alignment: Alignment, manners: Manners): Spending {
  if (arms !== null) return { offence: 0, defence: 0, industry: 0, aid: [] };
  const aligned =
    alignment.kind === "balance" ? income.balanceCost : alignment.kind === "bandwagon" ? income.tribute : 0;
  return divide(income.available - aligned, manners);
}

/** A reassurance counts only if no offence is bought: those points go to defence. */
const unarmed = (plan: Spending): Spending => ({ ...plan, offence: 0, defence: plan.defence + plan.offence });

/** Pacts whose call is refused: those that would make the faithless fight the country they follow. */
function refusals({ board, world, me }: SeatSight, personality: Personality, alignment: Alignment): TreatyId[] {
  if (MANNERS[personality].keepsWord || alignment.kind === "balance") return [];
  const mine = board.ids[me];
  return world.treaties
    .filter(({ kind, parties }) => kind === "defence" && mine !== undefined && parties.includes(mine))
    .map(({ id }) => id);
}
